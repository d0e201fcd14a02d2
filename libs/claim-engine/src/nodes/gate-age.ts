import { dateName, monthStart, NEVER, wholeMonths, type Day } from '../base/days.js';
import { integer, oneOf, optional } from '../base/shape.js';
import { birthdayAt, type World } from '../facts/world.js';
import type { Source } from '../pack/pack.types.js';
import { claimYearOf } from './claim-year.js';
import {
  FAIL,
  GateNode,
  PASS,
  defineGate,
  type Cell,
  type CompileContext,
  type Trace,
  type Verdict,
} from './node.js';

type Moment = 'FIRST_DAY' | 'LAST_DAY' | 'YEAR_START' | 'YEAR_END';
const MOMENTS: readonly Moment[] = ['FIRST_DAY', 'LAST_DAY', 'YEAR_START', 'YEAR_END'];

function momentOf(moment: Moment, cell: Cell, yearStart: number): Day {
  switch (moment) {
    case 'FIRST_DAY':
      return cell.unit.from;
    case 'LAST_DAY':
      return cell.unit.until - 1;
    case 'YEAR_START':
      return monthStart(claimYearOf(cell.unit.firstMonth, yearStart));
    case 'YEAR_END':
      return monthStart(claimYearOf(cell.unit.firstMonth, yearStart) + 12) - 1;
  }
}

interface AgeSpec {
  readonly atLeast?: number;
  readonly below?: number;
  readonly on?: Moment;
}

/** Birthdays of one age, worked out once a person: a year asks for them in every month. */
class Birthdays {
  readonly #days: Int32Array;

  constructor(
    readonly world: World,
    readonly years: number,
  ) {
    this.#days = new Int32Array(world.born.length).fill(NEVER);
  }

  of(person: number): Day {
    const known = this.#days[person] as number;
    if (known !== NEVER) {
      return known;
    }
    const day = birthdayAt(this.world.born[person] as number, this.years);
    this.#days[person] = day;
    return day;
  }
}

class AgeGate extends GateNode {
  readonly #world: World;
  readonly #oldFrom: Birthdays | null;
  readonly #youngUntil: Birthdays | null;

  constructor(
    readonly spec: AgeSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
    const { world } = context;
    this.#world = world;
    this.#oldFrom = spec.atLeast === undefined ? null : new Birthdays(world, spec.atLeast);
    this.#youngUntil = spec.below === undefined ? null : new Birthdays(world, spec.below);
  }

  /** Nobody grows older than the day of death. */
  #day(cell: Cell): Day {
    const day = momentOf(this.spec.on ?? 'LAST_DAY', cell, this.context.yearStart);
    return Math.min(day, this.#world.died[cell.subject] as number);
  }

  protected decide(cell: Cell): Verdict {
    const day = this.#day(cell);
    const isOld = this.#oldFrom === null || this.#oldFrom.of(cell.subject) <= day;
    const isYoung = this.#youngUntil === null || this.#youngUntil.of(cell.subject) > day;
    return isOld && isYoung ? PASS : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    const born = this.#world.born[cell.subject] as number;
    const day = this.#day(cell);
    const age = Math.max(0, Math.floor(wholeMonths(born, day) / 12));
    out.push({
      step: 'gate',
      code: this.test(cell) === PASS ? 'AGE_PASSED' : 'AGE_FAILED',
      params: {
        age,
        on: dateName(day),
        bornOn: dateName(born),
        atLeast: this.spec.atLeast ?? null,
        below: this.spec.below ?? null,
      },
      source: this.spec.source ?? this.context.source,
      facts: [this.#world.facts.people[cell.subject]?.id ?? ''],
    });
  }
}

export const ageGate = defineGate<AgeSpec>({
  name: 'age',
  fields: {
    atLeast: optional(integer({ min: 0, max: 150 })),
    below: optional(integer({ min: 0, max: 150 })),
    on: optional(oneOf(MOMENTS)),
  },
  compile: (spec, context) => new AgeGate(spec, context),
  describe: ({ atLeast, below }, { locale }) => {
    const low =
      atLeast === undefined ? '' : locale === 'zh' ? `满${atLeast}周岁` : `aged ${atLeast} or over`;
    const high = below === undefined ? '' : locale === 'zh' ? `不满${below}周岁` : `under ${below}`;
    return [low, high].filter((part) => part !== '').join(locale === 'zh' ? '、' : ' and ');
  },
});
