import { AppError, shanghaiDay, type Fen, type LocalDate, type YearMonth } from '@yibu/kernel';
import { offsetOf, type Db, type SqlValue } from '@yibu/platform';

import { visible, type ClaimRow } from '../claims/claim.access.js';
import { mayAnswer } from '../claims/claim.reach.js';
import type { PeopleSetting } from '../life/people.setting.js';
import { lastDayOfAppeal } from './appeal.rules.js';
import type { Appeal, AppealableLine, AppealPage, AppealsArgs } from './appeal.graphql.js';

const STATE = `CASE WHEN a.annulled_at IS NOT NULL THEN 'ANNULLED' WHEN a.outcome IS NULL THEN 'OPEN' WHEN a.outcome = 'REJECTED' THEN 'REJECTED'
  WHEN a.carried_in_claim_id IS NULL THEN 'UPHELD' ELSE 'CARRIED' END`;

interface AppealRow extends Omit<Appeal, 'canAnswer' | 'canAddPapers' | 'canAnnul'> {
  readonly givenBy: string;
  readonly organizationId: string;
  readonly period: string;
  readonly total: number;
}

/** Open ones first, the longest waiting on top; then by the day of the answer. */
export async function listAppeals(db: Db, args: AppealsArgs): Promise<AppealPage> {
  const seen = visible(db, 'c');
  const parts = [seen.sql];
  const parameters: SqlValue[] = [...seen.parameters];
  if (args.centerId) {
    parts.push('a.center_id = ?');
    parameters.push(args.centerId);
  }
  if (args.claimId) {
    parts.push('(a.claim_id = ? OR a.carried_in_claim_id = ?)');
    parameters.push(args.claimId, args.claimId);
  }
  const state = args.state ?? null;
  const rows = await db.rows<AppealRow>(
    `SELECT q.*, COUNT(*) OVER () AS total FROM (
       SELECT a.id, a.claim_line_id AS lineId, a.claim_id AS claimId, c.number AS claimNumber, c.period,
         c.organization_id AS organizationId, a.center_id AS centerId, n.name AS centerName, l.program,
         l.subject_name AS subjectName, l.month, a.ground, l.amount_fen AS amountFen, a.asked_fen AS askedFen,
         v.code, COALESCE(IF(a.ground = 'REFUSED', v.settle_text, NULL), v.text) AS text, a.reason,
         a.appealed_at AS appealedAt, u.display_name AS appealedByName, ${STATE} AS state,
         a.granted_fen AS grantedFen, a.answer, a.answered_at AS answeredAt, w.display_name AS answeredByName,
         a.attachment_id AS attachmentId, a.document_number AS documentNumber,
         a.annulled_at AS annulledAt, x.display_name AS annulledByName, a.annul_reason AS annulReason,
         a.carried_in_claim_id AS carriedInClaimId, k.number AS carriedInNumber,
         IF(a.ground = 'REFUSED', v.settled_by, v.given_by) AS givenBy
       FROM claim_appeal a JOIN claim c ON c.id = a.claim_id JOIN claim_line l ON l.id = a.claim_line_id
       JOIN claim_line_verdict v ON v.claim_line_id = a.claim_line_id JOIN center n ON n.id = a.center_id
       LEFT JOIN app_user u ON u.id = a.appealed_by LEFT JOIN app_user w ON w.id = a.answered_by
       LEFT JOIN app_user x ON x.id = a.annulled_by LEFT JOIN claim k ON k.id = a.carried_in_claim_id
       WHERE ${parts.join(' AND ')}) q
     WHERE ? IS NULL OR q.state = ?
     ORDER BY q.answeredAt IS NOT NULL, q.answeredAt DESC, q.appealedAt, q.id LIMIT ? OFFSET ?`,
    [...parameters, state, state, args.pageSize, offsetOf(args)],
  );
  return { items: rows.map((row) => toAppeal(db, row)), total: rows[0]?.total ?? 0 };
}

function toAppeal(db: Db, row: AppealRow): Appeal {
  const { givenBy, organizationId, period, total: _total, ...shown } = row;
  const { scope } = db;
  const isOpen = row.state === 'OPEN';
  const place = { centerId: row.centerId, organizationId, period };
  return {
    ...shown,
    canAnswer: isOpen && scope.permissions.has('review.decide') && givenBy !== scope.userId,
    canAddPapers: isOpen && scope.permissions.has('claim.prepare') && mayAnswer(scope, place),
    canAnnul:
      isOnPaper(row) &&
      (row.state === 'UPHELD' || row.state === 'REJECTED') &&
      scope.permissions.has('claim.submit') &&
      mayAnswer(scope, place),
  };
}

const isOnPaper = ({ attachmentId }: AppealRow): boolean => attachmentId !== null;

interface GroundRow extends Omit<AppealableLine, 'untilOn' | 'isOnPaper'> {
  readonly settledAt: Date | null;
  readonly decidedOn: LocalDate;
}

