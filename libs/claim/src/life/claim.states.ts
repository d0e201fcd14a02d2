import { AppError } from '@yibu/kernel';

export const CLAIM_STATUSES = [
  'DRAFT',
  'CHECKED',
  'SUBMITTED',
  'IN_REVIEW',
  'DECIDED',
  'NOTICED',
  'PAID',
  'CLOSED',
  'RETURNED',
  'WITHDRAWN',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const CLAIM_EVENTS = [
  'pass',
  'fail',
  'discard',
  'submit',
  'withdraw',
  'open',
  'return',
  'decide',
  'decideOnPaper',
  'notice',
  'payPart',
  'payFull',
  'close',
  'supplement',
  'annul',
  'annulAnswered',
  'annulSupplement',
] as const;
export type ClaimEvent = (typeof CLAIM_EVENTS)[number];

/** The whole life of a claim. What is not written here cannot happen. */
export const TRANSITIONS: Readonly<
  Record<ClaimStatus, Readonly<Partial<Record<ClaimEvent, ClaimStatus>>>>
> = {
  DRAFT: { pass: 'CHECKED', fail: 'DRAFT', discard: 'WITHDRAWN' },
  CHECKED: { pass: 'CHECKED', fail: 'DRAFT', submit: 'SUBMITTED', discard: 'WITHDRAWN' },
  SUBMITTED: { withdraw: 'WITHDRAWN', open: 'IN_REVIEW', decideOnPaper: 'DECIDED' },
  IN_REVIEW: { return: 'RETURNED', decide: 'DECIDED' },
  DECIDED: {
    notice: 'NOTICED',
    payPart: 'DECIDED',
    payFull: 'PAID',
    supplement: 'DECIDED',
    annul: 'SUBMITTED',
    annulAnswered: 'WITHDRAWN',
    annulSupplement: 'DECIDED',
  },
  NOTICED: { payPart: 'NOTICED', payFull: 'PAID', supplement: 'NOTICED' },
  PAID: { close: 'CLOSED', supplement: 'DECIDED', annulSupplement: 'DECIDED' },
  CLOSED: { supplement: 'DECIDED', annulSupplement: 'DECIDED' },
  RETURNED: {},
  WITHDRAWN: {},
};

export function nextStatus(status: ClaimStatus, event: ClaimEvent): ClaimStatus {
  const next = TRANSITIONS[status][event];
  if (next === undefined) {
    throw new AppError('CLAIM_STATE', `A claim that is ${status} takes no “${event}”`, {
      status,
      event,
    });
  }
  return next;
}

export const canHappen = (status: ClaimStatus, event: ClaimEvent): boolean =>
  TRANSITIONS[status][event] !== undefined;

/** Still the operator's own paper: lines may change and the bureau does not see it. */
export const isEditable = (status: ClaimStatus): boolean =>
  status === 'DRAFT' || status === 'CHECKED';

/** After these a further revision of the same period may begin (returned whole, withdrawn, or a supplement). */
export const allowsNextRevision = (status: ClaimStatus): boolean =>
  status === 'RETURNED' || status === 'WITHDRAWN' || status === 'PAID' || status === 'CLOSED';

/** What a bureau gets to see. */
export const BUREAU_STATUSES: readonly ClaimStatus[] = [
  'SUBMITTED',
  'IN_REVIEW',
  'DECIDED',
  'NOTICED',
  'PAID',
  'CLOSED',
  'RETURNED',
];
