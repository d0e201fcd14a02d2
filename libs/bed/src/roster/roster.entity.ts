import type { LocalDate } from '@yibu/kernel';
import {
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import type { SettledWord } from './category.rules.js';
import type { ColumnMapping } from './mapping.rules.js';
import type { RosterField, RosterKind } from './roster.fields.js';
import type { RowRemark } from './row-reader.js';

export const ROSTER_STATUSES = ['UPLOADED', 'CHECKING', 'CHECKED', 'APPLYING', 'DONE'] as const;
export type RosterStatus = (typeof ROSTER_STATUSES)[number];

export const ROW_OUTCOMES = ['NEW', 'CHANGED', 'UNCHANGED', 'PROBLEM', 'WRITTEN'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What the file says differently from what is kept. */
export interface RowDifference {
  readonly field: RosterField;
  readonly from: string | null;
  readonly to: string;
}

/** One row of the file after a check, or after it was written. */
export interface CheckedRow {
  readonly number: number;
  readonly name: string;
  readonly outcome: RowOutcome;
  readonly residentId: string | null;
  readonly problems: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
  readonly differences: readonly RowDifference[];
}

export interface RosterOptions {
  /** Beds that do not exist yet are made when the list is accepted. */
  readonly createBeds: boolean;
  readonly building: string;
  readonly floorPattern: string;
  /** Words for categories that this list uses; absent in lists from before they could be settled. */
  readonly categoryWords?: readonly SettledWord[];
}

/** Levels without an end: each is confirmed by hand afterwards, or all now, without an end. */
export const OPEN_LEVEL_CHOICES = ['ONE_BY_ONE', 'WITHOUT_END'] as const;
export type OpenLevelChoice = (typeof OPEN_LEVEL_CHOICES)[number];

export interface RosterSummary {
  readonly total: number;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  readonly newBeds: number;
  readonly warnings: number;
  /** Levels to come that no cell gives an end; absent in lists that were checked before they were counted. */
  readonly openLevels?: number;
  /** Words in the column of categories that nobody has settled, and in how many rows each stands. */
  readonly unknownCategories?: readonly { readonly word: string; readonly rows: number }[];
  readonly checkedOn: LocalDate;
}

/** A list on its way in. The file lies sealed, and is gone once nothing of it is left to mend. */
@Entity('roster_import')
@ForeignKey('center', ['centerId'], ['id'], { name: 'fk_roster_import_center' })
@Index('ux_roster_import_center', ['id', 'centerId'], { unique: true })
@Index('ix_roster_import_recent', ['centerId', 'createdAt'])
export class RosterImportEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(12) kind: RosterKind;
  @TextColumn(10) status: RosterStatus;
  @TextColumn(200, { name: 'file_name' }) fileName: string;
  @TextColumn(100, { name: 'media_type' }) mediaType: string;
  @Column({ type: 'longblob', name: 'content_cipher', nullable: true, select: false })
  contentCipher: Buffer | null;
  @TextColumn(60, { name: 'sheet_name' }) sheetName: string;
  @IntColumn({ name: 'row_count' }) rowCount: number;
  @JsonColumn() headings: readonly string[];
  /** A few cells of each column, with long numbers masked. */
  @JsonColumn() samples: readonly (readonly string[])[];
  @JsonColumn() mapping: ColumnMapping;
  @JsonColumn() options: RosterOptions;
  @JsonColumn({ nullable: true }) summary: RosterSummary | null;
  @JsonColumn({ nullable: true, select: false }) outcomes: readonly CheckedRow[] | null;
  @RefColumn({ name: 'job_id', nullable: true }) jobId: string | null;
  @TextColumn(100, { name: 'created_by' }) createdBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}
