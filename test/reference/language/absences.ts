import {
  dayOf,
  holds,
  meet,
  monthOf,
  range,
  textOf,
  yearOf,
  type Case,
  type Spec,
} from './world.js';

const isListed = (rule: Spec, kind: string): boolean =>
  rule.kinds === undefined || (rule.kinds as string[]).includes(kind);

/** What a rule let pass within its limits: the only days that use them up. */
interface Passed {
  readonly rule: Spec;
  readonly days: Set<number>;
  readonly away: Set<number>;
}

/** The run of days away on the kinds of the rule that holds the day, as far as the day. */
function runOf({ away }: Passed, day: number): number {
  let first = day;
  while (away.has(first - 1)) {
    first -= 1;
  }
  return first;
}

function reached(passed: Passed, day: number, start: number): string | null {
  const month = monthOf(textOf(day));
  const counts: Readonly<Record<string, (other: number) => boolean>> = {
    perAbsence: (other) => other >= runOf(passed, day),
    perMonth: (other) => monthOf(textOf(other)) === month,
    perYear: (other) => yearOf(monthOf(textOf(other)), start) === yearOf(month, start),
  };
  const found = Object.entries(counts).find(
    ([name, isSame]) =>
      passed.rule[name] !== undefined &&
      [...passed.days].filter(isSame).length >= (passed.rule[name] as number),
  );
  return found?.[0] ?? null;
}

/** The days of a person's stays on which an absence takes the resident away, by the rules of kind and limit. */
export function daysOff(
  at: Case,
  person: string,
  rules: readonly Spec[],
  lived: (stay: string) => readonly number[],
): Set<number> {
  const start = (at.program.yearStart ?? 1) as number;
  const kept = rules.map((rule) => ({ rule, days: new Set<number>(), away: new Set<number>() }));
  const off = new Set<number>();
  const mine = at.facts.stays.filter((stay) => stay.person === person);
  const living = new Map(mine.flatMap(({ id }) => lived(id).map((day) => [day, id] as const)));
  const absences = at.facts.absences.filter(({ stay }) => mine.some(({ id }) => id === stay));
  const first = Math.min(...absences.map(({ from }) => dayOf(from)));
  for (const day of absences.length === 0 ? [] : range(first, at.horizon)) {
    const here = absences.filter((one) => living.get(day) === one.stay && holds(one, day));
    if (here.length === 0) {
      continue;
    }
    const isHeld = !here.some(({ bedHeld }) => bedHeld === false);
    const asked = kept.filter(({ rule }) => here.some(({ kind }) => isListed(rule, kind)));
    asked.forEach(({ away }) => away.add(day));
    const without = here.some(({ kind }) => !rules.some((rule) => isListed(rule, kind)));
    const verdicts = asked.map((one) => verdictOf(one, { day, isHeld, start }));
    if (without || verdicts.includes('stopped')) {
      meet(without ? 'absences.rule:none' : 'absences.day:off');
      off.add(day);
    } else {
      meet('absences.day:counted');
      asked.filter((_, index) => verdicts[index] === 'passed').forEach(({ days }) => days.add(day));
    }
  }
  return off;
}

interface Day {
  readonly day: number;
  readonly isHeld: boolean;
  readonly start: number;
}

function verdictOf(passed: Passed, { day, isHeld, start }: Day): 'passed' | 'beyond' | 'stopped' {
  const { rule } = passed;
  if (rule.count === 'COUNT_IF_BED_HELD' && !isHeld) {
    meet('absences.count:bed not held');
    return 'stopped';
  }
  const limit = reached(passed, day, start);
  if (limit === null) {
    return 'passed';
  }
  meet(`absences.limit:${limit}`);
  if (rule.beyond === 'COUNT_IF_BED_HELD' && isHeld) {
    meet('absences.beyond:held');
    return 'beyond';
  }
  return 'stopped';
}
