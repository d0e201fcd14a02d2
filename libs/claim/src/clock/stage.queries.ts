import { shanghaiDay, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { parsePeriod } from '../facts/period.rules.js';
import type { ClaimKind } from '../life/claim.kinds.js';
import type { ClaimStageRule, ClaimWindow } from './stage.graphql.js';
import { daysLate, windowOf, type SubmissionWindow, type WindowRule } from './window.rules.js';

const OPEN_LINES = `EXISTS (SELECT 1 FROM claim_line sl LEFT JOIN claim_line_verdict sv ON sv.claim_line_id = sl.id
  WHERE sl.claim_id = c.id AND sl.status = 'PAYABLE' AND sv.claim_line_id IS NULL)`;

const here = (moment: string): string => `DATE(${moment} + INTERVAL 8 HOUR)`;

const ruleOf = (column: string, on: string): string =>
  `(SELECT sr.${column} FROM claim_stage_rule sr WHERE sr.county_code = c.county_code AND sr.from_on <= ${on}
    ORDER BY sr.from_on DESC LIMIT 1)`;

const due = (since: string, column: string): string =>
  `${since} + INTERVAL ${ruleOf(column, since)} DAY`;

const JUDGED = here(
  `(SELECT MAX(sj.given_at) FROM claim_line_verdict sj WHERE sj.claim_id = c.id)`,
);
const DECIDED = `GREATEST((SELECT MAX(sd.decided_on) FROM claim_decision sd WHERE sd.claim_id = c.id AND sd.annulled_at IS NULL),
  COALESCE(c.notice_until, '1000-01-01'))`;

/**
 * The day by which the step that a claim (row `c`) waits for is due: intake, review, decision or payment. By the rule of
 * the day on which the step began; NULL where the county set none, or nothing is waited for.
 */
export const DUE_ON = `CASE
  WHEN c.status = 'SUBMITTED' THEN ${due(here('c.submitted_at'), 'intake_days')}
  WHEN c.status = 'IN_REVIEW' AND ${OPEN_LINES} THEN ${due(here('c.opened_at'), 'review_days')}
  WHEN c.status = 'IN_REVIEW' THEN ${due(JUDGED, 'decision_days')}
  WHEN c.status IN ('DECIDED', 'NOTICED') AND c.decided_fen <> c.paid_fen THEN ${due(DECIDED, 'payment_days')}
  END`;

/** The window of a claim by the rule in force on the first day after its period. */
export async function readWindow(
  db: Db,
  claim: { readonly countyCode: string; readonly period: string; readonly kind: ClaimKind },
): Promise<SubmissionWindow | null> {
  // The window is one of the month that follows a month; an application by itself has none.
  if (claim.kind !== 'MONTHLY') {
    return null;
  }
  const { endsBefore } = parsePeriod(claim.period);
  const rule = await db.row<WindowRule>(
    `SELECT window_from_day AS windowFromDay, window_until_day AS windowUntilDay, late_rule AS lateRule
     FROM claim_stage_rule WHERE county_code = ? AND from_on <= ? ORDER BY from_on DESC LIMIT 1`,
    [claim.countyCode, endsBefore],
  );
  return windowOf(rule, endsBefore);
}

/** As a page shows it: once it was submitted, late is what it was then. */
export async function shownWindow(
  db: Db,
  claim: {
    readonly countyCode: string;
    readonly period: string;
    readonly kind: ClaimKind;
    readonly submittedAt: Date | null;
  },
  today: LocalDate,
): Promise<ClaimWindow | null> {
  const window = await readWindow(db, claim);
  const day = claim.submittedAt === null ? today : shanghaiDay(claim.submittedAt);
  return window === null ? null : { ...window, daysLate: daysLate(window, day) };
}

export const listRules = async (db: Db): Promise<ClaimStageRule[]> =>
  await db.rows<ClaimStageRule>(
    `SELECT r.id, r.county_code AS countyCode, n.name AS countyName, r.from_on AS fromOn,
       r.window_from_day AS windowFromDay, r.window_until_day AS windowUntilDay, r.late_rule AS lateRule,
       r.intake_days AS intakeDays, r.review_days AS reviewDays, r.decision_days AS decisionDays,
       r.payment_days AS paymentDays, r.reason, u.display_name AS setByName, r.set_at AS setAt
     FROM claim_stage_rule r JOIN county n ON n.code = r.county_code LEFT JOIN app_user u ON u.id = r.set_by
     WHERE r.county_code IN (?) ORDER BY r.county_code, r.from_on DESC`,
    [db.scope.countyCodes],
  );
