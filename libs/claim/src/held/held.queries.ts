import { fen, type Fen, type LocalDate } from '@yibu/kernel';
import { offsetOf, type Db, type SqlValue } from '@yibu/platform';

import { visible } from '../claims/claim.access.js';
import type { HeldLine, HeldLinePage, HeldLinesArgs, HeldState } from './held.graphql.js';

const STATE = `CASE WHEN v.refused_at IS NOT NULL THEN 'REFUSED' WHEN v.released_in_claim_id IS NOT NULL THEN 'CARRIED'
  WHEN v.released_at IS NOT NULL THEN 'RELEASED' WHEN v.held_until < ? THEN 'OVERDUE' ELSE 'OPEN' END`;

interface HeldRow extends Omit<HeldLine, 'canRelease' | 'canRefuse'> {
  readonly givenBy: string;
  readonly decidedFen: Fen | null;
  readonly total: number;
  readonly sumFen: number;
}

/** Lines that a claim left open: those still to decide first, the longest overdue on top. */
export async function listHeld(
  db: Db,
  args: HeldLinesArgs,
  today: LocalDate,
): Promise<HeldLinePage> {
  const seen = visible(db, 'c');
  const parts = [`v.verdict = 'HELD'`, `c.status NOT IN ('RETURNED', 'WITHDRAWN')`, seen.sql];
  const parameters: SqlValue[] = [today, ...seen.parameters];
  if (args.centerId) {
    parts.push('v.center_id = ?');
    parameters.push(args.centerId);
  }
  if (args.claimId) {
    parts.push('(v.claim_id = ? OR v.released_in_claim_id = ?)');
    parameters.push(args.claimId, args.claimId);
  }
  const state = args.state ?? null;
  const rows = await db.rows<HeldRow>(
    `SELECT h.*, COUNT(*) OVER () AS total, CAST(SUM(h.amountFen) OVER () AS SIGNED) AS sumFen FROM (
       SELECT v.claim_line_id AS lineId, v.claim_id AS claimId, c.number AS claimNumber, c.period,
         v.center_id AS centerId, n.name AS centerName, l.program, l.kind, l.subject_name AS subjectName, l.month,
         l.amount_fen AS amountFen, v.code, v.text, v.held_until AS heldUntil, ${STATE} AS state,
         COALESCE(v.refused_at, v.released_at) AS settledAt, u.display_name AS settledByName,
         v.settle_text AS settleText, v.released_in_claim_id AS carriedInClaimId, k.number AS carriedInNumber,
         v.given_by AS givenBy, c.decided_fen AS decidedFen
       FROM claim_line_verdict v JOIN claim c ON c.id = v.claim_id JOIN claim_line l ON l.id = v.claim_line_id
       JOIN center n ON n.id = v.center_id LEFT JOIN app_user u ON u.id = v.settled_by
       LEFT JOIN claim k ON k.id = v.released_in_claim_id
       WHERE ${parts.join(' AND ')}) h
     WHERE ? IS NULL OR h.state = ?
     ORDER BY h.settledAt IS NOT NULL, h.heldUntil, h.lineId LIMIT ? OFFSET ?`,
    [...parameters, state, state, args.pageSize, offsetOf(args)],
  );
  return {
    items: rows.map((row) => toHeld(db, row)),
    total: rows[0]?.total ?? 0,
    sumFen: fen(rows[0]?.sumFen ?? 0),
  };
}

const UNSETTLED: readonly HeldState[] = ['OPEN', 'OVERDUE'];

function toHeld(db: Db, row: HeldRow): HeldLine {
  const { givenBy, decidedFen, total: _total, sumFen: _sum, ...line } = row;
  const isOpen = UNSETTLED.includes(row.state) && decidedFen !== null;
  const { permissions, userId } = db.scope;
  return {
    ...line,
    canRelease: isOpen && permissions.has('review.write'),
    canRefuse: isOpen && permissions.has('review.decide') && givenBy !== userId,
  };
}

/** Held lines past their day, for the heading of the bureau's work. */
export async function countOverdueHeld(db: Db, today: LocalDate): Promise<number> {
  const row = await db.row<{ count: number }>(
    `SELECT COUNT(*) AS count FROM claim_line_verdict v JOIN claim c ON c.id = v.claim_id
     WHERE v.center_id IN (?) AND v.verdict = 'HELD' AND v.released_at IS NULL AND v.refused_at IS NULL
       AND v.held_until < ? AND c.decided_fen IS NOT NULL`,
    [db.centers, today],
  );
  return row?.count ?? 0;
}
