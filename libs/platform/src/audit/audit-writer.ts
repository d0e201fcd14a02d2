import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';
import { createHash } from 'node:crypto';

import { CLOCK } from '../clock.js';
import { newId } from '../data/id.js';
import type { Tx } from '../data/tx.js';
import type { AuditEntry } from './audit-entry.js';
import { AuditEventEntity } from './audit.entity.js';

const GENESIS = '0'.repeat(64);

export interface HashedEvent {
  readonly id: string;
  readonly chainKey: string;
  readonly seq: number;
  readonly at: Date;
  readonly userId: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly changes: AuditEventEntity['changes'];
  readonly reason: string | null;
  readonly prevHash: string;
}

/** What a verifier must compute again: any other implementation in any language can. */
export function auditHash(event: HashedEvent): string {
  const text = JSON.stringify([
    event.prevHash,
    event.chainKey,
    event.seq,
    event.id,
    event.at.toISOString(),
    event.userId,
    event.action,
    event.entity,
    event.entityId,
    event.changes.map(({ field, from, to }) => [field, from, to]),
    event.reason,
  ]);
  return createHash('sha256').update(text).digest('hex');
}

@Injectable()
export class AuditWriter {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Locks the heads last and in one order, so that writers wait for each other only for the commit. */
  async write(tx: Tx): Promise<void> {
    const byChain = new Map<string, AuditEntry[]>();
    for (const entry of tx.auditEntries) {
      const key = entry.centerId ?? tx.scope.organizationId;
      byChain.set(key, [...(byChain.get(key) ?? []), entry]);
    }
    for (const chainKey of [...byChain.keys()].sort()) {
      await this.append(tx, chainKey, byChain.get(chainKey) ?? []);
    }
  }

  private async append(tx: Tx, chainKey: string, entries: readonly AuditEntry[]): Promise<void> {
    await tx.execute('INSERT IGNORE INTO audit_chain (chain_key, seq, hash) VALUES (?, 0, ?)', [
      chainKey,
      GENESIS,
    ]);
    const head = await tx.row<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM audit_chain WHERE chain_key = ? FOR UPDATE',
      [chainKey],
    );
    let [seq, prevHash] = [head?.seq ?? 0, head?.hash ?? GENESIS];
    const events = entries.map((entry) => {
      seq += 1;
      const event = this.event(tx, { chainKey, entry, prevHash, seq });
      prevHash = event.hash;
      return event;
    });
    await tx.insert(AuditEventEntity, events);
    await tx.execute('UPDATE audit_chain SET seq = ?, hash = ? WHERE chain_key = ?', [
      seq,
      prevHash,
      chainKey,
    ]);
  }

  private event(
    tx: Tx,
    link: { chainKey: string; entry: AuditEntry; prevHash: string; seq: number },
  ): AuditEventEntity {
    const { scope } = tx;
    const { chainKey, entry, prevHash, seq } = link;
    const event = {
      id: newId(),
      chainKey,
      seq,
      at: this.clock.now(),
      centerId: entry.centerId,
      organizationId: scope.organizationId,
      userId: scope.userId,
      userName: scope.userName,
      action: entry.action,
      entity: entry.entity,
      entityId: entry.entityId,
      changes: entry.changes ?? [],
      reason: entry.reason ?? null,
      requestId: scope.requestId,
      prevHash,
    };
    return { ...event, hash: auditHash(event) };
  }
}
