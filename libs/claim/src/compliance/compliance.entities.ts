import { CenterEntity } from '@yibu/center';
import { IdColumn, MomentColumn, RefColumn, TextColumn, VersionNumberColumn } from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import type { ComplianceStatus } from './compliance.rules.js';

abstract class Entry {
  @IdColumn() id: string;
  @TextColumn(80, { name: 'pack_code' }) packCode: string;
  @TextColumn(80, { name: 'item_key' }) itemKey: string;
  @TextColumn(16) status: ComplianceStatus;
  /** What was measured or counted, and the size (households, people) that a rate is per. */
  @Column({ type: 'double', nullable: true }) figure: number | null;
  @Column({ type: 'double', nullable: true }) size: number | null;
  @TextColumn(500) evidence: string;
  @RefColumn({ name: 'checked_by' }) checkedBy: string;
  @TextColumn(100, { name: 'checked_by_name' }) checkedByName: string;
  @MomentColumn({ name: 'checked_at' }) checkedAt: Date;
  @VersionNumberColumn() version: number;
}

/** What was found in a center for one requirement of the documents. */
@Entity('compliance_entry')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_compliance_entry_center' })
@Index('ux_compliance_entry', ['centerId', 'packCode', 'itemKey'], { unique: true })
export class ComplianceEntryEntity extends Entry {
  @RefColumn({ name: 'center_id' }) centerId: string;
}

/** How far a county has come with one target of the documents. */
@Entity('county_progress')
@Index('ux_county_progress', ['countyCode', 'packCode', 'itemKey'], { unique: true })
export class CountyProgressEntity extends Entry {
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
}
