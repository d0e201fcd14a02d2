import type { Fen, YearMonth } from '@yibu/kernel';
import {
  FenColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  MonthColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { CenterEntity } from '@yibu/center';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import { ClaimLineEntity } from '../claims/claim.entities.js';

export const LEDGER_STATUSES = [
  'SUBMITTED',
  'HELD',
  'ACCEPTED',
  'CUT',
  'PAID',
  'OPENING',
  'RETURNED',
  'WITHDRAWN',
] as const;
export type LedgerStatus = (typeof LEDGER_STATUSES)[number];

/** What earlier claims hold for a subject and month. Entitlement minus this is the next claim. */
@Entity('ledger_entry')
@ForeignKey(() => ClaimLineEntity, ['claimLineId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_ledger_entry_line',
})
@Index('ux_ledger_entry_center', ['id', 'centerId'], { unique: true })
@Index('ux_ledger_entry_line', ['claimLineId'], { unique: true })
@Index('ix_ledger_entry_month', ['centerId', 'month', 'program', 'subjectId'])
@Index('ix_ledger_entry_claim', ['claimId'])
@Index('ux_ledger_entry_once', ['onceKey'], { unique: true })
export class LedgerEntryEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'organization_id' }) organizationId: string;
  @TextColumn(60) program: string;
  @TextColumn(20, { name: 'subject_kind' }) subjectKind: string;
  @TextColumn(64, { name: 'subject_id' }) subjectId: string;
  @MonthColumn() month: YearMonth;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
  @TextColumn(10) status: LedgerStatus;
  @RefColumn({ name: 'claim_id', nullable: true }) claimId: string | null;
  @RefColumn({ name: 'claim_line_id', nullable: true }) claimLineId: string | null;
  @Column({ type: 'varchar', length: 64, nullable: true }) digest: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  /** Set by the database for what is paid once and is held: nobody enters it twice. */
  @TextColumn(130, { name: 'once_key', nullable: true }) onceKey: string | null;
}

export const OPENING_STATES = ['UNANSWERED', 'NOTHING', 'IMPORTED'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

/** A center's claim year. Its row is the lock under which the ledger of the year changes. */
@Entity('claim_year')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_claim_year_center' })
@Index('ux_claim_year', ['centerId', 'yearFrom'], { unique: true })
export class ClaimYearEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @MonthColumn({ name: 'year_from' }) yearFrom: YearMonth;
  @TextColumn(10) status: 'OPEN' | 'CLOSED';
  @TextColumn(12) opening: OpeningState;
  @IntColumn({ name: 'opening_count', default: 0 }) openingCount: number;
  @FenColumn({ name: 'opening_fen', default: 0 }) openingFen: Fen;
  @RefColumn({ name: 'opening_by', nullable: true }) openingBy: string | null;
  @MomentColumn({ name: 'opening_at', nullable: true }) openingAt: Date | null;
  @MomentColumn({ name: 'closed_at', nullable: true }) closedAt: Date | null;
  @VersionNumberColumn() version: number;
}
