import { AppError, shanghaiDay, type Fen, type LocalDate } from '@yibu/kernel';
import { offsetOf, type Db, type SqlValue } from '@yibu/platform';

import { readPack, zh, en, type Pack } from '../engine.js';
import { ratesOf } from './compose.rules.js';
import type { PackText } from './pack.graphql.js';
import { requireCounty } from './policy.access.js';
import type {
  PolicyRun,
  PolicyRunChange,
  PolicyRunChangePage,
  PolicyRunChangesArgs,
  PolicyRunDetail,
  PolicyRunPage,
  PolicyRunsArgs,
  RunAmount,
  RunSwitch,
} from './run.graphql.js';
import type { Cell, RunSpec, RunSummary } from './run.rules.js';

type HeadRow = Omit<PolicyRun, 'packTitle' | 'oldFen' | 'newFen'> & {
  readonly countyCode: string;
  readonly body: string;
  readonly spec: string;
  readonly summary: string | null;
};

const COLUMNS = `u.id, u.county_code AS countyCode, u.kind, u.title, u.period, u.pack_id AS packId, p.code AS packCode,
  p.version AS packVersion, p.body, j.status, j.progress_done AS progressDone, j.progress_total AS progressTotal,
  j.error_code AS errorCode, u.run_by_name AS runByName, u.created_at AS createdAt, u.finished_at AS finishedAt,
  CONCAT('', u.spec) AS spec, CONCAT('', u.summary) AS summary`;
const FROM =
  'FROM policy_run u JOIN policy_pack p ON p.id = u.pack_id JOIN job j ON j.id = u.job_id';

async function rowOf(db: Db, id: string): Promise<HeadRow> {
  const row = await db.row<HeadRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE u.id = ? AND u.county_code IN (?)`,
    [id, db.scope.countyCodes],
  );
  if (!row || db.scope.organizationKind !== 'BUREAU') {
    throw new AppError('NOT_FOUND', `No run ${id}`, { entity: 'policyRun', id });
  }
  return row;
}

export interface RunToDo {
  readonly id: string;
  readonly countyCode: string;
  readonly kind: string;
  readonly period: string;
  readonly spec: RunSpec;
  readonly createdOn: LocalDate;
}

/** For the worker: what to try. */
export async function findRun(db: Db, id: string): Promise<RunToDo> {
  const row = await rowOf(db, id);
  const { countyCode, kind, period } = row;
  const spec = JSON.parse(row.spec) as RunSpec;
  return { id, countyCode, kind, period, spec, createdOn: shanghaiDay(new Date(row.createdAt)) };
}

function toHead(row: HeadRow): PolicyRun {
  const { body, spec: _spec, summary, countyCode: _county, ...head } = row;
  const { titleZh, titleEn } = readPack(body).titles;
  const found = summary === null ? null : (JSON.parse(summary) as RunSummary);
  return {
    ...head,
    packTitle: { zh: titleZh, en: titleEn },
    oldFen: (found?.oldFen ?? null) as Fen | null,
    newFen: (found?.newFen ?? null) as Fen | null,
  };
}

export const runHead = async (db: Db, id: string): Promise<PolicyRun> =>
  toHead(await rowOf(db, id));

export async function listRuns(db: Db, args: PolicyRunsArgs): Promise<PolicyRunPage> {
  requireCounty(db.scope, args.countyCode);
  const kind = args.kind ?? null;
  const where = 'WHERE u.county_code = ? AND (? IS NULL OR u.kind = ?)';
  const values = [args.countyCode, kind, kind];
  const count = await db.row<{ total: number }>(
    `SELECT COUNT(*) AS total ${FROM} ${where}`,
    values,
  );
  const rows = await db.rows<HeadRow>(
    `SELECT ${COLUMNS} ${FROM} ${where} ORDER BY u.created_at DESC, u.id DESC LIMIT ? OFFSET ?`,
    [...values, args.pageSize, offsetOf(args)],
  );
  return { items: rows.map(toHead), total: Number(count?.total ?? 0) };
}

const NOTHING: RunSummary = {
  oldFen: 0,
  newFen: 0,
  gainedLines: 0,
  lostLines: 0,
  changedLines: 0,
  gainers: 0,
  losers: 0,
  cells: [],
  refusals: [],
  unread: [],
};

export async function runDetail(db: Db, id: string): Promise<PolicyRunDetail> {
  const row = await rowOf(db, id);
  const summary = row.summary === null ? NOTHING : (JSON.parse(row.summary) as RunSummary);
  const pack = JSON.parse(row.body) as Pack;
  const centers = await centerNames(db);
  const { gainedLines, lostLines, changedLines, gainers, losers } = summary;
  return {
    head: toHead(row),
    switches: switchesOf(pack, JSON.parse(row.spec) as RunSpec),
    gainedLines,
    lostLines,
    changedLines,
    gainers,
    losers,
    months: grouped(summary.cells, ({ month }) => month, same),
    centers: grouped(
      summary.cells,
      ({ centerId }) => centerId,
      (key) => same(centers.get(key) ?? key),
    ),
    programs: grouped(
      summary.cells,
      ({ program }) => program,
      (key) => programName(pack, key),
    ),
    refusals: summary.refusals.map((refusal) => ({
      centerName: centers.get(refusal.centerId) ?? refusal.centerId,
      isNew: refusal.isNew,
      program: refusal.program,
      text: { zh: refusal.textZh, en: refusal.textEn },
    })),
    unread: summary.unread.map(({ centerId, text }) => `${centers.get(centerId) ?? ''} ${text}`),
  };
}

const same = (text: string): PackText => ({ zh: text, en: text });

function programName(pack: Pack, id: string): PackText {
  const title = pack.programs.find((program) => program.id === id)?.title;
  return title === undefined ? same(id) : { zh: zh(title), en: en(title) };
}

function grouped(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string,
  nameOf: (key: string) => PackText,
): RunAmount[] {
  const sums = new Map<string, { oldFen: number; newFen: number }>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const sum = sums.get(key) ?? { oldFen: 0, newFen: 0 };
    sums.set(key, { oldFen: sum.oldFen + cell.oldFen, newFen: sum.newFen + cell.newFen });
  }
  return [...sums]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, { oldFen, newFen }]) => ({
      key,
      name: nameOf(key),
      oldFen: oldFen as Fen,
      newFen: newFen as Fen,
    }));
}

function switchesOf(pack: Pack, spec: RunSpec): RunSwitch[] {
  const answers = Object.entries(spec.decisions).map(([id, option]) => {
    const decision = pack.decisions?.find((known) => known.id === id);
    const chosen = decision?.options.find((known) => known.id === option);
    return {
      id,
      name: { zh: zh(decision?.question), en: en(decision?.question) },
      value: { zh: zh(chosen?.text) || option, en: en(chosen?.text) || option },
    };
  });
  const known = ratesOf(pack);
  const figures = spec.rates.map(({ rate, fen }) => {
    const label = known.find(({ id }) => id === rate)?.label as Parameters<typeof zh>[0];
    const yuan = `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
    return {
      id: rate,
      name: { zh: zh(label), en: en(label) },
      value: { zh: `${yuan} 元`, en: `${yuan} yuan` },
    };
  });
  return [...answers, ...figures];
}

