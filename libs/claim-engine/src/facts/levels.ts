import { dayOf, dayOrNever, type Day } from '../base/days.js';
import type { AssessmentFacts, Facts } from './facts.types.js';
import { IntervalTable, type IntervalRow } from './interval-table.js';

interface Candidate {
  readonly item: AssessmentFacts;
  readonly index: number;
  readonly from: Day;
  readonly until: Day;
}

/** OFFICIAL before INSTITUTION, the later `from` before the earlier; then, to be deterministic, level and id. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.item.kind !== b.item.kind) {
    return a.item.kind === 'OFFICIAL';
  }
  if (a.from !== b.from) {
    return a.from > b.from;
  }
  const [x, y] = [String(a.item.level), String(b.item.level)];
  return x === y ? a.item.id < b.item.id : x < y;
}

function segmentsOf(owner: number, candidates: readonly Candidate[]): IntervalRow[] {
  if (candidates.length === 1) {
    const only = candidates[0] as Candidate;
    return [{ owner, from: only.from, until: only.until, tag: only.index }];
  }
  const cuts = [...new Set(candidates.flatMap((c) => [c.from, c.until]))].sort((a, b) => a - b);
  const rows: IntervalRow[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [from, until] = [cuts[i] as Day, cuts[i + 1] as Day];
    let best: Candidate | null = null;
    for (const candidate of candidates) {
      if (
        candidate.from <= from &&
        from < candidate.until &&
        (best === null || isBetter(candidate, best))
      ) {
        best = candidate;
      }
    }
    if (best !== null) {
      rows.push({ owner, from, until, tag: best.index });
    }
  }
  return rows;
}

/** For each person, which assessment holds on which days; the tag is its index in the facts. */
export function levelTable(
  facts: Facts,
  people: ReadonlyMap<string, number>,
  scales: ReadonlySet<string>,
  horizon: Day,
): IntervalTable {
  const byPerson = new Map<number, Candidate[]>();
  facts.assessments.forEach((item, index) => {
    const [from, until] = [dayOf(item.from), dayOrNever(item.until)];
    if (!scales.has(item.scale) || from >= horizon || from >= until) {
      return;
    }
    const owner = people.get(item.person) as number;
    const list = byPerson.get(owner) ?? [];
    list.push({ item, index, from, until });
    byPerson.set(owner, list);
  });
  const rows: IntervalRow[] = [];
  for (const [owner, candidates] of byPerson) {
    for (const row of segmentsOf(owner, candidates)) {
      rows.push(row);
    }
  }
  return new IntervalTable(people.size, rows);
}
