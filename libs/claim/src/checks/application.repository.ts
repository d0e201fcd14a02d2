import { firstDay } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { ChecklistRow } from '../award/award.rules.js';
import type { Period } from '../facts/period.rules.js';
import type { ClaimKind } from '../life/claim.kinds.js';
import type { ApplicationGround, ApplicationPaper, GradeOnFile } from './check.types.js';

interface Application {
  readonly schemes: readonly string[];
  /** What the pack asks an award for; empty: it is none. */
  readonly checklist: readonly ChecklistRow[];
  readonly id: string;
  readonly centerId: string;
  readonly kind: ClaimKind;
  readonly program: string;
  readonly subjectId: string;
}

/** What hangs on an application by itself: the papers of its checklist, or the grades of its year with their evidence. */
export async function readApplication(
  db: Db,
  claim: Application,
  period: Period,
): Promise<ApplicationGround | null> {
  const { kind, program, subjectId, schemes, id: claimId } = claim;
  if (kind === 'MONTHLY') {
    return null;
  }
  const papers = kind === 'AWARD' ? await papersOf(db, claim) : [];
  const grades = kind === 'YEARLY_OPERATING' ? await gradesOf(db, claim, period) : [];
  return { kind, program, claimId, subjectId, papers, grades, schemes };
}

async function papersOf(db: Db, claim: Application): Promise<ApplicationPaper[]> {
  const rows = await db.rows<Omit<ApplicationPaper, 'zh' | 'en'>>(
    `SELECT i.kind, i.code, CAST((SELECT COUNT(*) FROM attachment a WHERE a.center_id = i.center_id
       AND a.entity = 'awardItem' AND a.entity_id = i.id AND a.removed_at IS NULL) AS SIGNED) AS count
     FROM award_item i WHERE i.claim_id = ? AND i.center_id = ? AND i.center_id IN (?) ORDER BY i.seq`,
    [claim.id, claim.centerId, db.centers],
  );
  return rows.flatMap((row) => {
    const words = claim.checklist.find(({ code }) => code === row.code)?.words;
    return words === undefined ? [] : [{ ...row, ...words }];
  });
}

const gradesOf = async (db: Db, claim: Application, period: Period): Promise<GradeOnFile[]> =>
  await db.rows<GradeOnFile>(
    `SELECT g.id, g.scheme, g.grade, g.from_on AS \`from\`, g.until_on AS \`until\`,
       CAST((SELECT COUNT(*) FROM attachment a WHERE a.center_id = g.center_id AND a.entity = 'centerGrade'
         AND a.entity_id = g.id AND a.removed_at IS NULL) AS SIGNED) AS evidenceCount
     FROM center_grade g WHERE g.center_id = ? AND g.center_id IN (?) AND g.from_on < ?
       AND (g.until_on IS NULL OR g.until_on > ?) ORDER BY g.from_on, g.id`,
    [claim.centerId, db.centers, period.endsBefore, firstDay(period.yearFrom)],
  );
