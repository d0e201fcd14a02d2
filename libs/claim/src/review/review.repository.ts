import { AppError } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { insertRows } from '../claims/claim.store.js';
import { nextStatus, type ClaimEvent, type ClaimStatus } from '../life/claim.states.js';
import type { JudgedLine, VerdictDraft } from './review.rules.js';
import type { ReleasedLine } from './statement.queries.js';

/** With its place in the claim, by which the history names it. */
export type PlacedLine = JudgedLine & { readonly seq: number };

/** The lines of a claim by id; one that is not there is not found. */
export async function linesOf(
  tx: Tx,
  claim: ClaimRow,
  ids: readonly string[],
): Promise<PlacedLine[]> {
  const rows = await tx.rows<PlacedLine>(
    `SELECT id, seq, month, status, quantity, unit, amount_fen AS amountFen FROM claim_line
     WHERE claim_id = ? AND center_id IN (?) AND id IN (?)`,
    [claim.id, tx.centers, ids],
  );
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) {
    throw new AppError('NOT_FOUND', `Line ${missing} is not of claim ${claim.number}`, {
      entity: 'claimLine',
      id: missing,
    });
  }
  return rows;
}

/** A later verdict replaces the earlier one; the audit trail keeps both. */
export async function writeVerdicts(
  tx: Tx,
  claim: ClaimRow,
  given: { readonly ids: readonly string[]; readonly draft: VerdictDraft; readonly now: Date },
): Promise<void> {
  const { ids, draft, now } = given;
  await tx.execute(
    `DELETE FROM claim_line_verdict WHERE claim_id = ? AND center_id IN (?) AND claim_line_id IN (?)`,
    [claim.id, tx.centers, ids],
  );
  await insertRows(
    tx,
    `INSERT INTO claim_line_verdict (claim_line_id, center_id, claim_id, verdict, code, text, held_until, cut_fen,
       clause, recognized, given_by, given_at) VALUES ?`,
    ids.map((id) => [
      id,
      claim.centerId,
      claim.id,
      draft.verdict,
      draft.verdict === 'ACCEPTED' ? null : (draft.code ?? null),
      draft.text ?? null,
      draft.verdict === 'HELD' ? (draft.heldUntil ?? null) : null,
      ...cutOf(draft),
      tx.scope.userId,
      now,
    ]),
  );
}

const cutOf = (draft: VerdictDraft): (string | number | null)[] =>
  draft.verdict === 'CUT'
    ? [
        draft.cutFen ?? 0,
        draft.clause?.trim() ?? null,
        draft.recognizedQuantity == null ? null : String(draft.recognizedQuantity),
      ]
    : [0, null, null];

/**
 * Accepts every payable line that nobody has judged, but for the exceptions and for people whom an inspection did not
 * find: those are judged one by one. Number of lines accepted.
 */
export async function acceptRest(
  tx: Tx,
  claim: ClaimRow,
  given: { readonly except: readonly string[]; readonly now: Date; readonly withAbsent?: boolean },
): Promise<number> {
  return await tx.execute(
    `INSERT INTO claim_line_verdict (claim_line_id, center_id, claim_id, verdict, given_by, given_at)
     SELECT l.id, l.center_id, l.claim_id, 'ACCEPTED', ?, ? FROM claim_line l
     LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id
     WHERE l.claim_id = ? AND l.center_id IN (?) AND l.status = 'PAYABLE' AND v.claim_line_id IS NULL
       AND l.id NOT IN (?) AND (? OR NOT EXISTS (SELECT 1 FROM claim_sample_item i WHERE i.claim_id = l.claim_id
         AND i.subject_id = l.subject_id AND i.result = 'ABSENT'))`,
    [
      tx.scope.userId,
      given.now,
      claim.id,
      tx.centers,
      given.except.length === 0 ? [''] : given.except,
      given.withAbsent === true,
    ],
  );
}

export async function countOpen(tx: Tx, claim: ClaimRow): Promise<number> {
  const row = await tx.row<{ open: number }>(
    `SELECT COUNT(*) AS open FROM claim_line l LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id
     WHERE l.claim_id = ? AND l.center_id IN (?) AND l.status = 'PAYABLE' AND v.claim_line_id IS NULL`,
    [claim.id, tx.centers],
  );
  return row?.open ?? 0;
}

