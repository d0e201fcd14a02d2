import type { YearMonth } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { CONTRADICTS } from '../callback/call.queries.js';
import type { MatchedCall, MatchedRollCall } from './match.graphql.js';

export interface PayableLine {
  readonly id: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly month: YearMonth;
  readonly isTakenBack: boolean;
  readonly program: string;
}

export async function payableOf(db: Db, claim: ClaimRow): Promise<PayableLine[]> {
  const rows = await db.rows<Omit<PayableLine, 'isTakenBack'> & { readonly kind: string }>(
    `SELECT id, subject_id AS subjectId, subject_name AS subjectName, month, kind, program FROM claim_line
     WHERE claim_id = ? AND center_id = ? AND status = 'PAYABLE' AND subject_kind = 'person' ORDER BY seq`,
    [claim.id, claim.centerId],
  );
  return rows.map(({ kind, ...line }) => ({ ...line, isTakenBack: kind === 'REVERSAL' }));
}

/** Claims of the county that nobody has decided on yet. */
export async function openClaims(db: Db, countyCode: string): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    `SELECT id FROM claim WHERE center_id IN (?) AND county_code = ? AND status IN ('SUBMITTED', 'IN_REVIEW')
     ORDER BY id`,
    [db.centers, countyCode],
  );
  return rows.map(({ id }) => id);
}

export async function storeCounts(
  tx: Tx,
  claim: ClaimRow,
  counted: { readonly total: number; readonly fresh: number; readonly now: Date },
): Promise<void> {
  await tx.execute(
    `INSERT INTO claim_match (claim_id, center_id, total_count, new_count, computed_at) VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE total_count = VALUES(total_count), new_count = VALUES(new_count),
       computed_at = VALUES(computed_at)`,
    [claim.id, claim.centerId, counted.total, counted.fresh, counted.now],
  );
}

export async function rollCallsById(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, MatchedRollCall>> {
  const rows = await db.rows<MatchedRollCall & { readonly id: string }>(
    `SELECT i.id, i.sample_id AS sampleId, i.seen_at AS seenAt, i.note, u.display_name AS seenByName
     FROM claim_sample_item i LEFT JOIN app_user u ON u.id = i.seen_by
     WHERE i.id IN (?) AND i.center_id IN (?)`,
    [ids, db.centers],
  );
  return new Map(rows.map(({ id, ...call }) => [id, call]));
}

export interface HeardCall extends MatchedCall {
  readonly subjectId: string;
  readonly program: string | null;
}

/** Answers to calls about a claim that contradict it. */
export const heardOf = async (db: Db, claim: ClaimRow): Promise<HeardCall[]> =>
  await db.rows<HeardCall>(
    `SELECT k.id AS callId, k.subject_id AS subjectId, k.program, k.rendered, k.asked_money AS askedMoney,
       k.money_fen AS moneyFen, k.note, k.done_at AS doneAt, u.display_name AS doneByName
     FROM callback_call k LEFT JOIN app_user u ON u.id = k.done_by
     WHERE k.claim_id = ? AND k.center_id IN (?) AND k.status = 'REACHED' AND ${CONTRADICTS} ORDER BY k.id`,
    [claim.id, db.centers],
  );
