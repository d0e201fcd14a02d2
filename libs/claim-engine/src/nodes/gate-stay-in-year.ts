import {
  addMonthsToDay,
  dateName,
  monthEnd,
  monthOfDay,
  monthStart,
  NEVER,
  type Day,
} from '../base/days.js';
import type { IntervalTable } from '../facts/interval-table.js';
import type { AbsenceRule } from '../facts/absence-rule.js';
import type { Source } from '../pack/pack.types.js';
import { tellAbsences, type AbsencesAsked } from './absence-trace.js';
import { claimYearOf } from './claim-year.js';
import { stayInYearFields } from './stay-in-year.shape.js';
import { stayInYearWords } from './stay-in-year-words.js';
import {
  FAIL,
  GateNode,
  PASS,
  defineGate,
  type Cell,
  type CompileContext,
  type Trace,
  type Verdict,
} from './node.js';

export interface StayInYearSpec {
  readonly method: 'ANNIVERSARY' | 'DAYS' | 'COUNTED_MONTHS';
  readonly months?: number;
  readonly days?: number;
  readonly countedMonths?: number;
  readonly daysInMonth?: number;
  readonly spells?: 'CUMULATIVE' | 'LONGEST';
  readonly absences?: AbsenceRule;
  readonly window?: 'CLAIM_YEAR' | 'ROLLING_12';
  readonly yearStart?: number;
  /** 超过, or 满. */
  readonly passes?: 'ABOVE' | 'AT_LEAST';
  readonly pays?: 'RETROACTIVE' | 'PROSPECTIVE';
}

const windowUntil = (from: Day, horizon: Day): Day => Math.min(addMonthsToDay(from, 12), horizon);

/** A spell inside the window; one that runs in from before was "admitted" on the day before. */
interface Spell {
  readonly start: Day;
  readonly until: Day;
  readonly firstDay: Day;
}

/**
 * Lived here longer than the threshold within the year. The day of admission is not counted, "longer" excludes the
 * number itself. Remembers, for each person and window, the day on which the threshold was reached (NEVER: not yet).
 */
export class StayInYearGate extends GateNode {
  readonly #presence: IntervalTable;
  readonly #spells: IntervalTable;
  #knownSubject = -1;
  #knownWindow = -1;
  #known: Day = NEVER;

