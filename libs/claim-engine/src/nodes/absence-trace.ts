import { dateName, type Day } from '../base/days.js';
import type { AbsenceStretch } from '../facts/absence-days.js';
import type { AbsenceRule } from '../facts/absence-rule.js';
import type { Source } from '../pack/pack.types.js';
import type { Cell, CompileContext, Trace } from './node.js';

export interface AbsencesAsked {
  readonly context: CompileContext;
  readonly yearStart: number;
  readonly source: Source;
  /** The days that were looked at. */
  span(cell: Cell): { readonly from: Day; readonly until: Day };
}

/** The days of the unit, by the claim year of the program. */
export const absencesIn = (
  context: CompileContext,
  span: AbsencesAsked['span'] = ({ unit }) => unit,
): AbsencesAsked => ({ context, yearStart: context.yearStart, source: context.source, span });

const codeOf = ({ counts, reason }: AbsenceStretch): string => {
  if (!counts) {
    return 'ABSENCE_TAKEN_OFF';
  }
  return reason === 'COUNTED' ? 'ABSENCE_COUNTED' : 'ABSENCE_COUNTED_BED_HELD';
};

function clipped(stretches: readonly AbsenceStretch[], from: Day, until: Day): AbsenceStretch[] {
  return stretches.flatMap((one) => {
    const part = { ...one, from: Math.max(one.from, from), until: Math.min(one.until, until) };
    return part.from < part.until ? [part] : [];
  });
}

const sumOf = (stretches: readonly AbsenceStretch[]): number =>
  stretches.reduce((days, { from, until }) => days + until - from, 0);

/** Which days in hospital or on leave counted, which did not, and why; of a whole center only how many. */
export function tellAbsences(
  rule: AbsenceRule | null | undefined,
  asked: AbsencesAsked,
  cell: Cell,
  out: Trace,
): void {
  if (rule == null || typeof rule === 'string') {
    return;
  }
  const { context, source } = asked;
  const days = context.world.absenceDays(rule, asked.yearStart);
  const { from, until } = asked.span(cell);
  if (cell.kind === 'person' || cell.kind === 'bed') {
    const { world } = context;
    const bed = cell.kind === 'bed' ? world.subjects('bed')[cell.subject] : null;
    const own =
      bed === null
        ? days.of(cell.subject)
        : days.all.filter(({ stay }) => world.facts.stays[stay]?.bed === bed);
    for (const one of clipped(own, from, until)) {
      out.push({
        step: 'quantity',
        code: codeOf(one),
        params: {
          kinds: one.kinds,
          from: dateName(one.from),
          last: dateName(one.until - 1),
          days: one.until - one.from,
          reason: one.reason,
          limit: one.limit,
          limited: one.limited,
        },
        source,
        facts: one.ids,
      });
    }
    return;
  }
  const all = clipped(days.all, from, until);
  const counted = sumOf(all.filter(({ counts }) => counts));
  if (all.length > 0) {
    const params = { days: sumOf(all), counted, off: sumOf(all) - counted };
    out.push({ step: 'quantity', code: 'ABSENCES_TOGETHER', params, source, facts: [] });
  }
}
