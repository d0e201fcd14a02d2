import { dateName, dayOf, dayOrNever, type Day } from '../base/days.js';
import { canonicalJson } from '../base/canonical.js';
import { sha256 } from '../base/sha256.js';
import type { Attributes, Facts, Scalar } from '../facts/facts.types.js';
import { valueOn } from '../facts/world.js';
import type { Unit } from '../nodes/node.js';
import type { ProgramSpec } from '../pack/pack.types.js';

interface Asked {
  readonly facts: Facts;
  readonly spec: ProgramSpec;
  readonly subject: number;
  readonly id: string;
  readonly unit: Unit;
  /** First day of the claim year: earlier facts do not bear on the unit. */
  readonly since: Day;
}

interface Dates {
  readonly from?: string | null;
  readonly until?: string | null;
}

const closedTexts = new WeakMap<object, string>();
const openTexts = new WeakMap<object, string>();

/** The fields of a record that this engine knows. Others are ignored, and what is ignored mends nothing. */
const FIELDS = [
  'areaM2 attributes bed bedHeld certificates code communities completedOn count forProfit from grade',
  'id kind level meal minutes on ownInvestmentFen papers person scale scheme staff stay type until value valueFen',
].flatMap((names) => names.split(' '));
const READ: ReadonlySet<string> = new Set(FIELDS);

/** A record without what nobody reads; a field that is null is one that is not there. */
function asRead(item: object): object {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, value]: [string, unknown]) => {
      if (!READ.has(name) || value == null) {
        return [];
      }
      return [[name, name === 'certificates' ? (value as object[]).map(asRead) : value]];
    }),
  );
}

/** The record as text, kept: a year asks for the same record in every month. */
function recordText(item: Dates, isOpen: boolean): string {
  const kept = isOpen ? openTexts : closedTexts;
  let text = kept.get(item);
  if (text === undefined) {
    text = canonicalJson(asRead(isOpen ? { ...item, until: null } : item));
    kept.set(item, text);
  }
  return text;
}

/**
 * What time alone changes (an interval that goes on, ends or begins after the unit) is not part of a digest, and
 * neither is the order of records in the file.
 */
function clipped(items: readonly Dates[] | undefined, since: Day, until: Day): string[] {
  const texts: string[] = [];
  for (const item of items ?? []) {
    const end = dayOrNever(item.until);
    if (dayOf(item.from ?? '1900-01-01') < until && end > since) {
      texts.push(recordText(item, end >= until));
    }
  }
  return texts.length > 1 ? texts.sort() : texts;
}

const sortedTexts = (items: readonly object[]): string[] =>
  items.map((item) => recordText(item as Dates, false)).sort();

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

const texts = new WeakMap<ProgramSpec, string>();

function textOf(spec: ProgramSpec): string {
  let text = texts.get(spec);
  if (text === undefined) {
    text = JSON.stringify(spec);
    texts.set(spec, text);
  }
  return text;
}

/** Of dated values the one that the unit reads, so that a later value leaves what was claimed before as it was. */
const attributesAt = (attributes: Attributes | undefined, unit: Unit): Attributes | null =>
  attributes === undefined
    ? null
    : Object.fromEntries(
        Object.entries(attributes).flatMap(([name, value]) => {
          const read = Array.isArray(value) ? valueOn<Scalar>(value, unit.until - 1) : value;
          return Array.isArray(value) && read === null ? [] : [[name, read]];
        }),
      );

function ofPerson({ facts, spec, subject, unit, since }: Asked): unknown {
  const person = facts.people[subject];
  if (person === undefined) {
    return null;
  }
  const own = recordsOf(facts, person.id);
  const { until } = unit;
  const inUnit = (item: { readonly on: string }): boolean =>
    dayOf(item.on) >= unit.from && dayOf(item.on) < until;
  const mentions = textOf(spec);
  return {
    bornOn: person.bornOn,
    sex: person.sex ?? null,
    attributes: attributesAt(person.attributes, unit),
    diedOn: person.diedOn != null && dayOf(person.diedOn) < until ? person.diedOn : null,
    household: person.householdCounty ?? null,
    categories: clipped(person.categories, unit.from, until),
    stays: clipped(own.stays, since, until),
    absences: clipped(own.absences, since, until),
    assessments: clipped(own.assessments, since, until),
    services: mentions.includes('"services"') ? sortedTexts(own.services.filter(inUnit)) : [],
    meals: mentions.includes('"meals"') ? sortedTexts(own.meals.filter(inUnit)) : [],
  };
}

const staysInBed = new WeakMap<Facts, Map<string, Facts['stays'][number][]>>();

function staysIn(facts: Facts, bed: string): readonly Dates[] {
  let index = staysInBed.get(facts);
  if (index === undefined) {
    index = new Map();
    for (const stay of facts.stays) {
      const list = index.get(stay.bed ?? '') ?? [];
      list.push(stay);
      index.set(stay.bed ?? '', list);
    }
    staysInBed.set(facts, index);
  }
  return index.get(bed) ?? [];
}

const memberAt = (member: Facts['staff'][number], unit: Unit): Dates =>
  ({
    ...member,
    certificates: undefined,
    ...(member.attributes === undefined
      ? {}
      : { attributes: attributesAt(member.attributes, unit) }),
  }) as Dates;

function ofStaff({ facts, subject, unit }: Asked): unknown {
  const member = facts.staff[subject];
  return member === undefined
    ? null
    : {
        member: clipped([memberAt(member, unit)], unit.from, unit.until),
        certificates: clipped(member.certificates, unit.from, unit.until),
      };
}

/** With the one type that the unit reads, so that a later change leaves what was claimed before as it was. */
function bedAt({ facts, id, unit }: Asked): unknown {
  const bed = facts.beds.find((one) => one.id === id);
  return bed?.type === undefined
    ? asRead(bed ?? {})
    : asRead({ ...bed, type: valueOn(bed.type, unit.until - 1) });
}

function ofSubject(asked: Asked): unknown {
  const { facts, spec, subject, unit } = asked;
  switch (spec.subject) {
    case 'person':
      return ofPerson(asked);
    case 'project':
      return asRead(facts.projects[subject] ?? {});
    case 'staff':
      return ofStaff(asked);
    case 'bed':
      return {
        bed: bedAt(asked),
        stays: clipped(staysIn(facts, asked.id), asked.since, unit.until),
      };
    case 'center':
      return {
        ownership: facts.center.ownership ?? null,
        forProfit: facts.center.forProfit ?? null,
        registeredBeds: facts.center.registeredBeds ?? null,
        openedOn: facts.center.openedOn ?? null,
        filedOn: facts.center.filedOn ?? null,
        areaM2: facts.center.areaM2 ?? null,
        attributes: attributesAt(facts.center.attributes, unit),
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
      facts: ofSubject(asked),
      outcome,
    }),
  );
}
