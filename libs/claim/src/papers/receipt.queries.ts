import { AppError } from '@yibu/kernel';
import type { FilingLanguage, ReceiptInput, ReceiptPayment } from '@yibu/filing';
import type { Db } from '@yibu/platform';

import { findClaim, visible, type ClaimRow } from '../claims/claim.access.js';
import { headOf } from './paper.ground.js';

interface PaymentRow extends ReceiptPayment {
  readonly id: string;
  readonly source: 'BUREAU' | 'PAPER';
  readonly payee: string | null;
  readonly recordedBy: string | null;
  readonly createdAt: Date;
}

export interface PaidClaim {
  readonly claim: ClaimRow;
  readonly input: ReceiptInput;
}

/** One payment, with those before it; of a claim that the caller may see, or it does not exist. */
export async function readReceipt(
  db: Db,
  paymentId: string,
  language: FilingLanguage,
): Promise<PaidClaim> {
  const seen = visible(db, 'c');
  const found = await db.row<{ claimId: string }>(
    `SELECT p.claim_id AS claimId FROM payment p JOIN claim c ON c.id = p.claim_id WHERE p.id = ? AND ${seen.sql}`,
    [paymentId, ...seen.parameters],
  );
  if (!found) {
    throw new AppError('NOT_FOUND', `No payment ${paymentId}`, {
      entity: 'payment',
      id: paymentId,
    });
  }
  const claim = await findClaim(db, found.claimId);
  const rows = await db.rows<PaymentRow>(
    `SELECT p.id, p.amount_fen AS amountFen, p.paid_on AS paidOn, p.receipt_number AS voucher, p.source, p.payee,
       u.display_name AS recordedBy, p.created_at AS createdAt
     FROM payment p LEFT JOIN app_user u ON u.id = p.recorded_by
     WHERE p.claim_id = ? AND p.center_id = ? ORDER BY p.created_at, p.id`,
    [claim.id, claim.centerId],
  );
  const end = rows.findIndex(({ id }) => id === paymentId);
  const until = rows.slice(0, end + 1);
  const last = until.at(-1);
  return {
    claim,
    input: {
      claim: await headOf(db, claim),
      decidedFen: claim.decidedFen ?? 0,
      payments: until.map(({ amountFen, paidOn, voucher }) => ({ amountFen, paidOn, voucher })),
      payee: last?.payee ? (JSON.parse(last.payee) as ReceiptInput['payee']) : null,
      source: last?.source ?? 'BUREAU',
      recordedBy: last?.recordedBy ?? '',
      recordedAt: (last?.createdAt ?? new Date(0)).toISOString(),
      language,
    },
  };
}
