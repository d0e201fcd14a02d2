import { AppError, fen, type Fen, type LocalDate } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';

import type { Appropriation, YearBudget } from './batch.graphql.js';

interface Sums {
  readonly decidedFen: number;
  readonly paidFen: number;
  readonly inBatchFen: number;
}

/** What the county set aside for a year, and what was decided, paid and asked for against it. */
export async function readBudget(db: Db, countyCode: string, year: number): Promise<YearBudget> {
  const entries = await db.rows<Appropriation>(
    `SELECT a.id, a.on_day AS onDay, a.amount_fen AS amountFen, a.document_number AS documentNumber, a.note,
       u.display_name AS enteredByName
     FROM appropriation a LEFT JOIN app_user u ON u.id = a.entered_by
     WHERE a.county_code = ? AND a.county_code IN (?) AND a.year = ? ORDER BY a.on_day, a.id`,
    [countyCode, db.scope.countyCodes, year],
  );
  const [from, until] = [`${year}-01-01`, `${year + 1}-01-01`];
  const sums = await db.row<Sums>(
    `SELECT
       (SELECT CAST(COALESCE(SUM(d.decided_fen), 0) AS SIGNED) FROM claim_decision d JOIN claim c ON c.id = d.claim_id
         WHERE c.county_code = ? AND c.center_id IN (?) AND d.decided_on >= ? AND d.decided_on < ?
           AND d.annulled_at IS NULL) AS decidedFen,
       (SELECT CAST(COALESCE(SUM(p.amount_fen), 0) AS SIGNED) FROM payment p JOIN claim c ON c.id = p.claim_id
         WHERE c.county_code = ? AND c.center_id IN (?) AND p.kind = 'CASH' AND p.paid_on >= ? AND p.paid_on < ?) AS paidFen,
       (SELECT CAST(COALESCE(SUM(i.amount_fen), 0) AS SIGNED) FROM payment_batch_item i
         JOIN payment_batch b ON b.id = i.batch_id
         WHERE b.county_code = ? AND i.center_id IN (?) AND i.state = 'ASKED' AND b.month LIKE ?) AS inBatchFen`,
    [
      ...[countyCode, db.centers, from, until],
      ...[countyCode, db.centers, from, until],
      ...[countyCode, db.centers, `${year}-%`],
    ],
  );
  const appropriatedFen: Fen = fen(entries.reduce((sum, { amountFen }) => sum + amountFen, 0));
  const { decidedFen = 0, paidFen = 0, inBatchFen = 0 } = sums ?? {};
  return {
    countyCode,
    year,
    appropriatedFen,
    decidedFen: fen(decidedFen),
    paidFen: fen(paidFen),
    inBatchFen: fen(inBatchFen),
    leftFen: fen(appropriatedFen - paidFen - inBatchFen),
    entries,
  };
}

/**
 * A bureau pays no more in a year than its county set aside for it (预算法 2018, art. 13); what is beyond is paid in part
 * or after more was set aside. The year's entries are held until the payment stands, so two payments cannot share the
 * last yuan. A county without an entry for the year has no limit here; money that comes back is never refused.
 */
export async function assertWithinBudget(
  tx: Tx,
  countyCode: string,
  payment: { readonly paidOn: LocalDate; readonly amountFen: Fen },
): Promise<void> {
  if (payment.amountFen <= 0) {
    return;
  }
  const year = Number(payment.paidOn.slice(0, 4));
  const entries = await tx.rows<{ amountFen: number }>(
    `SELECT amount_fen AS amountFen FROM appropriation
     WHERE county_code = ? AND county_code IN (?) AND year = ? FOR UPDATE`,
    [countyCode, tx.scope.countyCodes, year],
  );
  if (entries.length === 0) {
    return;
  }
  // The whole county's money, whichever of its centers the payer answers for.
  const paid = await tx.row<{ fen: number }>(
    `SELECT CAST(COALESCE(SUM(p.amount_fen), 0) AS SIGNED) AS fen FROM payment p JOIN claim c ON c.id = p.claim_id
     WHERE c.county_code = ? AND c.county_code IN (?) AND p.kind = 'CASH' AND p.paid_on >= ? AND p.paid_on < ?`,
    [countyCode, tx.scope.countyCodes, `${year}-01-01`, `${year + 1}-01-01`],
  );
  const appropriatedFen = entries.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const leftFen = Math.max(0, appropriatedFen - (paid?.fen ?? 0));
  if (payment.amountFen > leftFen) {
    throw new AppError('BUDGET_SHORT', `${payment.amountFen} of ${leftFen} left in ${year}`, {
      year,
      leftFen,
    });
  }
}
