import type { Facts, Ledger, LedgerEntry } from '@yibu/claim-engine';

import { dayAfter } from './naive.js';

/** The same numbers for the same seed, on every machine (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(values: readonly T[]): T {
    return values[this.integer(0, values.length - 1)] as T;
  }

  is(share: number): boolean {
    return this.next() < share;
  }
}

const DAYS = (() => {
  const days: string[] = [];
  for (let day = '2024-10-01'; day < '2026-02-01'; day = dayAfter(day)) {
    days.push(day);
  }
  return days;
})();
const LAST = DAYS.length - 1;
const dayAt = (index: number): string => DAYS[Math.min(Math.max(index, 0), LAST)] as string;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Rows = {
  -readonly [K in keyof Facts]: Facts[K] extends readonly (infer T)[] ? Mutable<T>[] : Facts[K];
};

/** A center with a life as random as the rules allow: gaps, moves between beds, absences, changing levels, deaths. */
export function randomCenter(chance: Chance): Facts {
  const facts: Rows = {
    schema: 'facts/1',
    county: '140522',
    center: {
      id: 'c1',
      openedOn: '2024-03-01',
      filedOn: '2024-03-05',
      grades: randomGrades(chance),
    },
    people: [],
    stays: [],
    absences: [],
    assessments: [],
    services: [],
    meals: [],
    staff: [],
    projects: [],
    beds: [],
    decisions: [],
  };
  const count = chance.integer(1, 6);
  for (let index = 1; index <= count; index += 1) {
    addPerson(chance, facts, `p${index}`);
  }
  return facts;
}

function randomGrades(chance: Chance): NonNullable<Facts['center']['grades']> {
  const scheme = 'yangcheng-comprehensive';
  const grade = (): string => chance.pick(['1', '2', '3']);
  const from = '2024-06-01';
  switch (chance.integer(0, 4)) {
    case 0:
      return [];
    case 1:
      return [{ scheme, grade: 'A', from, until: null }];
    case 2:
      return [
        { scheme, grade: '1', from, until: '2025-07-01' },
        { scheme, grade: '2', from: '2025-07-01', until: null },
      ];
    default:
      return [{ scheme, grade: grade(), from, until: null }];
  }
}

function addPerson(chance: Chance, facts: Rows, id: string): void {
  const bornOn = `${chance.integer(1935, 1968)}-${String(chance.integer(1, 12)).padStart(2, '0')}-${String(chance.integer(1, 28)).padStart(2, '0')}`;
  const categories = ['LOW_INCOME', 'LIVING_ALONE', 'EMPTY_NEST', 'DESTITUTE']
    .filter(() => chance.is(0.3))
    .map((code) => ({
      code,
      // A category begins with a month: what a begun month counts is not what is compared here.
      from: chance.pick(['2024-01-01', '2025-03-01', '2025-08-01']),
      until: chance.pick([null, null, '2025-11-01']),
    }));
  const ends = addStays(chance, facts, id);
  const diedOn = ends !== null && chance.is(0.15) ? ends : null;
  facts.people.push({ id, sex: 'F', bornOn, diedOn, householdCounty: '140522', categories });
  addAssessments(chance, facts, id);
  for (let count = chance.integer(0, 12); count > 0; count -= 1) {
    const on = dayAt(chance.integer(92, 456));
    if (diedOn === null || on < diedOn) {
      facts.services.push({
        id: `${id}-v${count}`,
        person: id,
        type: chance.pick(['CLEANING', 'MEAL_HELP', 'BATH_HELP', 'VISIT']),
        on,
        minutes: 60,
        valueFen: chance.integer(1, 30) * 100,
        staff: null,
      });
    }
  }
}

/** The day on which the last stay ended, or null while it goes on. */
function addStays(chance: Chance, facts: Rows, person: string): string | null {
  let at = chance.integer(0, 380);
  let end: string | null = null;
  for (let index = chance.integer(0, 3); index > 0 && at < LAST - 2; index -= 1) {
    const length = chance.is(0.3) ? chance.integer(86, 96) : chance.integer(1, 250);
    const isOpen = index === 1 && chance.is(0.4);
    const until = isOpen ? null : dayAt(at + length);
    const id = `${person}-s${index}`;
    facts.stays.push({ id, person, bed: `${person}-b${index}`, from: dayAt(at), until });
    addAbsences(chance, facts, { id, at, last: isOpen ? LAST : Math.min(at + length, LAST) });
    end = until;
    // Often the next stay begins on the day of the move; otherwise after a gap.
    at += length + (chance.is(0.3) ? 0 : chance.integer(1, 60));
  }
  return end;
}

function addAbsences(
  chance: Chance,
  facts: Rows,
  stay: { readonly id: string; readonly at: number; readonly last: number },
): void {
  let from = stay.at + chance.integer(0, 40);
  for (let index = chance.integer(0, 2); index > 0 && from < stay.last - 1; index -= 1) {
    const until = Math.min(from + chance.integer(1, 30), stay.last);
    facts.absences.push({
      id: `${stay.id}-x${index}`,
      stay: stay.id,
      kind: chance.pick(['HOSPITAL', 'HOME_LEAVE']),
      from: dayAt(from),
      until: dayAt(until),
    });
    from = until + chance.integer(1, 40);
  }
}

function addAssessments(chance: Chance, facts: Rows, person: string): void {
  const used = new Set<string>();
  for (let index = chance.integer(0, 3); index > 0; index -= 1) {
    const at = chance.integer(0, 400);
    const kind = chance.pick(['OFFICIAL', 'INSTITUTION'] as const);
    const from = dayAt(at);
    if (!used.has(`${kind} ${from}`)) {
      used.add(`${kind} ${from}`);
      facts.assessments.push({
        id: `${person}-a${index}`,
        person,
        scale: 'GBT42195',
        level: chance.integer(0, 4),
        kind,
        from,
        until: chance.is(0.4) ? null : dayAt(at + chance.integer(20, 365)),
      });
    }
  }
}

/** What earlier claims might hold, right or wrong: also too much, twice, taken back, and of people long gone. */
export function randomLedger(chance: Chance, facts: Facts, period: string): Ledger {
  const entries: LedgerEntry[] = [];
  const last = Number(period.slice(5));
  for (let count = chance.integer(0, 10); count > 0; count -= 1) {
    const program = chance.is(0.7) ? 'bed-subsidy' : 'purchased-services';
    const status = chance.pick([
      'SUBMITTED',
      'HELD',
      'ACCEPTED',
      'CUT',
      'PAID',
      'OPENING',
      'RETURNED',
      'WITHDRAWN',
    ] as const);
    entries.push({
      program,
      subject: { kind: 'person', id: chance.pick(facts.people).id },
      month: `${period.slice(0, 4)}-${String(chance.integer(1, last)).padStart(2, '0')}`,
      amountFen:
        program === 'bed-subsidy'
          ? chance.pick([20_000, 30_000, -20_000])
          : chance.integer(1, 2500),
      status,
      line: `L${count}`,
      digest: status === 'RETURNED' ? 'of other facts' : null,
    });
  }
  return { schema: 'ledger/1', entries };
}
