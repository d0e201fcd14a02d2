import type { TraceStep, Unit } from '../nodes/node.js';
import { NOT_A_CANDIDATE, type Entitlement } from './entitlement.types.js';

/** What one subject is entitled to in one unit, kept. */
export interface Record_ {
  readonly subject: number;
  readonly unit: Unit;
  readonly state: Entitlement['state'];
  readonly stop: Entitlement['stop'];
  readonly quantity: Entitlement['quantity'];
  readonly rateFen: number | null;
  /** Before limits shared with others; the amount after them may be smaller. */
  readonly ownFen: number;
  amountFen: number;
  /** Why the amount is smaller than its own: a stacking rule or a budget. */
  limitedBy: string | null;
  /** Of a limit of the year: how much it is, and what the months before took of it. */
  within?: { readonly limitFen: number; readonly usedFen: number };
}

/** A subject that only the ledger knows in this unit: what it holds is taken back. */
export const notAmongThosePaid = (subject: number, unit: Unit): Record_ => ({
  subject,
  unit,
  state: NOT_A_CANDIDATE,
  stop: 'NOT_LISTED',
  quantity: { n: 0, d: 1 },
  rateFen: null,
  ownFen: 0,
  amountFen: 0,
  limitedBy: null,
});

/** Why the amount is smaller than its own, told. */
export const limitStep = (record: Record_): TraceStep => ({
  step: 'adjust',
  code: record.within === undefined ? 'LIMITED_WITH_OTHERS' : 'LIMITED_IN_YEAR',
  params: {
    rule: record.limitedBy,
    beforeFen: record.ownFen,
    afterFen: record.amountFen,
    ...record.within,
  },
  source: null,
  facts: [],
});
