import type { CheckLimits } from './place.entities.js';

const NAMES = [
  'workMinutesADay',
  'portionsADay',
  'traceDays',
  'traceSharePercent',
  'levelJump',
  'lateDays',
  'latePercent',
  'changePercent',
  'unusedBedsPercent',
] as const satisfies readonly (keyof CheckLimits)[];

/** Every limit, null where the county has not said. */
export const limitsSaid = (said: CheckLimits | undefined): Required<CheckLimits> =>
  Object.fromEntries(NAMES.map((name) => [name, said?.[name] ?? null])) as Required<CheckLimits>;
