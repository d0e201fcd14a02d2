import { fen, sumFen, type Fen, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { upheldFor } from '../appeal/appeal.carry.js';
import type { ClaimRow } from '../claims/claim.access.js';
import type { ClaimStatement } from '../claims/statement.graphql.js';
import { closeStatement, type StatementFigures } from './statement.rules.js';

interface DecisionRow extends StatementFigures {
  readonly id: string;
  readonly kind: 'DECISION' | 'SUPPLEMENT';
  readonly source: string;
  readonly documentNumber: string | null;
  readonly decidedOn: LocalDate;
  readonly decidedByName: string | null;
  readonly note: string | null;
  readonly attachmentId: string | null;
  readonly isSinglePerson: number;
  readonly annulledAt: Date | null;
  readonly annulledByName: string | null;
  readonly annulReason: string | null;
}

const decisionsOf = async (db: Db, claim: ClaimRow): Promise<DecisionRow[]> =>
  await db.rows<DecisionRow>(
    `SELECT d.id, d.kind, d.source, d.document_number AS documentNumber, d.decided_on AS decidedOn, d.note,
       u.display_name AS decidedByName, d.attachment_id AS attachmentId, d.is_single_person AS isSinglePerson,
       d.claimed_fen AS claimedFen, d.returned_fen AS returnedFen, d.cut_fen AS cutFen, d.held_fen AS heldFen,
       d.released_fen AS releasedFen, d.decided_fen AS decidedFen, d.annulled_at AS annulledAt,
       d.annul_reason AS annulReason, a.display_name AS annulledByName
     FROM claim_decision d LEFT JOIN app_user u ON u.id = d.decided_by LEFT JOIN app_user a ON a.id = d.annulled_by
     WHERE d.claim_id = ? AND d.center_id = ? ORDER BY d.decided_at, d.id`,
    [claim.id, claim.centerId],
  );

/** The statement of a decided claim as it was decided, with what was granted after; of one in review as the verdicts stand. */
export async function readStatement(db: Db, claim: ClaimRow): Promise<ClaimStatement> {
  const rows = await decisionsOf(db, claim);
  const annulled = rows.flatMap(({ annulledAt, annulReason, ...row }) =>
    annulledAt === null ? [] : [{ ...row, annulledAt, annulReason: annulReason ?? '' }],
  );
  const decided = rows.find(({ kind, annulledAt }) => kind === 'DECISION' && annulledAt === null);
  if (decided) {
    const supplements = rows.filter(
      ({ kind, annulledAt }) => kind === 'SUPPLEMENT' && annulledAt === null,
    );
    const later = sumFen(supplements.map(({ decidedFen }) => decidedFen));
    return {
      ...decided,
      releasedFen: fen(decided.releasedFen + later),
      decidedFen: fen(decided.decidedFen + later),
      isSinglePerson: decided.isSinglePerson === 1,
      paidFen: claim.paidFen,
      isFinal: true,
      supplements,
      annulled,
    };
  }
  const figures = await figuresOf(db, claim, await carriedBy(db, claim));
  return {
    ...figures,
    paidFen: claim.paidFen,
    isFinal: false,
    source: null,
    documentNumber: null,
    decidedOn: null,
    decidedByName: null,
    note: null,
    attachmentId: null,
    isSinglePerson: false,
    supplements: [],
    annulled,
  };
}

interface Sums {
  readonly claimedFen: Fen | null;
  readonly returnedFen: Fen | null;
  readonly cutFen: Fen | null;
  readonly heldFen: Fen | null;
}

export interface ReleasedLine {
  readonly id: string;
  readonly amountFen: Fen;
}

/** Lines held in an earlier decision that were released since and that no decision has carried yet. */
export const releasedFor = async (db: Db, claim: ClaimRow): Promise<readonly ReleasedLine[]> =>
  await db.rows<ReleasedLine>(
    `SELECT v.claim_line_id AS id, l.amount_fen AS amountFen
     FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id JOIN claim c ON c.id = v.claim_id
     WHERE v.center_id = ? AND c.organization_id = ? AND v.verdict = 'HELD' AND v.released_at IS NOT NULL
       AND v.released_in_claim_id IS NULL AND v.claim_id <> ? AND c.decided_fen IS NOT NULL
     ORDER BY v.claim_line_id`,
    [claim.centerId, claim.organizationId, claim.id],
  );

/** All that a decision carries of earlier claims: lines released since, and what was granted on appeal. */
export const carriedBy = async (db: Db, claim: ClaimRow): Promise<readonly ReleasedLine[]> => [
  ...(await releasedFor(db, claim)),
  ...(await upheldFor(db, claim)),
];

/** Sums by verdict over the payable lines, and what was released of earlier claims meanwhile. */
export async function figuresOf(
  db: Db,
  claim: ClaimRow,
  released: readonly ReleasedLine[],
): Promise<StatementFigures> {
  const sums = await db.row<Sums>(
    `SELECT CAST(SUM(l.amount_fen) AS SIGNED) AS claimedFen,
       CAST(SUM(IF(v.verdict = 'RETURNED', l.amount_fen, 0)) AS SIGNED) AS returnedFen,
       CAST(SUM(IF(v.verdict = 'CUT', v.cut_fen, 0)) AS SIGNED) AS cutFen,
       CAST(SUM(IF(v.verdict = 'HELD' AND v.released_at IS NULL, l.amount_fen, 0)) AS SIGNED) AS heldFen
     FROM claim_line l LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id
     WHERE l.claim_id = ? AND l.center_id = ? AND l.status = 'PAYABLE'`,
    [claim.id, claim.centerId],
  );
  return closeStatement({
    claimedFen: fen(sums?.claimedFen ?? 0),
    returnedFen: fen(sums?.returnedFen ?? 0),
    cutFen: fen(sums?.cutFen ?? 0),
    heldFen: fen(sums?.heldFen ?? 0),
    releasedFen: sumFen(released.map(({ amountFen }) => amountFen)),
  });
}
