import { dateName, dayOf, dayOrNever, type Day } from '../base/days.js';
import { canonicalJson } from '../base/canonical.js';
import { sha256 } from '../base/sha256.js';
import type { Facts } from '../facts/facts.types.js';
import type { Unit } from '../nodes/node.js';
import type { ProgramSpec } from '../pack/pack.types.js';

interface Asked {
  readonly facts: Facts;
  readonly spec: ProgramSpec;
  readonly subject: number;
  readonly unit: Unit;
  /** First day of the claim year: earlier facts do not bear on the unit. */
  readonly since: Day;
}

interface Dates {
  readonly from?: string | null;
  readonly until?: string | null;
}

/** What time alone changes (an interval that goes on, ends or begins after the unit) is not part of a digest. */
function clipped<T extends Dates>(items: readonly T[] | undefined, since: Day, until: Day): T[] {
  return (items ?? [])
    .filter((item) => dayOf(item.from ?? '1900-01-01') < until && dayOrNever(item.until) > since)
    .map((item) => ({ ...item, until: dayOrNever(item.until) >= until ? null : item.until }));
}

const perPerson = new WeakMap<Facts, Map<string, PersonRecords>>();

interface PersonRecords {
  readonly stays: Facts['stays'][number][];
  readonly absences: Facts['absences'][number][];
  readonly assessments: Facts['assessments'][number][];
  readonly services: Facts['services'][number][];
  readonly meals: Facts['meals'][number][];
}

function recordsOf(facts: Facts, id: string): PersonRecords {
  let index = perPerson.get(facts);
  if (index === undefined) {
    index = new Map(
      facts.people.map((person) => [
        person.id,
        { stays: [], absences: [], assessments: [], services: [], meals: [] },
      ]),
    );
    const people = index;
    const ownerOfStay = new Map(facts.stays.map((stay) => [stay.id, stay.person]));
    facts.stays.forEach((item) => people.get(item.person)?.stays.push(item));
    facts.absences.forEach((item) =>
      people.get(ownerOfStay.get(item.stay) ?? '')?.absences.push(item),
    );
    facts.assessments.forEach((item) => people.get(item.person)?.assessments.push(item));
    facts.services.forEach((item) => people.get(item.person)?.services.push(item));
    facts.meals.forEach((item) => people.get(item.person)?.meals.push(item));
    perPerson.set(facts, index);
  }
  return index.get(id) ?? { stays: [], absences: [], assessments: [], services: [], meals: [] };
}

function ofPerson({ facts, spec, subject, unit, since }: Asked): unknown {
  const person = facts.people[subject];
  if (person === undefined) {
    return null;
  }
  const own = recordsOf(facts, person.id);
  const { until } = unit;
  const inUnit = (item: { readonly on: string }): boolean =>
    dayOf(item.on) >= unit.from && dayOf(item.on) < until;
  const mentions = JSON.stringify(spec);
  return {
    bornOn: person.bornOn,
    diedOn: person.diedOn != null && dayOf(person.diedOn) < until ? person.diedOn : null,
    household: person.householdCounty ?? null,
    categories: clipped(person.categories, unit.from, until),
    stays: clipped(own.stays, since, until),
    absences: clipped(own.absences, since, until),
    assessments: clipped(own.assessments, since, until),
    services: mentions.includes('"services"') ? own.services.filter(inUnit) : [],
    meals: mentions.includes('"meals"') ? own.meals.filter(inUnit) : [],
  };
}

function ofSubject(asked: Asked): unknown {
  const { facts, spec, subject, unit } = asked;
  switch (spec.subject) {
    case 'person':
      return ofPerson(asked);
    case 'project':
      return facts.projects[subject] ?? null;
    case 'staff':
      return facts.staff[subject] ?? null;
    case 'center':
    case 'bed':
      return {
        ownership: facts.center.ownership ?? null,
        forProfit: facts.center.forProfit ?? null,
        registeredBeds: facts.center.registeredBeds ?? null,
        openedOn: facts.center.openedOn ?? null,
        grades: clipped(facts.center.grades, unit.from, unit.until),
      };
  }
}

/** The digest of the facts and parameters that a line rests on: the same as long as its cause is the same. */
export function digestOf(asked: Asked, outcome: unknown): string {
  return sha256(
    canonicalJson({
      program: asked.spec.id,
      unit: [dateName(asked.unit.from), dateName(asked.unit.until)],
      facts: sortedRecords(ofSubject(asked)),
      outcome,
    }),
  );
}

/** The order of records in the file is not a fact. */
function sortedRecords(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item) => canonicalJson(item))
      .sort()
      .map((text) => JSON.parse(text) as unknown);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, sortedRecords(item)]),
    );
  }
  return value;
}
