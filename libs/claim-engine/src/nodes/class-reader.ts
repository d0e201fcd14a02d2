import type { Day } from '../base/days.js';
import type { IntervalTable } from '../facts/interval-table.js';
import type { World } from '../facts/world.js';
import type { CareClassesSpec } from '../pack/pack.types.js';

export const NO_CLASS = -1;
export const UNMAPPED = -2;

/** Turns assessed levels into the policy's own classes, by the mapping and the rule for a changing level. */
export class ClassReader {
  readonly #levels: IntervalTable;
  readonly #presence: IntervalTable;
  /** Class index per assessment of the facts. */
  readonly #classes: Int8Array;

  constructor(
    readonly world: World,
    readonly spec: CareClassesSpec,
    yearStart: number,
  ) {
    this.#levels = world.levels(Object.keys(spec.scales));
    this.#presence = world.presence(spec.absences ?? 'NOT_COUNT', yearStart);
    this.#classes = Int8Array.from(world.facts.assessments, (assessment) => {
      const mapped = spec.scales[assessment.scale]?.[String(assessment.level)];
      return mapped === undefined ? UNMAPPED : spec.order.indexOf(mapped);
    });
  }

  name(index: number): string {
    return this.spec.order[index] ?? (index === UNMAPPED ? 'UNMAPPED' : 'NONE');
  }

  on(person: number, day: Day): number {
    const row = this.#levels.rowOn(person, day);
    return row < 0 ? NO_CLASS : (this.#classes[this.#levels.tagAt(row)] as number);
  }

  /** Calls back with each stretch of resident days in the window and the class held (NO_CLASS in a gap). */
  #stretches(
    person: number,
    from: Day,
    until: Day,
    visit: (days: number, cls: number) => void,
  ): void {
    const [present, levels] = [this.#presence, this.#levels];
    for (let p = present.first(person); p < present.end(person); p += 1) {
      const end = Math.min(present.untilAt(p), until);
      let day = Math.max(present.fromAt(p), from);
      for (let l = levels.first(person); l < levels.end(person) && day < end; l += 1) {
        const levelFrom = Math.max(levels.fromAt(l), day);
        const levelUntil = Math.min(levels.untilAt(l), end);
        if (levelFrom >= levelUntil) {
          continue;
        }
        if (levelFrom > day) {
          visit(levelFrom - day, NO_CLASS);
        }
        visit(levelUntil - levelFrom, this.#classes[levels.tagAt(l)] as number);
        day = levelUntil;
      }
      if (day < end) {
        visit(end - day, NO_CLASS);
      }
    }
  }

  /** Resident days of the span on which one of the classes is held. */
  daysIn(person: number, span: { from: Day; until: Day }, accepted: ReadonlySet<number>): number {
    let total = 0;
    this.#stretches(person, span.from, span.until, (days, cls) => {
      total += accepted.has(cls) ? days : 0;
    });
    return total;
  }

  /** Whether the day is a resident day in one of the classes. */
  isDayIn(person: number, day: Day, accepted: ReadonlySet<number>): boolean {
    return this.#presence.rowOn(person, day) >= 0 && accepted.has(this.on(person, day));
  }

  /** The one class of a span, by the rule of the pack; a span without resident days has none. */
  inSpan(person: number, from: Day, until: Day): number {
    switch (this.spec.month) {
      case 'LOWEST':
        return this.#lowest(person, from, until);
      case 'FIRST_DAY':
        return this.#onFirstDay(person, from, until);
      case 'LAST_DAY':
        return this.#onLastDay(person, from, until);
      case 'MOST_DAYS':
        return this.#mostDays(person, from, until);
    }
  }

  #lowest(person: number, from: Day, until: Day): number {
    let lowest = Number.MAX_SAFE_INTEGER;
    let isUnmapped = false;
    this.#stretches(person, from, until, (_, cls) => {
      isUnmapped ||= cls === UNMAPPED;
      lowest = Math.min(lowest, cls === UNMAPPED ? lowest : cls);
    });
    // A day without a class already decides; otherwise an unmapped level leaves the question open.
    if (isUnmapped && lowest !== NO_CLASS) {
      return UNMAPPED;
    }
    return lowest === Number.MAX_SAFE_INTEGER ? NO_CLASS : lowest;
  }

  #onFirstDay(person: number, from: Day, until: Day): number {
    let first: number | null = null;
    this.#stretches(person, from, until, (_, cls) => {
      first ??= cls;
    });
    return first ?? NO_CLASS;
  }

  #onLastDay(person: number, from: Day, until: Day): number {
    let last = NO_CLASS;
    this.#stretches(person, from, until, (_, cls) => {
      last = cls;
    });
    return last;
  }

  #mostDays(person: number, from: Day, until: Day): number {
    const days = new Map<number, number>();
    this.#stretches(person, from, until, (count, cls) => {
      days.set(cls, (days.get(cls) ?? 0) + count);
    });
    let best = NO_CLASS;
    let most = 0;
    for (const [cls, count] of days) {
      if (count > most || (count === most && cls < best)) {
        [best, most] = [cls, count];
      }
    }
    return best;
  }

  /** Whether the class was held on at least one day of the window, resident or not. */
  holdsOnAnyDay(person: number, from: Day, until: Day, accepts: (cls: number) => boolean): boolean {
    const levels = this.#levels;
    for (let l = levels.first(person); l < levels.end(person); l += 1) {
      const isThen = levels.fromAt(l) < until && levels.untilAt(l) > from;
      if (isThen && accepts(this.#classes[levels.tagAt(l)] as number)) {
        return true;
      }
    }
    return false;
  }

  /** Ids of the assessments that hold inside the window. */
  evidence(person: number, from: Day, until: Day): string[] {
    const levels = this.#levels;
    const ids = new Set<string>();
    for (let l = levels.first(person); l < levels.end(person); l += 1) {
      if (levels.fromAt(l) < until && levels.untilAt(l) > from) {
        ids.add(this.world.facts.assessments[levels.tagAt(l)]?.id ?? '');
      }
    }
    return [...ids];
  }
}

const readers = new WeakMap<World, Map<CareClassesSpec, Map<number, ClassReader>>>();

/** One reader per world, mapping and claim year; mappings are interned by the compiler, so identity is enough. */
export function classReader(world: World, spec: CareClassesSpec, yearStart: number): ClassReader {
  const known = readers.get(world) ?? new Map<CareClassesSpec, Map<number, ClassReader>>();
  readers.set(world, known);
  const ofSpec = known.get(spec) ?? new Map<number, ClassReader>();
  known.set(spec, ofSpec);
  const reader = ofSpec.get(yearStart) ?? new ClassReader(world, spec, yearStart);
  ofSpec.set(yearStart, reader);
  return reader;
}
