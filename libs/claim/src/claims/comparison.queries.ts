import { fen, sumFen } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { ClaimRow } from './claim.access.js';
import type { ClaimComparison, ClaimComparisonRow } from './claim-views.graphql.js';

/** The claim beside the one before it of the same center, by program and subject; what differs comes first. */
export async function compareWithPrevious(db: Db, claim: ClaimRow): Promise<ClaimComparison> {
  const previous = await db.row<{ id: string; period: string }>(
    `SELECT id, period FROM claim WHERE center_id = ? AND organization_id = ? AND period < ?
       AND LENGTH(period) = LENGTH(?) AND kind = ? AND program = ? AND kind <> 'AWARD' AND status NOT IN ('WITHDRAWN', 'RETURNED')
     ORDER BY period DESC, revision DESC LIMIT 1`,
    [claim.centerId, claim.organizationId, claim.period, claim.period, claim.kind, claim.program],
  );
  const rows = await db.rows<Omit<ClaimComparisonRow, 'differenceFen'>>(
    `SELECT program, subject_kind AS subjectKind, subject_id AS subjectId, MAX(subject_name) AS subjectName,
       CAST(SUM(IF(claim_id = ?, amount_fen, 0)) AS SIGNED) AS previousFen,
       CAST(SUM(IF(claim_id = ?, amount_fen, 0)) AS SIGNED) AS currentFen
     FROM claim_line WHERE claim_id IN (?) AND center_id = ? AND status = 'PAYABLE'
     GROUP BY program, subject_kind, subject_id
     ORDER BY ABS(SUM(IF(claim_id = ?, amount_fen, -amount_fen))) DESC, subjectName, subjectId LIMIT 5000`,
    [previous?.id ?? '', claim.id, [claim.id, previous?.id ?? ''], claim.centerId, claim.id],
  );
  return {
    previousClaimId: previous?.id ?? null,
    previousPeriod: previous?.period ?? null,
    previousFen: sumFen(rows.map(({ previousFen }) => fen(previousFen))),
    currentFen: sumFen(rows.map(({ currentFen }) => fen(currentFen))),
    rows: rows.map((row) => ({ ...row, differenceFen: fen(row.currentFen - row.previousFen) })),
  };
}
