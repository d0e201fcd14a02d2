import { AppError, fen, sumFen, type Fen, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { UpheldAppeal } from '../appeal/appeal.carry.js';
import type { ClaimRow } from '../claims/claim.access.js';
import type { ReleasedLine } from './statement.queries.js';

/** Lines that the decision of this very claim held, that were released since and that no decision has carried. */
export const releasedHere = async (db: Db, claim: ClaimRow): Promise<ReleasedLine[]> =>
  await db.rows<ReleasedLine>(
    `SELECT v.claim_line_id AS id, l.amount_fen AS amountFen
     FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id
     WHERE v.claim_id = ? AND v.center_id = ? AND v.verdict = 'HELD' AND v.released_at IS NOT NULL
       AND v.released_in_claim_id IS NULL ORDER BY v.claim_line_id`,
    [claim.id, claim.centerId],
  );

/** What was granted on appeal against the decision of this very claim, and that no decision has carried. */
export const upheldHere = async (db: Db, claim: ClaimRow): Promise<UpheldAppeal[]> =>
  await db.rows<UpheldAppeal>(
    `SELECT a.id, a.granted_fen AS amountFen FROM claim_appeal a
     WHERE a.claim_id = ? AND a.center_id = ? AND a.outcome = 'UPHELD' AND a.carried_in_claim_id IS NULL
       AND a.annulled_at IS NULL ORDER BY a.id`,
    [claim.id, claim.centerId],
  );

/** Whether a next claim of the operator will carry what was released: it runs the center, or has a claim under way. */
export async function willClaimOn(db: Db, claim: ClaimRow, today: LocalDate): Promise<boolean> {
  const { centerId, organizationId } = claim;
  const next = await db.row(
    `SELECT 1 AS found FROM claim c WHERE c.center_id = ? AND c.organization_id = ?
       AND c.status IN ('SUBMITTED', 'IN_REVIEW')
     UNION ALL SELECT 1 FROM operating_contract o WHERE o.center_id = ? AND o.organization_id = ?
       AND (o.until_on IS NULL OR o.until_on > ?) LIMIT 1`,
    [centerId, organizationId, centerId, organizationId, today],
  );
  return next !== null;
}

/** Lines that the decision of this very claim held and nobody has settled: a paper may still settle them. */
const heldHere = async (db: Db, claim: ClaimRow): Promise<ReleasedLine[]> =>
  await db.rows<ReleasedLine>(
    `SELECT v.claim_line_id AS id, l.amount_fen AS amountFen
     FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id
     WHERE v.claim_id = ? AND v.center_id = ? AND v.verdict = 'HELD' AND v.released_at IS NULL
       AND v.refused_at IS NULL ORDER BY v.claim_line_id`,
    [claim.id, claim.centerId],
  );

/** The day of the newest decision of a claim, or of its first: what follows from it comes on that day or later. */
export async function decidedOnOf(
  db: Db,
  claim: ClaimRow,
  which: 'FIRST' | 'LAST' = 'LAST',
): Promise<LocalDate> {
  const row = await db.row<{ decidedOn: LocalDate }>(
    `SELECT decided_on AS decidedOn FROM claim_decision WHERE claim_id = ? AND center_id = ? AND annulled_at IS NULL
     ORDER BY decided_on ${which === 'LAST' ? 'DESC' : 'ASC'} LIMIT 1`,
    [claim.id, claim.centerId],
  );
  if (!row) {
    throw new AppError('CLAIM_STATE', `Claim ${claim.number} is not decided`, {
      status: claim.status,
      event: 'supplement',
    });
  }
  return row.decidedOn;
}

/** What a supplementary decision could grant now, or a paper bring; nothing where the next claim carries it. */
export async function supplementable(
  db: Db,
  claim: ClaimRow,
  at: { readonly today: LocalDate; readonly onPaper: boolean },
): Promise<Fen> {
  const { today } = at;
  const isBureau = db.scope.organizationKind === 'BUREAU';
  if (claim.decidedFen === null || (!isBureau && !at.onPaper)) {
    return fen(0);
  }
  const lines = [
    ...(await releasedHere(db, claim)),
    ...(await upheldHere(db, claim)),
    ...(isBureau ? [] : await heldHere(db, claim)),
  ];
  return lines.length === 0 || (await willClaimOn(db, claim, today))
    ? fen(0)
    : sumFen(lines.map(({ amountFen }) => amountFen));
}
