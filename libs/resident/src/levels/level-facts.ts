import type { ScaleId } from '@yibu/assessment';
import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { AssessmentKind } from './assessment.rules.js';

/** One entry of `assessments` in facts/1. */
export interface LevelFact {
  /** Of the report: it stays the same when the dates of the level are corrected. */
  readonly id: string;
  readonly person: string;
  readonly scale: ScaleId;
  readonly level: number;
  readonly kind: AssessmentKind;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** The accepted levels of a center as they are known now. Superseded versions and mere proposals do not count. */
export async function levelFacts(db: Db, centerId: string): Promise<LevelFact[]> {
  return await db.rows<LevelFact>(
    `SELECT assessment_id AS id, resident_id AS person, scale, level, kind, from_on AS \`from\`, until_on AS until
     FROM level_period WHERE center_id = ? AND center_id IN (?) AND superseded_at IS NULL
     ORDER BY resident_id, from_on, kind, id`,
    [centerId, db.centers],
  );
}
