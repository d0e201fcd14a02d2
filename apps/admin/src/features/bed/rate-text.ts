const PERCENT = 100;

export const rateText = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part / whole) * PERCENT).toFixed(1)}%`;
