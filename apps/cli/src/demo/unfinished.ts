import type { Config } from '@yibu/platform';
import fs from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';

/**
 * A demonstration is half a minute of work in many transactions. One that was cut short is no demonstration, and nothing
 * can go on from its middle: it is begun anew, where nothing but it was in the database.
 */
export class Unfinished {
  private readonly mark: string;
  private readonly name: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Pick<Config, 'dataDir' | 'database'>,
  ) {
    const { socketPath, host, port, name } = config.database;
    this.mark = path.join(config.dataDir, 'demo-unfinished');
    this.name = `${socketPath ?? `${host}:${port}`}/${name}`;
  }

  /** Set before the first row, and only in a database that nobody has used: it is what allows to clear it again. */
  async begin(): Promise<void> {
    const [row] = await this.dataSource.query<{ n: number }[]>(
      'SELECT (SELECT COUNT(*) FROM organization) + (SELECT COUNT(*) FROM app_user) AS n',
    );
    if (Number(row?.n) === 0) {
      fs.mkdirSync(this.config.dataDir, { recursive: true, mode: 0o700 });
      fs.writeFileSync(this.mark, this.name, { mode: 0o600 });
    }
  }

  end(): void {
    fs.rmSync(this.mark, { force: true });
  }

  /** Whether the last load of this very database was cut short. */
  isLeft(): boolean {
    return fs.existsSync(this.mark) && fs.readFileSync(this.mark, 'utf8') === this.name;
  }

  /** Takes every table and file of it away; the caller makes the tables anew. */
  async clear(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const tables = (await runner.query(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`,
      )) as { name: string }[];
      await runner.query('SET FOREIGN_KEY_CHECKS = 0');
      for (const { name } of tables) {
        await runner.query(`DROP TABLE IF EXISTS \`${name}\``);
      }
    } finally {
      await runner.query('SET FOREIGN_KEY_CHECKS = 1');
      await runner.release();
    }
    fs.rmSync(path.join(this.config.dataDir, 'files'), { recursive: true, force: true });
  }
}
