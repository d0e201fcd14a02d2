import { fen } from '@yibu/kernel';
import { offsetOf, type Db } from '@yibu/platform';

import { askedYear } from '../life/year.rules.js';
import type { UngrantedLine, UngrantedLinePage, UngrantedLinesArgs } from './statistics.graphql.js';

/** The lines behind the reasons of a year: returned, held or cut by a decision. */
export async function ungrantedLines(db: Db, args: UngrantedLinesArgs): Promise<UngrantedLinePage> {
  const [code, verdict, centerId] = [
    args.code ?? null,
    args.verdict ?? null,
    args.centerId ?? null,
  ];
  const rows = await db.rows<UngrantedLine & { total: number; sumFen: number }>(
    `SELECT g.*, COUNT(*) OVER () AS total, CAST(SUM(g.amountFen) OVER () AS SIGNED) AS sumFen FROM (
       SELECT l.id AS lineId, c.id AS claimId, c.number AS claimNumber, n.name AS centerName, l.program, l.kind,
         l.subject_name AS subjectName, l.month, v.verdict, v.code, v.text,
         IF(v.verdict = 'CUT', v.cut_fen, l.amount_fen) AS amountFen
       FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id JOIN claim c ON c.id = v.claim_id
       JOIN center n ON n.id = c.center_id
       WHERE v.center_id IN (?) AND v.verdict <> 'ACCEPTED' AND c.decided_fen IS NOT NULL AND LEFT(c.period, 4) = ?
         AND (? IS NULL OR v.code = ?) AND (? IS NULL OR v.verdict = ?) AND (? IS NULL OR v.center_id = ?)) g
     ORDER BY g.month DESC, g.centerName, g.lineId LIMIT ? OFFSET ?`,
    [
      ...[db.centers, String(askedYear(args.year))],
      ...[code, code, verdict, verdict, centerId, centerId],
      ...[args.pageSize, offsetOf(args)],
    ],
  );
  return {
    items: rows.map(({ total: _total, sumFen: _sum, ...line }) => line),
    total: rows[0]?.total ?? 0,
    sumFen: fen(rows[0]?.sumFen ?? 0),
  };
}
