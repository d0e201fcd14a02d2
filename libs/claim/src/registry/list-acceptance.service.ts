import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue, JobRegistry, UnitOfWork, type JobContext, type Scope } from '@yibu/platform';

import { coverageOf } from './coverage.rules.js';
import { auditList, isInWork, openList, staleList } from './list.repository.js';
import type { RegistryCounts } from './registry.entities.js';
import { RegistryService, type ListAcceptance } from './registry.service.js';

export const ACCEPT_JOB = 'registry-accept';

/** Takes a list in while whoever asked does something else. */
@Injectable()
export class ListAcceptanceService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: RegistryService,
    private readonly jobs: JobQueue,
    private readonly handlers: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.handlers.register(ACCEPT_JOB, async (context: JobContext<ListAcceptance>) =>
      this.carryOut(context),
    );
  }

  /** What can be refused is refused here; a list already being taken in is nobody's to take in again. */
  async begin(scope: Scope, request: ListAcceptance): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const list = await openList(tx, request.listId);
      coverageOf(list.kind, request);
      if (await isInWork(tx, list.id)) {
        throw staleList(list.id);
      }
      const version = request.version + 1;
      const payload: ListAcceptance = { ...request, version };
      const jobId = await this.jobs.enqueue(tx, { kind: ACCEPT_JOB, centerId: null, payload });
      const changed = await tx.execute(
        `UPDATE registry_list SET job_id = ?, version = ? WHERE id = ? AND county_code IN (?)
           AND status = 'CHECKED' AND version = ?`,
        [jobId, version, list.id, scope.countyCodes, request.version],
      );
      if (changed !== 1) {
        throw staleList(list.id);
      }
      auditList(tx, { listId: list.id, action: 'beginAccept', values: {} });
      return list.id;
    });
  }

  /** The job ends in the transaction that takes the rows in: a worker that dies leaves all of it to the next, or nothing. */
  async carryOut(context: JobContext<ListAcceptance>): Promise<RegistryCounts> {
    return await this.lists.accept(context.scope, context.payload, context);
  }
}
