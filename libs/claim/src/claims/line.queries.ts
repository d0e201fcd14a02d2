import { AppError, fen } from '@yibu/kernel';
import { likePattern, offsetOf, type Db, type SqlValue } from '@yibu/platform';

import { measureOf } from '../review/cut.rules.js';
import { findClaim, visible } from './claim.access.js';
import type { ClaimCheck, ClaimCheckPage, ClaimLine, ClaimLinePage } from './claim.graphql.js';
import type { ClaimChecksArgs, ClaimLinesArgs } from './claim.inputs.js';

const LINE = `l.id, l.claim_id AS claimId, l.seq, l.program, l.subject_kind AS subjectKind, l.subject_id AS subjectId,
  l.subject_name AS subjectName, l.month, l.kind, l.status, l.quantity, l.unit, l.rate_fen AS rateFen,
  l.amount_fen AS amountFen, l.has_warning AS hasWarning, l.previous_line_id AS previousLineId, v.verdict,
  v.code AS verdictCode, v.text AS verdictText, v.cut_fen AS cutFen, v.clause AS cutClause, v.recognized,
  v.held_until AS heldUntil, v.released_at AS releasedAt, v.refused_at AS refusedAt`;

const FROM = `FROM claim_line l JOIN claim c ON c.id = l.claim_id
  LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id`;

type LineRow = Omit<ClaimLine, 'hasWarning' | 'measureTotal' | 'measureUnit'> & {
  readonly hasWarning: number;
};

function toLine<Row extends LineRow>(
  row: Row,
): Omit<Row, 'hasWarning'> & Pick<ClaimLine, 'hasWarning' | 'measureTotal' | 'measureUnit'> {
  const measure = measureOf(row);
  return {
    ...row,
    hasWarning: row.hasWarning === 1,
    measureTotal: measure?.total ?? null,
    measureUnit: measure?.unit ?? null,
  };
}

/** One page; count and sum come with its first row, so a claim of thousands of lines opens with one statement. */
export async function listLines(db: Db, args: ClaimLinesArgs): Promise<ClaimLinePage> {
  const filter = lineFilter(db, args);
  const rows = await db.rows<LineRow & { total: number; payableFen: number }>(
    `SELECT ${LINE}, COUNT(*) OVER () AS total,
       CAST(SUM(IF(l.status = 'PAYABLE', l.amount_fen, 0)) OVER () AS SIGNED) AS payableFen
     ${FROM} WHERE ${filter.sql} ORDER BY l.seq, l.id LIMIT ? OFFSET ?`,
    [...filter.parameters, args.pageSize, offsetOf(args)],
  );
  if (rows.length === 0) {
    await findClaim(db, args.claimId);
  }
  return {
    items: rows.map(({ total: _total, payableFen: _sum, ...row }) => toLine(row)),
    total: rows[0]?.total ?? 0,
    payableFen: fen(rows[0]?.payableFen ?? 0),
  };
}

/** Everything the filter finds, for a spreadsheet. */
export async function allLines(
  db: Db,
  args: Omit<ClaimLinesArgs, 'page' | 'pageSize'>,
  limit: number,
): Promise<ClaimLine[]> {
  const filter = lineFilter(db, args);
  const rows = await db.rows<LineRow>(
    `SELECT ${LINE} ${FROM} WHERE ${filter.sql} ORDER BY l.seq, l.id LIMIT ?`,
    [...filter.parameters, limit],
  );
  return rows.map(toLine);
}

function lineFilter(
  db: Db,
  args: Omit<ClaimLinesArgs, 'page' | 'pageSize'>,
): { sql: string; parameters: SqlValue[] } {
  const seen = visible(db, 'c');
  const parts = ['l.claim_id = ?', seen.sql];
  const parameters: SqlValue[] = [args.claimId, ...seen.parameters];
  for (const [column, value] of [
    ['l.program', args.program],
    ['l.kind', args.kind],
    ['l.status', args.status],
    ['l.month', args.month],
  ] as const) {
    if (value !== undefined && value !== null) {
      parts.push(`${column} = ?`);
      parameters.push(value);
    }
  }
  if (args.verdict === 'OPEN') {
    parts.push(`v.claim_line_id IS NULL AND l.status = 'PAYABLE'`);
  } else if (args.verdict) {
    parts.push('v.verdict = ?');
    parameters.push(args.verdict);
  }
  if (args.search) {
    parts.push('l.subject_name LIKE ?');
    parameters.push(likePattern(args.search.trim()));
  }
  if (args.hasWarning !== undefined && args.hasWarning !== null) {
    parts.push('l.has_warning = ?');
    parameters.push(args.hasWarning);
  }
  return { sql: parts.join(' AND '), parameters };
}

export interface LineWithTrace extends ClaimLine {
  /** Null: repeated from what the claim keeps. */
  readonly trace: string | null;
  readonly alternatives: string | null;
  readonly engineLine: string;
  readonly claimNumber: string;
}

type TraceRow = LineRow & Omit<LineWithTrace, keyof ClaimLine>;

export async function findLine(db: Db, id: string): Promise<LineWithTrace> {
  const seen = visible(db, 'c');
  const row = await db.row<TraceRow>(
    `SELECT ${LINE}, l.trace, l.alternatives, l.engine_line AS engineLine, c.number AS claimNumber
     ${FROM} WHERE l.id = ? AND ${seen.sql}`,
    [id, ...seen.parameters],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No line ${id} in reach`, { entity: 'claimLine', id });
  }
  return toLine(row);
}

const CHECK = `k.id, k.code, k.severity, k.claim_line_id AS claimLineId, k.entity, k.entity_id AS entityId,
  k.subject_name AS subjectName, k.params`;

export async function listChecks(db: Db, args: ClaimChecksArgs): Promise<ClaimCheckPage> {
  const seen = visible(db, 'c');
  const rows = await db.rows<ClaimCheck & { total: number }>(
    `SELECT ${CHECK}, COUNT(*) OVER () AS total FROM claim_check k JOIN claim c ON c.id = k.claim_id
     WHERE k.claim_id = ? AND (? IS NULL OR k.severity = ?) AND k.code LIKE ? AND ${seen.sql}
     ORDER BY k.seq, k.id LIMIT ? OFFSET ?`,
    [
      args.claimId,
      args.severity ?? null,
      args.severity ?? null,
      `${args.family ?? ''}%`,
      ...seen.parameters,
      args.pageSize,
      offsetOf(args),
    ],
  );
  if (rows.length === 0) {
    await findClaim(db, args.claimId);
  }
  return {
    items: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
  };
}

export async function checksOfLine(db: Db, line: ClaimLine): Promise<ClaimCheck[]> {
  const seen = visible(db, 'c');
  return await db.rows<ClaimCheck>(
    `SELECT ${CHECK} FROM claim_check k JOIN claim c ON c.id = k.claim_id
     JOIN claim_line l ON l.id = ? AND l.claim_id = c.id
     WHERE ${seen.sql}
       AND (k.claim_line_id = l.id OR (k.entity = 'resident' AND k.entity_id = l.subject_id)) ORDER BY k.seq`,
    [line.id, ...seen.parameters],
  );
}

export async function blockers(db: Db, claimId: string): Promise<ClaimCheck[]> {
  const seen = visible(db, 'c');
  return await db.rows<ClaimCheck>(
    `SELECT ${CHECK} FROM claim_check k JOIN claim c ON c.id = k.claim_id
     WHERE k.claim_id = ? AND k.severity = 'BLOCK' AND ${seen.sql} ORDER BY k.seq`,
    [claimId, ...seen.parameters],
  );
}
