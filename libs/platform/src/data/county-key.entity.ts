import { Column, Entity, PrimaryColumn } from 'typeorm';

import { BytesColumn, MomentColumn } from './columns.js';

/** Data keys of a county, wrapped by the master key. */
@Entity('county_key')
export class CountyKeyEntity {
  @PrimaryColumn({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @BytesColumn(200) wrapped: Buffer;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}

/** One row for each accepted key of a retried request, in the transaction of its effect. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn({ type: 'char', length: 64, name: 'key_hash' }) keyHash: string;
  @Column({ type: 'char', length: 64, name: 'input_hash' }) inputHash: string;
  @Column({ type: 'longtext' }) result: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
}
