import type { Problems } from '../base/problem.js';
import { at, isRecord } from '../base/shape.js';
import { ABSENCE_LIMITS } from '../facts/absence-rule.js';

type Part = Readonly<Record<string, unknown>>;

const numberOf = (part: Part, name: string): number | null =>
  typeof part[name] === 'number' ? (part[name] as number) : null;

/** A limit that something shorter makes unreachable was meant otherwise. */
function checkReached(rule: Part, path: string, problems: Problems): void {
  const [month, year] = [numberOf(rule, 'perMonth'), numberOf(rule, 'perYear')];
  const vain: readonly (readonly [name: string, value: number, by: string, most: number])[] = [
    ['perMonth', month ?? 0, 'MONTH', 30],
    ['perYear', year ?? 0, 'YEAR', 365],
    ['perMonth', month ?? 0, 'perYear', year ?? Infinity],
    ['perYear', year ?? 0, 'perMonth × 12', (month ?? Infinity) * 12],
  ];
  const found = vain.find(([, value, , most]) => value > most);
  if (found !== undefined) {
    const [name, value, by, most] = found;
    problems.add(at(path, name), 'LIMIT_NEVER_REACHED', { value, by, most });
  }
}

function checkBeyond(rule: Part, path: string, problems: Problems): void {
  if (rule.beyond === undefined) {
    return;
  }
  if (!ABSENCE_LIMITS.some((name) => rule[name] !== undefined)) {
    const only = ABSENCE_LIMITS.join(' / ');
    problems.add(at(path, 'beyond'), 'NO_EFFECT', { only });
  } else if (rule.count === 'COUNT_IF_BED_HELD' && rule.beyond === 'COUNT_IF_BED_HELD') {
    // Whatever a limit stops, counts all the same.
    problems.add(at(path, 'beyond'), 'NO_EFFECT', { only: 'count: COUNT' });
  }
}

/** Rules for absences, where they are a list. */
export function checkAbsences(rules: unknown, path: string, problems: Problems): void {
  if (isRecord(rules) && isRecord(rules.cases)) {
    for (const [option, answer] of Object.entries(rules.cases)) {
      checkAbsences(answer, at(at(path, 'cases'), option), problems);
    }
  }
  if (!Array.isArray(rules)) {
    return;
  }
  const seen = new Map<string, number>();
  (rules as unknown[]).forEach((rule, index) => {
    if (!isRecord(rule) || 'decision' in rule) {
      return;
    }
    const own = at(path, index);
    checkReached(rule, own, problems);
    checkBeyond(rule, own, problems);
    if (rule.kinds !== undefined && !Array.isArray(rule.kinds)) {
      return;
    }
    const kinds = [...((rule.kinds ?? []) as unknown[])].map(String).sort().join(' ');
    const first = seen.get(kinds);
    if (first !== undefined) {
      problems.add(own, 'CONFLICT', { fields: [`absences[${first}]`, `absences[${index}]`] });
    }
    seen.set(kinds, first ?? index);
  });
}
