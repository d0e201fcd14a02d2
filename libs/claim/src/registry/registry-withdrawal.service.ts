import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, JobQueue, UnitOfWork, type Scope } from '@yibu/platform';

import { auditList, isInWork, openList, rematch, staleList } from './list.repository.js';
import { countiesOf, endRows, lockCounty } from './registry.repository.js';

/** Takes back what was wrong: a tried list, an accepted one, a single row. */
@Injectable()
export class RegistryWithdrawal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A list that was only tried is forgotten with its file. */
  async discard(scope: Scope, listId: string): Promise<boolean> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const list = await openList(tx, listId);
      if (await isInWork(tx, listId)) {
        throw staleList(listId);
      }
      const gone = await tx.execute(
        `DELETE FROM registry_list WHERE id = ? AND county_code IN (?) AND status = 'CHECKED'`,
        [listId, scope.countyCodes],
      );
      if (gone !== 1) {
        throw staleList(listId);
      }
      auditList(tx, { listId, action: 'discard', values: { fileName: list.fileName } });
      return true;
    });
  }

  /** All that the list said, and still says, no longer holds; it stays to be read. */
  async withdrawList(
    scope: Scope,
    request: { readonly listId: string; readonly reason: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const list = await openList(tx, request.listId);
      await lockCounty(tx, list.countyCode);
      const now = this.clock.now();
      const changed = await tx.execute(
        `UPDATE registry_list SET status = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ?,
           live = NULL, version = version + 1 WHERE id = ? AND county_code IN (?) AND status = 'ACCEPTED'`,
        [scope.userId, now, request.reason, list.id, scope.countyCodes],
      );
      if (changed !== 1) {
        throw staleList(list.id);
      }
      const rows = await tx.rows<{ id: string }>(
        'SELECT id FROM registry_row WHERE list_id = ? AND county_code IN (?) AND live = 1',
        [list.id, scope.countyCodes],
      );
      const ids = rows.map(({ id }) => id);
      const { countyCode } = list;
      const { reason } = request;
      await endRows(tx, ids, { countyCode, kind: 'WITHDRAWN', listId: null, reason, now });
      auditList(tx, { listId: list.id, action: 'withdraw', values: { rows: ids.length }, reason });
      await rematch(this.jobs, tx, countyCode);
      return list.id;
    });
  }

  async withdrawRow(
    scope: Scope,
    request: { readonly rowId: string; readonly reason: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const row = await tx.row<{
        listId: string;
        countyCode: string;
        number: number;
        live: number | null;
      }>(
        `SELECT list_id AS listId, county_code AS countyCode, line_no AS number, live FROM registry_row
         WHERE id = ? AND county_code IN (?) FOR UPDATE`,
        [request.rowId, countiesOf(scope)],
      );
      if (!row) {
        throw new AppError('NOT_FOUND', `No row ${request.rowId} in reach`, {
          entity: 'registryRow',
          id: request.rowId,
        });
      }
      if (row.live === null) {
        throw staleList(row.listId);
      }
      await endRows(tx, [request.rowId], {
        countyCode: row.countyCode,
        kind: 'WITHDRAWN',
        listId: null,
        reason: request.reason,
        now: this.clock.now(),
      });
      auditList(tx, {
        listId: row.listId,
        action: 'withdrawRow',
        values: { row: row.number },
        reason: request.reason,
      });
      await rematch(this.jobs, tx, row.countyCode);
      return row.listId;
    });
  }
}
