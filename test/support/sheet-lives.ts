import { addDays, addMonths, localDate, type LocalDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';

/** Deeds of a house, made up from a seed: what a sheet has to count, told without the product's statements. */
export interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface LivedStay extends Span {
  readonly id: string;
  readonly spellId: string;
  readonly bed: number;
  readonly status: 'ACTIVE' | 'ENDED' | 'CANCELLED' | 'RESERVED';
  readonly endKind: 'DISCHARGE' | 'DEATH' | 'TRANSFER' | null;
}

export interface LivedLevel extends Span {
  readonly kind: 'OFFICIAL' | 'INSTITUTION';
  readonly level: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly sex: 'M' | 'F';
  readonly bornOn: LocalDate;
  readonly stays: readonly LivedStay[];
  readonly absences: readonly (Span & {
    readonly spellId: string;
    readonly kind: 'HOME_LEAVE' | 'HOSPITAL';
    readonly isCancelled: boolean;
  })[];
  readonly levels: readonly LivedLevel[];
  readonly categories: readonly (Span & { readonly code: string; readonly isVoided: boolean })[];
  readonly agreements: readonly Span[];
  readonly services: readonly { on: LocalDate; type: string; isVoided: boolean }[];
  readonly meals: readonly { on: LocalDate; meal: string; count: number }[];
}

export const BEGIN = localDate('2023-11-01');
export const END = localDate('2024-05-01');
const SERVICES = ['MEAL_HELP', 'CLEANING', 'REHABILITATION', 'VISIT', 'COMFORT', 'EMERGENCY_HELP'];
const CODES = ['DESTITUTE', 'LOW_INCOME', 'DISABILITY', 'SEVERE_DISABILITY', 'VETERAN', 'DEMENTIA'];
const MEALS = ['BREAKFAST', 'LUNCH', 'DINNER'];
/** Days on which counting goes wrong most easily. */
const EDGES = ['2024-01-31', '2024-02-01', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-31'];
const BIRTHS = ['1944-02-29', '1964-02-29', '1934-03-01', '1964-03-01', '1944-02-28', '1970-07-07'];

/** mulberry32: small, and the same on every machine. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  is(share: number): boolean {
    return this.next() < share;
  }

  day(): LocalDate {
    return this.is(0.4) ? localDate(this.one(EDGES)) : addDays(BEGIN, this.below(180));
  }

  span(from: LocalDate): Span {
    return { from, until: this.is(0.5) ? addDays(from, 1 + this.below(80)) : null };
  }
}

/** One person in one bed of their own, so that lives never collide. */
export function makePerson(dice: Dice, bed: number): Person {
  const stays = dice.is(0.8) ? makeStays(dice, bed) : [];
  const days = Array.from({ length: dice.below(8) }, () => dice.day());
  return {
    id: newId(),
    name: `人${bed}`,
    sex: dice.is(0.5) ? 'F' : 'M',
    bornOn: dice.is(0.5)
      ? localDate(dice.one(BIRTHS))
      : addDays(localDate('1925-01-01'), dice.below(15_000)),
    stays,
    absences: stays
      .filter(({ id, spellId, status }) => id === spellId && status !== 'RESERVED' && dice.is(0.5))
      .map(({ spellId, from }) => ({
        ...dice.span(addDays(from, dice.below(40))),
        spellId,
        kind: dice.is(0.5) ? ('HOSPITAL' as const) : ('HOME_LEAVE' as const),
        isCancelled: dice.is(0.2),
      })),
    levels: makeLevels(dice),
    categories: CODES.filter(() => dice.is(0.25)).map((code) => ({
      ...dice.span(dice.day()),
      code,
      isVoided: dice.is(0.2),
    })),
    agreements: dice.is(0.7) ? [dice.span(dice.day())] : [],
    services: days.map((on) => ({ on, type: dice.one(SERVICES), isVoided: dice.is(0.2) })),
    meals: [...new Set(days)].map((on) => ({ on, meal: dice.one(MEALS), count: dice.below(3) })),
  };
}

/** Results of both kinds, often side by side: which of them holds is what goes wrong most easily. */
function makeLevels(dice: Dice): LivedLevel[] {
  const kinds = (['OFFICIAL', 'OFFICIAL', 'INSTITUTION', 'INSTITUTION'] as const).filter(() =>
    dice.is(0.5),
  );
  return kinds.map((kind) => {
    const from = dice.is(0.6) ? addDays(BEGIN, dice.below(60)) : dice.day();
    return { ...dice.span(from), kind, level: dice.below(5) };
  });
}

function makeStays(dice: Dice, bed: number): LivedStay[] {
  const from = dice.day();
  const until = dice.is(0.6) ? addDays(from, dice.below(60)) : null;
  const onEdge = until !== null && dice.is(0.4) ? localDate('2024-02-29') : until;
  const end = onEdge !== null && onEdge < from ? from : onEdge;
  const spellId = newId();
  const base = { id: spellId, spellId, bed, from, until: end };
  if (dice.is(0.1)) {
    return [{ ...base, status: dice.is(0.5) ? 'CANCELLED' : 'RESERVED', endKind: null }];
  }
  if (end === null) {
    return [{ ...base, status: 'ACTIVE', endKind: null }];
  }
  const endKind = dice.is(0.4) ? 'DEATH' : 'DISCHARGE';
  const middle = addDays(from, 1);
  if (middle < end && dice.is(0.4)) {
    return [
      { ...base, until: middle, status: 'ENDED', endKind: 'TRANSFER' },
      { ...base, id: newId(), from: middle, status: 'ENDED', endKind },
    ];
  }
  return [{ ...base, status: 'ENDED', endKind }];
}

export const holds = ({ from, until }: Span, day: LocalDate): boolean =>
  from <= day && (until === null || until > day);

/** A birthday counts from its own day; one of 29 February on the 28th of a common year. */
export const isAged = (bornOn: LocalDate, years: number, day: LocalDate): boolean =>
  addMonths(bornOn, years * 12) <= day;

export const stayOn = (person: Person, day: LocalDate): LivedStay | undefined =>
  person.stays.find(
    (stay) => (stay.status === 'ACTIVE' || stay.status === 'ENDED') && holds(stay, day),
  );

/** An official result before the institution's own, the later before the earlier, the lower of one day. */
export function levelOn(person: Person, day: LocalDate): number | null {
  const held = person.levels.filter((level) => holds(level, day));
  const official = held.filter(({ kind }) => kind === 'OFFICIAL');
  const of = official.length > 0 ? official : held;
  const latest = of.filter(({ from }) => of.every((other) => other.from <= from));
  return latest.length === 0 ? null : Math.min(...latest.map(({ level }) => level));
}
