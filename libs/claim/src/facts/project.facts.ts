import type { Facts } from '@yibu/claim-engine';
import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { AttributeValue } from '../award/award.entities.js';

/** Whose award is computed, by which programs. */
export interface AwardFacts {
  readonly projectId: string;
  /** The application whose papers prove it. */
  readonly claimId: string;
  readonly programs: readonly string[];
}

interface ProjectRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly areaM2: number | null;
  readonly communities: string;
  readonly completedOn: LocalDate | null;
  readonly ownInvestmentFen: number | string | null;
  readonly attributes: string;
}

export interface OfProjects {
  readonly facts: Pick<Facts, 'projects' | 'decisions'>;
  /** For papers and screens; the engine needs no name. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * `projects` and `decisions` of facts/1: the project applied for, and what the bureau settled of it in an application
 * that was not sent back. Another project is another application's. Three statements.
 */
export async function projectFacts(
  db: Db,
  centerId: string,
  award: AwardFacts | null,
): Promise<OfProjects> {
  if (award === null) {
    return { facts: { projects: [], decisions: [] }, names: new Map() };
  }
  const { projectId, programs } = award;
  const papers = await paperDigests(db, centerId, award.claimId);
  const rows = await db.rows<ProjectRow>(
    `SELECT p.id, p.name, p.kind, p.area_m2 AS areaM2, CONCAT('', p.communities) AS communities,
       p.completed_on AS completedOn, p.own_investment_fen AS ownInvestmentFen,
       CONCAT('', p.attributes) AS attributes
     FROM award_project p WHERE p.center_id = ? AND p.center_id IN (?) AND p.id = ?`,
    [centerId, db.centers, projectId],
  );
  const decisions = await db.rows<DecisionRow>(
    `SELECT s.id, s.program, s.subject_id AS subjectId, s.amount_fen AS amountFen, s.decided_on AS decidedOn,
       s.document_number AS documentNumber
     FROM award_settlement s JOIN claim c ON c.id = s.claim_id
     WHERE s.center_id = ? AND s.center_id IN (?) AND s.program IN (?)
       AND s.subject_id = ?
       AND c.status NOT IN ('RETURNED', 'WITHDRAWN') ORDER BY s.id`,
    [centerId, db.centers, programs, projectId],
  );
  return {
    facts: {
      projects: rows.map(({ ownInvestmentFen, communities, attributes, name: _name, ...row }) => ({
        ...row,
        ...(papers.length > 0 ? { papers } : {}),
        communities: JSON.parse(communities) as string[],
        ownInvestmentFen: ownInvestmentFen === null ? null : Number(ownInvestmentFen),
        attributes: JSON.parse(attributes) as Record<string, AttributeValue>,
      })),
      decisions: decisions.map(toDecision),
    },
    names: new Map(rows.map(({ id, name }) => [id, name])),
  };
}

const paperDigests = async (db: Db, centerId: string, claimId: string): Promise<string[]> =>
  (
    await db.rows<{ sha256: string }>(
      `SELECT DISTINCT a.sha256 FROM award_item i JOIN attachment a ON a.center_id = i.center_id
         AND a.entity = 'awardItem' AND a.entity_id = i.id AND a.removed_at IS NULL
       WHERE i.claim_id = ? AND i.center_id = ? AND i.center_id IN (?) ORDER BY a.sha256`,
      [claimId, centerId, db.centers],
    )
  ).map(({ sha256 }) => sha256);

export interface DecisionRow {
  readonly id: string;
  readonly program: string;
  readonly subjectId: string;
  readonly amountFen: number | string;
  readonly decidedOn: string;
  readonly documentNumber: string;
}

export const toDecision = (row: DecisionRow): Facts['decisions'][number] => ({
  id: row.id,
  program: row.program,
  subject: { kind: 'project', id: row.subjectId },
  amountFen: Number(row.amountFen),
  on: row.decidedOn,
  document: row.documentNumber,
});
