import { assert } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';
import { promisify } from 'node:util';
import { constants, gunzip, gzip, gzipSync } from 'node:zlib';

import {
  assess,
  digestOfText,
  frozenPack,
  parseFactsText,
  parseLedgerText,
  type EffectivePack,
  type FreshAssessment,
} from '../engine.js';
import type { ClaimRow } from './claim.access.js';
import type { Computation } from './claim.computer.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** A draft is written often and read seldom. */
const FAST = { level: constants.Z_BEST_SPEED };

const packedPacks = new WeakMap<EffectivePack, Buffer>();

function packedPack(effective: EffectivePack): Buffer {
  const known = packedPacks.get(effective) ?? gzipSync(effective.text);
  packedPacks.set(effective, known);
  return known;
}

/** What a draft was computed from, ready to be stored. */
export interface DraftGround {
  readonly facts: Buffer;
  readonly ledger: Buffer;
  readonly pack: Buffer;
}

export async function groundOf(done: Computation): Promise<DraftGround> {
  const [facts, ledger] = await Promise.all([
    pack(done.facts.text, FAST),
    pack(done.ledger.text, FAST),
  ]);
  return { facts, ledger, pack: packedPack(done.pack) };
}

/** In the transaction that stores the lines, so that lines and ground are of one computation. */
export async function keepGround(
  tx: Tx,
  claim: ClaimRow,
  kept: { readonly ground: DraftGround; readonly done: Computation; readonly now: Date },
): Promise<void> {
  const { ground, done, now } = kept;
  await tx.execute(
    `REPLACE INTO claim_draft (claim_id, center_id, facts, facts_sha256, pack, pack_sha256, ledger, ledger_sha256,
       created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      claim.id,
      claim.centerId,
      ground.facts,
      done.facts.sha256,
      ground.pack,
      done.pack.sha256,
      ground.ledger,
      done.ledger.sha256,
      now,
    ],
  );
}

export async function dropGround(tx: Tx, claim: ClaimRow): Promise<void> {
  await tx.execute('DELETE FROM claim_draft WHERE claim_id = ? AND center_id IN (?)', [
    claim.id,
    tx.centers,
  ]);
}

interface DraftRow {
  readonly facts: Buffer;
  readonly factsSha256: string;
  readonly pack: Buffer;
  readonly packSha256: string;
  readonly ledger: Buffer;
  readonly ledgerSha256: string;
}

/** The draft once more, from what it was computed from; null when nothing was kept. */
export async function repeatDraft(db: Db, claim: ClaimRow): Promise<FreshAssessment | null> {
  const row = await db.row<DraftRow>(
    `SELECT facts, facts_sha256 AS factsSha256, pack, pack_sha256 AS packSha256, ledger,
       ledger_sha256 AS ledgerSha256 FROM claim_draft WHERE claim_id = ? AND center_id = ?`,
    [claim.id, claim.centerId],
  );
  if (row === null) {
    return null;
  }
  const [facts, packText, ledger] = await Promise.all([
    textOf(row.facts, row.factsSha256),
    textOf(row.pack, row.packSha256),
    textOf(row.ledger, row.ledgerSha256),
  ]);
  return assess({
    pack: frozenPack(claim.packCode, packText),
    facts: parseFactsText(facts),
    period: claim.period,
    ledger: parseLedgerText(ledger),
  });
}

async function textOf(blob: Buffer, sha256: string): Promise<string> {
  const text = (await unpack(blob)).toString();
  assert(digestOfText(text) === sha256, 'what a draft was computed from is unchanged');
  return text;
}
