import { AppError } from '@yibu/kernel';
import { newId, type Db, type Scope, type Tx } from '@yibu/platform';

import { insertRows } from '../claims/claim.store.js';
import type { RegistryKind } from './registry.fields.js';
import type { RegistryRowEnd } from './registry.entities.js';
import type { KnownRow, RowPlan } from './registry-plan.rules.js';
import type { RegistrySeal } from './registry.seal.js';

/** Look-ups by number in one statement. */
const CHUNK = 500;

/** Lists are the bureau's: whoever is of another kind of organization has no county here. */
export const countiesOf = (scope: Scope): readonly string[] =>
  scope.organizationKind === 'BUREAU' ? scope.countyCodes : [];

export function ownCounty(scope: Scope): string {
  const [county] = countiesOf(scope);
  if (county === undefined) {
    throw new AppError('NOT_FOUND', 'The caller is of no bureau', { entity: 'county' });
  }
  return county;
}

/** Everything the county's lists of a kind ever said about these people, by the hex of their blind index. */
export async function readKnown(
  db: Db,
  about: {
    readonly countyCode: string;
    readonly kind: RegistryKind;
    readonly people: readonly string[];
  },
): Promise<Map<string, KnownRow[]>> {
  const known = new Map<string, KnownRow[]>();
  for (let start = 0; start < about.people.length; start += CHUNK) {
    const people = about.people.slice(start, start + CHUNK);
    const rows = await db.rows<KnownRow>(
      `SELECT id, LOWER(HEX(id_number_index)) AS person, what, from_on AS fromOn, until_on AS untilOn,
         cremated_on AS crematedOn, ended_kind AS endedKind, DATE(ended_at + INTERVAL 8 HOUR) AS endedOn
       FROM registry_row WHERE county_code = ? AND county_code IN (?) AND kind = ?
         AND id_number_index IN (${people.map(() => 'UNHEX(?)').join(', ')}) ORDER BY listed_at, id`,
      [about.countyCode, db.scope.countyCodes, about.kind, ...people],
    );
    for (const row of rows) {
      known.set(row.person, [...(known.get(row.person) ?? []), row]);
    }
  }
  return known;
}

/** One list of a county is taken in at a time: of two rivals the second finds the rows of the first. */
export async function lockCounty(tx: Tx, countyCode: string): Promise<void> {
  await tx.row('SELECT code FROM county WHERE code = ? AND code IN (?) FOR UPDATE', [
    countyCode,
    tx.scope.countyCodes,
  ]);
}

interface Place {
  readonly countyCode: string;
  readonly kind: RegistryKind;
  readonly listId: string;
  readonly now: Date;
}

const ROW_INSERT = `INSERT INTO registry_row (id, county_code, kind, what, list_id, line_no, id_number_cipher,
  id_number_index, id_last4, name_cipher, from_on, until_on, cremated_on, place, note, listed_at, previous_id, live)
  VALUES ?`;

/** Ends what is replaced or withdrawn, then writes what is new: a moment has one version of a row. */
export async function writePlan(
  tx: Tx,
  seal: RegistrySeal,
  at: Place,
  plans: readonly RowPlan[],
): Promise<void> {
  const replaced = plans.flatMap((plan) => (plan.outcome === 'CORRECTED' ? [plan.replaces] : []));
  const withdrawn = plans.flatMap((plan) => (plan.outcome === 'WITHDRAWN' ? [plan.ends] : []));
  await endRows(tx, replaced, { ...at, kind: 'CORRECTED', reason: null });
  await endRows(tx, withdrawn, { ...at, kind: 'WITHDRAWN', reason: null });
  const fresh = plans.flatMap((plan) =>
    plan.outcome === 'NEW' || plan.outcome === 'CORRECTED' ? [plan] : [],
  );
  const values = await Promise.all(
    fresh.map(async (plan) => {
      const { row } = plan;
      const id = newId();
      return [
        id,
        at.countyCode,
        at.kind,
        row.what,
        at.listId,
        row.number,
        await seal.number(at.countyCode, id, row.idNumber),
        Buffer.from(row.person, 'hex'),
        row.idNumber.slice(-4),
        await seal.name(at.countyCode, id, row.name),
        row.fromOn,
        row.untilOn,
        row.crematedOn,
        row.place,
        row.note,
        at.now,
        plan.outcome === 'CORRECTED' ? plan.replaces : null,
        1,
      ];
    }),
  );
  await insertRows(tx, ROW_INSERT, values);
}

interface RowEnd {
  readonly countyCode: string;
  readonly kind: RegistryRowEnd;
  /** The list that says so; null: a person did, by hand. */
  readonly listId: string | null;
  readonly reason: string | null;
  readonly now: Date;
}

export async function endRows(tx: Tx, ids: readonly string[], end: RowEnd): Promise<number> {
  let count = 0;
  for (let start = 0; start < ids.length; start += CHUNK) {
    count += await tx.execute(
      `UPDATE registry_row SET live = NULL, ended_at = ?, ended_kind = ?, ended_list_id = ?, ended_by = ?,
         ended_reason = ? WHERE id IN (?) AND county_code = ? AND county_code IN (?) AND live = 1`,
      [
        end.now,
        end.kind,
        end.listId,
        tx.scope.userId,
        end.reason,
        ids.slice(start, start + CHUNK),
        end.countyCode,
        tx.scope.countyCodes,
      ],
    );
  }
  return count;
}
