import { AppError, addMonthsToMonth, type YearMonth } from '@yibu/kernel';
import { offsetOf, type Db } from '@yibu/platform';

import type {
  ClaimSample,
  ClaimSampleItem,
  ClaimSamplePage,
  ClaimSampleSummary,
  ClaimSamplesArgs,
  LineInspection,
} from './sample.graphql.js';

export interface PopulationRow {
  readonly claimId: string;
  readonly centerId: string;
  readonly countyCode: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly amountFen: number;
  readonly deltaFen: number;
}

interface Among {
  readonly centerIds: readonly string[];
  /** Only those with a line of it. */
  readonly program?: string | null;
}

/** Everybody who is claimed in a period and not decided yet, one row a person and claim; change against the month before. */
export async function populationOf(
  db: Db,
  period: YearMonth,
  { centerIds, program = null }: Among,
): Promise<PopulationRow[]> {
  const before = addMonthsToMonth(period, -1);
  const among = centerIds.length === 0 ? db.centers : centerIds;
  return await db.rows<PopulationRow>(
    `SELECT c.id AS claimId, c.center_id AS centerId, c.county_code AS countyCode, l.subject_id AS subjectId,
       MAX(l.subject_name) AS subjectName, CAST(SUM(l.amount_fen) AS SIGNED) AS amountFen,
       CAST(SUM(IF(l.month = ?, l.amount_fen, 0)) - COALESCE((SELECT SUM(e.amount_fen) FROM ledger_entry e
         WHERE e.center_id = c.center_id AND e.subject_id = l.subject_id AND e.month = ? AND e.claim_id <> c.id
           AND e.status NOT IN ('RETURNED', 'WITHDRAWN')), 0) AS SIGNED) AS deltaFen
     FROM claim c JOIN claim_line l ON l.claim_id = c.id
     WHERE c.center_id IN (?) AND c.center_id IN (?) AND c.period = ? AND c.status IN ('SUBMITTED', 'IN_REVIEW')
       AND l.status = 'PAYABLE' AND l.subject_kind = 'person' AND (? IS NULL OR l.program = ?)
     GROUP BY c.id, c.center_id, c.county_code, l.subject_id ORDER BY c.id, l.subject_id`,
    [period, before, db.centers, among, period, program, program],
  );
}

const SUMMARY = `s.id, s.period, s.method, s.size, s.seed, s.population_count AS populationCount,
  s.population_fen AS populationFen, s.population_sha256 AS populationSha256, s.note, s.purpose,
  s.program, u.display_name AS drawnByName,
  s.drawn_at AS drawnAt,
  (SELECT COUNT(*) FROM claim_sample_item i WHERE i.sample_id = s.id AND i.result IS NOT NULL) AS seenCount,
  (SELECT COUNT(*) FROM claim_sample_item i WHERE i.sample_id = s.id AND i.result = 'ABSENT') AS absentCount`;

export async function listSamples(db: Db, args: ClaimSamplesArgs): Promise<ClaimSamplePage> {
  const rows = await db.rows<ClaimSampleSummary & { total: number }>(
    `SELECT ${SUMMARY}, COUNT(*) OVER () AS total FROM claim_sample s LEFT JOIN app_user u ON u.id = s.drawn_by
     WHERE s.county_code IN (?) ORDER BY s.drawn_at DESC, s.id DESC LIMIT ? OFFSET ?`,
    [db.scope.countyCodes, args.pageSize, offsetOf(args)],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function findSample(db: Db, id: string): Promise<ClaimSample> {
  const sample = await db.row<ClaimSampleSummary>(
    `SELECT ${SUMMARY} FROM claim_sample s LEFT JOIN app_user u ON u.id = s.drawn_by
     WHERE s.id = ? AND s.county_code IN (?)`,
    [id, db.scope.countyCodes],
  );
  if (!sample) {
    throw new AppError('NOT_FOUND', `No sample ${id} in reach`, { entity: 'claimSample', id });
  }
  const items = await db.rows<ClaimSampleItem>(
    `SELECT i.id, i.seq, i.claim_id AS claimId, c.number AS claimNumber, i.center_id AS centerId,
       n.name AS centerName, i.subject_name AS subjectName, i.amount_fen AS amountFen, i.delta_fen AS deltaFen,
       i.result, i.note, u.display_name AS seenByName, i.seen_at AS seenAt
     FROM claim_sample_item i JOIN claim c ON c.id = i.claim_id JOIN center n ON n.id = i.center_id
     LEFT JOIN app_user u ON u.id = i.seen_by WHERE i.sample_id = ? AND i.center_id IN (?) ORDER BY n.name, i.seq`,
    [id, db.centers],
  );
  return { ...sample, items, path: `/export/sample/${id}` };
}

/** The last inspection that looked for the person of a claim. */
export const inspectionOf = async (
  db: Db,
  claimId: string,
  subjectId: string,
): Promise<LineInspection | null> =>
  await db.row<LineInspection>(
    `SELECT i.result, i.note, u.display_name AS seenByName, i.seen_at AS seenAt
     FROM claim_sample_item i LEFT JOIN app_user u ON u.id = i.seen_by
     WHERE i.center_id IN (?) AND i.claim_id = ? AND i.subject_id = ? AND i.result IS NOT NULL
     ORDER BY i.seen_at DESC LIMIT 1`,
    [db.centers, claimId, subjectId],
  );
