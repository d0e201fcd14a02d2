import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';
import { CLOCK, type Scope, UnitOfWork } from '@yibu/platform';

import {
  QueueRepository,
  type QueueCounts,
  type QueueFilter,
  type QueueRow,
} from './queue.repository.js';

/** Who has to be assessed, and what waits for a hand. */
@Injectable()
export class AssessmentQueueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queues: QueueRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(scope: Scope, filter: QueueFilter): Promise<{ items: QueueRow[]; total: number }> {
    const db = this.unitOfWork.read(scope);
    return await this.queues.page(db, filter, this.clock.today());
  }

  async counts(scope: Scope, centerId: string): Promise<QueueCounts> {
    return await this.queues.counts(this.unitOfWork.read(scope), centerId, this.clock.today());
  }
}
