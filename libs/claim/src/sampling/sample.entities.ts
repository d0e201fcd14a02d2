import type { DrawMethod, DrawUnit } from '@yibu/filing';
import type { Fen } from '@yibu/kernel';
import {
  FenColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

export type SamplePurpose = 'VISIT' | 'CALL';
export type InspectionResult = 'PRESENT' | 'ABSENT' | 'OTHER';

/** A draw with its seed and its population: whoever has them draws the same people. Never changed. */
@Entity('claim_sample')
@Index('ix_claim_sample_county', ['countyCode', 'drawnAt'])
export class ClaimSampleEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @TextColumn(7) period: string;
  @TextColumn(10) method: DrawMethod;
  @IntColumn() size: number;
  @TextColumn(64) seed: string;
  @IntColumn({ name: 'population_count' }) populationCount: number;
  @FenColumn({ name: 'population_fen' }) populationFen: Fen;
  @Column({ type: 'char', length: 64, name: 'population_sha256' }) populationSha256: string;
  @JsonColumn() population: readonly DrawUnit[];
  @TextColumn(500, { nullable: true }) note: string | null;
  /** To be visited, or to be called. */
  @TextColumn(10, { default: 'VISIT' }) purpose: SamplePurpose;
  /** Only people with a line of this program; null: everybody claimed. */
  @TextColumn(60, { nullable: true }) program: string | null;
  @RefColumn({ name: 'drawn_by' }) drawnBy: string;
  @MomentColumn({ name: 'drawn_at' }) drawnAt: Date;
}

/** One drawn person, and whether somebody met them. */
@Entity('claim_sample_item')
@OfClaim('claim_sample_item')
@ForeignKey(() => ClaimSampleEntity, ['sampleId'], ['id'], { name: 'fk_claim_sample_item_sample' })
@Index('ux_claim_sample_item', ['sampleId', 'seq'], { unique: true })
@Index('ix_claim_sample_item_claim', ['claimId', 'subjectId'])
export class ClaimSampleItemEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'sample_id' }) sampleId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @TextColumn(64, { name: 'subject_id' }) subjectId: string;
  @TextColumn(120, { name: 'subject_name', nullable: true }) subjectName: string | null;
  @IntColumn() seq: number;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
  @FenColumn({ name: 'delta_fen' }) deltaFen: Fen;
  @TextColumn(10, { nullable: true }) result: InspectionResult | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  @RefColumn({ name: 'seen_by', nullable: true }) seenBy: string | null;
  @MomentColumn({ name: 'seen_at', nullable: true }) seenAt: Date | null;
}
