import { AppError, fen, type Fen, type LocalDate } from '@yibu/kernel';
import { offsetOf, type Db, type SqlValue, type Tx } from '@yibu/platform';

import { visible, type ClaimRow } from '../claims/claim.access.js';
import { CONTENTS, contentsOf } from '../claims/claim.contents.js';
import type { ClaimKind } from '../life/claim.kinds.js';
import type {
  OffsetCandidate,
  RecoveriesArgs,
  Recovery,
  RecoveryPage,
} from './recovery.graphql.js';
import { coverInstalments, dueOfDebt, type Instalment } from './recovery.rules.js';

interface DebtRow {
  readonly claimId: string;
  readonly number: string;
  readonly centerId: string;
  readonly centerName: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly period: string;
  readonly kind: ClaimKind;
  readonly program: string;
  readonly decidedOn: LocalDate;
  readonly debtFen: Fen;
  readonly offsetFen: Fen;
  readonly openFen: Fen;
  readonly planFen: Fen | null;
  readonly agreedOn: LocalDate | null;
  readonly documentNumber: string | null;
  readonly note: string | null;
  readonly contents: string | null;
  readonly source: string;
  /** The instalments of the plan as JSON text, in their order; null where none was agreed. */
  readonly plan: string | null;
  readonly total: number;
  readonly sumFen: Fen;
}

const planOf = ({ plan }: DebtRow): Instalment[] | null =>
  plan === null ? null : (JSON.parse(plan) as Instalment[]);

const DEBT = `SELECT c.id AS claimId, c.number, c.center_id AS centerId, n.name AS centerName,
    c.organization_id AS organizationId, o.name AS organizationName, c.period, c.kind, c.program, d.decided_on AS decidedOn,
    -c.decided_fen AS debtFen, c.paid_fen - c.decided_fen AS openFen, d.source,
    (SELECT CAST(COALESCE(-SUM(p.amount_fen), 0) AS SIGNED) FROM payment p WHERE p.claim_id = c.id
      AND p.kind = 'OFFSET') AS offsetFen,
    (SELECT CONCAT('', JSON_ARRAYAGG(JSON_OBJECT('dueOn', i.due_on, 'amountFen', i.amount_fen) ORDER BY i.seq))
      FROM recovery_instalment i WHERE i.claim_id = c.id AND i.center_id = c.center_id) AS plan,
    r.debt_fen AS planFen, r.agreed_on AS agreedOn, r.document_number AS documentNumber, r.note,
    ${CONTENTS} AS contents,
    COUNT(*) OVER () AS total, CAST(SUM(c.paid_fen - c.decided_fen) OVER () AS SIGNED) AS sumFen
  FROM claim c JOIN claim_decision d ON d.live_claim_id = c.id JOIN center n ON n.id = c.center_id
  JOIN organization o ON o.id = c.organization_id LEFT JOIN recovery_plan r ON r.claim_id = c.id
  WHERE c.decided_fen < 0`;

/** Decisions below zero, what is still owed first. */
export async function listRecoveries(
  db: Db,
  args: RecoveriesArgs,
  today: LocalDate,
): Promise<RecoveryPage> {
  const seen = visible(db, 'c');
  const parts = [seen.sql];
  const parameters: SqlValue[] = [...seen.parameters];
  if (args.centerId) {
    parts.push('c.center_id = ?');
    parameters.push(args.centerId);
  }
  if (args.isOpen !== undefined && args.isOpen !== null) {
    parts.push(args.isOpen ? 'c.paid_fen > c.decided_fen' : 'c.paid_fen = c.decided_fen');
  }
  const rows = await db.rows<DebtRow>(
    `${DEBT} AND ${parts.join(' AND ')} ORDER BY c.paid_fen = c.decided_fen, d.decided_on, c.id LIMIT ? OFFSET ?`,
    [...parameters, args.pageSize, offsetOf(args)],
  );
  const candidates = await candidatesOf(db, rows);
  return {
    items: rows.map((row) => toRecovery(db, row, { candidates, today })),
    total: rows[0]?.total ?? 0,
    openFen: fen(rows[0]?.sumFen ?? 0),
  };
}

