import type { Facts } from '@yibu/claim-engine';
import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { AttributeValue } from '../award/award.entities.js';

/** Whose award is computed, by which programs. */
export interface AwardFacts {
  readonly projectId: string;
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
 * `projects` and `decisions` of facts/1: the project applied for and those that the ledger holds something of, and what
 * the bureau settled of them in an application that was not sent back. Two statements.
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
  const rows = await db.rows<ProjectRow>(
    `SELECT p.id, p.name, p.kind, p.area_m2 AS areaM2, CONCAT('', p.communities) AS communities,
       p.completed_on AS completedOn, p.own_investment_fen AS ownInvestmentFen,
       CONCAT('', p.attributes) AS attributes
     FROM award_project p WHERE p.center_id = ? AND p.center_id IN (?) AND (p.id = ? OR EXISTS (
       SELECT 1 FROM ledger_entry e WHERE e.center_id = p.center_id AND e.subject_kind = 'project'
         AND e.subject_id = p.id AND e.program IN (?) AND e.status NOT IN ('RETURNED', 'WITHDRAWN')))
     ORDER BY p.id`,
    [centerId, db.centers, projectId, programs],
  );
  const decisions = await db.rows<DecisionRow>(
    `SELECT s.id, s.program, s.subject_id AS subjectId, s.amount_fen AS amountFen, s.decided_on AS decidedOn,
       s.document_number AS documentNumber
     FROM award_settlement s JOIN claim c ON c.id = s.claim_id
     WHERE s.center_id = ? AND s.center_id IN (?) AND s.program IN (?)
       AND c.status NOT IN ('RETURNED', 'WITHDRAWN') ORDER BY s.id`,
    [centerId, db.centers, programs],
  );
  const known = new Set(rows.map(({ id }) => id));
  return {
    facts: {
      projects: rows.map(({ ownInvestmentFen, communities, attributes, name: _name, ...row }) => ({
        ...row,
        communities: JSON.parse(communities) as string[],
        ownInvestmentFen: ownInvestmentFen === null ? null : Number(ownInvestmentFen),
        attributes: JSON.parse(attributes) as Record<string, AttributeValue>,
      })),
      decisions: decisions.filter(({ subjectId }) => known.has(subjectId)).map(toDecision),
    },
    names: new Map(rows.map(({ id, name }) => [id, name])),
  };
}

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