const APPEALABLE = `SELECT l.id AS lineId, l.program, l.subject_name AS subjectName, l.month,
    IF(v.verdict = 'CUT', 'CUT', 'REFUSED') AS ground, l.amount_fen AS amountFen,
    IF(v.verdict = 'CUT', v.cut_fen, l.amount_fen) AS askedFen, v.code,
    COALESCE(IF(v.verdict = 'HELD', v.settle_text, NULL), v.text) AS text, v.refused_at AS settledAt,
    d.decided_on AS decidedOn
  FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id
  JOIN claim c ON c.id = v.claim_id JOIN claim_decision d ON d.live_claim_id = c.id
  JOIN ledger_entry e ON e.claim_line_id = l.id
  WHERE v.center_id = ? AND v.claim_id = ? AND l.amount_fen > 0
    AND (v.verdict = 'CUT' AND v.cut_fen > 0 OR v.verdict = 'HELD' AND v.refused_at IS NOT NULL AND e.status = 'RETURNED'
      AND NOT EXISTS (SELECT 1 FROM claim_objection o WHERE o.ledger_entry_id = e.id)
      AND NOT EXISTS (SELECT 1 FROM ledger_entry n WHERE n.center_id = e.center_id AND n.program = e.program
        AND n.subject_kind = e.subject_kind AND n.subject_id = e.subject_id AND n.month = e.month AND n.id > e.id
        AND n.status <> 'WITHDRAWN'))
    AND NOT EXISTS (SELECT 1 FROM claim_appeal a WHERE a.live_line_id = l.id)`;

type HowAppealed = Pick<PeopleSetting, 'appealDays' | 'onPaper'>;

/** Lines of a claim that the decision cut or that were refused afterwards, and that nobody has appealed against yet. */
export async function appealableLines(
  db: Db,
  claim: ClaimRow,
  how: HowAppealed,
): Promise<AppealableLine[]> {
  const rows = await db.rows<GroundRow>(`${APPEALABLE} ORDER BY l.seq`, [claim.centerId, claim.id]);
  return rows.map((row) => toAppealable(row, how));
}

export async function appealableLine(
  db: Db,
  at: HowAppealed & { readonly claim: ClaimRow; readonly lineId: string },
): Promise<AppealableLine | null> {
  const row = await db.row<GroundRow>(`${APPEALABLE} AND l.id = ?`, [
    at.claim.centerId,
    at.claim.id,
    at.lineId,
  ]);
  return row === null ? null : toAppealable(row, at);
}

function toAppealable(
  { settledAt, decidedOn, ...row }: GroundRow,
  { appealDays, onPaper }: HowAppealed,
): AppealableLine {
  const since = settledAt === null ? decidedOn : shanghaiDay(settledAt);
  return { ...row, untilOn: lastDayOfAppeal(since, appealDays), isOnPaper: onPaper };
}

export interface OpenAppeal {
  readonly id: string;
  readonly claimId: string;
  readonly lineId: string;
  readonly ground: 'CUT' | 'REFUSED';
  readonly askedFen: Fen;
  readonly givenBy: string;
  readonly lineName: string;
}

export const openAppeal = async (
  db: Db,
  id: string,
  lock: '' | 'FOR UPDATE' = '',
): Promise<OpenAppeal | null> =>
  await db.row<OpenAppeal>(
    `SELECT a.id, a.claim_id AS claimId, a.claim_line_id AS lineId, a.ground, a.asked_fen AS askedFen,
       IF(a.ground = 'REFUSED', v.settled_by, v.given_by) AS givenBy, CONCAT(l.month, ' #', l.seq) AS lineName
     FROM claim_appeal a JOIN claim_line_verdict v ON v.claim_line_id = a.claim_line_id
     JOIN claim_line l ON l.id = a.claim_line_id
     WHERE a.id = ? AND a.center_id IN (?) AND a.outcome IS NULL ${lock}`,
    [id, db.centers],
  );

export interface StandingAppeal extends OpenAppeal {
  readonly grantedFen: Fen;
  readonly enteredAt: Date;
  readonly isCarried: number;
  readonly month: YearMonth;
}

/** An appeal that was entered from paper and holds; one that was answered here, or annulled before, is refused. */
export async function standingPaperAppeal(
  db: Db,
  id: string,
  lock: '' | 'FOR UPDATE' = '',
): Promise<StandingAppeal> {
  const appeal = await db.row<StandingAppeal & { readonly isStanding: number }>(
    `SELECT a.id, a.claim_id AS claimId, a.claim_line_id AS lineId, a.ground, a.asked_fen AS askedFen,
       a.granted_fen AS grantedFen, COALESCE(a.entered_at, a.answered_at) AS enteredAt, a.answered_by AS givenBy,
       (a.carried_in_claim_id IS NOT NULL) AS isCarried, l.month, CONCAT(l.month, ' #', l.seq) AS lineName,
       (a.attachment_id IS NOT NULL AND a.annulled_at IS NULL) AS isStanding
     FROM claim_appeal a JOIN claim_line l ON l.id = a.claim_line_id
     WHERE a.id = ? AND a.center_id IN (?) ${lock}`,
    [id, [...db.centers, ...(db.scope.formerCenters ?? []).map(({ centerId }) => centerId)]],
  );
  if (!appeal) {
    throw new AppError('NOT_FOUND', `No appeal ${id} in reach`, { entity: 'claimAppeal', id });
  }
  if (appeal.isStanding === 0) {
    throw new AppError('APPEAL_NOT_ON_PAPER', `Appeal ${id} was not entered from paper`);
  }
  return appeal;
}
