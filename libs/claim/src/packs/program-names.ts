import type { Db } from '@yibu/platform';

import { en, zh, type Words } from '../engine.js';
import type { ProgramName } from './pack.graphql.js';
import { EVERYBODYS, visiblePacks } from './policy.access.js';

interface TextRow {
  readonly owner: string;
  readonly ids: string | null;
  readonly titles: string | null;
  readonly subjects: string | null;
  /** Codes of the counties in reach that computed by this text at some time, with commas. */
  readonly counties: string | null;
}

const listOf = <Item>(json: string | null): Item[] =>
  json === null ? [] : (JSON.parse(json) as Item[]);

/**
 * What packs call their programs, for each county in reach: by the newest text that was ever in force there, else by
 * one that the county brought. `countyCode` `*` holds everybody's texts, for a county that neither names.
 */
export async function programNames(db: Db): Promise<ProgramName[]> {
  const seen = visiblePacks(db.scope);
  // Somebody of no county at all reads everybody's texts.
  const reach = [EVERYBODYS, ...db.scope.countyCodes];
  const rows = await db.rows<TextRow>(
    `SELECT p.county_code AS owner, CONCAT('', JSON_EXTRACT(p.body, '$.programs[*].id')) AS ids,
       CONCAT('', JSON_EXTRACT(p.body, '$.programs[*].title')) AS titles,
       CONCAT('', JSON_EXTRACT(p.body, '$.programs[*].subject')) AS subjects,
       (SELECT GROUP_CONCAT(DISTINCT k.county_code) FROM county_pack k
        WHERE k.pack_id = p.id AND k.county_code IN (?)) AS counties,
       (SELECT MAX(k.from_on) FROM county_pack k
        WHERE k.pack_id = p.id AND k.county_code IN (?)) AS lastFromOn
     FROM policy_pack p WHERE ${seen.sql} ORDER BY lastFromOn DESC, p.version DESC, p.created_at DESC, p.id`,
    [reach, reach, ...seen.values],
  );
  const names = new Map<string, ProgramName>();
  const say = (row: TextRow, counties: readonly string[]): void => {
    const titles = listOf<Words>(row.titles);
    const subjects = listOf<unknown>(row.subjects);
    listOf<string>(row.ids).forEach((program, at) => {
      for (const countyCode of counties) {
        const key = `${countyCode} ${program}`;
        const title = titles[at];
        names.set(
          key,
          names.get(key) ?? {
            countyCode,
            program,
            zh: zh(title),
            en: en(title),
            paysPeople: subjects[at] === 'person',
          },
        );
      }
    });
  };
  for (const row of rows) {
    say(row, row.counties?.split(',') ?? []);
  }
  for (const row of rows) {
    say(row, [row.owner]);
  }
  return [...names.values()];
}

export type NamedProgram = Pick<ProgramName, 'zh' | 'en'>;

/** -> the title of a program in a county; where no text says one, its id. */
export function nameBook(
  names: readonly ProgramName[],
): (program: string, countyCode: string) => NamedProgram {
  const known = new Map(names.map((name) => [`${name.countyCode} ${name.program}`, name]));
  return (program, countyCode) =>
    known.get(`${countyCode} ${program}`) ??
    known.get(`${EVERYBODYS} ${program}`) ?? { zh: program, en: program };
}
