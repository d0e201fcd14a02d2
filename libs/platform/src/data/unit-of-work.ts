import { AppError, assert } from '@yibu/kernel';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';

import type { Scope } from '../access/scope.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Db, Tx } from './tx.js';

const ATTEMPTS = 6;
/** Deadlock, lock wait, and “record has changed since last read”: InnoDB took nothing, so beginning anew is safe. */
const RETRYABLE = new Set([1213, 1205, 1020]);
const ACQUIRE_TIMEOUT_MS = 3000;

@Injectable()
export class UnitOfWork {
  private readonly open = new WeakSet<Scope>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly auditWriter: AuditWriter,
  ) {}

  /**
   * Runs `work` in one transaction, audit trail included. On a deadlock the whole of it starts again from BEGIN, so
   * `work` has no effects outside the database: mails, files and long work are rows for the worker.
   */
  async run<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    assert(!this.open.has(scope), 'a request has one transaction open at a time; pass the Tx on');
    this.open.add(scope);
    try {
      return await this.runWithRetry(scope, work);
    } finally {
      this.open.delete(scope);
    }
  }

  /** Several statements that must see one moment: a consistent snapshot, read-only, no lock held. */
  async snapshot<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await connectWithin(runner, ACQUIRE_TIMEOUT_MS);
      await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
      try {
        return await work(new Db(scope, runner.manager));
      } finally {
        await runner.query('COMMIT');
      }
    } finally {
      await runner.release();
    }
  }

  /** For reading only. The tenant rule is the same. */
  read(scope: Scope): Db {
    return new Db(scope, this.dataSource.manager);
  }

  private async runWithRetry<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(scope, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) {
          throw error;
        }
        await pause(Math.ceil(Math.random() * 10 * 2 ** attempt));
      }
    }
  }

  private async runOnce<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await connectWithin(runner, ACQUIRE_TIMEOUT_MS);
      await runner.startTransaction('READ COMMITTED');
      const tx = new Tx(scope, runner.manager);
      const result = await work(tx);
      await this.auditWriter.write(tx);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) {
        await runner.rollbackTransaction().catch(() => undefined);
      }
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** The driver waits for a free connection for ever; a caller must not. */
async function connectWithin(runner: QueryRunner, milliseconds: number): Promise<void> {
  const timer = new AbortController();
  const connected: Promise<unknown> = runner.connect();
  const late = pause(milliseconds, 'late', { signal: timer.signal }).catch(() => 'cancelled');
  const first = await Promise.race([connected, late]);
  if (first === 'late') {
    connected.then(
      async () => {
        await runner.release();
      },
      () => undefined,
    );
    throw new AppError('OVERLOADED', 'No database connection became free in time');
  }
  timer.abort();
}

export function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && RETRYABLE.has(Number(error.errno));
}

/** 1062: a UNIQUE constraint, also one WITHOUT OVERLAPS, said no. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'errno' in error && Number(error.errno) === 1062;