  constructor(
    readonly spec: StayInYearSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
    this.#presence = context.world.presence(
      spec.absences ?? 'NOT_COUNT',
      spec.yearStart ?? context.yearStart,
    );
    this.#spells = context.world.spells;
  }

  windowFrom(cell: Cell): Day {
    return this.spec.window === 'ROLLING_12'
      ? monthStart(cell.unit.lastMonth - 11)
      : monthStart(
          claimYearOf(cell.unit.firstMonth, this.spec.yearStart ?? this.context.yearStart),
        );
  }

  #spellsIn(subject: number, from: Day, until: Day): Spell[] {
    const found: Spell[] = [];
    const spells = this.#spells;
    for (let row = spells.first(subject); row < spells.end(subject); row += 1) {
      const [start, end] = [spells.fromAt(row), Math.min(spells.untilAt(row), until)];
      if (start < until && end > from) {
        found.push({
          start: Math.max(start, from - 1),
          until: end,
          firstDay: Math.max(start, from),
        });
      }
    }
    return found;
  }

  /** Day of the window on which the threshold is reached; it is passed once the stay goes beyond that day. */
  reachedOn(cell: Cell): Day {
    const window = this.windowFrom(cell);
    if (cell.subject !== this.#knownSubject || window !== this.#knownWindow) {
      this.#known = this.#reach(cell.subject, window);
      [this.#knownSubject, this.#knownWindow] = [cell.subject, window];
    }
    return this.#known;
  }

  #reach(subject: number, from: Day): Day {
    const until = windowUntil(from, this.context.world.horizon);
    const spells = this.#spellsIn(subject, from, until);
    if (spells.length === 0) {
      return NEVER;
    }
    switch (this.spec.method) {
      case 'ANNIVERSARY':
        return this.#byAnniversary(subject, spells);
      case 'DAYS':
        return this.#byDays(subject, spells);
      case 'COUNTED_MONTHS':
        return this.#byCountedMonths(subject, from, until);
    }
  }

  #passes(value: number, limit: number): boolean {
    return this.spec.passes === 'AT_LEAST' ? value >= limit : value > limit;
  }

  #byAnniversary(subject: number, spells: readonly Spell[]): Day {
    let reached = NEVER;
    for (const spell of spells) {
      const anniversary = addMonthsToDay(spell.start, this.spec.months ?? 3);
      if (this.#passes(spell.until, anniversary)) {
        reached = Math.min(reached, anniversary);
      }
    }
    const isSum = spells.length > 1 && (this.spec.spells ?? 'CUMULATIVE') === 'CUMULATIVE';
    return isSum ? Math.min(reached, this.#byDays(subject, spells)) : reached;
  }

  /** Counted days of a spell up to a day: the admission day is not one of them, absences are taken off. */
  #daysOf(subject: number, spell: Spell, until: Day): number {
    const end = Math.min(spell.until, until);
    if (end <= spell.firstDay) {
      return 0;
    }
    const away = end - spell.firstDay - this.#presence.days(subject, spell.firstDay, end);
    return end - spell.start - away;
  }

  #byDays(subject: number, spells: readonly Spell[]): Day {
    const limit = this.spec.days ?? 90;
    const groups =
      (this.spec.spells ?? 'CUMULATIVE') === 'CUMULATIVE' ? [spells] : spells.map((one) => [one]);
    let reached = NEVER;
    for (const group of groups) {
      let before = 0;
      for (const spell of group) {
        const days = this.#daysOf(subject, spell, spell.until);
        if (this.#passes(before + days, limit)) {
          reached = Math.min(reached, this.#dayOfSum(subject, spell, limit - before));
          break;
        }
        before += days;
      }
    }
    return reached;
  }

  /** The first day until which the spell holds the wanted number of days. */
  #dayOfSum(subject: number, spell: Spell, wanted: number): Day {
    let [low, high] = [spell.start, spell.until];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#daysOf(subject, spell, middle) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  #byCountedMonths(subject: number, from: Day, until: Day): Day {
    const needed = this.spec.countedMonths ?? 4;
    let counted = 0;
    for (let month = monthOfDay(from); monthStart(month) < until; month += 1) {
      const days = this.#presence.days(subject, monthStart(month), monthEnd(month));
      counted += days >= (this.spec.daysInMonth ?? 15) ? 1 : 0;
      if (counted >= needed) {
        return monthEnd(month) - 1;
      }
    }
    return NEVER;
  }

  /** Days of the whole window, as the day test counts them: for the warning near the threshold. */
  daysInWindow(cell: Cell): number {
    const from = this.windowFrom(cell);
    return this.#spellsIn(cell.subject, from, windowUntil(from, this.context.world.horizon)).reduce(
      (total, spell) => total + this.#daysOf(cell.subject, spell, spell.until),
      0,
    );
  }

  protected decide(cell: Cell): Verdict {
    const reached = this.reachedOn(cell);
    if (reached === NEVER) {
      return FAIL;
    }
    const isPaid = this.spec.pays !== 'PROSPECTIVE' || cell.unit.firstMonth > monthOfDay(reached);
    return isPaid ? PASS : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    const reached = this.reachedOn(cell);
    const from = this.windowFrom(cell);
    const spells = this.#spellsIn(
      cell.subject,
      from,
      windowUntil(from, this.context.world.horizon),
    );
    const last = spells.at(-1);
    const method = this.spec.method;
    out.push({
      step: 'gate',
      code: this.#code(cell, reached),
      params: {
        method: method === 'ANNIVERSARY' && spells.length > 1 ? 'ANNIVERSARY_OR_DAYS' : method,
        yearFrom: dateName(from),
        spells: spells.length,
        from: spells[0] === undefined ? null : dateName(spells[0].firstDay),
        until: last === undefined ? null : dateName(last.until),
        days: this.daysInWindow(cell),
        limitMonths: this.spec.months ?? 3,
        limitDays: this.spec.days ?? 90,
        ...(this.spec.passes === 'AT_LEAST' ? { passes: 'AT_LEAST' } : {}),
        reachedOn: reached === NEVER ? null : dateName(reached),
        mustPass:
          spells[0] === undefined
            ? null
            : dateName(addMonthsToDay(spells[0].start, this.spec.months ?? 3)),
      },
      source: this.spec.source ?? this.context.source,
      facts: this.#stayIds(cell.subject, from, windowUntil(from, this.context.world.horizon)),
    });
    tellAbsences(this.spec.absences, this.#absences, cell, out);
  }

  /** The days that the gate looked at, for the sentences on absences. */
  get #absences(): AbsencesAsked {
    const { spec, context } = this;
    return {
      context,
      yearStart: spec.yearStart ?? context.yearStart,
      source: spec.source ?? context.source,
      span: (cell) => {
        const from = this.windowFrom(cell);
        return { from, until: windowUntil(from, context.world.horizon) };
      },
    };
  }

  #code(cell: Cell, reached: Day): string {
    if (this.test(cell) === PASS) {
      return 'STAY_IN_YEAR_PASSED';
    }
    return reached === NEVER ? 'STAY_IN_YEAR_FAILED' : 'STAY_IN_YEAR_NOT_YET';
  }

  #stayIds(subject: number, from: Day, until: Day): string[] {
    const table = this.context.world.presence('COUNT');
    const ids: string[] = [];
    for (let row = table.first(subject); row < table.end(subject); row += 1) {
      if (table.fromAt(row) < until && table.untilAt(row) > from) {
        ids.push(this.context.world.facts.stays[table.tagAt(row)]?.id ?? '');
      }
    }
    return ids;
  }
}

export const stayInYearGate = defineGate<StayInYearSpec>({
  name: 'stayInYear',
  fields: stayInYearFields,
  compile: (spec, context) => new StayInYearGate(spec, context),
  describe: (spec, { locale }) => stayInYearWords(spec, locale),
});
