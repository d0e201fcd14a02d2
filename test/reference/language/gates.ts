import { measure, type Ratio } from './measures.js';
import { stayDaysBetween, stayInYear } from './stay-gates.js';
import {
  classOfUnit,
  classOn,
  dayOf,
  daysOf,
  holds,
  lastDayOf,
  meet,
  NotCovered,
  Refused,
  textOf,
  valueOn,
  type Case,
  type Spec,
} from './world.js';

type Gate = (at: Case, spec: Spec) => boolean;

/** Every condition that the guide names, each read on its own. */
export function passes(at: Case, spec: unknown): boolean {
  if (spec === undefined || spec === null) {
    return true;
  }
  const gate = spec as Spec;
  const known = GATES[gate.test as string];
  if (!known) {
    throw new NotCovered(`gate ${String(gate.test)}`);
  }
  const outcome = known(at, gate);
  meet(`gate:${String(gate.test)}:${outcome ? 'passed' : 'failed'}`);
  return outcome;
}

const personOf = (at: Case): Case['facts']['people'][number] | undefined =>
  at.subject.kind === 'person' ? at.facts.people.find(({ id }) => id === at.subject.id) : undefined;

function age(at: Case, spec: Spec): boolean {
  const person = personOf(at);
  if (!person) {
    return false;
  }
  const on = (spec.on ?? 'LAST_DAY') as string;
  const days: Readonly<Record<string, number>> = {
    LAST_DAY: at.end - 1,
    FIRST_DAY: at.first,
    YEAR_START: at.yearFirst,
    YEAR_END: at.yearEnd - 1,
  };
  meet(`age.on:${on}`);
  const asked = days[on] as number;
  const died = person.diedOn ? dayOf(person.diedOn) : asked;
  const day = textOf(died < at.horizon ? Math.min(asked, died) : asked);
  const years =
    Number(day.slice(0, 4)) -
    Number(person.bornOn.slice(0, 4)) -
    (day.slice(5) < person.bornOn.slice(5) ? 1 : 0);
  return (
    (spec.atLeast === undefined || years >= (spec.atLeast as number)) &&
    (spec.below === undefined || years < (spec.below as number))
  );
}

function category(at: Case, spec: Spec): boolean {
  const held = (day: number): boolean =>
    (personOf(at)?.categories ?? []).some(
      (one) => (spec.anyOf as string[]).includes(one.code) && holds(one, day),
    );
  const how = (spec.held ?? 'ANY_DAY') as string;
  meet(`category.held:${how}`);
  if (how === 'FIRST_DAY' || how === 'LAST_DAY') {
    return held(how === 'FIRST_DAY' ? at.first : at.end - 1);
  }
  return how === 'EVERY_DAY' ? daysOf(at).every(held) : daysOf(at).some(held);
}

function careClass(at: Case, spec: Spec): boolean {
  const person = at.subject.id;
  const is = (name: string | null): boolean =>
    name !== null && (spec.in as string[]).includes(name);
  const how = (spec.held ?? 'MONTH') as string;
  meet(`careClass.held:${how}`);
  if (how === 'MONTH') {
    return is(classOfUnit(at, person));
  }
  return how === 'FIRST_DAY' || how === 'LAST_DAY'
    ? is(classOn(at, person, how === 'FIRST_DAY' ? at.first : at.end - 1))
    : daysOf(at).some((day) => is(classOn(at, person, day)));
}

function fieldOf(at: Case, field: string): unknown {
  const bed = at.facts.beds.find(({ id }) => id === at.subject.id);
  const project = at.facts.projects.find(({ id }) => id === at.subject.id);
  const fields: Readonly<Record<string, unknown>> = {
    'center.ownership': valueOn(at.facts.center.ownership, lastDayOf(at)),
    'center.forProfit': at.facts.center.forProfit ?? null,
    'person.sex': personOf(at)?.sex ?? null,
    'bed.type': valueOn(bed?.type, at.end - 1),
    'project.kind': project?.kind ?? null,
  };
  meet(`is:${field}`);
  return fields[field];
}

