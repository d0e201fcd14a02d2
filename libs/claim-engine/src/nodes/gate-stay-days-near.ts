import { integer } from '../base/shape.js';
import type { Source } from '../pack/pack.types.js';
import { absenceNote } from './absence-words.js';
import { StayInYearGate, type StayInYearSpec } from './gate-stay-in-year.js';
import { stayInYearFields } from './stay-in-year.shape.js';
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

interface NearSpec extends StayInYearSpec {
  readonly low: number;
  readonly high: number;
}

/** For the warning: the days of the year lie so near the threshold that a person should look. */
class NearGate extends GateNode {
  readonly #stay: StayInYearGate;

  constructor(
    readonly spec: NearSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
    this.#stay = new StayInYearGate(spec, context);
  }

  protected decide(cell: Cell): Verdict {
    const days = this.#stay.daysInWindow(cell);
    return days >= this.spec.low && days <= this.spec.high ? PASS : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    out.push({
      step: 'note',
      code: 'STAY_DAYS_NEAR_LIMIT',
      params: { days: this.#stay.daysInWindow(cell), low: this.spec.low, high: this.spec.high },
      source: this.spec.source ?? this.context.source,
      facts: [],
    });
  }
}

export const stayDaysNearGate = defineGate<NearSpec>({
  name: 'stayDaysBetween',
  fields: { ...stayInYearFields, low: integer({ min: 0 }), high: integer({ min: 0 }) },
  compile: (spec, context) => new NearGate(spec, context),
  describe({ low, high, absences }, { locale }) {
    const note = absenceNote(absences, 'NOT_COUNT', locale);
    return locale === 'zh'
      ? `年度住养天数${note}在${low}至${high}天之间`
      : `between ${low} and ${high} days in the year${note}`;
  },
});
