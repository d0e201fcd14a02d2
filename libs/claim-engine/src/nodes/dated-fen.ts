import { dayOf, dayOrNever, type Day } from '../base/days.js';
import type { DatedAmount, RateSpec, Source } from '../pack/pack.types.js';
import type { CompileContext } from './node.js';

/** A figure with the days on which it holds. */
export interface DatedFen {
  readonly from: Day;
  readonly until: Day;
  readonly fen: number;
  readonly source: Source | null;
  readonly isNotice: boolean;
}

const ALWAYS = -10_000_000;

interface Amounts {
  readonly id?: string;
  readonly fen?: number | null;
  readonly dated?: readonly DatedAmount[];
}

export function datedFen(amounts: Amounts, label: string, context: CompileContext): DatedFen[] {
  const written =
    amounts.dated ?? (amounts.fen === undefined ? [] : [{ fen: amounts.fen } as DatedAmount]);
  return written.flatMap((amount) => {
    if (amount.fen === null || amount.fen === undefined) {
      context.missing(`rate ${label}`, amount.source ?? context.source);
      return [];
    }
    return [
      {
        from: amount.from == null ? ALWAYS : dayOf(amount.from),
        until: dayOrNever(amount.until),
        fen: amount.fen,
        source: amount.source ?? null,
        isNotice: false,
      },
    ];
  });
}

/** A notice moves only a figure that the pack calls a floor. */
export function noticesFor(
  id: string | undefined,
  rate: RateSpec,
  context: CompileContext,
): DatedFen[] {
  return context.notices
    .filter((notice) => rate.notice !== undefined && notice.rate === id)
    .map((notice) => ({
      from: dayOf(notice.from),
      until: dayOrNever(notice.until),
      fen: notice.fen,
      source: notice.source,
      isNotice: true,
    }));
}

/** Of the figures in force on the day, the one that began last. */
export function latest(amounts: readonly DatedFen[], day: Day, isNotice: boolean): DatedFen | null {
  let best: DatedFen | null = null;
  for (const amount of amounts) {
    const isIn = amount.isNotice === isNotice && amount.from <= day && day < amount.until;
    if (isIn && (best === null || amount.from > best.from)) {
      best = amount;
    }
  }
  return best;
}
