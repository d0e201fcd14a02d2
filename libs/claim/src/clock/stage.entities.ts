import { CountyEntity } from '@yibu/center';
import type { LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

export type LateRule = 'FLAG' | 'REFUSE';

/** What a county expects of both sides, from a day on. A later rule leaves earlier claims under the earlier one. */
@Entity('claim_stage_rule')
@ForeignKey(() => CountyEntity, ['countyCode'], ['code'], { name: 'fk_claim_stage_rule_county' })
@Index('ux_claim_stage_rule', ['countyCode', 'fromOn'], { unique: true })
export class ClaimStageRuleEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  /** Days after the end of the period, the first being 1. */
  @IntColumn({ name: 'window_from_day', nullable: true }) windowFromDay: number | null;
  @IntColumn({ name: 'window_until_day', nullable: true }) windowUntilDay: number | null;
  @TextColumn(10, { name: 'late_rule', nullable: true }) lateRule: LateRule | null;
  @IntColumn({ name: 'intake_days', nullable: true }) intakeDays: number | null;
  @IntColumn({ name: 'review_days', nullable: true }) reviewDays: number | null;
  @IntColumn({ name: 'decision_days', nullable: true }) decisionDays: number | null;
  @IntColumn({ name: 'payment_days', nullable: true }) paymentDays: number | null;
  @TextColumn(500) reason: string;
  @RefColumn({ name: 'set_by' }) setBy: string;
  @MomentColumn({ name: 'set_at' }) setAt: Date;
}
