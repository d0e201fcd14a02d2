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
       AND a.annulled_at IS NULL AND a.claim_id <> ? ORDER BY a.id`,
    [claim.centerId, claim.organizationId, claim.id],
  );

/** The decision of the claim carries it: once, whoever decides at the same time. */
export async function carryAppeals(
  tx: Tx,
  decision: { readonly id: string; readonly claimId: string },
  upheld: readonly UpheldAppeal[],
): Promise<void> {
  if (upheld.length > 0) {
    await tx.execute(
      `UPDATE claim_appeal SET carried_in_claim_id = ?, carried_by_id = ?
       WHERE id IN (?) AND center_id IN (?) AND carried_in_claim_id IS NULL`,
      [decision.claimId, decision.id, upheld.map(({ id }) => id), tx.centers],
    );
  }
}

/** The decision that carried them was entered wrongly: they wait for the next one, as they did before. */
export const uncarryAppeals = async (tx: Tx, decisionId: string): Promise<number> =>
  await tx.execute(
    `UPDATE claim_appeal SET carried_in_claim_id = NULL, carried_by_id = NULL
     WHERE carried_by_id = ? AND center_id IN (?)`,
    [decisionId, tx.centers],
  );
