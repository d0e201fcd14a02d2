import { IdColumn, IntColumn, MomentColumn, RefColumn, TextColumn } from '@yibu/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

/** A filing package in the file store, one for each language. */
@Entity('claim_filing')
@OfClaim('claim_filing')
@Index('ux_claim_filing', ['claimId', 'language'], { unique: true })
export class ClaimFilingEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @TextColumn(5) language: 'zh-CN' | 'en';
  @Column({ type: 'char', length: 64 }) sha256: string;
  /** Of the content, as printed on the pages. */
  @Column({ type: 'char', length: 64, name: 'content_digest' }) contentDigest: string;
  @IntColumn() size: number;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** The operator's signing key for a county; its private half is sealed. */
@Entity('organization_key')
export class OrganizationKeyEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'organization_id' }) organizationId: string;
  @PrimaryColumn({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @TextColumn(1000, { name: 'public_key' }) publicKey: string;
  @Column({ type: 'varbinary', length: 2000 }) sealed: Buffer;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** A center whose only manager may also submit what they prepared. */
@Entity('claim_center_setting')
export class ClaimCenterSettingEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'center_id' }) centerId: string;
  @Column({ type: 'tinyint', name: 'single_person_submit', default: 0 }) singlePersonSubmit: number;
  @Column({ type: 'tinyint', name: 'single_person_decide', default: 0 }) singlePersonDecide: number;
  @TextColumn(500) reason: string;
  @RefColumn({ name: 'set_by' }) setBy: string;
  @MomentColumn({ name: 'set_at' }) setAt: Date;
}
