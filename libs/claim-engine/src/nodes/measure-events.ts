import type { Day } from '../base/days.js';
import { wordsOf } from '../explain/vocabulary.js';
import { array, integer, oneOf, optional, text } from '../base/shape.js';
import type { IntervalTable } from '../facts/interval-table.js';
import type { GateSpec } from '../pack/pack.types.js';
import { gateRef } from '../pack/switchable.js';
import { countedWords, paren } from './measure-words.js';
import { peopleWho, windowOf } from './measure-window.js';
import {
  defineMeasure,
  type Cell,
  type CompileContext,
  type MeasureNode,
  type Ratio,
} from './node.js';

/** What a person was given on one day, limited to `perDay`. */
interface DaySums {
  readonly total: number;
  /** What was given on each day of the window to those who count. */
  readonly days: ReadonlyMap<Day, number>;
}

interface Events {
  readonly table: IntervalTable;
  readonly worth: (tag: number) => number;
  readonly perDay: number;
}

function sumOf(events: Events, owners: readonly number[], from: Day, until: Day): DaySums {
  const { table, worth, perDay } = events;
  const days = new Map<Day, number>();
  let total = 0;
  for (const owner of owners) {
    let [today, given] = [-1, 0];
    for (let row = table.first(owner); row < table.end(owner); row += 1) {
      const day = table.fromAt(row);
      if (day < from || day >= until) {
        continue;
      }
      given = day === today ? given : 0;
      today = day;
      const counted = Math.min(worth(table.tagAt(row)), perDay - given);
      if (counted > 0) {
        given += counted;
        total += counted;
        days.set(day, (days.get(day) ?? 0) + counted);
      }
    }
  }
  return { total, days };
}

/** The person of the line, or everybody (of a kind) where the line is the center's. */
function ownersOf(cell: Cell, context: CompileContext, who: GateSpec | undefined): number[] {
  const gate = who === undefined ? null : context.gate(who);
  const isOne = peopleWho(gate, cell, context);
  if (cell.kind === 'person') {
    return isOne(cell.subject) ? [cell.subject] : [];
  }
  return Array.from(context.world.people.values()).filter(isOne);
}

type Average = 'CALENDAR_DAY' | 'SERVICE_DAY' | 'MONTH';

function averaged(
  sums: DaySums,
  average: Average | undefined,
  cell: Cell,
  context: CompileContext,
): Ratio {
  const { from, until } = windowOf(cell, context.world);
  switch (average) {
    case undefined:
      return { n: sums.total, d: 1 };
    case 'CALENDAR_DAY':
      return { n: sums.total, d: Math.max(1, until - from) };
    case 'SERVICE_DAY':
      return { n: sums.total, d: Math.max(1, sums.days.size) };
    case 'MONTH':
      return { n: sums.total, d: cell.unit.lastMonth - cell.unit.firstMonth + 1 };
  }
}

interface MealsSpec {
  readonly meals?: readonly string[];
  readonly who?: GateSpec;
  readonly perPersonDay?: number;
  readonly average?: Average;
}

export const meals = defineMeasure<MealsSpec>({
  name: 'meals',
  fields: {
    meals: optional(array(text, 1)),
    who: optional(gateRef),
    perPersonDay: optional(integer({ min: 1 })),
    average: optional(oneOf(['CALENDAR_DAY', 'SERVICE_DAY', 'MONTH'])),
  },
  compile(spec, context): MeasureNode {
    const items = context.world.facts.meals;
    const events: Events = {
      table: context.world.meals,
      perDay: spec.perPersonDay ?? Number.MAX_SAFE_INTEGER,
      worth(tag) {
        const meal = items[tag];
        return meal !== undefined && (spec.meals?.includes(meal.meal) ?? true)
          ? (meal.count ?? 1)
          : 0;
      },
    };
    return {
      unit: 'number',
      value(cell) {
        const { from, until } = windowOf(cell, context.world);
        return averaged(
          sumOf(events, ownersOf(cell, context, spec.who), from, until),
          spec.average,
          cell,
          context,
        );
      },
      facts: () => [],
      daily(cell) {
        const { from, until } = windowOf(cell, context.world);
        return sumOf(events, ownersOf(cell, context, spec.who), from, until).days;
      },
    };
  },
  describe(spec, words) {
    const isZh = words.locale === 'zh';
    const kinds = spec.meals === undefined ? '' : wordsOf(spec.meals, words.locale);
    const base = isZh ? `用餐份数${paren(kinds, true)}` : `meals${paren(kinds, false)}`;
    return countedWords(base, spec, words);
  },
});

interface ServicesSpec {
  readonly types?: readonly string[];
  readonly by?: 'TIMES' | 'MINUTES' | 'VALUE';
  readonly who?: GateSpec;
  readonly perPersonDay?: number;
  readonly average?: Average;
}

