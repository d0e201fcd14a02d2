import type { LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** One published text of a policy pack. A changed pack is a new version; an old one is never edited. */
@Entity('policy_pack')
@Index('ux_policy_pack_version', ['code', 'version'], { unique: true })
@Index('ux_policy_pack_text', ['countyCode', 'sha256'], { unique: true })
export class PolicyPackEntity {
  @IdColumn() id: string;
  /** The county that brought it, and alone sees it; `*`: everybody's. */
  @Column({ type: 'char', length: 6, name: 'county_code', default: '*' }) countyCode: string;
  @TextColumn(80) code: string;
  @IntColumn() version: number;
  @Column({ type: 'char', length: 64 }) sha256: string;
  @Column({ type: 'longtext' }) body: string;
  @TextColumn(10) origin: 'BUILT_IN' | 'COUNTY';
  @TextColumn(10) status: 'PUBLISHED' | 'RETIRED';
  @RefColumn({ name: 'uploaded_by', nullable: true }) uploadedBy: string | null;
  @TextColumn(100, { name: 'uploaded_by_name', nullable: true }) uploadedByName: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** Which version of which pack a county computes by, and from when. Publishing a version changes nothing here. */
@Entity('county_pack')
@ForeignKey(() => PolicyPackEntity, ['packId'], ['id'], { name: 'fk_county_pack_pack' })
@Index('ux_county_pack', ['countyCode', 'packCode', 'fromOn'], { unique: true })
export class CountyPackEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @TextColumn(80, { name: 'pack_code' }) packCode: string;
  @RefColumn({ name: 'pack_id' }) packId: string;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @VersionNumberColumn() version: number;
}

/** How a county reads a sentence that can be read in two ways: the option, who chose it, and why. */
@Entity('county_pack_decision')
@Index('ux_county_pack_decision', ['countyCode', 'packCode', 'decision'], { unique: true })
export class CountyPackDecisionEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @TextColumn(80, { name: 'pack_code' }) packCode: string;
  @TextColumn(40) decision: string;
  @TextColumn(60, { name: 'chosen' }) chosen: string;
  @TextColumn(500) reason: string;
  /** Who confirmed it; the proposal tells who proposed it. */
  @RefColumn({ name: 'decided_by' }) decidedBy: string;
  @TextColumn(100, { name: 'decided_by_name' }) decidedByName: string;
  @RefColumn({ name: 'proposal_id', nullable: true }) proposalId: string | null;
  @MomentColumn({ name: 'decided_at' }) decidedAt: Date;
  @VersionNumberColumn() version: number;
}
