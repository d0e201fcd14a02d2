import { daysInWindow, type Ratio } from './measures.js';
import { classOn, daysOf, meet, NotCovered, residentDays, type Case, type Spec } from './world.js';

/** A month in which somebody left for good or died may have a rule of its own. */
function isExitMonth(at: Case): boolean {
  const lived = residentDays(at, at.subject.id, 'COUNT');
  const days = daysOf(at);
  return days.some(
    (day) => lived.has(day) && !lived.has(day + 1) && day + 1 < at.horizon && day + 1 < at.end,
  );
}

/** Whoever comes on a day of the month and was not here on the day before. */
function isEntryMonth(at: Case): boolean {
  const lived = residentDays(at, at.subject.id, 'COUNT');
  return daysOf(at).some((day) => lived.has(day) && !lived.has(day - 1));
}

/** Days of a person or a bed in the unit, those of a class alone where one is asked for. */
function daysLived(at: Case, spec: Spec): number {
  const all = daysOf(at);
  if (at.subject.kind === 'bed') {
    return daysInWindow(at, spec, all);
  }
  const here = residentDays(at, at.subject.id, spec.absences ?? 'NOT_COUNT');
  const classes = spec.inClass as string[] | undefined;
  return all.filter((day) => {
    const name = classes && here.has(day) ? classOn(at, at.subject.id, day) : null;
    return here.has(day) && (!classes || (name !== null && classes.includes(name)));
  }).length;
}

const whole = (isWhole: boolean): Ratio => ({ n: isWhole ? 1 : 0, d: 1 });

/** The month of leaving, then that of coming, where they have a rule of their own. */
function byEnds(at: Case, spec: Spec): Ratio | null {
  const ends = [
    ['exit', isExitMonth],
    ['entry', isEntryMonth],
  ] as const;
  for (const [name, isIt] of ends) {
    const rule = spec[name];
    if (rule !== undefined && rule !== 'DAY_RULE') {
      meet(`residentMonths.${name}:${String(rule)}`);
      if (isIt(at)) {
        return whole(rule === 'FULL_MONTH');
      }
    }
  }
  return null;
}

export function residentMonths(at: Case, spec: Spec): Ratio {
  const partial = spec.partial as string;
  meet(`residentMonths:${partial}`);
  const all = daysOf(at).length;
  const count = daysLived(at, spec);
  const settled = count > 0 ? byEnds(at, spec) : null;
  if (settled !== null) {
    return settled;
  }
  switch (partial) {
    case 'DAYS_AT_LEAST':
      return whole(count >= (spec.days as number));
    case 'ANY_DAY':
      return whole(count > 0);
    case 'FULL_MONTH':
      return whole(count === all);
    case 'PER_DAY':
      return { n: count, d: all };
    case 'DAYS_OF_30':
      return { n: count === all ? 30 : Math.min(count, 30), d: 30 };
    default:
      throw new NotCovered(`partial ${partial}`);
  }
}
