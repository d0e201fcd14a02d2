import { CenterEntity } from '@yibu/center';
import type { Fen, LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

const BlobColumn = (): PropertyDecorator => Column({ type: 'longblob' });

export type AttributeValue = boolean | number | string;

/** What a center built and asks an award for. Its figures are what the programs of the county's pack test. */
@Entity('award_project')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_award_project_center' })
@Index('ux_award_project_center', ['id', 'centerId'], { unique: true })
@Index('ux_award_project_seq', ['centerId', 'seq'], { unique: true })
export class AwardProjectEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @IntColumn() seq: number;
  @TextColumn(120) name: string;
  @TextColumn(40) kind: string;
  @Column({ type: 'double', name: 'area_m2', nullable: true }) areaM2: number | null;
  /** By name: a number alone cannot be checked. */
  @JsonColumn() communities: readonly string[];
  @DayColumn({ name: 'completed_on', nullable: true }) completedOn: LocalDate | null;
  @FenColumn({ name: 'own_investment_fen', nullable: true }) ownInvestmentFen: Fen | null;
  @JsonColumn() attributes: Readonly<Record<string, AttributeValue>>;
  @RefColumn({ name: 'created_by' }) createdBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}

/** A row of an application's checklist: papers hang on it. What it says stands in the pack, by its code. */
@Entity('award_item')
@OfClaim('award_item')
@Index('ux_award_item_center', ['id', 'centerId'], { unique: true })
@Index('ux_award_item_code', ['claimId', 'code'], { unique: true })
export class AwardItemEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @IntColumn() seq: number;
  @TextColumn(10) kind: 'CONDITION' | 'DOCUMENT';
  @TextColumn(64) code: string;
}

/** The bureau's document that answers what the rules leave open, and what the engine made of it. Never changed. */
@Entity('award_settlement')
@OfClaim('award_settlement')
@Index('ux_award_settlement_claim', ['claimId'], { unique: true })
@Index('ux_award_settlement_line', ['claimLineId'], { unique: true })
@Index('ix_award_settlement_subject', ['centerId', 'subjectId'])
export class AwardSettlementEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'claim_line_id' }) claimLineId: string;
  @TextColumn(60) program: string;
  @TextColumn(26, { name: 'subject_id' }) subjectId: string;
  /** The question, and the option or AMOUNT that answers it. */
  @TextColumn(60) decision: string;
  @TextColumn(60) chosen: string;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
  @TextColumn(80, { name: 'document_number' }) documentNumber: string;
  @DayColumn({ name: 'decided_on' }) decidedOn: LocalDate;
  @RefColumn({ name: 'attachment_id' }) attachmentId: string;
  @TextColumn(500, { nullable: true }) note: string | null;
  @BlobColumn() facts: Buffer;
  @Column({ type: 'char', length: 64, name: 'facts_sha256' }) factsSha256: string;
  @BlobColumn() result: Buffer;
  @Column({ type: 'char', length: 64, name: 'result_sha256' }) resultSha256: string;
  @BlobColumn() particulars: Buffer;
  @RefColumn({ name: 'recorded_by' }) recordedBy: string;
  @MomentColumn({ name: 'recorded_at' }) recordedAt: Date;
}
