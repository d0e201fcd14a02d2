import type { CheckLimits } from '@yibu/center';

/** From where on a figure is asked about. A county may say otherwise for each; none of them stops a claim. */
export const DEFAULT_LIMITS = {
  workMinutesADay: 720,
  portionsADay: 3,
  traceDays: 15,
  traceSharePercent: 50,
  levelJump: 2,
  lateDays: 7,
  latePercent: 20,
  changePercent: 30,
  unusedBedsPercent: 10,
} as const satisfies Record<keyof CheckLimits, number>;

export type Limits = Readonly<Record<keyof CheckLimits, number>>;

/** What the county said; where it said nothing, what stands above. */
export function limitsOf(said: CheckLimits | undefined): Limits {
  const given = Object.entries(said ?? {}).filter(([, value]) => typeof value === 'number');
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(given) };
}
