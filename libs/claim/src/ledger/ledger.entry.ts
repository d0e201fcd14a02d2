import { AppError } from '@yibu/kernel';
import { newId, type Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import type { Computation } from '../claims/claim.computer.js';
import { insertRows } from '../claims/claim.store.js';

const LEDGER_INSERT = `INSERT INTO ledger_entry (id, center_id, organization_id, program, subject_kind, subject_id,
  month, amount_fen, status, claim_id, claim_line_id, digest, created_at) VALUES ?`;

export interface PayableLine {
  readonly id: string;
  readonly program: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly month: string;
  readonly amountFen: number;
  readonly digest: string | null;
}

/** The payable lines of a submission hold their amounts from now on. */
export async function enterLedger(
  tx: Tx,
  claim: ClaimRow,
  { done, now }: { readonly done: Computation; readonly now: Date },
): Promise<void> {
  const digests = new Map(done.assessment.lines.map((line) => [line.id, line.digest]));
  const rows = await tx.rows<Omit<PayableLine, 'digest'> & { readonly engineLine: string }>(
    `SELECT id, program, subject_kind AS subjectKind, subject_id AS subjectId, month, amount_fen AS amountFen,
       engine_line AS engineLine FROM claim_line WHERE claim_id = ? AND center_id IN (?) AND status = 'PAYABLE' ORDER BY seq`,
    [claim.id, tx.centers],
  );
  const lines = rows.map(({ engineLine, ...line }) => ({
    ...line,
    digest: digests.get(engineLine) ?? null,
  }));
  await assertNotHeld(tx, claim, lines);
  await enterLine(tx, claim, lines, now);
}

export async function enterLine(
  tx: Tx,
  claim: ClaimRow,
  lines: readonly PayableLine[],
  now: Date,
): Promise<void> {
  await insertRows(
    tx,
    LEDGER_INSERT,
    lines.map((line) => [
      newId(),
      claim.centerId,
      claim.organizationId,
      line.program,
      line.subjectKind,
      line.subjectId,
      line.month,
      line.amountFen,
      'SUBMITTED',
      claim.id,
      line.id,
      line.digest,
      now,
    ]),
  );
}

/** What is paid once is entered once. The unique key of the table says the same to whoever comes another way. */
export async function assertNotHeld(
  tx: Tx,
  claim: ClaimRow,
  lines: readonly PayableLine[],
): Promise<void> {
  const once = lines.filter(
    ({ subjectKind, amountFen }) => subjectKind === 'project' && amountFen > 0,
  );
  if (once.length === 0) {
    return;
  }
  const held = await tx.row<{ number: string | null }>(
    `SELECT (SELECT c.number FROM claim c WHERE c.id = e.claim_id) AS number FROM ledger_entry e
     WHERE e.center_id IN (?) AND e.once_key IN (?) LIMIT 1`,
    [tx.centers, once.map(({ program, subjectId }) => `${program}/${subjectId}`)],
  );
  if (held) {
    throw new AppError('AWARD_HELD', `${claim.number}: awarded before`, {
      number: held.number ?? '',
    });
  }
}
