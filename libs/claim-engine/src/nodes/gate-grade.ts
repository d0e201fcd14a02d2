import { dateName, dayOf, dayOrNever, type Day } from '../base/days.js';
import { array, optional, text } from '../base/shape.js';
import type { Source } from '../pack/pack.types.js';
import {
  FAIL,
  GateNode,
  PASS,
  ProgramRefusal,
  defineGate,
  type Cell,
  type CompileContext,
  type Trace,
  type Verdict,
} from './node.js';

interface GradeSpec {
  readonly scheme: string;
  readonly in: readonly string[];
  /** Grades the pack knows; another one refuses the program. */
  readonly known?: readonly string[];
}

/** The evaluated grade over the whole unit: none, unknown or changing grades refuse, they never pay a guess. */
class GradeGate extends GateNode {
  constructor(
    readonly spec: GradeSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
  }

  #grade(cell: Cell): string {
    const { world } = this.context;
    const until = Math.min(cell.unit.until, world.horizon);
    const held = new Set(
      (world.facts.center.grades ?? [])
        .filter((grade) => {
          const [from, end] = [dayOf(grade.from), dayOrNever(grade.until)];
          return (
            grade.scheme === this.spec.scheme && from < until && end > cell.unit.from && from < end
          );
        })
        .map((grade) => grade.grade),
    );
    const params = {
      scheme: this.spec.scheme,
      from: dateName(cell.unit.from),
      until: dateName(until),
    };
    const unmapped = [...held].filter((grade) => this.spec.known?.includes(grade) === false).sort();
    if (unmapped.length > 0) {
      throw new ProgramRefusal('GRADE_UNMAPPED', {
        ...params,
        grade: unmapped.join('/'),
        known: this.spec.known ?? [],
      });
    }
    if (held.size > 1) {
      throw new ProgramRefusal('GRADE_CHANGED', { ...params, grades: [...held].sort() });
    }
    if (held.size === 0) {
      throw new ProgramRefusal('GRADE_MISSING', params);
    }
    return [...held][0] as string;
  }

  protected decide(cell: Cell): Verdict {
    return this.spec.in.includes(this.#grade(cell)) ? PASS : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    out.push({
      step: 'gate',
      code: this.test(cell) === PASS ? 'GRADE_PASSED' : 'GRADE_FAILED',
      params: { scheme: this.spec.scheme, grade: this.#grade(cell), wanted: this.spec.in },
      source: this.spec.source ?? this.context.source,
      facts: [],
    });
  }
}

export const gradeGate = defineGate<GradeSpec>({
  name: 'grade',
  fields: { scheme: text, in: array(text, 1), known: optional(array(text, 1)) },
  compile: (spec, context) => new GradeGate(spec, context),
  describe: (spec, { locale }) =>
    locale === 'zh'
      ? `${spec.scheme}评级为${spec.in.join('/')}`
      : `grade ${spec.in.join('/')} of ${spec.scheme}`,
});

interface GradePartSpec {
  readonly scheme: string;
}

/** For a warning: the grade does not cover the whole unit. */
class GradePartGate extends GateNode {
  constructor(
    readonly spec: GradePartSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
  }

  #from(cell: Cell): Day {
    const opened = this.context.world.facts.center.openedOn;
    return Math.max(cell.unit.from, typeof opened === 'string' ? dayOf(opened) : cell.unit.from);
  }

  protected decide(cell: Cell): Verdict {
    const until = Math.min(cell.unit.until, this.context.world.horizon);
    const from = this.#from(cell);
    const isCovered = (this.context.world.facts.center.grades ?? []).some(
      (grade) =>
        grade.scheme === this.spec.scheme &&
        dayOf(grade.from) <= from &&
        dayOrNever(grade.until) >= until,
    );
    return isCovered ? FAIL : PASS;
  }

  trace(cell: Cell, out: Trace): void {
    out.push({
      step: 'note',
      code: 'GRADE_PART_OF_UNIT',
      params: {
        scheme: this.spec.scheme,
        from: dateName(this.#from(cell)),
        until: dateName(cell.unit.until),
      },
      source: this.spec.source ?? this.context.source,
      facts: [],
    });
  }
}

export const gradePartGate = defineGate<GradePartSpec>({
  name: 'gradeCoversPart',
  fields: { scheme: text },
  compile: (spec, context) => new GradePartGate(spec, context),
  describe: (spec, { locale }) =>
    locale === 'zh'
      ? `${spec.scheme}评级未覆盖全期`
      : `the grade of ${spec.scheme} covers only part`,
});
