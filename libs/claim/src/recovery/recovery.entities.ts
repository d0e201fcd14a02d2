import type { Fen, LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

/** How a negative decision comes back in parts, as agreed. What has come back stands in the payments of the claim. */
@Entity('recovery_plan')
@OfClaim('recovery_plan')
@Index('ux_recovery_plan_center', ['claimId', 'centerId'], { unique: true })
export class RecoveryPlanEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  /** What was still owed on the day of the agreement: the sum of the instalments. */
  @FenColumn({ name: 'debt_fen' }) debtFen: Fen;
  @DayColumn({ name: 'agreed_on' }) agreedOn: LocalDate;
  @TextColumn(80, { name: 'document_number', nullable: true }) documentNumber: string | null;
  @TextColumn(500) note: string;
  @RefColumn({ name: 'agreed_by' }) agreedBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

@Entity('recovery_instalment')
@ForeignKey(() => RecoveryPlanEntity, ['claimId', 'centerId'], ['claimId', 'centerId'], {
  name: 'fk_recovery_instalment_plan',
})
@Index('ux_recovery_instalment', ['claimId', 'seq'], { unique: true })
export class RecoveryInstalmentEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @IntColumn() seq: number;
  @DayColumn({ name: 'due_on' }) dueOn: LocalDate;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
}
