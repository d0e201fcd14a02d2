import type { Fen, LocalDate } from '@yibu/kernel';
import {
  BoolColumn,
  DayColumn,
  FenColumn,
  IdColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ClaimLineEntity, OfClaim } from '../claims/claim.entities.js';

export const VERDICTS = ['ACCEPTED', 'RETURNED', 'HELD', 'CUT'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The bureau's own column beside a line; the operator's facts are never edited here. */
@Entity('claim_line_verdict')
@ForeignKey(() => ClaimLineEntity, ['claimLineId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_claim_line_verdict_line',
})
@Index('ix_claim_line_verdict_claim', ['claimId', 'verdict'])
@Index('ix_claim_line_verdict_released', ['releasedInClaimId'])
@Index('ix_claim_line_verdict_held', ['centerId', 'verdict', 'heldUntil'])
export class LineVerdictEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'claim_line_id' }) claimLineId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @TextColumn(10) verdict: Verdict;
  @TextColumn(40, { nullable: true }) code: string | null;
  @TextColumn(500, { nullable: true }) text: string | null;
  @DayColumn({ name: 'held_until', nullable: true }) heldUntil: LocalDate | null;
  /** What the bureau takes from the line; the line pays amount minus cut. */
  @FenColumn({ name: 'cut_fen', default: 0 }) cutFen: Fen;
  /** The rule that a cut rests on. */
  @TextColumn(200, { nullable: true }) clause: string | null;
  /** Days, services or people that the bureau recognizes, where it cut the quantity. */
  @TextColumn(12, { nullable: true }) recognized: string | null;
  @RefColumn({ name: 'given_by' }) givenBy: string;
  @MomentColumn({ name: 'given_at' }) givenAt: Date;
  @MomentColumn({ name: 'released_at', nullable: true }) releasedAt: Date | null;
  /** The claim whose decision carried the released amount. */
  @RefColumn({ name: 'released_in_claim_id', nullable: true }) releasedInClaimId: string | null;
  /** Held and not granted in the end: the ledger has it as returned. */
  @MomentColumn({ name: 'refused_at', nullable: true }) refusedAt: Date | null;
  @RefColumn({ name: 'settled_by', nullable: true }) settledBy: string | null;
  @TextColumn(500, { name: 'settle_text', nullable: true }) settleText: string | null;
  /** The decision that settled it by itself: one on paper, or a supplementary one. */
  @RefColumn({ name: 'settled_in_id', nullable: true }) settledInId: string | null;
}

/** claimed = returned + cut + held − released + decided, to the fen; the table refuses anything else. */
@Entity('claim_decision')
@OfClaim('claim_decision')
@Index('ix_claim_decision_claim', ['claimId', 'centerId'])
@Index('ux_claim_decision_live', ['liveClaimId'], { unique: true })
export class ClaimDecisionEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(10) source: 'BUREAU' | 'PAPER';
  @RefColumn({ name: 'reviewed_by', nullable: true }) reviewedBy: string | null;
  @RefColumn({ name: 'decided_by' }) decidedBy: string;
  @MomentColumn({ name: 'decided_at' }) decidedAt: Date;
  @DayColumn({ name: 'decided_on' }) decidedOn: LocalDate;
  @TextColumn(80, { name: 'document_number', nullable: true }) documentNumber: string | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  @BoolColumn({ name: 'is_single_person', default: 0 }) isSinglePerson: boolean;
  @RefColumn({ name: 'attachment_id', nullable: true }) attachmentId: string | null;
  @FenColumn({ name: 'claimed_fen' }) claimedFen: Fen;
  @FenColumn({ name: 'returned_fen' }) returnedFen: Fen;
  @FenColumn({ name: 'cut_fen' }) cutFen: Fen;
  @FenColumn({ name: 'held_fen' }) heldFen: Fen;
  @FenColumn({ name: 'released_fen' }) releasedFen: Fen;
  @FenColumn({ name: 'decided_fen' }) decidedFen: Fen;
  /** SUPPLEMENT: lines of the claim that its decision held, decided afterwards by themselves. */
  @TextColumn(10, { default: 'DECISION' }) kind: 'DECISION' | 'SUPPLEMENT';
  /** Set by the database for the decision that holds: one for a claim. */
  @RefColumn({ name: 'live_claim_id', nullable: true }) liveClaimId: string | null;
  /** Entered from paper by mistake: it counts nowhere, and stays. */
  @MomentColumn({ name: 'annulled_at', nullable: true }) annulledAt: Date | null;
  @RefColumn({ name: 'annulled_by', nullable: true }) annulledBy: string | null;
  @TextColumn(500, { name: 'annul_reason', nullable: true }) annulReason: string | null;
  /** What it had said of single lines. */
  @JsonColumn({ name: 'annulled_verdicts', nullable: true }) annulledVerdicts: unknown;
}

/** One transfer to the payee of a claim, whole or in part; a receipt number counts once. */
@Entity('payment')
@OfClaim('payment')
@Index('ux_payment_receipt', ['claimId', 'receiptNumber'], { unique: true })
@Index('ix_payment_center', ['centerId', 'paidOn'])
@Index('ix_payment_batch', ['batchId'])
export class PaymentEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'batch_id', nullable: true }) batchId: string | null;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
  @DayColumn({ name: 'paid_on' }) paidOn: LocalDate;
  @TextColumn(80, { name: 'receipt_number' }) receiptNumber: string;
  @TextColumn(10) source: 'BUREAU' | 'PAPER';
  /** Holder, bank and last four digits as they were when the money went. */
  @JsonColumn({ nullable: true }) payee: unknown;
  @RefColumn({ name: 'attachment_id', nullable: true }) attachmentId: string | null;
  @RefColumn({ name: 'recorded_by' }) recordedBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  /** OFFSET: no money moved; a debt of the center was netted against another claim of it. */
  @TextColumn(10, { default: 'CASH' }) kind: 'CASH' | 'OFFSET';
  @RefColumn({ name: 'offset_claim_id', nullable: true }) offsetClaimId: string | null;
}
