import { BLOCKED_OF_CLAIM } from '../notice/objection.block.js';
import { AppError, fen, type Fen, type LocalDate } from '@yibu/kernel';
import { offsetOf, type Db } from '@yibu/platform';

import { debtsDue } from '../recovery/recovery.queries.js';
import type {
  PayableClaim,
  PayableClaimList,
  PaymentBatch,
  PaymentBatchItem,
  PaymentBatchPage,
  PaymentBatchSummary,
  PaymentBatchesArgs,
} from './batch.graphql.js';
import { readBudget } from './budget.queries.js';

type PayableRow = Omit<PayableClaim, 'openFen' | 'isDue' | 'debtDueFen' | 'hasPayee'> & {
  readonly status: string;
  /** Of lines that an objection stands against. */
  readonly blockedFen: number | null;
  readonly organizationId: string;
  readonly noticeDays: number | null;
  readonly source: string;
  readonly payees: number;
  readonly total: number;
};

/** Decided claims of the county with money coming, the oldest decision first; those decided on paper are paid there. */
export async function payableClaims(db: Db, today: LocalDate): Promise<PayableClaimList> {
  const rows = await db.rows<PayableRow>(
    `SELECT c.id AS claimId, c.number, c.center_id AS centerId, n.name AS centerName,
       c.organization_id AS organizationId, o.name AS organizationName, c.period, c.kind, c.program, c.decided_fen AS decidedFen,
       c.paid_fen AS paidFen, d.decided_on AS decidedOn, c.notice_until AS noticeUntil, d.source,
       c.status, ${BLOCKED_OF_CLAIM} AS blockedFen, CAST(JSON_VALUE(y.settings, '$.noticeDays') AS SIGNED) AS noticeDays,
       (SELECT CONCAT(b.month, ' ', b.number) FROM payment_batch_item i JOIN payment_batch b ON b.id = i.batch_id
         WHERE i.claim_id = c.id AND i.state = 'ASKED' LIMIT 1) AS batchName,
       (SELECT IF(i.state = 'REFUSED', i.reason, NULL) FROM payment_batch_item i WHERE i.claim_id = c.id
         AND i.state <> 'CANCELLED' ORDER BY i.id DESC LIMIT 1) AS refusedReason,
       (SELECT COUNT(*) FROM bank_account a WHERE a.center_id = c.center_id
         AND a.organization_id = c.organization_id AND a.ended_at IS NULL) AS payees,
       COUNT(*) OVER () AS total
     FROM claim c JOIN claim_decision d ON d.live_claim_id = c.id JOIN center n ON n.id = c.center_id
     JOIN organization o ON o.id = c.organization_id JOIN county y ON y.code = c.county_code
     WHERE c.center_id IN (?) AND c.status IN ('DECIDED', 'NOTICED') AND c.decided_fen > c.paid_fen
       AND d.source = 'BUREAU'
     ORDER BY d.decided_on, n.name, c.id LIMIT 500`,
    [db.centers],
  );
  const debts = await debtsDue(db, today);
  const items = rows.map((row) =>
    toPayable(row, today, debts.get(`${row.centerId} ${row.organizationId}`) ?? fen(0)),
  );
  return { items, total: Number(rows[0]?.total ?? 0) };
}

function toPayable(row: PayableRow, today: LocalDate, debtDueFen: Fen): PayableClaim {
  const {
    organizationId: _of,
    source: _source,
    total: _total,
    noticeDays,
    payees,
    status,
    blockedFen,
    ...claim
  } = row;
  return {
    ...claim,
    openFen: fen(Math.max(0, row.decidedFen - row.paidFen - Math.max(0, blockedFen ?? 0))),
    isDue:
      (!noticeDays && status !== 'NOTICED') ||
      (row.noticeUntil !== null && row.noticeUntil <= today),
    debtDueFen,
    hasPayee: payees > 0,
  };
}

