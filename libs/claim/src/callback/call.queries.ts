import { AppError, type LocalDate } from '@yibu/kernel';
import { offsetOf, type Db } from '@yibu/platform';

import { countiesOf } from '../registry/registry.repository.js';
import type {
  Call,
  CallDetail,
  CallFigures,
  CallPage,
  CallsArgs,
  CallSubject,
  CallTry,
} from './call.graphql.js';

const CALL = `k.id, k.claim_id AS claimId, k.center_id AS centerId, n.name AS centerName, c.period,
  k.subject_name AS subjectName, k.program, k.sample_id AS sampleId, k.status, k.rendered,
  k.asked_money AS askedMoney, k.money_fen AS moneyFen, k.note, k.next_on AS nextOn, k.try_count AS tryCount,
  k.queued_at AS queuedAt, (SELECT u.display_name FROM app_user u WHERE u.id = k.done_by) AS doneByName,
  k.done_at AS doneAt, k.version`;

const CALL_FROM = `FROM callback_call k JOIN claim c ON c.id = k.claim_id JOIN center n ON n.id = k.center_id`;

/** Calls are the bureau's: an operator has none, whatever it asks. */
const MINE = 'k.center_id IN (?) AND n.county_code IN (?)';
const mine = (db: Db): readonly [readonly string[], readonly string[]] => [
  db.centers,
  countiesOf(db.scope),
];

/** Answers that contradict what is claimed. */
export const CONTRADICTS = `(k.rendered IN ('NO', 'PARTLY') OR k.asked_money = 'YES')`;

/** Whose day has come first, then the longest waiting. */
const IN_TURN = `k.status <> 'OPEN', COALESCE(k.next_on, DATE(k.queued_at + INTERVAL 8 HOUR)), k.id`;

export async function listCalls(db: Db, args: CallsArgs): Promise<CallPage> {
  const status = args.status ?? null;
  const rows = await db.rows<Call & { total: number }>(
    `SELECT ${CALL}, COUNT(*) OVER () AS total ${CALL_FROM} WHERE ${MINE} AND (? IS NULL OR k.status = ?)
     ORDER BY ${IN_TURN} LIMIT ? OFFSET ?`,
    [...mine(db), status, status, args.pageSize, offsetOf(args)],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function findCall(db: Db, id: string, today: LocalDate): Promise<CallDetail> {
  const call = await db.row<Call>(`SELECT ${CALL} ${CALL_FROM} WHERE k.id = ? AND ${MINE}`, [
    id,
    ...mine(db),
  ]);
  if (!call) {
    throw new AppError('NOT_FOUND', `No call ${id} in reach`, { entity: 'callback', id });
  }
  const tries = await db.rows<CallTry>(
    `SELECT t.id, t.outcome, t.note, t.next_on AS nextOn, u.display_name AS triedByName, t.tried_at AS triedAt
     FROM callback_try t LEFT JOIN app_user u ON u.id = t.tried_by
     WHERE t.call_id = ? AND t.center_id IN (?) ORDER BY t.tried_at DESC, t.id DESC`,
    [id, db.centers],
  );
  const subjects = await db.rows<CallSubject>(
    `SELECT l.program, l.month, l.quantity, l.unit FROM callback_call k JOIN claim_line l ON l.claim_id = k.claim_id
       AND l.subject_id = k.subject_id AND l.status = 'PAYABLE' AND (k.program IS NULL OR k.program = l.program)
     WHERE k.id = ? AND k.center_id IN (?) ORDER BY l.month DESC, l.program LIMIT 50`,
    [id, db.centers],
  );
  const next = await db.row<{ id: string }>(
    `SELECT k.id ${CALL_FROM} WHERE ${MINE} AND k.status = 'OPEN' AND k.id <> ?
       AND (k.next_on IS NULL OR k.next_on <= ?) ORDER BY ${IN_TURN} LIMIT 1`,
    [...mine(db), id, today],
  );
  return { ...call, tries, subjects, nextCallId: next?.id ?? null };
}

export async function callFigures(db: Db, today: LocalDate): Promise<CallFigures> {
  const count = (condition: string): string =>
    `CAST(COALESCE(SUM(IF(${condition}, 1, 0)), 0) AS SIGNED)`;
  const row = await db.row<CallFigures>(
    `SELECT COUNT(*) AS total, ${count('k.try_count > 0')} AS called, ${count(`k.status = 'REACHED'`)} AS reached,
       ${count(CONTRADICTS)} AS contradicted,
       ${count(`k.status = 'OPEN' AND (k.next_on IS NULL OR k.next_on <= ?)`)} AS due
     ${CALL_FROM} WHERE ${MINE}`,
    [today, ...mine(db)],
  );
  return row ?? { total: 0, called: 0, reached: 0, contradicted: 0, due: 0 };
}
