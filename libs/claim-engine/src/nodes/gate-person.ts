import type { Day } from '../base/days.js';
import { array, either, oneOf, optional, text } from '../base/shape.js';
import type { CareClassesSpec, Source } from '../pack/pack.types.js';
import { assert } from '@yibu/kernel';
import { word, wordsOf } from '../explain/vocabulary.js';
import { classReader, NO_CLASS, UNMAPPED, type ClassReader } from './class-reader.js';
import {
  FAIL,
  GateNode,
  PASS,
  UNDECIDED,
  defineGate,
  type Cell,
  type CompileContext,
  type Trace,
  type Verdict,
} from './node.js';

type Held = 'ANY_DAY' | 'FIRST_DAY' | 'LAST_DAY' | 'EVERY_DAY';

const HELD_ON: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  FIRST_DAY: ['（以首日为准）', ' on the first day'],
  LAST_DAY: ['（以末日为准）', ' on the last day'],
  EVERY_DAY: ['（须每日符合）', ' on every day'],
};
const heldOn = (held: string | undefined, isZh: boolean): string =>
  HELD_ON[held ?? '']?.[isZh ? 0 : 1] ?? '';

interface CategorySpec {
  readonly anyOf: readonly string[];
  readonly held?: Held;
}

class CategoryGate extends GateNode {
  constructor(
    readonly spec: CategorySpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
  }

  protected decide(cell: Cell): Verdict {
    return this.#heldIn(cell).length > 0 ? PASS : FAIL;
  }

  /** The categories by which the gate passes; on every day one may follow the other. */
  #heldIn(cell: Cell): readonly string[] {
    const { from, until } = cell.unit;
    const last = until - 1;
    switch (this.spec.held ?? 'ANY_DAY') {
      case 'ANY_DAY':
        return this.#touching(cell.subject, from, until);
      case 'FIRST_DAY':
        return this.#touching(cell.subject, from, from + 1);
      case 'LAST_DAY':
        return this.#touching(cell.subject, last, until);
      case 'EVERY_DAY':
        return this.#reach(cell.subject, from, until) >= until
          ? this.#touching(cell.subject, from, until)
          : [];
    }
  }

  #touching(person: number, from: Day, until: Day): string[] {
    const { world } = this.context;
    return this.spec.anyOf.filter((code) => world.category(code)?.touches(person, from, until));
  }

  /** The first day from `from` on that none of the categories covers; `until` or later when there is none. */
  #reach(person: number, from: Day, until: Day): Day {
    for (let day = from; ;) {
      const ends = this.spec.anyOf.map(
        (code) => this.context.world.category(code)?.endOf(person, day) ?? day,
      );
      const next = Math.max(...ends);
      if (next === day || next >= until) {
        return next;
      }
      day = next;
    }
  }

  trace(cell: Cell, out: Trace): void {
    const held = this.#heldIn(cell);
    out.push({
      step: 'gate',
      code: held.length > 0 ? 'CATEGORY_PASSED' : 'CATEGORY_FAILED',
      params: { held, wanted: this.spec.anyOf },
      source: this.spec.source ?? this.context.source,
      facts: [this.context.world.facts.people[cell.subject]?.id ?? ''],
    });
  }
}

export const categoryGate = defineGate<CategorySpec>({
  name: 'category',
  fields: {
    anyOf: array(text, 1),
    held: optional(oneOf(['ANY_DAY', 'FIRST_DAY', 'LAST_DAY', 'EVERY_DAY'])),
  },
  compile: (spec, context) => new CategoryGate(spec, context),
  describe: ({ anyOf, held }, { locale }) =>
    locale === 'zh'
      ? `属于${wordsOf(anyOf, locale)}${anyOf.length > 1 ? '之一' : ''}${heldOn(held, true)}`
      : `category ${anyOf.map((code) => word(code, locale)).join(' or ')}${heldOn(held, false)}`,
});

interface ClassSpec {
  readonly in: readonly string[];
  readonly held?: 'MONTH' | 'ANY_DAY' | 'FIRST_DAY' | 'LAST_DAY';
}

class ClassGate extends GateNode {
  readonly #reader: ClassReader;
  readonly #accepted: ReadonlySet<number>;

  constructor(
    readonly spec: ClassSpec & { source?: Source },
    readonly context: CompileContext,
    classes: CareClassesSpec,
  ) {
    super();
    this.#reader = classReader(context.world, classes, context.yearStart);
    this.#accepted = new Set(spec.in.map((id) => classes.order.indexOf(id)));
  }

