import { AppError } from '@yibu/kernel';
import { offsetOf, type Db, type SqlValue } from '@yibu/platform';

import type { ListRemark, RegistryCounts } from './registry.entities.js';
import type {
  RegistryList,
  RegistryListColumn,
  RegistryListPage,
  RegistryListSummary,
  RegistryListsArgs,
  RegistryRemarkPage,
  RegistryRemarksArgs,
  RegistryRow,
  RegistryRowsArgs,
} from './registry.graphql.js';
import type { SupportWhat } from './registry.fields.js';
import { countiesOf } from './registry.repository.js';

const userName = (column: string): string =>
  `(SELECT u.display_name FROM app_user u WHERE u.id = ${column})`;

const LIST = `l.id, l.kind, IF(l.status = 'CHECKED' AND EXISTS (SELECT 1 FROM job j WHERE j.id = l.job_id
    AND j.status IN ('QUEUED', 'RUNNING')), 'ACCEPTING', l.status) AS status,
  IF(l.status = 'CHECKED', (SELECT j.id FROM job j WHERE j.id = l.job_id AND j.status <> 'DONE' AND j.user_id = ?),
    NULL) AS jobId, l.file_name AS fileName, l.row_count AS rowCount, l.counts, l.columns,
  l.complete_for AS completeFor, l.covers_from AS coversFrom, l.covers_through AS coversThrough,
  ${userName('l.uploaded_by')} AS uploadedByName, l.uploaded_at AS uploadedAt,
  ${userName('l.accepted_by')} AS acceptedByName, l.accepted_at AS acceptedAt,
  ${userName('l.withdrawn_by')} AS withdrawnByName, l.withdrawn_at AS withdrawnAt,
  l.withdrawn_reason AS withdrawnReason, l.version,
  (SELECT COUNT(DISTINCT r.id) FROM registry_row g JOIN resident r ON r.id_number_index = g.id_number_index
     JOIN center n ON n.id = r.center_id AND n.county_code = g.county_code
   WHERE g.list_id = l.id AND g.live = 1) AS matchedCount`;

type ListRow = Omit<RegistryList, 'counts' | 'columns' | 'completeFor'> & {
  readonly counts: string;
  readonly columns: string;
  readonly completeFor: string | null;
};

const toList = (row: ListRow): RegistryList => ({
  ...row,
  counts: JSON.parse(row.counts) as RegistryCounts,
  columns: JSON.parse(row.columns) as RegistryListColumn[],
  completeFor: (row.completeFor?.split(',') ?? []) as SupportWhat[],
});

export async function listLists(db: Db, args: RegistryListsArgs): Promise<RegistryListPage> {
  const kind = args.kind ?? null;
  const rows = await db.rows<ListRow & { total: number }>(
    `SELECT ${LIST}, COUNT(*) OVER () AS total FROM registry_list l
     WHERE l.county_code IN (?) AND (? IS NULL OR l.kind = ?)
     ORDER BY l.uploaded_at DESC, l.id DESC LIMIT ? OFFSET ?`,
    [db.scope.userId, countiesOf(db.scope), kind, kind, args.pageSize, offsetOf(args)],
  );
  return {
    items: rows.map(({ total: _total, ...row }): RegistryListSummary => toList(row)),
    total: rows[0]?.total ?? 0,
  };
}

export async function findList(db: Db, id: string): Promise<RegistryList> {
  const row = await db.row<ListRow>(
    `SELECT ${LIST} FROM registry_list l WHERE l.id = ? AND l.county_code IN (?)`,
    [db.scope.userId, id, countiesOf(db.scope)],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No list ${id} in reach`, { entity: 'registryList', id });
  }
  return toList(row);
}

export async function listsById(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, RegistryListSummary>> {
  const rows =
    ids.length === 0
      ? []
      : await db.rows<ListRow>(
          `SELECT ${LIST} FROM registry_list l WHERE l.id IN (?) AND l.county_code IN (?)`,
          [db.scope.userId, ids, countiesOf(db.scope)],
        );
  return new Map(rows.map((row) => [row.id, toList(row)]));
}

export async function remarksOfList(db: Db, listId: string): Promise<readonly ListRemark[]> {
  const row = await db.row<{ remarks: string }>(
    'SELECT remarks FROM registry_list WHERE id = ? AND county_code IN (?)',
    [listId, countiesOf(db.scope)],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No list ${listId} in reach`, {
      entity: 'registryList',
      id: listId,
    });
  }
  return JSON.parse(row.remarks) as ListRemark[];
}

