import type { LocalDate } from '@yibu/kernel';
import {
  BytesColumn,
  DayColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import type { RegistryField, RegistryKind, RegistryWhat } from './registry.fields.js';
import type { PlanRemark } from './registry-plan.rules.js';

/** As stored; a list that is being taken in is still a tried one, and says ACCEPTING to its readers. */
export type RegistryListStatus = 'CHECKED' | 'ACCEPTED' | 'WITHDRAWN';
export type RegistryRowEnd = 'CORRECTED' | 'WITHDRAWN';

export interface RegistryCounts {
  readonly fresh: number;
  readonly same: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly problem: number;
}

/** What is wrong with a cell, or worth saying: row, column, what stands there (numbers masked), cause. */
export interface ListRemark extends PlanRemark {
  readonly row: number;
  readonly heading: string | null;
  readonly cell: string | null;
  readonly isProblem: boolean;
}

export interface ListColumn {
  readonly heading: string;
  readonly field: RegistryField | null;
}

/** A list as a county's bureau uploaded it. The file stays sealed beside it: it is what the rows rest on. */
@Entity('registry_list')
@Index('ux_registry_list_file', ['countyCode', 'kind', 'fileSha256', 'live'], { unique: true })
@Index('ix_registry_list_county', ['countyCode', 'uploadedAt'])
export class RegistryListEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @TextColumn(12) kind: RegistryKind;
  @TextColumn(10) status: RegistryListStatus;
  @TextColumn(200, { name: 'file_name' }) fileName: string;
  @TextColumn(100, { name: 'media_type' }) mediaType: string;
  @Column({ type: 'char', length: 64, name: 'file_sha256' }) fileSha256: string;
  @Column({ type: 'longblob', name: 'content_cipher', select: false }) contentCipher: Buffer;
  @JsonColumn() columns: readonly ListColumn[];
  @IntColumn({ name: 'row_count' }) rowCount: number;
  @JsonColumn() counts: RegistryCounts;
  @JsonColumn({ select: false }) remarks: readonly ListRemark[];
  /** Categories of which the list names everybody, for the days that follow: only then does absence say something. */
  @TextColumn(60, { name: 'complete_for', nullable: true }) completeFor: string | null;
  @DayColumn({ name: 'covers_from', nullable: true }) coversFrom: LocalDate | null;
  @DayColumn({ name: 'covers_through', nullable: true }) coversThrough: LocalDate | null;
  @RefColumn({ name: 'uploaded_by' }) uploadedBy: string;
  @MomentColumn({ name: 'uploaded_at' }) uploadedAt: Date;
  @RefColumn({ name: 'accepted_by', nullable: true }) acceptedBy: string | null;
  @MomentColumn({ name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @RefColumn({ name: 'withdrawn_by', nullable: true }) withdrawnBy: string | null;
  @MomentColumn({ name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @TextColumn(500, { name: 'withdrawn_reason', nullable: true }) withdrawnReason: string | null;
  /** 1 until withdrawn: the same file is in the county once. */
  @Column({ type: 'tinyint', nullable: true }) live: number | null;
  /** The work that takes the list in, or last tried to. */
  @RefColumn({ name: 'job_id', nullable: true }) jobId: string | null;
  @VersionNumberColumn() version: number;
}

/** What a list says about one person. A row is never rewritten: it ends, and another one follows it. */
@Entity('registry_row')
@ForeignKey(() => RegistryListEntity, ['listId'], ['id'], { name: 'fk_registry_row_list' })
@Index('ux_registry_row_live', ['countyCode', 'kind', 'what', 'idNumberIndex', 'fromOn', 'live'], {
  unique: true,
})
@Index('ix_registry_row_person', ['idNumberIndex', 'countyCode', 'live'])
@Index('ix_registry_row_list', ['listId', 'rowNumber'])
export class RegistryRowEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @TextColumn(12) kind: RegistryKind;
  @TextColumn(12) what: RegistryWhat;
  @RefColumn({ name: 'list_id' }) listId: string;
  @IntColumn({ name: 'line_no' }) rowNumber: number;
  @BytesColumn(200, { name: 'id_number_cipher' }) idNumberCipher: Buffer;
  @Column({ type: 'binary', length: 32, name: 'id_number_index' }) idNumberIndex: Buffer;
  @TextColumn(4, { name: 'id_last4' }) idLast4: string;
  @BytesColumn(400, { name: 'name_cipher' }) nameCipher: Buffer;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @DayColumn({ name: 'cremated_on', nullable: true }) crematedOn: LocalDate | null;
  @TextColumn(120, { nullable: true }) place: string | null;
  @TextColumn(200, { nullable: true }) note: string | null;
  @MomentColumn({ name: 'listed_at' }) listedAt: Date;
  @RefColumn({ name: 'previous_id', nullable: true }) previousId: string | null;
  @MomentColumn({ name: 'ended_at', nullable: true }) endedAt: Date | null;
  @TextColumn(10, { name: 'ended_kind', nullable: true }) endedKind: RegistryRowEnd | null;
  @RefColumn({ name: 'ended_list_id', nullable: true }) endedListId: string | null;
  @RefColumn({ name: 'ended_by', nullable: true }) endedBy: string | null;
  @TextColumn(500, { name: 'ended_reason', nullable: true }) endedReason: string | null;
  @Column({ type: 'tinyint', nullable: true }) live: number | null;
}