  #class(cell: Cell): number {
    const { from, until } = cell.unit;
    const { held } = this.spec;
    return held === 'FIRST_DAY' || held === 'LAST_DAY'
      ? this.#reader.on(cell.subject, held === 'FIRST_DAY' ? from : until - 1)
      : this.#reader.inSpan(cell.subject, from, until);
  }

  protected decide(cell: Cell): Verdict {
    if (this.spec.held === 'ANY_DAY') {
      const { from, until } = cell.unit;
      const accepts = (cls: number): boolean => this.#accepted.has(cls);
      return this.#reader.holdsOnAnyDay(cell.subject, from, until, accepts) ? PASS : FAIL;
    }
    const cls = this.#class(cell);
    if (cls === UNMAPPED) {
      return UNDECIDED;
    }
    return this.#accepted.has(cls) ? PASS : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    const cls = this.spec.held === 'ANY_DAY' ? NO_CLASS : this.#class(cell);
    const verdict = this.test(cell);
    const { from, until } = cell.unit;
    out.push({
      step: 'gate',
      code: this.#code(verdict, cls),
      params: {
        class:
          this.spec.held === 'ANY_DAY' && verdict === PASS
            ? this.spec.in.join('/')
            : this.#reader.name(cls),
        wanted: this.spec.in,
        rule: this.spec.held ?? this.#reader.spec.month,
      },
      source: this.spec.source ?? this.#reader.spec.source ?? this.context.source,
      facts: this.#reader.evidence(cell.subject, from, until),
    });
  }

  #code(verdict: Verdict, cls: number): string {
    if (verdict === UNDECIDED) {
      return 'LEVEL_UNMAPPED';
    }
    if (verdict === PASS) {
      return 'CLASS_PASSED';
    }
    if (this.spec.held === 'ANY_DAY') {
      return 'CLASS_NOT_HELD';
    }
    return cls === NO_CLASS ? 'NO_VALID_ASSESSMENT' : 'CLASS_FAILED';
  }
}

export const classGate = defineGate<ClassSpec>({
  name: 'careClass',
  fields: {
    in: array(text, 1),
    held: optional(oneOf(['MONTH', 'ANY_DAY', 'FIRST_DAY', 'LAST_DAY'])),
  },
  compile(spec, context) {
    assert(
      context.careClasses !== null,
      'a pack that asks for a care class maps levels to classes',
    );
    return new ClassGate(spec, context, context.careClasses);
  },
  describe: (spec, words) =>
    words.locale === 'zh'
      ? `类别为${spec.in.map((id) => words.careClass(id)).join('或')}${heldOn(spec.held, true)}`
      : `class ${spec.in.map((id) => words.careClass(id)).join(' or ')}${heldOn(spec.held, false)}`,
});

interface HouseholdSpec {
  readonly in: readonly string[] | 'COUNTY';
}

class HouseholdGate extends GateNode {
  readonly #prefixes: readonly string[];

  constructor(
    readonly spec: HouseholdSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
    this.#prefixes = spec.in === 'COUNTY' ? [context.county] : spec.in;
  }

  protected decide(cell: Cell): Verdict {
    const home = this.context.world.facts.people[cell.subject]?.householdCounty;
    return typeof home === 'string' && this.#prefixes.some((prefix) => home.startsWith(prefix))
      ? PASS
      : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    const person = this.context.world.facts.people[cell.subject];
    out.push({
      step: 'gate',
      code: this.test(cell) === PASS ? 'HOUSEHOLD_PASSED' : 'HOUSEHOLD_FAILED',
      params: { household: person?.householdCounty ?? null, wanted: this.#prefixes },
      source: this.spec.source ?? this.context.source,
      facts: [person?.id ?? ''],
    });
  }
}

export const householdGate = defineGate<HouseholdSpec>({
  name: 'household',
  fields: { in: either(array(text, 1), oneOf(['COUNTY'])) },
  compile: (spec, context) => new HouseholdGate(spec, context),
  describe: ({ in: places }, { locale }) => {
    const where =
      places === 'COUNTY' ? (locale === 'zh' ? '本县' : 'this county') : places.join('/');
    return locale === 'zh' ? `户籍在${where}` : `registered household in ${where}`;
  },
});
