import { assert, fen, type Fen, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { assertAccountInReach, visible } from '../claims/claim.access.js';
import { askedYear } from '../life/year.rules.js';
import type { AccountEntry, AccountStatement } from './recovery.graphql.js';

type Row = Omit<AccountEntry, 'balanceFen'>;

/** Every decision and every payment of a center in order, and what was owed after each. */
export async function accountStatement(
  db: Db,
  centerId: string,
  asked: number | string | undefined,
): Promise<AccountStatement> {
  const year = askedYear(asked);
  await assertAccountInReach(db, centerId);
  const center = await db.row<{ name: string }>('SELECT name FROM center WHERE id = ?', [centerId]);
  assert(center, 'a center in reach has a name');
  const seen = visible(db, 'c');
  const rows = await db.rows<Row>(
    `SELECT d.id, d.decided_on AS \`on\`, 'DECIDED' AS kind, c.id AS claimId, c.number, c.period,
       c.kind AS claimKind, c.program, d.document_number AS reference, d.decided_fen AS amountFen, d.decided_at AS at
     FROM claim_decision d JOIN claim c ON c.id = d.claim_id WHERE c.center_id = ? AND d.annulled_at IS NULL AND ${seen.sql}
     UNION ALL
     SELECT p.id, p.paid_on, IF(p.kind = 'OFFSET', 'OFFSET', IF(p.amount_fen < 0, 'RECOVERED', 'PAID')), c.id, c.number,
       c.period, c.kind, c.program, IF(p.kind = 'OFFSET', (SELECT k.number FROM claim k WHERE k.id = p.offset_claim_id), p.receipt_number),
       -p.amount_fen, p.created_at
     FROM payment p JOIN claim c ON c.id = p.claim_id WHERE c.center_id = ? AND ${seen.sql}
     ORDER BY 2, 11, 1`,
    [centerId, ...seen.parameters, centerId, ...seen.parameters],
  );
  return { centerName: center.name, ...totalled(rows, year) };
}

/** The balance runs through all years; the sums and the entries are those of the year. */
function totalled(rows: readonly Row[], year: number): Omit<AccountStatement, 'centerName'> {
  let balance = 0;
  const entries: AccountEntry[] = [];
  for (const row of rows) {
    balance += row.amountFen;
    if (isOfYear(row.on, year)) {
      entries.push({ ...row, balanceFen: fen(balance) });
    }
  }
  const sum = (kind: string, of = (value: number) => value): Fen =>
    fen(
      entries
        .filter((entry) => entry.kind === kind)
        .reduce((total, { amountFen }) => total + of(amountFen), 0),
    );
  return {
    decidedFen: sum('DECIDED'),
    paidFen: sum('PAID', (value) => -value),
    recoveredFen: sum('RECOVERED'),
    // Each offset is a pair that comes to nothing: half of it is what was netted.
    offsetFen: sum('OFFSET', (value) => Math.max(value, 0)),
    balanceFen: fen(balance),
    entries,
  };
}

const isOfYear = (day: LocalDate, year: number): boolean => day.startsWith(`${year}-`);
