import { AppError, assert } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import type { ClaimRow } from './claim.access.js';
import type { Computation } from './claim.computer.js';
import { ClaimSnapshotEntity } from './claim.entities.js';
import { digestOfText } from '../engine.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export interface Frozen {
  readonly facts: string;
  readonly pack: string;
  readonly ledger: string;
  readonly result: string;
  /** Sealed: names and ID numbers for the papers. */
  readonly particulars: Buffer;
  readonly resultSha256: string;
}

export async function freezeSnapshot(
  tx: Tx,
  input: {
    readonly claim: ClaimRow;
    readonly done: Computation;
    readonly particulars: Buffer;
    readonly now: Date;
  },
): Promise<void> {
  const { claim, done, particulars, now } = input;
  const result = done.result();
  await tx.insert(ClaimSnapshotEntity, {
    claimId: claim.id,
    centerId: claim.centerId,
    facts: await pack(done.facts.text),
    factsSha256: done.facts.sha256,
    pack: await pack(done.pack.text),
    packSha256: done.pack.sha256,
    ledger: await pack(done.ledger.text),
    ledgerSha256: done.ledger.sha256,
    result: await pack(result.text),
    resultSha256: result.sha256,
    particulars,
    createdAt: now,
  });
}

/** The frozen lines with their explanations, without the rest of the snapshot. */
export async function readFrozenResult(db: Db, claim: ClaimRow): Promise<string | null> {
  const row = await db.row<Pick<SnapshotRow, 'result' | 'resultSha256'>>(
    `SELECT COALESCE(a.result, s.result) AS result, COALESCE(a.result_sha256, s.result_sha256) AS resultSha256
     FROM claim_snapshot s LEFT JOIN award_settlement a ON a.claim_id = s.claim_id
     WHERE s.claim_id = ? AND s.center_id = ?`,
    [claim.id, claim.centerId],
  );
  if (row === null) {
    return null;
  }
  const text = (await unpack(row.result)).toString();
  assert(digestOfText(text) === row.resultSha256, `frozen result of ${claim.id} is unchanged`);
  return text;
}

interface SnapshotRow {
  readonly facts: Buffer;
  readonly factsSha256: string;
  readonly pack: Buffer;
  readonly ledger: Buffer;
  readonly ledgerSha256: string;
  readonly result: Buffer;
  readonly resultSha256: string;
  readonly particulars: Buffer;
}

/** What a submission froze, with the bureau's answer where it was given since. Bytes that no longer have their digest are never handed on. */
export async function readSnapshot(db: Db, claim: ClaimRow): Promise<Frozen> {
  const row = await db.row<SnapshotRow>(
    `SELECT COALESCE(a.facts, s.facts) AS facts, COALESCE(a.facts_sha256, s.facts_sha256) AS factsSha256, s.pack,
       s.ledger, s.ledger_sha256 AS ledgerSha256, COALESCE(a.result, s.result) AS result,
       COALESCE(a.result_sha256, s.result_sha256) AS resultSha256,
       COALESCE(a.particulars, s.particulars) AS particulars
     FROM claim_snapshot s LEFT JOIN award_settlement a ON a.claim_id = s.claim_id
     WHERE s.claim_id = ? AND s.center_id = ?`,
    [claim.id, claim.centerId],
  );
  if (!row) {
    throw new AppError('FILING_NOT_READY', `Claim ${claim.number} was never submitted`, {
      number: claim.number,
    });
  }
  const [facts, packText, ledger, result] = await Promise.all(
    [row.facts, row.pack, row.ledger, row.result].map(async (blob) =>
      (await unpack(blob)).toString(),
    ),
  );
  assert(facts !== undefined && packText !== undefined, 'a snapshot holds facts and a pack');
  assert(ledger !== undefined && result !== undefined, 'a snapshot holds a ledger and a result');
  assert(digestOfText(facts) === row.factsSha256, `frozen facts of ${claim.id} are unchanged`);
  assert(digestOfText(ledger) === row.ledgerSha256, `frozen ledger of ${claim.id} is unchanged`);
  assert(digestOfText(result) === row.resultSha256, `frozen result of ${claim.id} is unchanged`);
  return {
    facts,
    pack: packText,
    ledger,
    result,
    particulars: row.particulars,
    resultSha256: row.resultSha256,
  };
}
