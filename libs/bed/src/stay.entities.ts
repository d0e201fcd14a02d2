import type { LocalDate } from '@yibu/kernel';
import { ResidentEntity } from '@yibu/resident';
import {
  BoolColumn,
  DayColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Entity, ForeignKey, Index } from 'typeorm';

import type { SettledItem } from './checklist.rules.js';
import { BedEntity } from './place.entities.js';
import type { AbsenceKind, EndKind, StaySource, StayStatus } from './stay.rules.js';

/** One person in one bed. Transfers make a new row of the same spell. */
@Entity('stay')
@ForeignKey(() => BedEntity, ['bedId', 'centerId'], ['id', 'centerId'], { name: 'fk_stay_bed' })
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_stay_resident',
})
@Index('ux_stay_center', ['id', 'centerId'], { unique: true })
@Index('ix_stay_resident', ['centerId', 'residentId', 'fromOn'])
@Index('ix_stay_bed', ['centerId', 'bedId', 'fromOn'])
@Index('ix_stay_status', ['centerId', 'status', 'fromOn'])
@Index('ix_stay_spell', ['spellId', 'fromOn'])
export class StayEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @RefColumn({ name: 'bed_id' }) bedId: string;
  /** Id of the first stay of an unbroken chain of transfers. */
  @RefColumn({ name: 'spell_id' }) spellId: string;
  @TextColumn(10) status: StayStatus;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @DayColumn({ name: 'expected_until_on', nullable: true }) expectedUntilOn: LocalDate | null;
  @TextColumn(10, { name: 'end_kind', nullable: true }) endKind: EndKind | null;
  @TextColumn(10) source: StaySource;
  /** What was checked at admission, and what was overridden, and why. */
  @JsonColumn({ nullable: true }) checklist: readonly SettledItem[] | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}

@Entity('absence')
@ForeignKey(() => StayEntity, ['stayId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_absence_stay',
})
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_absence_resident',
})
@Index('ux_absence_center', ['id', 'centerId'], { unique: true })
@Index('ix_absence_resident', ['centerId', 'residentId', 'fromOn'])
@Index('ix_absence_stay', ['stayId'])
export class AbsenceEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  /** First stay of the spell; an absence may outlast a change of bed. */
  @RefColumn({ name: 'stay_id' }) stayId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @TextColumn(12) kind: AbsenceKind;
  /** First night away. */
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'planned_until_on', nullable: true }) plannedUntilOn: LocalDate | null;
  /** Day of return; null: still away. */
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @TextColumn(200, { nullable: true }) reason: string | null;
  /** Whether the bed was kept free meanwhile. */
  @BoolColumn({ name: 'bed_held', default: 1 }) bedHeld: boolean;
  @MomentColumn({ name: 'cancelled_at', nullable: true }) cancelledAt: Date | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}

/** How a stay stood after each change: what was believed when. Rows are only added. */
@Entity('stay_revision')
@ForeignKey(() => StayEntity, ['stayId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_stay_revision_stay',
})
@Index('ix_stay_revision_stay', ['stayId', 'revision'])
export class StayRevisionEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'stay_id' }) stayId: string;
  @IntColumn() revision: number;
  @TextColumn(20) action: string;
  @TextColumn(10) status: StayStatus;
  @RefColumn({ name: 'bed_id' }) bedId: string;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @TextColumn(10, { name: 'end_kind', nullable: true }) endKind: EndKind | null;
  @TextColumn(500, { nullable: true }) reason: string | null;
  @MomentColumn({ name: 'recorded_at' }) recordedAt: Date;
  @TextColumn(100, { name: 'recorded_by' }) recordedBy: string;
}
