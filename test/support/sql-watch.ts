import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';

import { SqlReader } from './sql-reading.js';
import { NOT_OF_CENTERS, REVIEWED } from './sql-reviewed.js';

/** Where a test itself looks at the tables or sets them up; what the product sends is looked at. */
const aside = new AsyncLocalStorage<true>();

const LITERAL = /'([^']*)'/g;
/** An id, a day, or words of people inside quotation marks: a value that came in as text instead of a parameter. */
const VALUE = /^[0-9A-HJKMNP-TV-Z]{26}$|^(?!9999-12-31$|1000-01-01$)\d{4}-\d\d-\d\d|[^\x20-\x7e]/;

/** Reads each statement the product sends to its database, once, and keeps those that should not have been sent. */
export class SqlWatch {
  private readonly seen = new Set<string>();
  private findings: string[] = [];

  private constructor(private readonly reader: SqlReader) {}

  static async on(dataSource: DataSource): Promise<SqlWatch> {
    const rows = await dataSource.query<{ name: string }[]>(
      `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t
         ON t.table_schema = c.table_schema AND t.table_name = c.table_name
       WHERE c.table_schema = DATABASE() AND c.column_name = 'center_id' AND t.table_type LIKE '%BASE TABLE%'`,
    );
    const ofCenters = rows.map(({ name }) => name).filter((name) => !NOT_OF_CENTERS.has(name));
    const watch = new SqlWatch(new SqlReader(new Set(ofCenters)));
    const open = dataSource.createQueryRunner.bind(dataSource);
    dataSource.createQueryRunner = (mode) => {
      const runner = open(mode);
      const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
      runner.query = (async (...given: unknown[]) => {
        watch.look(String(given[0]));
        return await query(...given);
      }) as typeof runner.query;
      return runner;
    };
    return watch;
  }

  private look(sql: string): void {
    if (this.seen.has(sql) || aside.getStore()) {
      return;
    }
    this.seen.add(sql);
    const problem = this.problemOf(sql);
    if (problem !== null) {
      this.findings.push(`${problem}: ${oneLine(sql).slice(0, 400)}`);
    }
  }

  private problemOf(sql: string): string | null {
    if ([...sql.matchAll(LITERAL)].some(([, text = '']) => VALUE.test(text))) {
      return 'a value inside the statement';
    }
    const tables = this.reader.unheldTables(sql);
    if (tables.length === 0 || REVIEWED.some(([start]) => start.test(oneLine(sql)))) {
      return null;
    }
    return `no center is named for ${[...new Set(tables)].join(', ')}`;
  }

  /** What was found since the last time. */
  take(): string[] {
    const found = this.findings;
    this.findings = [];
    return found;
  }

  assertClean(): void {
    const found = this.take();
    if (found.length > 0) {
      throw new Error(`Statements that must not be sent:\n${found.join('\n')}`);
    }
  }
}

const oneLine = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim();

/** The same data source for a test's own statements: they are not the product's. */
export function unwatched(dataSource: DataSource): DataSource {
  const outside = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (of, name) => {
        const value: unknown = Reflect.get(of, name, of);
        if (typeof value !== 'function') {
          return name === 'manager' ? outside(value as object) : value;
        }
        return (...given: unknown[]) => {
          const result: unknown = aside.run(true, () =>
            (value as (...all: unknown[]) => unknown).apply(of, given),
          );
          return name === 'createQueryRunner' ? outside(result as object) : result;
        };
      },
    });
  return outside(dataSource);
}
