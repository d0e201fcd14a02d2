import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { IdColumn, JsonColumn, MomentColumn, RefColumn, TextColumn } from '../data/columns.js';
import type { AuditChange } from './audit-entry.js';

/** Append-only: triggers refuse UPDATE and DELETE. Each row carries the hash of its predecessor in the chain. */
@Entity('audit_event')
@Index('ux_audit_event_chain', ['chainKey', 'seq'], { unique: true })
@Index('ix_audit_event_entity', ['entity', 'entityId', 'seq'])
@Index('ix_audit_event_center_at', ['centerId', 'at'])
export class AuditEventEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'chain_key' }) chainKey: string;
  @Column({ type: 'bigint' }) seq: number;
  @MomentColumn() at: Date;
  @RefColumn({ name: 'center_id', nullable: true }) centerId: string | null;
  @RefColumn({ name: 'organization_id' }) organizationId: string;
  @RefColumn({ name: 'user_id' }) userId: string;
  @TextColumn(100, { name: 'user_name' }) userName: string;
  @TextColumn(40) action: string;
  @TextColumn(40) entity: string;
  @RefColumn({ name: 'entity_id' }) entityId: string;
  @JsonColumn() changes: readonly AuditChange[];
  @TextColumn(500, { nullable: true }) reason: string | null;
  @TextColumn(64, { name: 'request_id' }) requestId: string;
  @Column({ type: 'char', length: 64, name: 'prev_hash' }) prevHash: string;
  @Column({ type: 'char', length: 64 }) hash: string;
}

/** Head of each chain: one row a center (or organization), locked last in a transaction. */
@Entity('audit_chain')
export class AuditChainEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'chain_key' }) chainKey: string;
  @Column({ type: 'bigint' }) seq: number;
  @Column({ type: 'char', length: 64 }) hash: string;
}
