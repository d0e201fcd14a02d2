import type { LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { ResidentEntity } from '@yibu/resident';
import { Entity, ForeignKey, Index } from 'typeorm';

export const MEALS = ['BREAKFAST', 'LUNCH', 'DINNER'] as const;
export type MealKind = (typeof MEALS)[number];

/** Who ate which meal. One row for a person, day and meal; `count` 0 is a check-in that was taken back. */
@Entity('meal_checkin')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_meal_checkin_resident',
})
@Index('ux_meal_checkin_meal', ['centerId', 'onDate', 'meal', 'residentId'], { unique: true })
@Index('ix_meal_checkin_resident', ['residentId', 'onDate'])
export class MealCheckinEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @DayColumn({ name: 'on_date' }) onDate: LocalDate;
  @TextColumn(10) meal: MealKind;
  @IntColumn() count: number;
  @RefColumn({ name: 'created_by' }) createdBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

export const MEAL_ENTITIES = [MealCheckinEntity];
