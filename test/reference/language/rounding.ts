export type Rounding = 'half-up' | 'floor' | 'ceil';

/** n/d of something, to a whole number; the numbers stay far below what a double counts exactly. */
export function rounded(n: number, d: number, how: Rounding): number {
  const down = Math.floor(n / d);
  const rest = n - down * d;
  if (rest === 0 || how === 'floor') {
    return down;
  }
  return how === 'ceil' || rest * 2 >= d ? down + 1 : down;
}
