import type { Fen, LocalDate } from '@yibu/kernel';
import {
  BytesColumn,
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
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ClaimLineEntity, OfClaim } from '../claims/claim.entities.js';

/** What a county showed to the public, exactly as it was shown. */
@Entity('public_notice')
@Index('ux_public_notice_code', ['code'], { unique: true })
@Index('ux_public_notice_number', ['countyCode', 'number'], { unique: true })
@Index('ix_public_notice_county', ['countyCode', 'publishedAt'])
export class PublicNoticeEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @RefColumn({ name: 'organization_id' }) organizationId: string;
  /** The address of the public page; 130 bits of chance, so nobody finds it by trying. */
  @RefColumn() code: string;
  @TextColumn(60) number: string;
  @TextColumn(7) period: string;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  /** The first day on which it no longer hangs. */
  @DayColumn({ name: 'until_on' }) untilOn: LocalDate;
  @TextColumn(200) contact: string;
  @TextColumn(500, { name: 'how_to', nullable: true }) howTo: string | null;
  @IntColumn() people: number;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
  @JsonColumn() body: unknown;
  @RefColumn({ name: 'published_by' }) publishedBy: string;
  @TextColumn(100, { name: 'published_by_name' }) publishedByName: string;
  @MomentColumn({ name: 'published_at' }) publishedAt: Date;
  @MomentColumn({ name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @TextColumn(500, { name: 'withdrawn_reason', nullable: true }) withdrawnReason: string | null;
}

/** A claim hangs in one notice at a time. */
@Entity('public_notice_claim')
@OfClaim('public_notice_claim')
@ForeignKey(() => PublicNoticeEntity, ['publicNoticeId'], ['id'], {
  name: 'fk_public_notice_claim_notice',
})
@Index('ux_public_notice_claim_live', ['claimId', 'isLive'], { unique: true })
export class PublicNoticeClaimEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'public_notice_id' }) publicNoticeId: string;
  @PrimaryColumn({ type: 'char', length: 26, name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @Column({ type: 'tinyint', name: 'is_live', nullable: true }) isLive: number | null;
}

/** Which lines a row of a notice stands for; the notice itself names no line. */
@Entity('public_notice_line')
@ForeignKey(() => ClaimLineEntity, ['claimLineId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_public_notice_line_line',
})
@Index('ix_public_notice_line_seq', ['publicNoticeId', 'seq'])
@Index('ix_public_notice_line_claim', ['claimId'])
export class PublicNoticeLineEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'public_notice_id' }) publicNoticeId: string;
  @PrimaryColumn({ type: 'char', length: 26, name: 'claim_line_id' }) claimLineId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  /** The claim whose decision pays it; a released line was claimed by an earlier one. */
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @IntColumn() seq: number;
  @FenColumn({ name: 'amount_fen' }) amountFen: Fen;
}

export const OBJECTION_SOURCES = ['ONLINE', 'PHONE', 'PAPER', 'VISIT'] as const;
export type ObjectionSource = (typeof OBJECTION_SOURCES)[number];
export const OBJECTION_OUTCOMES = ['UPHELD', 'REJECTED'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** Who objects and what they say is sealed: it is meant for the bureau alone. */
@Entity('notice_objection')
@ForeignKey(() => PublicNoticeEntity, ['publicNoticeId'], ['id'], {
  name: 'fk_notice_objection_notice',
})
@Index('ix_notice_objection_notice', ['publicNoticeId', 'rowSeq'])
@Index('ix_notice_objection_county', ['countyCode', 'status', 'createdAt'])
@Index('ix_notice_objection_address', ['publicNoticeId', 'addressIndex', 'createdAt'])
export class NoticeObjectionEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @RefColumn({ name: 'public_notice_id' }) publicNoticeId: string;
  @IntColumn({ name: 'row_seq', nullable: true }) rowSeq: number | null;
  @TextColumn(10) source: ObjectionSource;
  @DayColumn({ name: 'received_on' }) receivedOn: LocalDate;
  @BytesColumn(600, { name: 'name_cipher', nullable: true }) nameCipher: Buffer | null;
  @BytesColumn(600, { name: 'contact_cipher', nullable: true }) contactCipher: Buffer | null;
  @BytesColumn(8000, { name: 'text_cipher' }) textCipher: Buffer;
  /** Blind index of the network address, for the limit per address. */
  @BytesColumn(32, { name: 'address_index', nullable: true }) addressIndex: Buffer | null;
  @TextColumn(10) status: 'OPEN' | 'ANSWERED';
  @TextColumn(10, { nullable: true }) outcome: ObjectionOutcome | null;
  @TextColumn(1000, { nullable: true }) answer: string | null;
  @TextColumn(100, { name: 'answered_by_name', nullable: true }) answeredByName: string | null;
  @MomentColumn({ name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @TextColumn(500, { name: 'override_reason', nullable: true }) overrideReason: string | null;
  @TextColumn(100, { name: 'overridden_by_name', nullable: true }) overriddenByName: string | null;
  @MomentColumn({ name: 'overridden_at', nullable: true }) overriddenAt: Date | null;
  @TextColumn(100, { name: 'entered_by_name', nullable: true }) enteredByName: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}
