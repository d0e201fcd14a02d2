import type { AssessmentJson } from './assessment.types.js';
import type { Line } from './line.js';

type Parts = Omit<AssessmentJson, 'schema' | 'lines' | 'totalFen'> & {
  readonly lines: readonly Line[];
};

/** `assessment/1`: what may be claimed for the period, and why. Lines explain themselves when read. */
export class Assessment {
  readonly schema = 'assessment/1';
  readonly pack: Parts['pack'];
  readonly county: string;
  readonly center: string;
  readonly period: string;
  readonly decisions: Parts['decisions'];
  readonly lines: readonly Line[];
  readonly refusals: Parts['refusals'];
  readonly notes: Parts['notes'];
  readonly totals: Parts['totals'];

  constructor(parts: Parts) {
    this.pack = parts.pack;
    this.county = parts.county;
    this.center = parts.center;
    this.period = parts.period;
    this.decisions = parts.decisions;
    this.lines = parts.lines;
    this.refusals = parts.refusals;
    this.notes = parts.notes;
    this.totals = parts.totals;
  }

  get totalFen(): number {
    return this.totals.reduce((sum, total) => sum + total.payableFen + total.reversalFen, 0);
  }

  toJSON(): AssessmentJson {
    return { ...this.toJSONWithoutLines(), lines: this.lines.map((line) => line.toJSON()) };
  }

  /** For a writer that prints the lines one by one: `lines` holds a mark in their place. */
  toJSONWithoutLines(): Omit<AssessmentJson, 'lines'> & { readonly lines: '@lines' } {
    const { schema, pack, county, center, period, decisions, refusals, notes, totals, totalFen } =
      this;
    return {
      schema,
      pack,
      county,
      center,
      period,
      decisions,
      lines: '@lines',
      refusals,
      notes,
      totals,
      totalFen,
    };
  }
}