async function centerNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(
    'SELECT id, name FROM center WHERE id IN (?)',
    [db.centers],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const CHANGES = `FROM policy_run_change c JOIN center n ON n.id = c.center_id
  LEFT JOIN resident r ON r.id = c.subject_id AND r.center_id = c.center_id AND c.subject_kind = 'person'
  WHERE c.run_id = ? AND c.center_id IN (?)`;
const CHANGE_COLUMNS = `c.id, c.center_id AS centerId, n.name AS centerName, c.program, c.subject_kind AS subjectKind,
  r.name AS subjectName, c.month, c.old_fen AS oldFen, c.new_fen AS newFen`;

function changesWhere(
  db: Db,
  args: Pick<PolicyRunChangesArgs, 'runId' | 'centerId' | 'direction'>,
): { sql: string; values: SqlValue[] } {
  // A filter that is not set comes as null over the wire.
  const centerId = args.centerId ?? null;
  const direction = args.direction ?? null;
  const order = { GAIN: 'AND c.new_fen > c.old_fen', LOSS: 'AND c.new_fen < c.old_fen' };
  const only = direction === null ? '' : order[direction];
  return {
    sql: `${CHANGES} ${only} ${centerId === null ? '' : 'AND c.center_id = ?'}`,
    values: [args.runId, db.centers, ...(centerId === null ? [] : [centerId])],
  };
}

/** Line by line: who gains and who loses. */
export async function runChanges(db: Db, args: PolicyRunChangesArgs): Promise<PolicyRunChangePage> {
  await rowOf(db, args.runId);
  const { sql, values } = changesWhere(db, args);
  const count = await db.row<{ total: number }>(`SELECT COUNT(*) AS total ${sql}`, values);
  const items = await db.rows<PolicyRunChange>(
    `SELECT ${CHANGE_COLUMNS} ${sql} ORDER BY n.name, r.name, c.program, c.month, c.id LIMIT ? OFFSET ?`,
    [...values, args.pageSize, offsetOf(args)],
  );
  return { items, total: Number(count?.total ?? 0) };
}

/** For a sheet, without pages. */
export async function allRunChanges(
  db: Db,
  runId: string,
  limit: number,
): Promise<PolicyRunChange[]> {
  await rowOf(db, runId);
  const { sql, values } = changesWhere(db, { runId });
  return await db.rows<PolicyRunChange>(
    `SELECT ${CHANGE_COLUMNS} ${sql} ORDER BY n.name, r.name, c.program, c.month, c.id LIMIT ?`,
    [...values, limit],
  );
}
