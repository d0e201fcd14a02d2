import type { LocalDate } from '@yibu/kernel';

/** 普通床位 and 护理型床位, as civil affairs count them. */
export const BED_KINDS = ['ORDINARY', 'NURSING'] as const;
export type BedKind = (typeof BED_KINDS)[number];

/** Half-open; the open end is the last day there is. */
export interface KindPeriod {
  readonly kind: BedKind;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/**
 * What a bed is once somebody said that from a day on it is of a kind. What was said of later days stands: a late entry
 * fills the time before them. `periods` in the order of their days; so is the result, neighbours of one kind in one.
 */
export function withKind(
  periods: readonly KindPeriod[],
  said: { readonly kind: BedKind; readonly from: LocalDate },
  end: LocalDate,
): KindPeriod[] {
  const { kind, from } = said;
  const next = periods.find((period) => period.from > from);
  const changed = [
    ...periods.flatMap((period) => {
      if (period.from >= from) {
        return period.from === from ? [] : [period];
      }
      return [{ ...period, until: period.until < from ? period.until : from }];
    }),
    { kind, from, until: next?.from ?? end },
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
  return changed.reduce<KindPeriod[]>((merged, period) => {
    const last = merged.at(-1);
    if (last !== undefined && last.kind === period.kind && last.until === period.from) {
      return [...merged.slice(0, -1), { ...last, until: period.until }];
    }
    return [...merged, period];
  }, []);
}