export function attributeOf(at: Case, of: string, name: string): unknown {
  const owners: Readonly<Record<string, { attributes?: Spec } | undefined>> = {
    center: at.facts.center as { attributes?: Spec },
    person: personOf(at) as { attributes?: Spec } | undefined,
    project: at.facts.projects.find(({ id }) => id === at.subject.id) as never,
    staff: at.facts.staff.find(({ id }) => id === at.subject.id) as never,
  };
  meet(`attribute:${of}`);
  return valueOn(owners[of]?.attributes?.[name], lastDayOf(at));
}

function attribute(at: Case, spec: Spec): boolean {
  const value = attributeOf(at, (spec.of ?? 'center') as string, spec.name as string);
  if (value === null) {
    return false;
  }
  if (spec.in !== undefined && !(spec.in as unknown[]).includes(value)) {
    return false;
  }
  return (
    (spec.atLeast === undefined ||
      (typeof value === 'number' && value >= (spec.atLeast as number))) &&
    (spec.atMost === undefined || (typeof value === 'number' && value <= (spec.atMost as number)))
  );
}

const gradesOn = (at: Case, scheme: unknown): (string | null)[] =>
  daysOf(at)
    .filter((day) => day < at.horizon)
    .map(
      (day) =>
        (at.facts.center.grades ?? []).find((one) => one.scheme === scheme && holds(one, day))
          ?.grade ?? null,
    );

function grade(at: Case, spec: Spec): boolean {
  const held = new Set(gradesOn(at, spec.scheme).filter((one) => one !== null));
  const [only] = held;
  const known = spec.known as string[] | undefined;
  if (held.size !== 1 || only === undefined || (known && !known.includes(only))) {
    meet('refusal:grade');
    throw new Refused('grade');
  }
  return spec.in === undefined || (spec.in as string[]).includes(only);
}

function certificate(at: Case, spec: Spec): boolean {
  const staff = at.facts.staff.find(({ id }) => id === at.subject.id);
  return (staff?.certificates ?? []).some(
    (one) =>
      one.type === spec.type &&
      holds(one, lastDayOf(at)) &&
      (spec.levelAtMost === undefined ||
        (typeof one.level === 'number' && one.level <= (spec.levelAtMost as number))),
  );
}

function compare(at: Case, spec: Spec): boolean {
  const value: Ratio | null = measure(at, spec.measure as Spec);
  if (value === null) {
    meet('compare:missing fact');
    return false;
  }
  const against = (limit: unknown, isRight: (difference: number) => boolean): boolean =>
    limit === undefined || isRight(value.n - (limit as number) * value.d);
  return (
    against(spec.atLeast, (by) => by >= 0) &&
    against(spec.above, (by) => by > 0) &&
    against(spec.atMost, (by) => by <= 0) &&
    against(spec.below, (by) => by < 0)
  );
}

function household(at: Case, spec: Spec): boolean {
  const home = personOf(at)?.householdCounty ?? null;
  return spec.in === 'COUNTY'
    ? home === at.facts.county
    : home !== null && (spec.in as string[]).some((prefix) => home.startsWith(prefix));
}

const GATES: Readonly<Record<string, Gate>> = {
  all: (at, spec) => (spec.of as Spec[]).every((one) => passes(at, one)),
  any: (at, spec) => (spec.of as Spec[]).some((one) => passes(at, one)),
  not: (at, spec) => !passes(at, spec.gate),
  age,
  category,
  careClass,
  household,
  stayInYear,
  stayDaysBetween,
  is: (at, spec) => (spec.in as unknown[]).includes(fieldOf(at, spec.field as string)),
  attribute,
  grade,
  gradeCoversPart: (at, spec) => {
    const held = gradesOn(at, spec.scheme);
    return held.includes(null) && held.some((one) => one !== null);
  },
  certificate,
  compare,
};
