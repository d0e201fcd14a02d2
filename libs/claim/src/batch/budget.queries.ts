import { fen, type Fen } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

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
