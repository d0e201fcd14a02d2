import { addMonthsToDay, dayOf, dayOrNever, NEVER, type Day } from '../base/days.js';
import type { AbsenceFacts, Attributes, Dated, Facts, Scalar } from './facts.types.js';
import { IntervalTable, type IntervalRow } from './interval-table.js';
import { levelTable } from './levels.js';
import { AbsenceDays } from './absence-days.js';
import { absenceKey, type AbsenceRule, type LimitedAbsences } from './absence-rule.js';
import { absencesByStay, knownStays, presenceTable, spellTable, type Span } from './presence.js';

export type SubjectKind = 'person' | 'bed' | 'center' | 'project' | 'staff';

/**
 * The facts in columns, as they are known at the horizon (the first day after the claimed period): what happened
 * later is not there. Tables are made when first asked for.
 */
export class World {
  readonly people: ReadonlyMap<string, number>;
  readonly born: Int32Array;
  /** First day that is no longer lived; NEVER for the living. */
  readonly died: Int32Array;
  readonly #stays: readonly IntervalRow[];
  readonly #presence = new Map<string, IntervalTable>();
  readonly #levels = new Map<string, IntervalTable>();
  #spells: IntervalTable | null = null;
  #categories: ReadonlyMap<string, IntervalTable> | null = null;
  #services: IntervalTable | null = null;
  #meals: IntervalTable | null = null;

  constructor(
    readonly facts: Facts,
    readonly horizon: Day,
  ) {
    this.people = new Map(facts.people.map((person, index) => [person.id, index]));
    this.born = Int32Array.from(facts.people, (person) => dayOf(person.bornOn));
    this.died = Int32Array.from(facts.people, (person) => {
      const died = dayOrNever(person.diedOn);
      return died < horizon ? died : NEVER;
    });
    this.#stays = knownStays(facts, this.people, this.died, horizon);
  }

  /** Days that count as resident, by person. */
  presence(rule: AbsenceRule, yearStart = 1): IntervalTable {
    return this.#cached(`person ${absenceKey(rule, yearStart)}`, () =>
      presenceTable(this.facts, this.facts.people.length, this.#stays, this.#away(rule, yearStart)),
    );
  }

