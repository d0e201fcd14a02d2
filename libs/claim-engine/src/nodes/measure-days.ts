import { assert } from '@yibu/kernel';
import { monthStart, type Day } from '../base/days.js';
import { array, oneOf, optional, text } from '../base/shape.js';
import type { IntervalTable } from '../facts/interval-table.js';
import type { AbsenceMode } from '../facts/presence.js';
import { claimYearOf } from './claim-year.js';
import { classReader } from './class-reader.js';
import { none, whole, windowOf, zhEn } from './measure-window.js';
import { defineMeasure, type Cell, type CompileContext, type MeasureNode } from './node.js';

interface ResidentDaysSpec {
  readonly over?: 'UNIT' | 'YEAR';
  readonly absences?: AbsenceMode;
  /** Only days on which one of these classes is held. */
  readonly inClass?: readonly string[];
}

interface Days {
  count(owner: number, from: Day, until: Day): number;
  holds(owner: number, day: Day): boolean;
}

const daysOf = (table: IntervalTable): Days => ({
  count: (owner, from, until) => table.days(owner, from, until),
  holds: (owner, day) => table.rowOn(owner, day) >= 0,
});

/** Days of people, all of them or those in a class. */
export function peopleDays(spec: ResidentDaysSpec, context: CompileContext): Days {
  const { world, careClasses } = context;
  if (spec.inClass === undefined) {
    return daysOf(world.presence(spec.absences ?? 'NOT_COUNT'));
  }
  assert(careClasses !== null, 'a pack that asks for a care class maps levels to classes');
  const isOwn = spec.absences !== undefined && spec.absences !== careClasses.absences;
  const reader = classReader(
    world,
    isOwn && spec.absences ? { ...careClasses, absences: spec.absences } : careClasses,
  );
  const accepted = new Set(spec.inClass.map((id) => careClasses.order.indexOf(id)));
  return {
    count: (owner, from, until) => reader.daysIn(owner, { from, until }, accepted),
    holds: (owner, day) => reader.isDayIn(owner, day, accepted),
  };
}

function spanOf(
  spec: ResidentDaysSpec,
  cell: Cell,
  context: CompileContext,
): { from: Day; until: Day } {
  if (spec.over !== 'YEAR') {
    return windowOf(cell, context.world);
  }
  const year = claimYearOf(cell.unit.firstMonth, context.yearStart);
  return { from: monthStart(year), until: monthStart(year + 12) };
}

function ownersOf(cell: Cell, context: CompileContext): readonly number[] {
  return cell.kind === 'person' || cell.kind === 'bed'
    ? [cell.subject]
    : [...context.world.people.values()];
}

export const residentDays = defineMeasure<ResidentDaysSpec>({
  name: 'residentDays',
  fields: {
    over: optional(oneOf(['UNIT', 'YEAR'])),
    absences: optional(oneOf(['COUNT', 'COUNT_IF_BED_HELD', 'NOT_COUNT'])),
    inClass: optional(array(text, 1)),
  },
  compile(spec, context): MeasureNode {
    const people = peopleDays(spec, context);
    const pick = (cell: Cell): Days =>
      cell.kind === 'bed'
        ? daysOf(context.world.bedPresence(spec.absences ?? 'NOT_COUNT'))
        : people;
    return {
      unit: 'days',
      value(cell) {
        const { from, until } = spanOf(spec, cell, context);
        const days = pick(cell);
        return whole(
          ownersOf(cell, context).reduce((sum, owner) => sum + days.count(owner, from, until), 0),
        );
      },
      daily(cell) {
        const { from, until } = spanOf(spec, cell, context);
        const days = pick(cell);
        const found = new Map<Day, number>();
        for (const owner of ownersOf(cell, context)) {
          for (let day = from; day < until; day += 1) {
            if (days.holds(owner, day)) {
              found.set(day, (found.get(day) ?? 0) + 1);
            }
          }
        }
        return found;
      },
      facts: none,
    };
  },
  describe: ({ inClass }, words) =>
    `${zhEn(words.locale, '在住天数', 'resident days')}${inClass === undefined ? '' : ` (${inClass.map((id) => words.careClass(id)).join('/')})`}`,
});
