import type { LocalDate } from '@yibu/kernel';
import { offsetOf, type Db } from '@yibu/platform';

import type { ClaimPage, ClaimSummary } from '../claims/claim.graphql.js';
import { SUMMARY, SUMMARY_FROM } from '../claims/claim.queries.js';
import { DUE_ON } from '../clock/stage.queries.js';
import { countOverdueHeld } from '../held/held.queries.js';
import { BUREAU_STATUSES } from '../life/claim.states.js';
import { askedYear } from '../life/year.rules.js';
import { unreadFor } from '../messages/message.queries.js';
import type { ReviewCounts, ReviewQueueArgs, ReviewStage } from './review.graphql.js';

const HAS_OPEN_LINE = `EXISTS (SELECT 1 FROM claim_line l LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id
  WHERE l.claim_id = c.id AND l.status = 'PAYABLE' AND v.claim_line_id IS NULL)`;

/** What the bureau has to do next with a claim, as a condition on its row. */
const STAGES: Readonly<Record<ReviewStage, string>> = {
  UNFINISHED: `c.status IN ('SUBMITTED', 'IN_REVIEW', 'DECIDED', 'NOTICED', 'PAID')`,
  TO_OPEN: `c.status = 'SUBMITTED'`,
  REVIEWING: `c.status = 'IN_REVIEW' AND ${HAS_OPEN_LINE}`,
  TO_DECIDE: `c.status = 'IN_REVIEW' AND NOT ${HAS_OPEN_LINE}`,
  TO_PAY: `c.status IN ('DECIDED', 'NOTICED') AND c.decided_fen <> c.paid_fen`,
  TO_CLOSE: `(c.status = 'PAID' OR (c.status IN ('DECIDED', 'NOTICED') AND c.decided_fen = 0))`,
  CLOSED: `c.status = 'CLOSED'`,
  RETURNED: `c.status = 'RETURNED'`,
  OVERDUE: `${DUE_ON} < ?`,
  DECISIONS: `EXISTS (SELECT 1 FROM claim_decision q WHERE q.live_claim_id = c.id AND q.source = 'BUREAU')`,
  ALL: 'TRUE',
};

/** Records of the county that came after the submission and speak against the claim. */
const NEW_MATCHES = `COALESCE((SELECT m.new_count FROM claim_match m WHERE m.claim_id = c.id), 0)`;

const WAITING = `c.status IN ('SUBMITTED', 'IN_REVIEW')`;

/** What the bureau still owes a step stands before what was paid and only waits to be closed. */
const SETTLED = `c.status NOT IN ('SUBMITTED', 'IN_REVIEW', 'DECIDED', 'NOTICED')`;

/** What waits, the longest first. */
export async function listQueue(
  db: Db,
  args: ReviewQueueArgs,
  today: LocalDate,
): Promise<ClaimPage> {
  const stage = args.stage ? STAGES[args.stage] : args.status ? 'TRUE' : WAITING;
  const status = args.status ?? null;
  const centerId = args.centerId ?? null;
  const year = args.year ? String(askedYear(args.year)) : null;
  const rows = await db.rows<ClaimSummary & { total: number }>(
    `SELECT ${SUMMARY}, ${NEW_MATCHES} AS newMatchCount, COUNT(*) OVER () AS total ${SUMMARY_FROM}
     WHERE c.center_id IN (?) AND c.status IN (?) AND ${stage} AND (? IS NULL OR c.status = ?)
       AND (? IS NULL OR c.center_id = ?) AND (? IS NULL OR LEFT(c.period, 4) = ?)
     ORDER BY ${SETTLED}, c.submitted_at, c.id LIMIT ? OFFSET ?`,
    [
      ...unreadFor(db),
      db.centers,
      BUREAU_STATUSES,
      ...(args.stage === 'OVERDUE' ? [today] : []),
      status,
      status,
      centerId,
      centerId,
      year,
      year,
      args.pageSize,
      offsetOf(args),
    ],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** How many claims wait at each step and how many are overdue, and held lines past their day: two statements. */
export async function countQueue(db: Db, today: LocalDate): Promise<ReviewCounts> {
  const sum = (stage: ReviewStage): string =>
    `CAST(COALESCE(SUM(IF(${STAGES[stage]}, 1, 0)), 0) AS SIGNED)`;
  const row = await db.row<Omit<ReviewCounts, 'heldOverdue'>>(
    `SELECT ${sum('TO_OPEN')} AS toOpen, ${sum('REVIEWING')} AS reviewing, ${sum('TO_DECIDE')} AS toDecide,
       ${sum('TO_PAY')} AS toPay, ${sum('TO_CLOSE')} AS toClose,
       ${sum('OVERDUE')} AS overdue
     FROM claim c WHERE c.center_id IN (?) AND ${STAGES.UNFINISHED}`,
    [today, db.centers],
  );
  const none = { toOpen: 0, reviewing: 0, toDecide: 0, toPay: 0, toClose: 0, overdue: 0 };
  return { ...(row ?? none), heldOverdue: await countOverdueHeld(db, today) };
}
