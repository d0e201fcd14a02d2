import { assert } from '@yibu/kernel';
import { monthStart, type Day } from '../base/days.js';
import { array, oneOf, optional, text } from '../base/shape.js';
import { absencesRef } from '../pack/absence.shape.js';
import type { IntervalTable } from '../facts/interval-table.js';
import type { AbsenceRule } from '../facts/absence-rule.js';
import { absencesIn, tellAbsences } from './absence-trace.js';
import { absenceNote } from './absence-words.js';
import { claimYearOf } from './claim-year.js';
import { classReader } from './class-reader.js';
import { none, whole, windowOf, zhEn } from './measure-window.js';
import { defineMeasure, type Cell, type CompileContext, type MeasureNode } from './node.js';

interface ResidentDaysSpec {
  readonly over?: 'UNIT' | 'YEAR';
  readonly absences?: AbsenceRule;
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
  const absences = spec.absences ?? 'NOT_COUNT';
  if (spec.inClass === undefined) {
    return daysOf(world.presence(absences, context.yearStart));
  }
  assert(careClasses !== null, 'a pack that asks for a care class maps levels to classes');
  const isOwn = absences !== (careClasses.absences ?? 'NOT_COUNT');
  const asked = isOwn ? { ...careClasses, absences } : careClasses;
  const reader = classReader(world, asked, context.yearStart);
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
    absences: optional(absencesRef),
    inClass: optional(array(text, 1)),
  },
  compile(spec, context): MeasureNode {
    const people = peopleDays(spec, context);
    const pick = (cell: Cell): Days =>
      cell.kind === 'bed'
        ? daysOf(context.world.bedPresence(spec.absences ?? 'NOT_COUNT', context.yearStart))
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
      tell(cell, out) {
        tellAbsences(
          spec.absences,
          absencesIn(context, (one) => spanOf(spec, one, context)),
          cell,
          out,
        );
      },
      facts: none,
    };
  },
  describe: ({ inClass, absences }, words) =>
    `${zhEn(words.locale, '在住天数', 'resident days')}${absenceNote(absences, 'NOT_COUNT', words.locale)}${inClass === undefined ? '' : ` (${inClass.map((id) => words.careClass(id)).join('/')})`}`,
});
