import { dayOf, dayOrNever, monthEnd, monthStart, wholeMonths, type Day } from '../base/days.js';
import { integer, oneOf, optional } from '../base/shape.js';
import type { AbsenceRule } from '../facts/absence-rule.js';
import type { World } from '../facts/world.js';
import type { GateSpec } from '../pack/pack.types.js';
import { absencesRef } from '../pack/absence.shape.js';
import { gateRef } from '../pack/switchable.js';
import { absencesIn, tellAbsences } from './absence-trace.js';
import { absenceNote } from './absence-words.js';
import { claimYearOf } from './claim-year.js';
import { defineMeasure, type Cell, type MeasureNode, type Ratio } from './node.js';
import { none, peopleWho, registeredBeds, whole, windowOf, zhEn } from './measure-window.js';

const sinceDate = (world: World, since: 'openedOn' | 'filedOn'): Day | null => {
  const date = world.facts.center[since];
  return typeof date === 'string' ? dayOf(date) : null;
};

export const monthsOpen = defineMeasure<{ since?: 'openedOn' | 'filedOn'; over?: 'EVER' | 'YEAR' }>(
  {
    name: 'monthsOpen',
    fields: {
      since: optional(oneOf(['openedOn', 'filedOn'])),
      over: optional(oneOf(['EVER', 'YEAR'])),
    },
    compile: (spec, context): MeasureNode => ({
      unit: 'months',
      value(cell) {
        const opened = sinceDate(context.world, spec.since ?? 'openedOn');
        if (opened === null) {
          return null;
        }
        const { until } = windowOf(cell, context.world);
        const year = monthStart(claimYearOf(cell.unit.firstMonth, context.yearStart));
        const from = spec.over === 'YEAR' ? Math.max(opened, year) : opened;
        return whole(Math.max(0, wholeMonths(from, until)));
      },
      facts: (): readonly string[] => [context.world.facts.center.id],
    }),
    describe: ({ over, since }, { locale }) =>
      over === 'YEAR'
        ? zhEn(locale, '年度内运营月数', 'months open in the year')
        : since === 'filedOn'
          ? zhEn(locale, '备案以来的整月数', 'whole months since filing')
          : zhEn(locale, '开业以来的整月数', 'whole months since opening'),
  },
);

/** Bed-days of a span: the filed number on the last known day of each month, times its days. */
/** Registered beds of each day, added up; null where a day has no number. */
function bedDays(world: World, from: Day, until: Day): number | null {
  const { registeredBeds: dated } = world.facts.center;
  const changes = Array.isArray(dated)
    ? (dated as readonly { from: string; until?: string | null }[]).flatMap((one) => [
        dayOf(one.from),
        dayOrNever(one.until),
      ])
    : [];
  const starts = [from, ...changes.filter((day) => day > from && day < until)].sort(
    (a, b) => a - b,
  );
  let total = 0;
  for (const [index, start] of starts.entries()) {
    const beds = registeredBeds(world, start);
    if (beds === null) {
      return null;
    }
    total += beds * ((starts[index + 1] ?? until) - start);
  }
  return total;
}

export const occupancy = defineMeasure<{
  over?: 'UNIT' | 'YEAR' | 'EVERY_MONTH';
  absences?: AbsenceRule;
}>({
  name: 'occupancy',
  fields: {
    over: optional(oneOf(['UNIT', 'YEAR', 'EVERY_MONTH'])),
    absences: optional(absencesRef),
  },
  compile(spec, context): MeasureNode {
    const { world } = context;
    const present = world.presence(spec.absences ?? 'COUNT', context.yearStart);
    const share = (from: Day, until: Day): Ratio | null => {
      const beds = bedDays(world, from, until);
      if (beds === null || beds === 0) {
        return null;
      }
      let days = 0;
      for (let person = 0; person < world.people.size; person += 1) {
        days += present.days(person, from, until);
      }
      return { n: days, d: beds };
    };
    const cache = new Map<string, Ratio | null>();
    const cached = (from: Day, until: Day): Ratio | null => {
      const key = `${from}-${until}`;
      if (!cache.has(key)) {
        cache.set(key, share(from, until));
      }
      return cache.get(key) as Ratio | null;
    };
    const spanOf = (cell: Cell): { from: Day; until: Day } => {
      const year = claimYearOf(cell.unit.firstMonth, context.yearStart);
      return spec.over === 'YEAR' || spec.over === 'EVERY_MONTH'
        ? { from: monthStart(year), until: Math.min(monthStart(year + 12), world.horizon) }
        : windowOf(cell, world);
    };
    return {
      unit: 'percent',
      value(cell) {
        const span = spanOf(cell);
        if (spec.over !== 'EVERY_MONTH') {
          return cached(span.from, span.until);
        }
        const year = claimYearOf(cell.unit.firstMonth, context.yearStart);
        let least: Ratio | null = null;
        const opened = sinceDate(world, 'openedOn') ?? Number.MIN_SAFE_INTEGER;
        for (let month = year; month < year + 12 && monthStart(month) < world.horizon; month += 1) {
          if (monthEnd(month) <= opened) {
            continue;
          }
          const one = cached(
            Math.max(monthStart(month), opened),
            Math.min(monthEnd(month), world.horizon),
          );
          if (one === null) {
            return null;
          }
          least = least === null || one.n * least.d < least.n * one.d ? one : least;
        }
        return least;
      },
      tell(cell, out) {
        tellAbsences(spec.absences, absencesIn(context, spanOf), cell, out);
      },
      facts: none,
    };
  },
  describe({ over, absences }, { locale }) {
    const name =
      over === 'EVERY_MONTH'
        ? zhEn(locale, '年内每个月的入住率', 'occupancy in every month of the year')
        : over === 'YEAR'
          ? zhEn(locale, '全年平均入住率', 'average occupancy of the year')
          : zhEn(locale, '入住率', 'occupancy');
    return `${name}${absenceNote(absences, 'COUNT', locale)}${zhEn(locale, '（%）', ' (%)')}`;
  },
});