export async function pageRemarks(db: Db, args: RegistryRemarksArgs): Promise<RegistryRemarkPage> {
  const all = await remarksOfList(db, args.listId);
  const from = offsetOf(args);
  return {
    total: all.length,
    items: all
      .slice(from, from + args.pageSize)
      .map(({ params, ...remark }) => ({ ...remark, params: JSON.stringify(params ?? {}) })),
  };
}

/** A row as it is stored: name still sealed, whose it is for `RegistryRow` to say. */
export type SealedRow = Omit<RegistryRow, 'name' | 'idNumberMasked' | 'centerNames'> & {
  readonly countyCode: string;
  readonly nameCipher: Buffer;
  readonly idLast4: string;
  readonly centerNames: string | null;
};

export const ROW = `g.id, g.county_code AS countyCode, g.kind, g.what, g.list_id AS listId, l.file_name AS fileName,
  g.line_no AS rowNumber, g.name_cipher AS nameCipher, g.id_last4 AS idLast4, g.from_on AS fromOn,
  g.until_on AS untilOn, g.cremated_on AS crematedOn, g.place, g.note, g.listed_at AS listedAt,
  ${userName('l.accepted_by')} AS listedByName, g.previous_id AS previousId, g.ended_kind AS endedKind,
  g.ended_at AS endedAt, ${userName('g.ended_by')} AS endedByName, g.ended_reason AS endedReason,
  (SELECT e.file_name FROM registry_list e WHERE e.id = g.ended_list_id) AS endedFileName,
  (SELECT GROUP_CONCAT(DISTINCT n.name ORDER BY n.name SEPARATOR '\\n') FROM resident r
     JOIN center n ON n.id = r.center_id AND n.county_code = g.county_code
   WHERE r.id_number_index = g.id_number_index) AS centerNames`;

const ROW_FROM = 'FROM registry_row g JOIN registry_list l ON l.id = g.list_id';

const MATCHED = `EXISTS (SELECT 1 FROM resident r JOIN center n ON n.id = r.center_id
  WHERE r.id_number_index = g.id_number_index AND n.county_code = g.county_code)`;

/** What a list brought, and what a later one or a person did to it since. */
export async function pageRows(
  db: Db,
  args: RegistryRowsArgs,
): Promise<{ items: SealedRow[]; total: number }> {
  const rows = await db.rows<SealedRow & { total: number }>(
    `SELECT ${ROW}, COUNT(*) OVER () AS total ${ROW_FROM} WHERE g.list_id = ? AND g.county_code IN (?)
       AND ${args.matched ? MATCHED : 'TRUE'} ORDER BY g.line_no, g.id LIMIT ? OFFSET ?`,
    [args.listId, countiesOf(db.scope), args.pageSize, offsetOf(args)],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Every version of everything that the county's lists say about a number. */
export const rowsOfPerson = async (db: Db, indexes: readonly Buffer[]): Promise<SealedRow[]> =>
  indexes.length === 0
    ? []
    : await db.rows<SealedRow>(
        `SELECT ${ROW} ${ROW_FROM} WHERE g.id_number_index IN (${indexes.map(() => '?').join(', ')})
           AND g.county_code IN (?) ORDER BY g.listed_at DESC, g.id DESC LIMIT 200`,
        [...indexes, countiesOf(db.scope)] as SqlValue[],
      );

export const rowsById = async (db: Db, ids: readonly string[]): Promise<SealedRow[]> =>
  await db.rows<SealedRow>(
    `SELECT ${ROW} ${ROW_FROM} WHERE g.id IN (?) AND g.county_code IN (?) ORDER BY g.listed_at, g.id`,
    [ids, countiesOf(db.scope)],
  );
