import { AppError } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';

/** A claim that a batch asks to be paid is not paid, asked for or netted beside it. The claim's row is locked. */
export async function assertInNoBatch(tx: Tx, claim: ClaimRow): Promise<void> {
  const batch = await tx.row<{ name: string }>(
    `SELECT CONCAT(b.month, ' ', b.number) AS name FROM payment_batch_item i JOIN payment_batch b ON b.id = i.batch_id
     WHERE i.claim_id = ? AND i.center_id IN (?) AND i.state = 'ASKED' LIMIT 1`,
    [claim.id, tx.centers],
  );
  if (batch) {
    throw new AppError('BATCH_HOLDS_CLAIM', `Claim ${claim.number} is in batch ${batch.name}`, {
      number: claim.number,
      batch: batch.name,
    });
  }
}