interface ResidentsSpec {
  readonly who?: GateSpec;
  readonly on?: 'LAST_DAY' | 'FIRST_DAY' | 'ANY_DAY' | 'AVERAGE';
  readonly atLeastDays?: number;
  readonly absences?: AbsenceRule;
}

export const residents = defineMeasure<ResidentsSpec>({
  name: 'residents',
  fields: {
    who: optional(gateRef),
    on: optional(oneOf(['LAST_DAY', 'FIRST_DAY', 'ANY_DAY', 'AVERAGE'])),
    atLeastDays: optional(integer({ min: 1 })),
    absences: optional(absencesRef),
  },
  compile(spec, context): MeasureNode {
    const gate = spec.who === undefined ? null : context.gate(spec.who);
    const { world } = context;
    const present = world.presence(spec.absences ?? 'COUNT', context.yearStart);
    const days = (person: number, cell: Cell): number => {
      const { from, until } = windowOf(cell, world);
      switch (spec.on ?? 'LAST_DAY') {
        case 'LAST_DAY':
          return present.rowOn(person, until - 1) >= 0 ? 1 : 0;
        case 'FIRST_DAY':
          return present.rowOn(person, from) >= 0 ? 1 : 0;
        case 'ANY_DAY':
          return present.days(person, from, until) >= (spec.atLeastDays ?? 1) ? 1 : 0;
        case 'AVERAGE':
          return present.days(person, from, until);
      }
    };
    return {
      unit: 'number',
      value(cell) {
        const isOne = peopleWho(gate, cell, context);
        let total = 0;
        for (let person = 0; person < world.people.size; person += 1) {
          const count = days(person, cell);
          total += count > 0 && isOne(person) ? count : 0;
        }
        const { from, until } = windowOf(cell, world);
        return spec.on === 'AVERAGE' ? { n: total, d: Math.max(1, until - from) } : whole(total);
      },
      tell(cell, out) {
        const asked = absencesIn(context, (one) => windowOf(one, world));
        tellAbsences(spec.absences, asked, cell, out);
      },
      facts: none,
    };
  },
  describe: (spec, words) =>
    `${zhEn(words.locale, '在住人数', 'residents')}${absenceNote(spec.absences, 'COUNT', words.locale)}${spec.who === undefined ? '' : ` (${words.gate(spec.who)})`}`,
});

export const share = defineMeasure<ResidentsSpec & { who: GateSpec }>({
  name: 'shareOfResidents',
  fields: {
    who: gateRef,
    on: optional(oneOf(['LAST_DAY', 'FIRST_DAY', 'ANY_DAY', 'AVERAGE'])),
    absences: optional(absencesRef),
  },
  compile(spec, context): MeasureNode {
    const { who, ...rest } = spec;
    const part = context.measure({ ...rest, who, of: 'residents' });
    const all = context.measure({ ...rest, of: 'residents' });
    return {
      unit: 'percent',
      value(cell) {
        const [some, total] = [part.value(cell), all.value(cell)];
        return some === null || total === null || total.n === 0 ? null : { n: some.n, d: total.n };
      },
      tell(cell, out) {
        part.tell?.(cell, out);
      },
      facts: none,
    };
  },
  describe(spec, words) {
    const note = absenceNote(spec.absences, 'COUNT', words.locale);
    return zhEn(
      words.locale,
      `在住者中${words.gate(spec.who)}的占比${note}（%）`,
      `share of residents (${words.gate(spec.who)})${note} (%)`,
    );
  },
});
