import { AppError, fen, type Fen, type LocalDate } from '@yibu/kernel';
import { offsetOf, type Db, type SqlValue } from '@yibu/platform';

import { DUE_ON, shownWindow } from '../clock/stage.queries.js';
import { explainRefused, type Refusal } from '../engine.js';
import { actionsFor } from '../life/action.rules.js';
import { peopleSetting } from '../life/people.setting.js';
import { UNREAD, unreadFor } from '../messages/message.queries.js';
import { readStatement } from '../review/statement.queries.js';
import { supplementable } from '../review/supplement.queries.js';
import { CLAIM_COLUMNS, visible, type ClaimRow } from './claim.access.js';
import type {
  Claim,
  ClaimFiling,
  ClaimPage,
  ClaimPayment,
  ClaimProgramTotal,
  ClaimRefusal,
  ClaimSummary,
} from './claim.graphql.js';
import type { ClaimsArgs } from './claim.inputs.js';

export const SUMMARY = `c.id, c.number, c.center_id AS centerId, n.name AS centerName,
  c.organization_id AS organizationId, o.name AS organizationName, c.period, c.revision, c.status,
  c.line_count AS lineCount, c.block_count AS blockCount, c.warn_count AS warnCount, c.claimed_fen AS claimedFen,
  c.decided_fen AS decidedFen, c.paid_fen AS paidFen, c.submitted_at AS submittedAt, c.created_at AS createdAt,
  c.late_days AS lateDays, c.kind, c.program, ${DUE_ON} AS dueOn,
  ${UNREAD} AS unreadCount`;

export const SUMMARY_FROM = `FROM claim c JOIN center n ON n.id = c.center_id
  JOIN organization o ON o.id = c.organization_id`;

