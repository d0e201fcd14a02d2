import { CenterEntity } from '@yibu/center';
import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  MonthColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import { PolicyPackEntity } from './pack.entities.js';
import type { ProposalDetails, ProposalKind, ProposalStatus } from './proposal.rules.js';
import type { RunKind, RunSpec } from './run.rules.js';

const CountyColumn = (): PropertyDecorator =>
  Column({ type: 'char', length: 6, name: 'county_code' });

/** One change of a county's rules, proposed by one person and settled by another. Settled, it never changes. */
@Entity('policy_proposal')
@ForeignKey(() => PolicyPackEntity, ['packId'], ['id'], { name: 'fk_policy_proposal_pack' })
@Index('ux_policy_proposal_open', ['openKey'], { unique: true })
@Index('ix_policy_proposal_county', ['countyCode', 'status', 'proposedAt'])
export class PolicyProposalEntity {
  @IdColumn() id: string;
  @CountyColumn() countyCode: string;
  @TextColumn(12) kind: ProposalKind;
  @RefColumn({ name: 'pack_id' }) packId: string;
  @TextColumn(80, { name: 'pack_code' }) packCode: string;
  @DayColumn({ name: 'from_on', nullable: true }) fromOn: LocalDate | null;
  @JsonColumn() details: ProposalDetails;
  @TextColumn(500) reason: string;
  /** The trial run that showed the effect. */
  @RefColumn({ name: 'run_id', nullable: true }) runId: string | null;
  @TextColumn(10) status: ProposalStatus;
  /** What it would change, while it is open: two open proposals of one thing cannot be. */
  @TextColumn(160, { name: 'open_key', nullable: true }) openKey: string | null;
  @RefColumn({ name: 'proposed_by' }) proposedBy: string;
  @TextColumn(100, { name: 'proposed_by_name' }) proposedByName: string;
  @MomentColumn({ name: 'proposed_at' }) proposedAt: Date;
  @RefColumn({ name: 'settled_by', nullable: true }) settledBy: string | null;
  @TextColumn(100, { name: 'settled_by_name', nullable: true }) settledByName: string | null;
  @MomentColumn({ name: 'settled_at', nullable: true }) settledAt: Date | null;
  @TextColumn(500, { name: 'settled_reason', nullable: true }) settledReason: string | null;
}

/** The paper that a notice rests on. */
@Entity('policy_scan')
@Index('ix_policy_scan_county', ['countyCode', 'createdAt'])
export class PolicyScanEntity {
  @IdColumn() id: string;
  @CountyColumn() countyCode: string;
  @TextColumn(200, { name: 'file_name' }) fileName: string;
  @TextColumn(100, { name: 'media_type' }) mediaType: string;
  @IntColumn() size: number;
  @Column({ type: 'char', length: 64 }) sha256: string;
  @RefColumn({ name: 'created_by' }) createdBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** A dated notice of the county that sets a figure of a pack from a month on. */
@Entity('county_notice')
@ForeignKey(() => PolicyScanEntity, ['scanId'], ['id'], { name: 'fk_county_notice_scan' })
@ForeignKey(() => PolicyProposalEntity, ['proposalId'], ['id'], {
  name: 'fk_county_notice_proposal',
})
@Index('ux_county_notice_proposal', ['proposalId'], { unique: true })
@Index('ix_county_notice_rate', ['countyCode', 'packCode', 'rate', 'fromOn'])
export class CountyNoticeEntity {
  @IdColumn() id: string;
  @CountyColumn() countyCode: string;
  @TextColumn(80, { name: 'pack_code' }) packCode: string;
  @TextColumn(60) rate: string;
  @FenColumn() fen: Fen;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @TextColumn(80, { name: 'document_number' }) documentNumber: string;
  @TextColumn(200, { name: 'document_title' }) documentTitle: string;
  @TextColumn(80) clause: string;
  @RefColumn({ name: 'scan_id' }) scanId: string;
  @RefColumn({ name: 'proposal_id' }) proposalId: string;
  @RefColumn({ name: 'ended_proposal_id', nullable: true }) endedProposalId: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** A trial: the county's own facts under other rules. It touches no ledger; its result is kept. */
@Entity('policy_run')
@ForeignKey(() => PolicyPackEntity, ['packId'], ['id'], { name: 'fk_policy_run_pack' })
@Index('ix_policy_run_county', ['countyCode', 'kind', 'createdAt'])
export class PolicyRunEntity {
  @IdColumn() id: string;
  @CountyColumn() countyCode: string;
  @TextColumn(10) kind: RunKind;
  @TextColumn(120) title: string;
  @TextColumn(7) period: string;
  @RefColumn({ name: 'pack_id' }) packId: string;
  @JsonColumn() spec: RunSpec;
  @JsonColumn({ nullable: true }) summary: unknown;
  @RefColumn({ name: 'job_id' }) jobId: string;
  @RefColumn({ name: 'run_by' }) runBy: string;
  @TextColumn(100, { name: 'run_by_name' }) runByName: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'finished_at', nullable: true }) finishedAt: Date | null;
}

/** One line that would be another one. */
@Entity('policy_run_change')
@ForeignKey(() => PolicyRunEntity, ['runId'], ['id'], { name: 'fk_policy_run_change_run' })
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_policy_run_change_center' })
@Index('ix_policy_run_change_run', ['runId', 'centerId', 'program'])
export class PolicyRunChangeEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'run_id' }) runId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(60) program: string;
  @TextColumn(20, { name: 'subject_kind' }) subjectKind: string;
  @TextColumn(64, { name: 'subject_id' }) subjectId: string;
  @MonthColumn() month: YearMonth;
  @FenColumn({ name: 'old_fen' }) oldFen: Fen;
  @FenColumn({ name: 'new_fen' }) newFen: Fen;
}
