import { dayOf, dayOrNever, NEVER, type Day } from '../base/days.js';
import type { AbsenceMode } from './absence-rule.js';
import type { Facts } from './facts.types.js';
import { IntervalTable, type IntervalRow } from './interval-table.js';

export interface Span {
  readonly from: Day;
  readonly until: Day;
}

/** A stay as far as it is known at the horizon: open ends and later ends are cut there, and nobody stays on after death. */
export function knownStays(
  facts: Facts,
  people: ReadonlyMap<string, number>,
  died: Int32Array,
  horizon: Day,
): IntervalRow[] {
  const rows: IntervalRow[] = [];
  facts.stays.forEach((stay, tag) => {
    const owner = people.get(stay.person) as number;
    const from = dayOf(stay.from);
    const until = Math.min(dayOrNever(stay.until), died[owner] as number, horizon);
    if (from < until) {
      rows.push({ owner, from, until, tag });
    }
  });
  return rows;
}

function union(spans: readonly Span[]): Span[] {
  const merged: { from: Day; until: Day }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.until) {
      last.until = Math.max(last.until, span.until);
    } else {
      merged.push({ ...span });
    }
  }
  return merged;
}

/** Days that are taken off by one word for all absences. */
export function absencesByStay(facts: Facts, mode: AbsenceMode): Map<string, Span[]> {
  const found = new Map<string, Span[]>();
  if (mode === 'COUNT') {
    return found;
  }
  for (const absence of facts.absences) {
    if (mode === 'COUNT_IF_BED_HELD' && absence.bedHeld !== false) {
      continue;
    }
    const spans = found.get(absence.stay) ?? [];
    spans.push({ from: dayOf(absence.from), until: dayOrNever(absence.until) });
    found.set(absence.stay, spans);
  }
  return found;
}

/** Stays minus the absences that do not count: the days somebody counts as resident. */
export function presenceTable(
  facts: Facts,
  owners: number,
  stays: readonly IntervalRow[],
  away: ReadonlyMap<string, readonly Span[]>,
): IntervalTable {
  const rows: IntervalRow[] = [];
  for (const row of stays) {
    const spans = away.get((facts.stays[row.tag] as { id: string }).id);
    let from = row.from;
    for (const span of spans === undefined ? [] : union(spans)) {
      if (span.from > from && from < row.until) {
        rows.push({ ...row, from, until: Math.min(span.from, row.until) });
      }
      from = Math.max(from, span.until);
    }
    if (from < row.until) {
      rows.push({ ...row, from });
    }
  }
  return new IntervalTable(owners, rows);
}

/** Tag of a spell: whether it really ended, or is only cut at the horizon. */
export const SPELL_OPEN = 0;
export const SPELL_ENDED = 1;

/** Adjacent stays are one spell: a change of bed is no discharge. */
export function spellTable(
  facts: Facts,
  owners: number,
  stays: readonly IntervalRow[],
  died: Int32Array,
): IntervalTable {
  const table = new IntervalTable(owners, stays);
  const rows: IntervalRow[] = [];
  for (let owner = 0; owner < owners; owner += 1) {
    let open = null as IntervalRow | null;
    for (let row = table.first(owner); row < table.end(owner); row += 1) {
      const stay = facts.stays[table.tagAt(row)] as { until?: string | null };
      const until = table.untilAt(row);
      const hasEnded = until === Math.min(dayOrNever(stay.until), died[owner] as number);
      const tag = hasEnded && until !== NEVER ? SPELL_ENDED : SPELL_OPEN;
      if (open !== null && open.until === table.fromAt(row)) {
        open = { ...open, until, tag };
      } else {
        if (open !== null) {
          rows.push(open);
        }
        open = { owner, from: table.fromAt(row), until, tag };
      }
    }
    if (open !== null) {
      rows.push(open);
    }
  }
  return new IntervalTable(owners, rows);
}