export async function listClaims(db: Db, args: ClaimsArgs): Promise<ClaimPage> {
  const seen = visible(db, 'c');
  const parts = [seen.sql];
  const parameters: SqlValue[] = [...seen.parameters];
  for (const [sql, value] of [
    ['c.center_id = ?', args.centerId],
    ['c.status = ?', args.status],
    ['c.kind = ?', args.kind],
    [
      'LEFT(c.period, 4) = ?',
      args.year === undefined || args.year === null ? null : String(args.year),
    ],
  ] as const) {
    if (value !== undefined && value !== null) {
      parts.push(sql);
      parameters.push(value);
    }
  }
  if (args.isFormer === true) {
    parts.push('c.organization_id = ? AND NOT c.center_id IN (?)');
    parameters.push(db.scope.organizationId, db.centers);
  }
  const rows = await db.rows<ClaimSummary & { total: number }>(
    `SELECT ${SUMMARY}, COUNT(*) OVER () AS total ${SUMMARY_FROM} WHERE ${parts.join(' AND ')}
     ORDER BY c.period DESC, n.name, c.revision DESC, c.id LIMIT ? OFFSET ?`,
    [...unreadFor(db), ...parameters, args.pageSize, offsetOf(args)],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

interface DetailRow extends ClaimRow {
  readonly centerName: string;
  readonly organizationName: string;
  readonly preparedByName: string | null;
  readonly submittedByName: string | null;
  readonly reviewedByName: string | null;
  readonly openLineCount: number;
  readonly dueOn: LocalDate | null;
  readonly unreadCount: number;
  readonly isComputing: number;
}

const nameOf = (column: string): string =>
  `(SELECT u.display_name FROM app_user u WHERE u.id = c.${column})`;

/** The claim with all that its page shows, in seven statements. */
export async function claimDetail(db: Db, id: string, today: LocalDate): Promise<Claim> {
  const seen = visible(db, 'c');
  const row = await db.row<DetailRow>(
    `SELECT ${CLAIM_COLUMNS}, n.name AS centerName, o.name AS organizationName,
       ${nameOf('prepared_by')} AS preparedByName, ${nameOf('submitted_by')} AS submittedByName,
       ${nameOf('reviewed_by')} AS reviewedByName,
       ${DUE_ON} AS dueOn, ${UNREAD} AS unreadCount, (c.submitted_at IS NULL AND EXISTS (SELECT 1 FROM job j
         WHERE j.id = c.job_id AND j.status IN ('QUEUED', 'RUNNING'))) AS isComputing, IF(c.status = 'IN_REVIEW', (SELECT COUNT(*) FROM claim_line l
         LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id
         WHERE l.claim_id = c.id AND v.claim_line_id IS NULL
           AND (l.status = 'PAYABLE' OR (c.kind = 'AWARD' AND l.status = 'NEEDS_DECISION'))), 0) AS openLineCount
     ${SUMMARY_FROM} WHERE c.id = ? AND ${seen.sql}`,
    [...unreadFor(db), id, ...seen.parameters],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No claim ${id} in reach`, { entity: 'claim', id });
  }
  const statement = await readStatement(db, row);
  const people = await peopleSetting(db, row.centerId);
  const newest = statement.supplements.at(-1);
  const { summary: _summary, ...claim } = row;
  const { totals, refusals } = summaryOf(row);
  return {
    ...claim,
    isSinglePerson: row.isSinglePerson === 1,
    isComputing: row.isComputing === 1,
    window: await shownWindow(db, row, today),
    totals,
    refusals,
    statement,
    payments: await paymentsOf(db, row),
    filings: await filingsOf(db, row),
    actions: actionsFor(
      {
        ...row,
        decisionSource: statement.source,
        hasSupplement: statement.supplements.length > 0,
        paperSupplementFen: newest?.source === 'PAPER' ? newest.decidedFen : null,
        supplementFen: await supplementable(db, row, { today, onPaper: people.onPaper }),
      },
      db.scope,
      people,
    ),
  };
}

function summaryOf(row: ClaimRow): { totals: ClaimProgramTotal[]; refusals: ClaimRefusal[] } {
  if (row.summary === null) {
    return { totals: [], refusals: [] };
  }
  const stored = JSON.parse(row.summary) as {
    totals: { program: string; payableFen: Fen; reversalFen: Fen }[];
    refusals: Refusal[];
  };
  return {
    totals: stored.totals.map((total) => ({
      program: total.program,
      payableFen: fen(total.payableFen),
      reversalFen: fen(total.reversalFen),
    })),
    refusals: stored.refusals.map(toRefusal),
  };
}

function toRefusal(refusal: Refusal): ClaimRefusal {
  const words = explainRefused(refusal);
  return {
    program: refusal.program,
    code: refusal.code,
    params: JSON.stringify(refusal.params),
    textZh: words.zh,
    textEn: words.en,
  };
}

const paymentsOf = async (db: Db, claim: ClaimRow): Promise<ClaimPayment[]> =>
  await db.rows<ClaimPayment>(
    `SELECT p.id, p.amount_fen AS amountFen, p.paid_on AS paidOn, p.receipt_number AS receiptNumber, p.source,
       p.attachment_id AS attachmentId, u.display_name AS recordedByName, p.created_at AS createdAt, p.kind,
       (SELECT k.number FROM claim k WHERE k.id = p.offset_claim_id) AS offsetNumber,
       (SELECT CONCAT(b.month, ' ', b.number) FROM payment_batch b WHERE b.id = p.batch_id) AS batchNumber
     FROM payment p LEFT JOIN app_user u ON u.id = p.recorded_by
     WHERE p.claim_id = ? AND p.center_id = ? ORDER BY p.paid_on, p.id`,
    [claim.id, claim.centerId],
  );

async function filingsOf(db: Db, claim: ClaimRow): Promise<ClaimFiling[]> {
  const rows = await db.rows<Omit<ClaimFiling, 'path'>>(
    `SELECT id, language, size, sha256, created_at AS createdAt FROM claim_filing
     WHERE claim_id = ? AND center_id = ? ORDER BY language DESC`,
    [claim.id, claim.centerId],
  );
  return rows.map((row) => ({
    ...row,
    path: `/export/filing/${claim.id}?language=${row.language}`,
  }));
}