  #away(rule: AbsenceRule, yearStart: number): ReadonlyMap<string, readonly Span[]> {
    return typeof rule === 'string'
      ? absencesByStay(this.facts, rule)
      : this.absenceDays(rule, yearStart).off;
  }

  readonly #limited = new Map<string, AbsenceDays>();

  /** Days of absence by rules of kind and limit: which count, which do not, and why. */
  absenceDays(rules: readonly LimitedAbsences[], yearStart: number): AbsenceDays {
    const key = absenceKey(rules, yearStart);
    let days = this.#limited.get(key);
    if (days === undefined) {
      days = new AbsenceDays(this.facts, this.#stays, rules, yearStart);
      this.#limited.set(key, days);
    }
    return days;
  }

  /** The same by bed. */
  bedPresence(rule: AbsenceRule, yearStart = 1): IntervalTable {
    return this.#cached(`bed ${absenceKey(rule, yearStart)}`, () => {
      const beds = this.beds;
      const rows = this.#stays.flatMap((row) => {
        const bed = this.facts.stays[row.tag]?.bed;
        const owner = typeof bed === 'string' ? beds.get(bed) : undefined;
        return owner === undefined ? [] : [{ ...row, owner }];
      });
      return presenceTable(this.facts, beds.size, rows, this.#away(rule, yearStart));
    });
  }

  #bedIndex: ReadonlyMap<string, number> | null = null;

  /** Beds of the register and beds that only stays name. */
  get beds(): ReadonlyMap<string, number> {
    if (this.#bedIndex === null) {
      const named = this.facts.stays.flatMap((stay) =>
        typeof stay.bed === 'string' ? [stay.bed] : [],
      );
      const ids = [...new Set([...this.facts.beds.map((bed) => bed.id), ...named])].sort();
      this.#bedIndex = new Map(ids.map((id, index) => [id, index]));
    }
    return this.#bedIndex;
  }

  #absences: ReadonlyMap<string, AbsenceFacts[]> | null = null;

  absencesOf(stay: string): readonly AbsenceFacts[] {
    if (this.#absences === null) {
      const byStay = new Map<string, AbsenceFacts[]>();
      for (const absence of this.facts.absences) {
        const list = byStay.get(absence.stay) ?? [];
        list.push(absence);
        byStay.set(absence.stay, list);
      }
      this.#absences = byStay;
    }
    return this.#absences.get(stay) ?? [];
  }

  get spells(): IntervalTable {
    this.#spells ??= spellTable(this.facts, this.facts.people.length, this.#stays, this.died);
    return this.#spells;
  }

  /** Which assessment of the given scales holds when. */
  levels(scales: readonly string[]): IntervalTable {
    const key = [...scales].sort().join('\n');
    let table = this.#levels.get(key);
    if (table === undefined) {
      table = levelTable(this.facts, this.people, new Set(scales), this.horizon);
      this.#levels.set(key, table);
    }
    return table;
  }

  /** Intervals during which the person belongs to the category. */
  category(code: string): IntervalTable | null {
    this.#categories ??= this.#readCategories();
    return this.#categories.get(code) ?? null;
  }

  #readCategories(): Map<string, IntervalTable> {
    const rows = new Map<string, IntervalRow[]>();
    this.facts.people.forEach((person, owner) => {
      person.categories?.forEach((category, tag) => {
        const [from, until] = [dayOf(category.from), dayOrNever(category.until)];
        if (from < this.horizon && from < until) {
          const list = rows.get(category.code) ?? [];
          list.push({ owner, from, until, tag });
          rows.set(category.code, list);
        }
      });
    });
    return new Map(
      [...rows].map(([code, list]) => [code, new IntervalTable(this.facts.people.length, list)]),
    );
  }

  /** Services by person and day; nothing after the day of death counts. */
  get services(): IntervalTable {
    this.#services ??= this.#events(this.facts.services);
    return this.#services;
  }

  get meals(): IntervalTable {
    this.#meals ??= this.#events(this.facts.meals);
    return this.#meals;
  }

  #events(items: readonly { readonly person: string; readonly on: string }[]): IntervalTable {
    const rows: IntervalRow[] = [];
    items.forEach((item, tag) => {
      const owner = this.people.get(item.person) as number;
      const day = dayOf(item.on);
      if (day < this.horizon && day <= (this.died[owner] as number)) {
        rows.push({ owner, from: day, until: day + 1, tag });
      }
    });
    return new IntervalTable(this.facts.people.length, rows);
  }

  #cached(key: string, make: () => IntervalTable): IntervalTable {
    let table = this.#presence.get(key);
    if (table === undefined) {
      table = make();
      this.#presence.set(key, table);
    }
    return table;
  }

  subjects(kind: SubjectKind): readonly string[] {
    switch (kind) {
      case 'person':
        return this.facts.people.map((person) => person.id);
      case 'bed':
        return [...this.beds.keys()];
      case 'center':
        return [this.facts.center.id];
      case 'project':
        return this.facts.projects.map((project) => project.id);
      case 'staff':
        return this.facts.staff.map((member) => member.id);
    }
  }

  attributes(kind: SubjectKind, index: number): Attributes {
    switch (kind) {
      case 'person':
        return this.facts.people[index]?.attributes ?? {};
      case 'project':
        return this.facts.projects[index]?.attributes ?? {};
      case 'staff':
        return this.facts.staff[index]?.attributes ?? {};
      case 'center':
      case 'bed':
        return this.facts.center.attributes ?? {};
    }
  }
}

/** The value in force on the day; null where nothing is said. The later `from` wins. */
export function valueOn<T extends Scalar>(dated: Dated<T> | null | undefined, day: Day): T | null {
  if (dated === null || dated === undefined) {
    return null;
  }
  if (!Array.isArray(dated)) {
    return dated as T;
  }
  let best: { value: T; from: Day } | null = null;
  for (const entry of dated as readonly { value: T; from: string; until?: string | null }[]) {
    const from = dayOf(entry.from);
    if (from <= day && day < dayOrNever(entry.until) && (best === null || from > best.from)) {
      best = { value: entry.value, from };
    }
  }
  return best === null ? null : best.value;
}

/** The day of the given birthday; 29 February falls on the 28th in a common year (民法典 第二百零二条). */
export const birthdayAt = (born: Day, years: number): Day => addMonthsToDay(born, years * 12);
