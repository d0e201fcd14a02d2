import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import {
  BoolColumn,
  FenColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  MonthColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
  DayColumn,
} from '@yibu/platform';
import { CenterEntity, OrganizationEntity } from '@yibu/center';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { ClaimKind } from '../life/claim.kinds.js';
import type { ClaimStatus } from '../life/claim.states.js';

const Sha256Column = (name: string): PropertyDecorator =>
  Column({ type: 'char', length: 64, name, nullable: true });

/** One center's claim for one period, year or project by the operator that runs it; a later revision replaces or supplements it. */
@Entity('claim')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_claim_center' })
@ForeignKey(() => OrganizationEntity, ['organizationId'], ['id'], { name: 'fk_claim_organization' })
@Index('ux_claim_center', ['id', 'centerId'], { unique: true })
@Index(
  'ux_claim_application',
  ['centerId', 'organizationId', 'kind', 'program', 'subjectId', 'period', 'revision'],
  { unique: true },
)
@Index('ux_claim_live', ['liveKey'], { unique: true })
@Index('ux_claim_number', ['number'], { unique: true })
@Index('ix_claim_organization', ['organizationId', 'period'])
@Index('ix_claim_status', ['centerId', 'status', 'period'])
export class ClaimEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'organization_id' }) organizationId: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @TextColumn(60) number: string;
  @TextColumn(7) period: string;
  /** First month of the claim year that the period belongs to. */
  @MonthColumn({ name: 'year_from' }) yearFrom: YearMonth;
  @IntColumn() revision: number;
  @RefColumn({ name: 'previous_claim_id', nullable: true }) previousClaimId: string | null;
  @TextColumn(10) status: ClaimStatus;
  @TextColumn(80, { name: 'pack_code' }) packCode: string;
  @Sha256Column('pack_sha256') packSha256: string | null;
  @RefColumn({ name: 'job_id', nullable: true }) jobId: string | null;
  @MomentColumn({ name: 'computed_at', nullable: true }) computedAt: Date | null;
  @Sha256Column('facts_sha256') factsSha256: string | null;
  @Sha256Column('ledger_sha256') ledgerSha256: string | null;
  @Sha256Column('result_sha256') resultSha256: string | null;
  /** Totals by program and refusals as the engine gave them. */
  @JsonColumn({ nullable: true }) summary: unknown;
  @IntColumn({ name: 'line_count', default: 0 }) lineCount: number;
  @IntColumn({ name: 'block_count', default: 0 }) blockCount: number;
  @IntColumn({ name: 'warn_count', default: 0 }) warnCount: number;
  /** Signed sum of the payable lines. */
  @FenColumn({ name: 'claimed_fen', default: 0 }) claimedFen: Fen;
  /** What the records of the day of opening add to the claimed sum or take from it; null until it was opened. */
  @FenColumn({ name: 'adjusted_fen', nullable: true }) adjustedFen: Fen | null;
  @FenColumn({ name: 'decided_fen', nullable: true }) decidedFen: Fen | null;
  @FenColumn({ name: 'paid_fen', default: 0 }) paidFen: Fen;
  @RefColumn({ name: 'prepared_by' }) preparedBy: string;
  @MomentColumn({ name: 'prepared_at' }) preparedAt: Date;
  @RefColumn({ name: 'submitted_by', nullable: true }) submittedBy: string | null;
  @MomentColumn({ name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  /** One person prepared and submitted, because the center is allowed to; printed on the filing. */
  @BoolColumn({ name: 'is_single_person', default: 0 }) isSinglePerson: boolean;
  @RefColumn({ name: 'reviewed_by', nullable: true }) reviewedBy: string | null;
  @MomentColumn({ name: 'opened_at', nullable: true }) openedAt: Date | null;
  @DayColumn({ name: 'notice_from', nullable: true }) noticeFrom: LocalDate | null;
  @DayColumn({ name: 'notice_until', nullable: true }) noticeUntil: LocalDate | null;
  @MomentColumn({ name: 'closed_at', nullable: true }) closedAt: Date | null;
  @TextColumn(40, { name: 'return_code', nullable: true }) returnCode: string | null;
  @TextColumn(500, { name: 'return_text', nullable: true }) returnText: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
  /** Submitted after the county's window, and why; null: in time, or no window. */
  @IntColumn({ name: 'late_days', nullable: true }) lateDays: number | null;
  @TextColumn(500, { name: 'late_reason', nullable: true }) lateReason: string | null;
  @TextColumn(20, { default: 'MONTHLY' }) kind: ClaimKind;
  /** The one program that a yearly or an award application is for; empty for a monthly claim. */
  @TextColumn(60, { default: '' }) program: string;
  /** The project of an award application; else empty. */
  @TextColumn(26, { name: 'subject_id', default: '' }) subjectId: string;
  /** Set by the database while an application runs, so that there is one at a time. */
  @TextColumn(100, { name: 'live_key', nullable: true }) liveKey: string | null;
}

/** A row of a claim lies in the claim's own center. */
export const OfClaim = (table: string): ClassDecorator =>
  ForeignKey(() => ClaimEntity, ['claimId', 'centerId'], ['id', 'centerId'], {
    name: `fk_${table}_claim`,
  });

export type LineKind = 'NORMAL' | 'CATCH_UP' | 'REVERSAL';
export type LineStatus = 'PAYABLE' | 'NOT_PAYABLE' | 'NEEDS_DECISION';

/** What one subject is claimed for one month. Written once; after submission a trigger keeps it as it is. */
@Entity('claim_line')
@OfClaim('claim_line')
@Index('ux_claim_line_center', ['id', 'centerId'], { unique: true })
@Index('ux_claim_line_seq', ['claimId', 'seq'], { unique: true })
@Index('ix_claim_line_subject', ['centerId', 'program', 'subjectId', 'month'])
export class ClaimLineEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @IntColumn() seq: number;
  /** The engine's own name of the line: the same facts give it again. */
  @TextColumn(160, { name: 'engine_line' }) engineLine: string;
  @TextColumn(60) program: string;
  @TextColumn(20, { name: 'subject_kind' }) subjectKind: string;
  @TextColumn(64, { name: 'subject_id' }) subjectId: string;
  @TextColumn(120, { name: 'subject_name', nullable: true }) subjectName: string | null;
  @MonthColumn() month: YearMonth;
  @TextColumn(10) kind: LineKind;
  @TextColumn(16) status: LineStatus;
  @TextColumn(24, { name: 'quantity', nullable: true }) quantity: string | null;
  @TextColumn(40, { nullable: true }) unit: string | null;
  @FenColumn({ name: 'rate_fen', nullable: true }) rateFen: Fen | null;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
  /** The returned line that this one is again, once its cause was mended. */
  @RefColumn({ name: 'previous_line_id', nullable: true }) previousLineId: string | null;
  @Column({ type: 'varchar', length: 64, nullable: true }) digest: string | null;
  @BoolColumn({ name: 'has_warning', default: 0 }) hasWarning: boolean;
  /** Of claims before drafts kept what they were computed from; else null, and repeated when it is read. */
  @JsonColumn({ nullable: true }) trace: unknown;
  @JsonColumn({ nullable: true }) alternatives: unknown;
}

