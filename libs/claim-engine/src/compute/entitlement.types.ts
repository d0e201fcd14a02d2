import type { Ratio } from '../nodes/node.js';
import type { RateReading } from '../nodes/rates.js';

export const NOT_A_CANDIDATE = 0;
export const EARNS = 1;
export const EARNS_NOTHING = 2;
export const OPEN_QUESTION = 3;
export type EntitlementState =
  | typeof NOT_A_CANDIDATE
  | typeof EARNS
  | typeof EARNS_NOTHING
  | typeof OPEN_QUESTION;

export type EntitlementStop =
  | 'NOT_LISTED'
  | 'OUT_OF_FORCE'
  | 'NOT_COMPLETED'
  | 'GATE'
  | 'QUANTITY'
  | 'RATE'
  | 'AMOUNT';

/** What one subject is entitled to in one unit. One object is reused in the loop. */
export interface Entitlement {
  state: EntitlementState;
  amountFen: number;
  rateFen: number | null;
  quantity: Ratio;
  reading: RateReading | null;
  /** Where it ended: for the explanation of an entitlement of nothing. */
  stop: EntitlementStop | null;
}

export const ZERO: Ratio = { n: 0, d: 1 };

export const emptyEntitlement = (): Entitlement => ({
  state: NOT_A_CANDIDATE,
  amountFen: 0,
  rateFen: null,
  quantity: ZERO,
  reading: null,
  stop: null,
});
