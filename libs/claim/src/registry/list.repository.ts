import { AppError } from '@yibu/kernel';
import type { Db, JobQueue, Tx } from '@yibu/platform';

import type { RegistryListEntity } from './registry.entities.js';
import type { RegistryKind } from './registry.fields.js';
import { countiesOf } from './registry.repository.js';

export const MATCH_JOB = 'claim-match';

export interface StoredList {
  readonly id: string;
  readonly countyCode: string;
  readonly kind: RegistryKind;
  readonly status: RegistryListEntity['status'];
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly version: number;
}

export async function openList(db: Db, id: string): Promise<StoredList> {
  const list = await db.row<StoredList>(
    `SELECT id, county_code AS countyCode, kind, status, file_name AS fileName, media_type AS mediaType,
       content_cipher AS content, version FROM registry_list WHERE id = ? AND county_code IN (?)`,
    [id, countiesOf(db.scope)],
  );
  if (!list) {
    throw new AppError('NOT_FOUND', `No list ${id} in reach`, { entity: 'registryList', id });
  }
  return list;
}

/** A job that failed or was cancelled holds nobody up. The list stays locked until the end of the transaction. */
export async function isInWork(tx: Tx, listId: string): Promise<boolean> {
  const row = await tx.row<{ isWorking: number }>(
    `SELECT EXISTS (SELECT 1 FROM job j WHERE j.id = l.job_id AND j.status IN ('QUEUED', 'RUNNING')) AS isWorking
     FROM registry_list l WHERE l.id = ? AND l.county_code IN (?) AND l.status = 'CHECKED' FOR UPDATE`,
    [listId, countiesOf(tx.scope)],
  );
  return row !== null && Number(row.isWorking) === 1;
}

export async function sameFile(
  db: Db,
  countyCode: string,
  file: { readonly kind: RegistryKind; readonly fileSha256: string },
): Promise<string | null> {
  const row = await db.row<{ id: string }>(
    `SELECT id FROM registry_list WHERE county_code = ? AND county_code IN (?) AND kind = ? AND file_sha256 = ?
       AND live = 1`,
    [countyCode, countiesOf(db.scope), file.kind, file.fileSha256],
  );
  return row?.id ?? null;
}

export const staleList = (id: string): AppError =>
  new AppError('STALE_VERSION', `List ${id} has changed`, { entity: 'registryList', id });

export interface ListDeed {
  readonly listId: string;
  readonly action: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly reason?: string;
}

export function auditList(tx: Tx, { listId, action, values, reason }: ListDeed): void {
  tx.audit({
    entity: 'registryList',
    entityId: listId,
    centerId: null,
    action,
    changes: Object.entries(values).map(([field, to]) => ({ field, from: null, to })),
    reason: reason ?? null,
  });
}

/** What the open claims of the county meet in the records of others is counted anew, beside the deed. */
export async function rematch(jobs: JobQueue, tx: Tx, countyCode: string): Promise<void> {
  await jobs.enqueue(tx, { kind: MATCH_JOB, centerId: null, payload: { countyCode } });
}
