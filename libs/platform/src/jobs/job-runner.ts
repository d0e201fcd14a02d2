import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError, type Clock } from '@yibu/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';

import { requestIds } from '../access/request-context.js';
import { ScopeSource } from '../access/scope.js';
import { CLOCK } from '../clock.js';
import { newId } from '../data/id.js';
import type { Tx } from '../data/tx.js';
import { isRetryable } from '../data/unit-of-work.js';
import { YibuLogger } from '../logger.js';
import { JobRegistry, type JobContext } from './job-queue.js';

const LEASE_MS = 20_000;
const HEARTBEAT_MS = 5000;
const IDLE_MS = 400;
const MAX_ATTEMPTS = 5;
/** Two jobs at a time: while one waits for the database, the other computes. */
const LANES = 2;

interface LeasedJob {
  readonly id: string;
  readonly kind: string;
  readonly userId: string;
  readonly payload: string;
  readonly attempts: number;
  readonly token: string;
}

/** What a dead worker held, then what waits longest. Each reads ix_job_due in its order and locks the one row it takes. */
const EXPIRED = `status = 'RUNNING' AND leased_until < ?`;
const QUEUED = `status = 'QUEUED' AND run_after <= ?`;

async function due(
  manager: EntityManager,
  condition: string,
  now: Date,
  kind: string | null,
): Promise<Omit<LeasedJob, 'token'> | null> {
  const [row] = await manager.query<Omit<LeasedJob, 'token'>[]>(
    `SELECT id, kind, user_id AS userId, payload, attempts FROM job FORCE INDEX (ix_job_due)
     WHERE ${condition}${kind === null ? '' : ' AND kind = ?'}
     ORDER BY run_after, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    kind === null ? [now] : [now, kind],
  );
  return row ?? null;
}

/**
 * Takes jobs with SKIP LOCKED and a lease that it renews. A worker that dies lets the lease run out and another takes
 * the job again; a job whose lease was lost cannot be finished by the old worker (token).
 */
@Injectable()
export class JobRunner {
  private readonly stopping = new AbortController();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly registry: JobRegistry,
    private readonly scopes: ScopeSource,
    private readonly logger: YibuLogger,
  ) {}

  /** Until stop(). */
  async runForever(): Promise<void> {
    await Promise.all(Array.from({ length: LANES }, async () => await this.runLane()));
  }

  private async runLane(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        if (!(await this.runOne())) {
          await pause(IDLE_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
        }
      } catch (error) {
        this.logger.error(error, 'JobRunner');
        await pause(1000);
      }
    }
  }

  stop(): void {
    this.stopping.abort();
  }

  /** True when there was something to do (of the kind, if one is named). Tests call it instead of waiting. */
  async runOne(kind: string | null = null): Promise<boolean> {
    const job = await this.lease(kind);
    if (!job) {
      return false;
    }
    await requestIds.run(job.id, async () => {
      await this.work(job);
    });
    return true;
  }

  private async lease(kind: string | null): Promise<LeasedJob | null> {
    let taken = await this.take(kind);
    while (taken === 'GIVEN_UP') {
      taken = await this.take(kind);
    }
    return taken;
  }

  private async take(kind: string | null): Promise<LeasedJob | 'GIVEN_UP' | null> {
    const now = this.clock.now();
    return await this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const row =
        (await due(manager, EXPIRED, now, kind)) ?? (await due(manager, QUEUED, now, kind));
      if (!row) {
        return null;
      }
      // Each attempt ended without a word: whatever it is, it takes its worker with it, and would for ever.
      if (row.attempts >= MAX_ATTEMPTS) {
        await manager.query(
          `UPDATE job SET status = 'FAILED', error_code = 'JOB_WORKER_LOST', error_params = ?, lease_token = NULL,
           finished_at = ? WHERE id = ?`,
          [JSON.stringify({ attempts: row.attempts }), now, row.id],
        );
        return 'GIVEN_UP';
      }
      const token = newId();
      await manager.query(
        `UPDATE job SET status = 'RUNNING', attempts = attempts + 1, lease_token = ?, leased_until = ?,
         started_at = COALESCE(started_at, ?) WHERE id = ?`,
        [token, new Date(now.getTime() + LEASE_MS), now, row.id],
      );
      return { ...row, attempts: row.attempts + 1, token };
    });
  }

  private async work(job: LeasedJob): Promise<void> {
    const lost = new AbortController();
    const heartbeat = setInterval(() => {
      this.renew(job).then(
        (isOurs) => {
          if (!isOurs) {
            lost.abort();
          }
        },
        () => undefined,
      );
    }, HEARTBEAT_MS);
    try {
      const handler = this.registry.handlerOf(job.kind);
      const scope = await this.scopes.forUser(job.userId, job.id);
      if (!handler || !scope) {
        throw new AppError(
          handler ? 'FORBIDDEN' : 'INTERNAL',
          `job ${job.id} (${job.kind}) cannot run`,
        );
      }
      const signal = AbortSignal.any([lost.signal, this.stopping.signal]);
      const context: JobContext<unknown> = {
        jobId: job.id,
        attempt: job.attempts,
        payload: JSON.parse(job.payload) as unknown,
        scope,
        signal,
        progress: async (done, total) => {
          await this.dataSource.query(
            'UPDATE job SET progress_done = ?, progress_total = ? WHERE id = ? AND lease_token = ?',
            [done, total, job.id, job.token],
          );
        },
        finish: async (tx, result) => {
          await this.finishIn(tx, job, result);
        },
      };
      const result = await handler(context as JobContext<never>);
      await this.finishUnlessDone(job, result);
    } catch (error) {
      await this.fail(job, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async renew(job: LeasedJob): Promise<boolean> {
    const until = new Date(this.clock.now().getTime() + LEASE_MS);
    const result = await this.dataSource.query<{ affectedRows: number }>(
      `UPDATE job SET leased_until = ? WHERE id = ? AND lease_token = ? AND status = 'RUNNING'`,
      [until, job.id, job.token],
    );
    return result.affectedRows === 1;
  }

  private async finishIn(tx: Tx, job: LeasedJob, result: unknown): Promise<void> {
    const affected = await tx.execute(
      `UPDATE job SET status = 'DONE', result = ?, finished_at = ?, progress_done = progress_total
       WHERE id = ? AND lease_token = ? AND status = 'RUNNING'`,
      [JSON.stringify(result ?? null), this.clock.now(), job.id, job.token],
    );
    if (affected !== 1) {
      throw new AppError('STALE_VERSION', `job ${job.id} was taken over or cancelled`);
    }
  }

  private async finishUnlessDone(job: LeasedJob, result: unknown): Promise<void> {
    await this.dataSource.query(
      `UPDATE job SET status = 'DONE', result = ?, finished_at = ?, progress_done = progress_total
       WHERE id = ? AND lease_token = ? AND status = 'RUNNING'`,
      [JSON.stringify(result ?? null), this.clock.now(), job.id, job.token],
    );
  }

  private async fail(job: LeasedJob, error: unknown): Promise<void> {
    const isOurs = error instanceof AppError;
    if (!isOurs) {
      this.logger.error(error, 'JobRunner');
    }
    const retries = (isRetryable(error) || !isOurs) && job.attempts < MAX_ATTEMPTS;
    const later = new Date(this.clock.now().getTime() + 500 * 2 ** job.attempts);
    await this.dataSource.query(
      `UPDATE job SET status = ?, run_after = ?, error_code = ?, error_params = ?, finished_at = ?
       WHERE id = ? AND lease_token = ? AND status = 'RUNNING'`,
      [
        retries ? 'QUEUED' : 'FAILED',
        later,
        isOurs ? error.code : 'INTERNAL',
        JSON.stringify(isOurs ? error.params : {}),
        retries ? null : this.clock.now(),
        job.id,
        job.token,
      ],
    );
  }
}