const keyOf = (row: { readonly centerId: string; readonly organizationId: string }): string =>
  `${row.centerId} ${row.organizationId}`;

function toRecovery(
  db: Db,
  row: DebtRow,
  given: {
    readonly candidates: ReadonlyMap<string, OffsetCandidate[]>;
    readonly today: LocalDate;
  },
): Recovery {
  const {
    total: _total,
    sumFen: _sum,
    plan: _plan,
    planFen,
    source,
    organizationId: _org,
    ...shown
  } = row;
  const plan = planOf(row);
  const sincePlan = planFen === null ? 0 : planFen - row.openFen;
  const isOpen = row.openFen > 0;
  const candidates = isOpen ? (given.candidates.get(keyOf(row)) ?? []) : [];
  const mayPay = db.scope.permissions.has('payment.write') && source === 'BUREAU';
  return {
    ...shown,
    contents: contentsOf(row.contents),
    cashFen: fen(row.debtFen - row.openFen - row.offsetFen),
    dueFen: dueOfDebt(
      { openFen: row.openFen, recoveredSincePlanFen: sincePlan },
      plan,
      given.today,
    ),
    instalments: plan === null ? [] : coverInstalments(plan, sincePlan, given.today),
    candidates,
    canPlan: isOpen && mayPay && plan === null,
    canOffset: isOpen && mayPay && candidates.length > 0,
  };
}

interface CandidateRow extends Omit<OffsetCandidate, 'contents'> {
  readonly contents: string | null;
  readonly centerId: string;
  readonly organizationId: string;
}

/** Claims with money coming, of the same centers and operators. */
async function candidatesOf(
  db: Db,
  debts: readonly DebtRow[],
): Promise<Map<string, OffsetCandidate[]>> {
  const rows = await db.rows<CandidateRow>(
    `SELECT c.id AS claimId, c.number, c.period, c.kind, c.program, ${CONTENTS} AS contents, c.decided_fen - c.paid_fen AS openFen, c.center_id AS centerId,
       c.organization_id AS organizationId FROM claim c
     WHERE c.center_id IN (?) AND c.status IN ('DECIDED', 'NOTICED') AND c.decided_fen > c.paid_fen
       AND NOT EXISTS (SELECT 1 FROM payment_batch_item i WHERE i.claim_id = c.id AND i.state = 'ASKED')
     ORDER BY c.period, c.id`,
    [debts.map(({ centerId }) => centerId)],
  );
  const found = new Map<string, OffsetCandidate[]>();
  for (const { centerId, organizationId, ...candidate } of rows) {
    const key = keyOf({ centerId, organizationId });
    found.set(key, [
      ...(found.get(key) ?? []),
      { ...candidate, contents: contentsOf(candidate.contents) },
    ]);
  }
  return found;
}

/** What each center's operator owes today: `centerId organizationId` to fen. */
export async function debtsDue(
  db: Db,
  today: LocalDate,
  centers = db.centers,
): Promise<Map<string, Fen>> {
  const rows = await db.rows<DebtRow>(
    `${DEBT} AND c.center_id IN (?) AND c.paid_fen > c.decided_fen AND d.source = 'BUREAU'`,
    [centers],
  );
  const due = new Map<string, Fen>();
  for (const row of rows) {
    const sincePlan = row.planFen === null ? 0 : row.planFen - row.openFen;
    const debt = { openFen: row.openFen, recoveredSincePlanFen: sincePlan };
    const owed = dueOfDebt(debt, planOf(row), today);
    due.set(keyOf(row), fen((due.get(keyOf(row)) ?? 0) + owed));
  }
  return due;
}

/** Whoever owes is not paid past it: what is due is netted first, or a plan agreed. */
export async function assertNoDebtDue(tx: Tx, claim: ClaimRow, today: LocalDate): Promise<void> {
  const owed = (await debtsDue(tx, today, [claim.centerId])).get(keyOf(claim)) ?? 0;
  if (owed > 0) {
    throw new AppError('DEBT_FIRST', `${owed} fen are due from the operator of ${claim.number}`, {
      debtFen: owed,
    });
  }
}
