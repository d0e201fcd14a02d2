import { CountyEntity } from '@yibu/center';
import type { Fen, LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

export type BatchStatus = 'SENT' | 'DONE' | 'CANCELLED';
export type BatchItemState = 'ASKED' | 'PAID' | 'REFUSED' | 'CANCELLED';

/** What a county pays out in one go: composed by the bureau, confirmed by the finance bureau. */
@Entity('payment_batch')
@Index('ux_payment_batch', ['countyCode', 'month', 'number'], { unique: true })
export class PaymentBatchEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @Column({ type: 'char', length: 7 }) month: string;
  @TextColumn(40) number: string;
  @FenColumn({ name: 'total_fen' }) totalFen: Fen;
  @RefColumn({ name: 'created_by' }) createdBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @TextColumn(10, { default: 'SENT' }) status: BatchStatus;
  @TextColumn(500, { nullable: true }) note: string | null;
  @RefColumn({ name: 'settled_by', nullable: true }) settledBy: string | null;
  @MomentColumn({ name: 'settled_at', nullable: true }) settledAt: Date | null;
}

/** One claim in a batch: asked for, then paid (in whole or in part) or refused, once. */
@Entity('payment_batch_item')
@OfClaim('payment_batch_item')
@ForeignKey(() => PaymentBatchEntity, ['batchId'], ['id'], { name: 'fk_payment_batch_item_batch' })
@Index('ux_payment_batch_item', ['batchId', 'claimId'], { unique: true })
@Index('ix_payment_batch_item_claim', ['claimId', 'state'])
export class PaymentBatchItemEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'batch_id' }) batchId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
  @TextColumn(10) state: BatchItemState;
  @FenColumn({ name: 'paid_fen', default: 0 }) paidFen: Fen;
  @TextColumn(500, { nullable: true }) reason: string | null;
  @RefColumn({ name: 'settled_by', nullable: true }) settledBy: string | null;
  @MomentColumn({ name: 'settled_at', nullable: true }) settledAt: Date | null;
}

/** Money that the county set aside for a year, by document; a later one may add to it or take from it. */
@Entity('appropriation')
@ForeignKey(() => CountyEntity, ['countyCode'], ['code'], { name: 'fk_appropriation_county' })
@Index('ux_appropriation', ['countyCode', 'year', 'documentNumber'], { unique: true })
export class AppropriationEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @IntColumn() year: number;
  @DayColumn({ name: 'on_day' }) onDay: LocalDate;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
  @TextColumn(80, { name: 'document_number' }) documentNumber: string;
  @TextColumn(500, { nullable: true }) note: string | null;
  @RefColumn({ name: 'entered_by' }) enteredBy: string;
  @MomentColumn({ name: 'entered_at' }) enteredAt: Date;
}