/** The ledger takes over what was decided line by line, and what this decision carries of lines released since. */
export async function settleLedger(
  tx: Tx,
  claim: ClaimRow,
  released: readonly ReleasedLine[],
): Promise<void> {
  await tx.execute(
    `UPDATE ledger_entry e JOIN claim_line_verdict v ON v.claim_line_id = e.claim_line_id
     SET e.status = IF(v.verdict = 'HELD' AND v.released_at IS NOT NULL, 'ACCEPTED', v.verdict)
     WHERE e.claim_id = ? AND e.center_id IN (?)`,
    [claim.id, tx.centers],
  );
  // Held and freed before this very decision: it is decided with the rest, and no later one carries it again.
  await tx.execute(
    `UPDATE claim_line_verdict SET released_in_claim_id = claim_id
     WHERE claim_id = ? AND center_id IN (?) AND verdict = 'HELD' AND released_at IS NOT NULL`,
    [claim.id, tx.centers],
  );
  if (released.length > 0) {
    const ids = released.map(({ id }) => id);
    await tx.execute(
      'UPDATE claim_line_verdict SET released_in_claim_id = ? WHERE claim_line_id IN (?) AND center_id IN (?)',
      [claim.id, ids, tx.centers],
    );
    await tx.execute(
      `UPDATE ledger_entry SET status = 'ACCEPTED' WHERE claim_line_id IN (?) AND center_id IN (?) AND status = 'HELD'`,
      [ids, tx.centers],
    );
  }
}

/** A held line whose document has been attached since is free by itself. */
export async function releaseArrived(tx: Tx, claim: ClaimRow, now: Date): Promise<number> {
  return await tx.execute(
    `UPDATE claim_line_verdict v JOIN claim c ON c.id = v.claim_id
     SET v.released_at = ?
     WHERE v.center_id = ? AND v.center_id IN (?) AND c.organization_id = ? AND v.verdict = 'HELD'
       AND v.released_at IS NULL AND v.refused_at IS NULL AND EXISTS (SELECT 1 FROM attachment a WHERE a.center_id = v.center_id
         AND a.entity = 'claimLine' AND a.entity_id = v.claim_line_id AND a.removed_at IS NULL
         AND a.created_at >= v.given_at)`,
    [now, claim.centerId, tx.centers, claim.organizationId],
  );
}

export async function payLedger(tx: Tx, claim: ClaimRow): Promise<void> {
  await tx.execute(
    `UPDATE ledger_entry e LEFT JOIN claim_line_verdict v ON v.claim_line_id = e.claim_line_id
       LEFT JOIN claim_appeal a ON a.live_line_id = e.claim_line_id AND a.ground = 'REFUSED'
     SET e.status = 'PAID'
     WHERE (e.claim_id = ? OR v.released_in_claim_id = ? OR a.carried_in_claim_id = ?) AND e.center_id IN (?)
       AND e.status = 'ACCEPTED' AND (v.released_in_claim_id IS NULL OR v.released_in_claim_id = ?)
       AND (a.id IS NULL OR a.carried_in_claim_id = ?)`,
    [claim.id, claim.id, claim.id, tx.centers, claim.id, claim.id],
  );
}

export interface Step {
  readonly event: ClaimEvent;
  readonly action: string;
  readonly set?: Readonly<Record<string, string | number | boolean | Date | null>>;
  readonly reason?: string | null;
}

/** One step of a claim's life, with what else changes in its row, and the entry in the trail. */
export async function step(tx: Tx, claim: ClaimRow, given: Step): Promise<ClaimStatus> {
  const status = nextStatus(claim.status, given.event);
  const set = Object.entries(given.set ?? {});
  await tx.execute(
    `UPDATE claim SET status = ?, ${set.map(([column]) => `${column} = ?, `).join('')}version = version + 1
     WHERE id = ? AND center_id IN (?)`,
    [status, ...set.map(([, value]) => value), claim.id, tx.centers],
  );
  tx.audit({
    entity: 'claim',
    entityId: claim.id,
    centerId: claim.centerId,
    action: given.action,
    changes: [
      { field: 'status', from: claim.status, to: status },
      // Who and when stand at the entry itself.
      ...set.flatMap(([field, value]) =>
        value instanceof Date || field === 'reviewed_by' ? [] : [{ field, from: null, to: value }],
      ),
    ],
    reason: given.reason ?? null,
  });
  return status;
}

/** The paper behind a decision or a payment is one that lies at this very claim. */
export async function assertScan(tx: Tx, claim: ClaimRow, attachmentId: string): Promise<void> {
  const scan = await tx.row<{ id: string }>(
    `SELECT id FROM attachment WHERE id = ? AND center_id IN (?) AND entity = 'claim' AND entity_id = ?
     AND removed_at IS NULL`,
    [attachmentId, tx.centers, claim.id],
  );
  if (!scan) {
    throw new AppError('NOT_FOUND', `No scan ${attachmentId} at claim ${claim.number}`, {
      entity: 'attachment',
      id: attachmentId,
    });
  }
}