export const SEVERITIES = ['BLOCK', 'WARN', 'INFO'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the checks found in a draft, with the record to mend. */
@Entity('claim_check')
@OfClaim('claim_check')
@Index('ux_claim_check_seq', ['claimId', 'seq'], { unique: true })
export class ClaimCheckEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @IntColumn() seq: number;
  @TextColumn(8) code: string;
  @TextColumn(8) severity: Severity;
  @RefColumn({ name: 'claim_line_id', nullable: true }) claimLineId: string | null;
  @TextColumn(40, { nullable: true }) entity: string | null;
  @TextColumn(64, { name: 'entity_id', nullable: true }) entityId: string | null;
  @TextColumn(120, { name: 'subject_name', nullable: true }) subjectName: string | null;
  @JsonColumn() params: unknown;
}

const BlobColumn = (): PropertyDecorator => Column({ type: 'longblob' });

/** What a draft was computed from, compressed: it explains each line when asked, and goes when the claim is frozen. */
@Entity('claim_draft')
@OfClaim('claim_draft')
@Index('ux_claim_draft_center', ['claimId', 'centerId'], { unique: true })
export class ClaimDraftEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @BlobColumn() facts: Buffer;
  @Column({ type: 'char', length: 64, name: 'facts_sha256' }) factsSha256: string;
  @BlobColumn() pack: Buffer;
  @Column({ type: 'char', length: 64, name: 'pack_sha256' }) packSha256: string;
  @BlobColumn() ledger: Buffer;
  @Column({ type: 'char', length: 64, name: 'ledger_sha256' }) ledgerSha256: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** What a submission rested on, byte for byte, compressed. Never changed, never removed. */
@Entity('claim_snapshot')
@OfClaim('claim_snapshot')
@Index('ux_claim_snapshot_center', ['claimId', 'centerId'], { unique: true })
export class ClaimSnapshotEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @BlobColumn() facts: Buffer;
  @Column({ type: 'char', length: 64, name: 'facts_sha256' }) factsSha256: string;
  @BlobColumn() pack: Buffer;
  @Column({ type: 'char', length: 64, name: 'pack_sha256' }) packSha256: string;
  @BlobColumn() ledger: Buffer;
  @Column({ type: 'char', length: 64, name: 'ledger_sha256' }) ledgerSha256: string;
  @BlobColumn() result: Buffer;
  @Column({ type: 'char', length: 64, name: 'result_sha256' }) resultSha256: string;
  /** Names, payee and decisions for the papers; sealed, because it holds ID numbers. */
  @BlobColumn() particulars: Buffer;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** A note between the operator's officer and the bureau's reviewer, on a claim or one of its lines. */
@Entity('claim_message')
@OfClaim('claim_message')
@Index('ix_claim_message_claim', ['claimId', 'createdAt'])
export class ClaimMessageEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'claim_line_id', nullable: true }) claimLineId: string | null;
  @TextColumn(10) side: 'OPERATOR' | 'BUREAU';
  @RefColumn({ name: 'author_id' }) authorId: string;
  @TextColumn(100, { name: 'author_name' }) authorName: string;
  @TextColumn(1000) text: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** The officer's objection to a returned line: with it the unchanged line is claimed once more. */
@Entity('claim_objection')
@Index('ux_claim_objection_entry', ['ledgerEntryId'], { unique: true })
@Index('ix_claim_objection_center', ['centerId'])
export class ClaimObjectionEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'ledger_entry_id' }) ledgerEntryId: string;
  @TextColumn(500) reason: string;
  @RefColumn({ name: 'objected_by' }) objectedBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}
