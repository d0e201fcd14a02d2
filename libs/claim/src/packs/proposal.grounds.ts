import { AppError } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';

import type { RunSpec } from './run.rules.js';

export interface NoticeRow {
  readonly id: string;
  readonly fromOn: string;
  readonly proposalId: string;
}

const missing = (entity: string, id: string): AppError =>
  new AppError('NOT_FOUND', `No ${entity} ${id} in the county`, { entity, id });

/** A notice that still holds, or will. */
export async function findNotice(tx: Tx, countyCode: string, id: string): Promise<NoticeRow> {
  const row = await tx.row<NoticeRow>(
    `SELECT id, from_on AS fromOn, proposal_id AS proposalId FROM county_notice
     WHERE id = ? AND county_code = ? AND ended_proposal_id IS NULL FOR UPDATE`,
    [id, countyCode],
  );
  if (!row) {
    throw missing('countyNotice', id);
  }
  return row;
}

export async function findScan(
  db: Db,
  countyCode: string,
  id: string,
): Promise<{ id: string; fileName: string; mediaType: string; sha256: string }> {
  const row = await db.row<{ id: string; fileName: string; mediaType: string; sha256: string }>(
    `SELECT id, file_name AS fileName, media_type AS mediaType, sha256 FROM policy_scan
     WHERE id = ? AND county_code = ?`,
    [id, countyCode],
  );
  if (!row) {
    throw missing('policyScan', id);
  }
  return row;
}

interface Seen {
  readonly countyCode: string;
  readonly runId: string | null;
  /** What the run must have tried; null: any run of the county may be shown beside the proposal. */
  readonly wanted: Pick<RunSpec, 'packId' | 'decisions'> | null;
}

/** The effect was computed, over these very choices, before anybody proposes them. */
export async function seenEffect(tx: Tx, { countyCode, runId, wanted }: Seen): Promise<void> {
  if (runId === null) {
    return;
  }
  const row = await tx.row<{ spec: string; finishedAt: Date | null }>(
    'SELECT spec, finished_at AS finishedAt FROM policy_run WHERE id = ? AND county_code = ?',
    [runId, countyCode],
  );
  if (!row) {
    throw missing('policyRun', runId);
  }
  const spec = JSON.parse(row.spec) as RunSpec;
  const isOther =
    wanted !== null &&
    (spec.packId !== wanted.packId ||
      spec.rates.length > 0 ||
      JSON.stringify(spec.decisions) !== JSON.stringify(wanted.decisions));
  if (row.finishedAt === null || isOther) {
    throw new AppError('EFFECT_NOT_SEEN', `Run ${runId} did not show this change`);
  }
}
