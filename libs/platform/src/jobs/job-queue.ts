import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';

import type { Scope } from '../access/scope.js';
import { CLOCK } from '../clock.js';
import { newId } from '../data/id.js';
import type { Tx } from '../data/tx.js';
import { JobEntity } from './job.entity.js';

export interface JobRequest {
  readonly kind: string;
  readonly centerId: string | null;
  readonly payload: unknown;
  /** One of many: the work it belongs to tells how it goes. */
  readonly isPart?: boolean;
}

/** What a handler may do with its job while it runs. */
export interface JobContext<Payload> {
  readonly jobId: string;
  readonly payload: Payload;
  /** 1, and more where an earlier worker died in the middle: what it committed is there. */
  readonly attempt: number;
  /** Of the person who asked, with the rights they have now. */
  readonly scope: Scope;
  /** Aborted when the worker stops or somebody cancels. */
  readonly signal: AbortSignal;
  progress(done: number, total: number): Promise<void>;
  /** Marks the job done inside the transaction of its effect. Without it the runner does so afterwards. */
  finish(tx: Tx, result: unknown): Promise<void>;
}

export type JobHandler = (context: JobContext<never>) => Promise<unknown>;

/** Who does which kind of work; features register on module start. */
@Injectable()
export class JobRegistry {
  private readonly handlers = new Map<string, JobHandler>();

  register<Payload>(
    kind: string,
    handler: (context: JobContext<Payload>) => Promise<unknown>,
  ): void {
    this.handlers.set(kind, handler as unknown as JobHandler);
  }

  handlerOf(kind: string): JobHandler | undefined {
    return this.handlers.get(kind);
  }
}

@Injectable()
export class JobQueue {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** In the caller's transaction: rolled back with it, seen by the worker only after its commit. */
  async enqueue(tx: Tx, request: JobRequest): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    await tx.insert(JobEntity, {
      id,
      kind: request.kind,
      centerId: request.centerId,
      userId: tx.scope.userId,
      status: 'QUEUED',
      payload: request.payload,
      isPart: request.isPart ?? false,
      runAfter: now,
      createdAt: now,
    });
    return id;
  }
}