const SUMMARY = `b.id, b.month, b.number, b.status, b.total_fen AS totalFen, b.note, b.created_at AS createdAt,
  u.display_name AS createdByName,
  (SELECT CAST(COALESCE(SUM(i.paid_fen), 0) AS SIGNED) FROM payment_batch_item i WHERE i.batch_id = b.id) AS paidFen,
  (SELECT COUNT(*) FROM payment_batch_item i WHERE i.batch_id = b.id) AS itemCount,
  (SELECT COUNT(*) FROM payment_batch_item i WHERE i.batch_id = b.id AND i.state = 'ASKED') AS openCount,
  (SELECT COUNT(*) FROM payment_batch_item i WHERE i.batch_id = b.id AND i.state = 'REFUSED') AS refusedCount`;

export async function listBatches(db: Db, args: PaymentBatchesArgs): Promise<PaymentBatchPage> {
  const status = args.status ?? null;
  const rows = await db.rows<PaymentBatchSummary & { total: number }>(
    `SELECT ${SUMMARY}, COUNT(*) OVER () AS total FROM payment_batch b LEFT JOIN app_user u ON u.id = b.created_by
     WHERE b.county_code IN (?) AND (? IS NULL OR b.status = ?)
     ORDER BY b.created_at DESC, b.id DESC LIMIT ? OFFSET ?`,
    [db.scope.countyCodes, status, status, args.pageSize, offsetOf(args)],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

type BatchRow = PaymentBatchSummary & { readonly countyCode: string; readonly createdBy: string };

export async function findBatch(db: Db, id: string): Promise<PaymentBatch> {
  const batch = await db.row<BatchRow>(
    `SELECT ${SUMMARY}, b.county_code AS countyCode, b.created_by AS createdBy
     FROM payment_batch b LEFT JOIN app_user u ON u.id = b.created_by WHERE b.id = ? AND b.county_code IN (?)`,
    [id, db.scope.countyCodes],
  );
  if (!batch) {
    throw new AppError('NOT_FOUND', `No batch ${id} in reach`, { entity: 'paymentBatch', id });
  }
  const { countyCode, createdBy, ...summary } = batch;
  const items = await itemsOf(db, id);
  const { permissions, userId } = db.scope;
  const isOpen = summary.status === 'SENT';
  return {
    ...summary,
    items,
    canConfirm: isOpen && permissions.has('payment.confirm') && createdBy !== userId,
    canCancel:
      isOpen && permissions.has('payment.write') && items.every(({ state }) => state === 'ASKED'),
    budget: await readBudget(db, countyCode, Number(summary.month.slice(0, 4))),
  };
}

export const itemsOf = async (db: Db, batchId: string): Promise<PaymentBatchItem[]> =>
  await db.rows<PaymentBatchItem>(
    `SELECT i.id, i.claim_id AS claimId, c.number, i.center_id AS centerId, n.name AS centerName,
       o.name AS organizationName, c.period, c.kind, c.program, i.amount_fen AS amountFen, i.state, i.paid_fen AS paidFen, i.reason,
       u.display_name AS settledByName, i.settled_at AS settledAt,
       COALESCE(JSON_VALUE(p.payee, '$.holder'), a.holder_name) AS payeeHolder,
       COALESCE(JSON_VALUE(p.payee, '$.bank'), a.bank_name) AS payeeBank,
       COALESCE(JSON_VALUE(p.payee, '$.last4'), a.number_last4) AS payeeLast4, p.receipt_number AS receiptNumber, p.paid_on AS paidOn,
       p.attachment_id AS attachmentId
     FROM payment_batch_item i JOIN claim c ON c.id = i.claim_id JOIN center n ON n.id = i.center_id
     JOIN organization o ON o.id = c.organization_id LEFT JOIN app_user u ON u.id = i.settled_by
     LEFT JOIN bank_account a ON a.id = (SELECT x.id FROM bank_account x WHERE x.center_id = i.center_id
       AND x.organization_id = c.organization_id AND x.ended_at IS NULL ORDER BY x.created_at DESC, x.id DESC LIMIT 1)
     LEFT JOIN payment p ON p.batch_id = i.batch_id AND p.claim_id = i.claim_id
     WHERE i.batch_id = ? AND i.center_id IN (?) ORDER BY n.name, c.period, i.id`,
    [batchId, db.centers],
  );
