import { askedAttributes, asksWhetherBedHeld, type Attributes } from '@yibu/claim-engine';
import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { Pack } from '../engine.js';
import { cut } from '../facts/period.rules.js';

/** A project's figures stand in its application. */
export const OWNERS = ['CENTER', 'PERSON', 'STAFF'] as const;
export type Owner = (typeof OWNERS)[number];

export const OPEN_END = '9999-12-31' as LocalDate;

/** Which values rules read, as `owner name`, and whether they ask if a bed was kept. */
export interface AskedNames {
  readonly keys: readonly string[];
  readonly bedHeld: boolean;
}

export const NOTHING_ASKED: AskedNames = { keys: [], bedHeld: false };

export const namesAskedBy = (...packs: readonly Pack[]): AskedNames => ({
  keys: [
    ...new Set(
      packs
        .flatMap((pack) => askedAttributes(pack))
        .filter(({ of }) => of !== 'project')
        .map(({ of, name }) => `${of.toUpperCase()} ${name}`),
    ),
  ].sort(),
  bedHeld: packs.some((pack) => asksWhetherBedHeld(pack)),
});

interface ValueRow {
  readonly subjectId: string;
  readonly name: string;
  readonly value: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

interface Given {
  readonly attributes?: Attributes;
}

export interface ReadFacts {
  /** Of whom nothing is recorded there is nothing to add. */
  of(subjectId: string): Given;
}

/** One statement, for rules that ask anything: the live values up to the end of the period. */
export async function askedFacts(
  db: Db,
  centerId: string,
  asked: { readonly names: AskedNames; readonly endsBefore: LocalDate },
): Promise<ReadFacts> {
  const { names, endsBefore } = asked;
  const rows =
    names.keys.length === 0
      ? []
      : await db.rows<ValueRow>(
          `SELECT subject_id AS subjectId, name, value, d_from AS \`from\`, d_until AS until FROM asked_fact
           WHERE center_id = ? AND center_id IN (?) AND live = 1 AND CONCAT(owner, ' ', name) IN (?) AND d_from < ?
           ORDER BY subject_id, name, d_from`,
          [centerId, db.centers, names.keys, endsBefore],
        );
  const bySubject = new Map<string, Record<string, Period[]>>();
  for (const { subjectId, name, value, from, until } of rows) {
    const own = bySubject.get(subjectId) ?? {};
    const period = {
      value: JSON.parse(value) as Period['value'],
      from,
      until: cut(until, endsBefore),
    };
    own[name] = [...(own[name] ?? []), period];
    bySubject.set(subjectId, own);
  }
  return {
    of(subjectId) {
      const attributes = bySubject.get(subjectId);
      return attributes === undefined ? {} : { attributes };
    },
  };
}

interface Period {
  readonly value: string | number | boolean;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}
