import type { LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  IdColumn,
  IntColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Entity, ForeignKey, Index } from 'typeorm';

export const SEX_POLICIES = ['ANY', 'M', 'F'] as const;
export type SexPolicy = (typeof SEX_POLICIES)[number];

@Entity('building')
@ForeignKey('center', ['centerId'], ['id'], { name: 'fk_building_center' })
@Index('ux_building_center', ['id', 'centerId'], { unique: true })
@Index('ux_building_name', ['centerId', 'name'], { unique: true })
export class BuildingEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(40) name: string;
  @IntColumn() sort: number;
  @VersionNumberColumn() version: number;
}

@Entity('floor')
@ForeignKey(() => BuildingEntity, ['buildingId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_floor_building',
})
@Index('ux_floor_center', ['id', 'centerId'], { unique: true })
@Index('ux_floor_name', ['buildingId', 'name'], { unique: true })
export class FloorEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'building_id' }) buildingId: string;
  @TextColumn(40) name: string;
  @IntColumn() sort: number;
  @VersionNumberColumn() version: number;
}

@Entity('room')
@ForeignKey(() => FloorEntity, ['floorId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_room_floor',
})
@Index('ux_room_center', ['id', 'centerId'], { unique: true })
@Index('ux_room_name', ['floorId', 'name'], { unique: true })
export class RoomEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'floor_id' }) floorId: string;
  @TextColumn(40) name: string;
  /** Whom the room is meant for. A wish of the house: it warns, it does not refuse. */
  @TextColumn(3, { name: 'sex_policy' }) sexPolicy: SexPolicy;
  @IntColumn() sort: number;
  @VersionNumberColumn() version: number;
}

@Entity('bed')
@ForeignKey(() => RoomEntity, ['roomId', 'centerId'], ['id', 'centerId'], { name: 'fk_bed_room' })
@Index('ux_bed_center', ['id', 'centerId'], { unique: true })
@Index('ux_bed_label', ['roomId', 'label'], { unique: true })
export class BedEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'room_id' }) roomId: string;
  @TextColumn(40) label: string;
  @IntColumn() sort: number;
  @DayColumn({ name: 'opened_on' }) openedOn: LocalDate;
  /** First day on which it is no bed any more. */
  @DayColumn({ name: 'closed_on', nullable: true }) closedOn: LocalDate | null;
  /** Also counted up by every booking of the bed, so that two writers meet on this row. */
  @VersionNumberColumn() version: number;
}

@Entity('bed_repair')
@ForeignKey(() => BedEntity, ['bedId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_bed_repair_bed',
})
@Index('ux_bed_repair_center', ['id', 'centerId'], { unique: true })
@Index('ix_bed_repair_bed', ['centerId', 'bedId', 'fromOn'])
export class BedRepairEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'bed_id' }) bedId: string;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @TextColumn(200) reason: string;
  @VersionNumberColumn() version: number;
}
