import { setTimeout as sleep } from 'node:timers/promises';

import type { DataSource, QueryRunner } from 'typeorm';

const PATIENCE_MS = 20_000;
/** The server refreshes its list of transactions only when nobody has read it for a tenth of a second. */
const STEP_MS = 150;

/** Holds rows so that a deed stops in the middle, until the test has placed a rival beside it. */
export class Gate {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly runner: QueryRunner,
  ) {}

  /** The rows of a `SELECT … FOR UPDATE` are held until `open`, those of an `UPDATE` until `done`. */
  static async at(dataSource: DataSource, lockingRead: string): Promise<Gate> {
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction('READ COMMITTED');
    await runner.query(lockingRead);
    return new Gate(dataSource, runner);
  }

  /** Until so many transactions of this database wait for a lock. */
  async waitFor(count: number): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const [row] = await this.dataSource.query<{ waiting: string }[]>(
        `SELECT COUNT(*) AS waiting FROM information_schema.INNODB_TRX t
         JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
         WHERE t.trx_state = 'LOCK WAIT' AND p.DB = DATABASE()`,
      );
      if (Number(row?.waiting) >= count) {
        return;
      }
      await sleep(STEP_MS);
    }
    throw new Error(`Nobody came to the gate: ${count} expected`);
  }

  /** What was written at the gate stands. */
  async done(): Promise<void> {
    await this.runner.commitTransaction();
    await this.runner.release();
  }

  async open(): Promise<void> {
    await this.runner.rollbackTransaction();
    await this.runner.release();
  }
}
