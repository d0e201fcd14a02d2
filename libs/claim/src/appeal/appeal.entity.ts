import type { Fen } from '@yibu/kernel';
import { FenColumn, IdColumn, MomentColumn, RefColumn, TextColumn } from '@yibu/platform';
import { Entity, ForeignKey, Index } from 'typeorm';

import { ClaimLineEntity, OfClaim } from '../claims/claim.entities.js';
import type { AppealGround, AppealOutcome } from './appeal.types.js';

/** An operator's appeal against what became of a line; answered once, and what is granted is carried once. */
@Entity('claim_appeal')
@OfClaim('claim_appeal')
@ForeignKey(() => ClaimLineEntity, ['claimLineId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_claim_appeal_line',
})
@Index('ux_claim_appeal_center', ['id', 'centerId'], { unique: true })
@Index('ux_claim_appeal_live', ['liveLineId'], { unique: true })
@Index('ix_claim_appeal_line', ['claimLineId', 'centerId'])
@Index('ix_claim_appeal_claim', ['claimId'])
@Index('ix_claim_appeal_open', ['centerId', 'outcome', 'carriedInClaimId'])
@Index('ix_claim_appeal_carried', ['carriedInClaimId'])
export class ClaimAppealEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'claim_line_id' }) claimLineId: string;
  @TextColumn(10) ground: AppealGround;
  @FenColumn({ name: 'asked_fen' }) askedFen: Fen;
  @TextColumn(1000) reason: string;
  @RefColumn({ name: 'appealed_by' }) appealedBy: string;
  @MomentColumn({ name: 'appealed_at' }) appealedAt: Date;
  @TextColumn(10, { nullable: true }) outcome: AppealOutcome | null;
  @FenColumn({ name: 'granted_fen', default: 0 }) grantedFen: Fen;
  @TextColumn(1000, { nullable: true }) answer: string | null;
  @RefColumn({ name: 'answered_by', nullable: true }) answeredBy: string | null;
  @MomentColumn({ name: 'answered_at', nullable: true }) answeredAt: Date | null;
  /** The scan of an answer that came on paper, and the number of the document. */
  @RefColumn({ name: 'attachment_id', nullable: true }) attachmentId: string | null;
  @TextColumn(80, { name: 'document_number', nullable: true }) documentNumber: string | null;
  /** The claim whose decision carried what was granted. */
  @RefColumn({ name: 'carried_in_claim_id', nullable: true }) carriedInClaimId: string | null;
  /** That decision: with it the carrying ends, should it be annulled. */
  @RefColumn({ name: 'carried_by_id', nullable: true }) carriedById: string | null;
  /** Set by the database for the appeal that holds: one for a line. */
  @RefColumn({ name: 'live_line_id', nullable: true }) liveLineId: string | null;
  /** When an appeal on paper was entered; it and its answer have days of their own. */
  @MomentColumn({ name: 'entered_at', nullable: true }) enteredAt: Date | null;
  /** Entered from paper by mistake: it counts nowhere, and stays. */
  @MomentColumn({ name: 'annulled_at', nullable: true }) annulledAt: Date | null;
  @RefColumn({ name: 'annulled_by', nullable: true }) annulledBy: string | null;
  @TextColumn(500, { name: 'annul_reason', nullable: true }) annulReason: string | null;
}
