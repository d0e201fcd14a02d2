import { fen, type Fen } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { ClaimRow } from './claim.access.js';
import type { ClaimRisk, ClaimRiskCount } from './claim-views.graphql.js';
import { compareWithPrevious } from './comparison.queries.js';

const MOST_CHANGES = 3;
const MOST_REASONS = 3;

/**
 * What a reviewer will look at first, before there is a reviewer: lines that carry a mark, corrections of earlier
 * months, the largest changes since the claim before, and what this center was refused for in the year before.
 */
export async function claimRisk(db: Db, claim: ClaimRow): Promise<ClaimRisk> {
  const lines = await db.row<{
    flagged: number | null;
    flaggedFen: Fen | null;
    catchUpFen: Fen | null;
    reversalFen: Fen | null;
  }>(
    `SELECT CAST(SUM(has_warning) AS SIGNED) AS flagged,
       CAST(SUM(IF(has_warning, amount_fen, 0)) AS SIGNED) AS flaggedFen,
       CAST(SUM(IF(kind = 'CATCH_UP', amount_fen, 0)) AS SIGNED) AS catchUpFen,
       CAST(SUM(IF(kind = 'REVERSAL', amount_fen, 0)) AS SIGNED) AS reversalFen
     FROM claim_line WHERE claim_id = ? AND center_id = ? AND status = 'PAYABLE'`,
    [claim.id, claim.centerId],
  );
  const checks = await db.rows<ClaimRiskCount>(
    `SELECT code, COUNT(*) AS count FROM claim_check WHERE claim_id = ? AND center_id = ? AND severity = 'WARN'
     GROUP BY code ORDER BY COUNT(*) DESC, code`,
    [claim.id, claim.centerId],
  );
  const refused = await db.rows<ClaimRiskCount>(
    `SELECT v.code, COUNT(*) AS count FROM claim_line_verdict v JOIN claim c ON c.id = v.claim_id
     WHERE v.center_id = ? AND c.organization_id = ? AND c.id <> ? AND c.decided_fen IS NOT NULL
       AND v.verdict <> 'ACCEPTED' AND v.given_at >= TIMESTAMPADD(MONTH, -12, ?)
     GROUP BY v.code ORDER BY COUNT(*) DESC, v.code LIMIT ${MOST_REASONS}`,
    [claim.centerId, claim.organizationId, claim.id, claim.computedAt ?? claim.createdAt],
  );
  const { previousPeriod, previousFen, currentFen, rows } = await compareWithPrevious(db, claim);
  return {
    flaggedCount: lines?.flagged ?? 0,
    flaggedFen: fen(lines?.flaggedFen ?? 0),
    catchUpFen: fen(lines?.catchUpFen ?? 0),
    reversalFen: fen(lines?.reversalFen ?? 0),
    checks,
    refused,
    previousPeriod,
    previousFen,
    currentFen,
    changes:
      previousPeriod === null
        ? []
        : rows.filter(({ differenceFen }) => differenceFen !== 0).slice(0, MOST_CHANGES),
  };
}
