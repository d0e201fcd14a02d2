import {
  firstDayOf,
  meet,
  monthOf,
  monthsAfter,
  range,
  residentDays,
  textOf,
  yearOf,
  type Case,
  type Spec,
} from './world.js';

interface Spell {
  readonly from: number;
  readonly until: number;
}

/** Runs of days inside the window; what runs in from before was admitted on the day before it. */
function spellsIn(lived: ReadonlySet<number>, first: number, end: number): Spell[] {
  const spells: { from: number; until: number }[] = [];
  for (const day of range(first, end)) {
    const last = spells.at(-1);
    if (lived.has(day) && last?.until === day) {
      last.until = day + 1;
    } else if (lived.has(day)) {
      const from = day === first && lived.has(day - 1) ? day - 1 : day;
      spells.push({ from, until: day + 1 });
    }
  }
  return spells;
}

/** Days of a spell: its end less its start, less absences. */
function lengthsOf(at: Case, spec: Spec, window: Spell): (spell: Spell) => number {
  const present = residentDays(at, at.subject.id, spec.absences ?? 'NOT_COUNT');
  return ({ from, until }) =>
    until <= from
      ? 0
      : until -
        from -
        range(Math.max(from, window.from), until).filter((day) => !present.has(day)).length;
}

/** The first day on which these spells, cut there, hold so many days; null unless they go beyond, or are enough. */
function sumReached(
  spells: readonly Spell[],
  length: (spell: Spell) => number,
  days: number,
  isEnough: boolean,
): number | null {
  const sumUntil = (day: number): number =>
    spells.reduce(
      (all, { from, until }) => all + length({ from, until: Math.min(until, Math.max(from, day)) }),
      0,
    );
  const [first, last] = [spells[0]?.from ?? 0, spells.at(-1)?.until ?? 0];
  return sumUntil(last) > days - (isEnough ? 1 : 0)
    ? (range(first, last + 1).find((day) => sumUntil(day) >= days) ?? null)
    : null;
}

/** The day on which the threshold was reached, of a stay that went beyond it. */
function reachedOn(at: Case, spec: Spec, window: Spell): number | null {
  const lived = residentDays(at, at.subject.id, 'COUNT');
  const spells = spellsIn(lived, window.from, window.until);
  const length = lengthsOf(at, spec, window);
  const isSummed = (spec.spells ?? 'CUMULATIVE') === 'CUMULATIVE';
  meet(`stayInYear:${String(spec.method)}:${isSummed ? 'CUMULATIVE' : 'LONGEST'}`);
  const earliest = (days: readonly (number | null)[]): number | null => {
    const found = days.filter((day) => day !== null);
    return found.length === 0 ? null : Math.min(...found);
  };
  const days = spec.days as number;
  const isEnough = spec.passes === 'AT_LEAST';
  meet(`stayInYear.passes:${String(spec.passes ?? 'ABOVE')}`);
  switch (spec.method) {
    case 'ANNIVERSARY':
      return earliest([
        ...spells.map(({ from, until }) => {
          const day = monthsAfter(from, spec.months as number);
          return until > day || (isEnough && until === day) ? day : null;
        }),
        // Without `days` several spells pass like one: only a corresponding day counts.
        isSummed && spells.length > 1 ? sumReached(spells, length, days ?? 90, isEnough) : null,
      ]);
    case 'DAYS':
      return isSummed
        ? sumReached(spells, length, days, isEnough)
        : earliest(spells.map((spell) => sumReached([spell], length, days, isEnough)));
    default:
      return countedMonths(at, spec, window);
  }
}

function countedMonths(at: Case, spec: Spec, window: Spell): number | null {
  const present = residentDays(at, at.subject.id, spec.absences ?? 'NOT_COUNT');
  let counted = 0;
  for (
    let month = monthOf(textOf(window.from));
    firstDayOf(month) < window.until && spellsIn(present, window.from, window.until).length > 0;
    month += 1
  ) {
    const days = range(firstDayOf(month), firstDayOf(month + 1)).filter((day) => present.has(day));
    counted += days.length >= ((spec.daysInMonth ?? 15) as number) ? 1 : 0;
    if (counted === spec.countedMonths) {
      return firstDayOf(month + 1) - 1;
    }
  }
  return null;
}

function windowOf(at: Case, spec: Spec): Spell {
  if (spec.window === 'ROLLING_12') {
    meet('stayInYear.window:ROLLING_12');
    const last = monthOf(textOf(at.end - 1));
    return { from: firstDayOf(last - 11), until: Math.min(at.end, at.horizon) };
  }
  if (spec.yearStart === undefined) {
    return { from: at.yearFirst, until: Math.min(at.yearEnd, at.horizon) };
  }
  meet('stayInYear.yearStart');
  const start = yearOf(monthOf(textOf(at.first)), spec.yearStart as number);
  return { from: firstDayOf(start), until: Math.min(firstDayOf(start + 12), at.horizon) };
}

/** A year of its own is also the one whose absences are limited. */
const ofYear = (at: Case, { yearStart }: Spec): Case =>
  yearStart === undefined ? at : { ...at, program: { ...at.program, yearStart } };

export function stayInYear(of: Case, spec: Spec): boolean {
  const at = ofYear(of, spec);
  const reached = reachedOn(at, spec, windowOf(at, spec));
  if (reached === null || spec.pays !== 'PROSPECTIVE') {
    return reached !== null;
  }
  meet('stayInYear.pays:PROSPECTIVE');
  return monthOf(textOf(at.first)) > monthOf(textOf(reached));
}

export function stayDaysBetween(of: Case, spec: Spec): boolean {
  const at = ofYear(of, spec);
  const window = windowOf(at, spec);
  const lived = residentDays(at, at.subject.id, 'COUNT');
  const length = lengthsOf(at, spec, window);
  const sum = spellsIn(lived, window.from, window.until).reduce((all, one) => all + length(one), 0);
  return sum >= (spec.low as number) && sum <= (spec.high as number);
}
