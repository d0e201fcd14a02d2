import type { Fen } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';

export interface UpheldAppeal {
  readonly id: string;
  readonly amountFen: Fen;
}

/** What was granted on appeal to the operator of a claim and no decision has carried yet. */
export const upheldFor = async (db: Db, claim: ClaimRow): Promise<readonly UpheldAppeal[]> =>
  await db.rows<UpheldAppeal>(
    `SELECT a.id, a.granted_fen AS amountFen FROM claim_appeal a JOIN claim c ON c.id = a.claim_id
     WHERE a.center_id = ? AND c.organization_id = ? AND a.outcome = 'UPHELD' AND a.carried_in_claim_id IS NULL
       AND a.claim_id <> ? ORDER BY a.id`,
    [claim.centerId, claim.organizationId, claim.id],
  );

/** The decision of the claim carries it: once, whoever decides at the same time. */
export async function carryAppeals(
  tx: Tx,
  claim: ClaimRow,
  upheld: readonly UpheldAppeal[],
): Promise<void> {
  if (upheld.length > 0) {
    await tx.execute(
      `UPDATE claim_appeal SET carried_in_claim_id = ?
       WHERE id IN (?) AND center_id IN (?) AND carried_in_claim_id IS NULL`,
      [claim.id, upheld.map(({ id }) => id), tx.centers],
    );
  }
}
