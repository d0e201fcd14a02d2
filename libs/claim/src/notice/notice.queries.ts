import type { Db } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { programsOf, type ProgramBook } from '../papers/paper.ground.js';
import type { PaidLine } from './notice.rows.js';

/** What a decision pays line by line: accepted in whole, cut in part, and what it carries of lines released since. */
export async function paidLines(
  db: Db,
  claim: ClaimRow,
): Promise<{ readonly lines: PaidLine[]; readonly programs: ProgramBook }> {
  const programs = await programsOf(db, claim);
  const rows = await db.rows<Omit<PaidLine, 'programZh' | 'programEn' | 'claimId'>>(
    `SELECT lineId, centerId, subjectKind, subjectId, subjectName, program, month, amountFen FROM (
       SELECT l.id AS lineId, l.center_id AS centerId, l.subject_kind AS subjectKind, l.subject_id AS subjectId,
         l.subject_name AS subjectName, l.program, l.month, l.amount_fen - v.cut_fen AS amountFen,
         v.claim_id = ? AS isOwn, l.seq
       FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id
       WHERE v.center_id = ? AND v.center_id IN (?) AND ((v.claim_id = ? AND v.verdict IN ('ACCEPTED', 'CUT'))
         OR v.released_in_claim_id = ?)
       UNION ALL
       SELECT l.id, l.center_id, l.subject_kind, l.subject_id, l.subject_name, l.program, l.month, a.granted_fen, 0, l.seq
       FROM claim_appeal a JOIN claim_line l ON l.id = a.claim_line_id
       WHERE a.center_id = ? AND a.center_id IN (?) AND a.carried_in_claim_id = ?) paid
     ORDER BY isOwn DESC, seq, lineId`,
    [
      ...[claim.id, claim.centerId, db.centers, claim.id, claim.id],
      ...[claim.centerId, db.centers, claim.id],
    ],
  );
  return {
    programs,
    lines: rows.map((row) => {
      const words = programs(row.program);
      return {
        ...row,
        claimId: claim.id,
        amountFen: Number(row.amountFen),
        programZh: words.nameZh,
        programEn: words.nameEn,
      };
    }),
  };
}