export const services = defineMeasure<ServicesSpec>({
  name: 'services',
  fields: {
    types: optional(array(text, 1)),
    by: optional(oneOf(['TIMES', 'MINUTES', 'VALUE'])),
    who: optional(gateRef),
    perPersonDay: optional(integer({ min: 1 })),
    average: optional(oneOf(['CALENDAR_DAY', 'SERVICE_DAY', 'MONTH'])),
  },
  compile(spec, context): MeasureNode {
    const items = context.world.facts.services;
    const by = spec.by ?? 'TIMES';
    const events: Events = {
      table: context.world.services,
      perDay: spec.perPersonDay ?? Number.MAX_SAFE_INTEGER,
      worth(tag) {
        const service = items[tag];
        if (service === undefined || spec.types?.includes(service.type) === false) {
          return 0;
        }
        const worth = { TIMES: 1, MINUTES: service.minutes, VALUE: service.valueFen };
        // A service without minutes or value is recorded, but nothing can be claimed for it.
        return worth[by] ?? 0;
      },
    };
    return {
      unit: by === 'VALUE' ? 'fen' : 'number',
      value(cell) {
        const { from, until } = windowOf(cell, context.world);
        return averaged(
          sumOf(events, ownersOf(cell, context, spec.who), from, until),
          spec.average,
          cell,
          context,
        );
      },
      daily(cell) {
        const { from, until } = windowOf(cell, context.world);
        return sumOf(events, ownersOf(cell, context, spec.who), from, until).days;
      },
      facts(cell) {
        const { from, until } = windowOf(cell, context.world);
        return ownersOf(cell, context, spec.who).flatMap((owner) => {
          const ids: string[] = [];
          const { table } = events;
          for (let row = table.first(owner); row < table.end(owner); row += 1) {
            const isIn = table.fromAt(row) >= from && table.fromAt(row) < until;
            if (isIn && events.worth(table.tagAt(row)) > 0) {
              ids.push(items[table.tagAt(row)]?.id ?? '');
            }
          }
          return ids;
        });
      },
    };
  },
  describe(spec, words) {
    const names = {
      TIMES: ['服务次数', 'services'],
      MINUTES: ['服务分钟', 'service minutes'],
      VALUE: ['服务金额', 'value of services'],
    } as const;
    const isZh = words.locale === 'zh';
    const kinds = spec.types === undefined ? '' : wordsOf(spec.types, words.locale);
    const base = `${names[spec.by ?? 'TIMES'][isZh ? 0 : 1]}${paren(kinds, isZh)}`;
    return countedWords(base, spec, words);
  },
});

interface DaysSpec {
  readonly mealsAtLeast?: number;
  readonly residentsAtLeast?: number;
  readonly servicesAtLeast?: number;
}

/** Days of the unit on which the center did at least so much: for sums paid per day of operation. */
export const operatingDays = defineMeasure<DaysSpec>({
  name: 'operatingDays',
  fields: {
    mealsAtLeast: optional(integer({ min: 1 })),
    residentsAtLeast: optional(integer({ min: 1 })),
    servicesAtLeast: optional(integer({ min: 1 })),
  },
  compile(spec, context): MeasureNode {
    const { world } = context;
    const perDay = (
      table: IntervalTable,
      worth: (tag: number) => number,
      from: Day,
      until: Day,
    ): Int32Array => {
      const counts = new Int32Array(Math.max(0, until - from));
      for (let row = 0; row < table.from.length; row += 1) {
        const end = Math.min(table.untilAt(row), until);
        for (let day = Math.max(table.fromAt(row), from); day < end; day += 1) {
          counts[day - from] = (counts[day - from] as number) + worth(table.tagAt(row));
        }
      }
      return counts;
    };
    return {
      unit: 'days',
      value(cell) {
        const { from, until } = windowOf(cell, world);
        const tests = [
          [
            spec.mealsAtLeast,
            world.meals,
            (tag: number): number => world.facts.meals[tag]?.count ?? 1,
          ],
          [spec.servicesAtLeast, world.services, (): number => 1],
          [spec.residentsAtLeast, world.presence('NOT_COUNT'), (): number => 1],
        ] as const;
        const asked = tests
          .filter(([least]) => least !== undefined)
          .map(([least, table, worth]) => ({
            least: least as number,
            counts: perDay(table, worth, from, until),
          }));
        let days = 0;
        for (let index = 0; index < until - from; index += 1) {
          days += asked.every(({ least, counts }) => (counts[index] as number) >= least) ? 1 : 0;
        }
        return { n: days, d: 1 };
      },
      facts: () => [],
    };
  },
  describe: (_, { locale }) => (locale === 'zh' ? '运营天数' : 'operating days'),
});
