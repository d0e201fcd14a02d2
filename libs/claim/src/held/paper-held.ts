import { AppError } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { returnHeldEntries } from '../ledger/ledger.repository.js';

export interface PaperHeld {
  readonly released: readonly string[];
  readonly refused: readonly string[];
  readonly documentNumber: string | null;
  readonly decisionId: string;
  readonly now: Date;
}

/**
 * What a decision on paper says of lines that earlier ones left open, under the locks of the decision: released ones
 * are carried by it, refused ones the ledger has as returned.
 */
export async function settleHeldOnPaper(tx: Tx, claim: ClaimRow, paper: PaperHeld): Promise<void> {
  await settle(tx, claim, paper, 'released_at');
  await settle(tx, claim, paper, 'refused_at');
  if (paper.refused.length > 0) {
    await returnHeldEntries(tx, paper.refused);
  }
}

async function settle(
  tx: Tx,
  claim: ClaimRow,
  paper: PaperHeld,
  column: 'released_at' | 'refused_at',
): Promise<void> {
  const ids = [...new Set(column === 'released_at' ? paper.released : paper.refused)];
  if (ids.length === 0) {
    return;
  }
  const settled = await tx.execute(
    `UPDATE claim_line_verdict v JOIN claim c ON c.id = v.claim_id
     SET v.${column} = ?, v.settled_by = ?, v.settle_text = ?, v.settled_in_id = ?
     WHERE v.claim_line_id IN (?) AND v.center_id = ? AND v.center_id IN (?) AND c.organization_id = ?
       AND v.verdict = 'HELD' AND v.released_at IS NULL AND v.refused_at IS NULL AND c.decided_fen IS NOT NULL`,
    [
      paper.now,
      tx.scope.userId,
      paper.documentNumber ?? '',
      paper.decisionId,
      ids,
      claim.centerId,
      tx.centers,
      claim.organizationId,
    ],
  );
  if (settled !== ids.length) {
    throw new AppError('NOT_FOUND', 'One of the lines is not held', {
      entity: 'claimLine',
      id: ids.join(),
    });
  }
  tx.audit({
    entity: 'claim',
    entityId: claim.id,
    centerId: claim.centerId,
    action: column === 'released_at' ? 'release' : 'refuseHeld',
    changes: [{ field: 'lines', from: null, to: ids.length }],
    reason: paper.documentNumber,
  });
}
