import {
  allowsNextRevision,
  CLAIM_EVENTS,
  CLAIM_STATUSES,
  isEditable,
  nextStatus,
  type ClaimEvent,
  type ClaimStatus,
} from './claim.states.js';

/** Written out once more by hand: what a claim may do. Everything else must be refused. */
const ALLOWED: readonly (readonly [ClaimStatus, ClaimEvent, ClaimStatus])[] = [
  ['DRAFT', 'pass', 'CHECKED'],
  ['DRAFT', 'fail', 'DRAFT'],
  ['DRAFT', 'discard', 'WITHDRAWN'],
  ['CHECKED', 'pass', 'CHECKED'],
  ['CHECKED', 'fail', 'DRAFT'],
  ['CHECKED', 'submit', 'SUBMITTED'],
  ['CHECKED', 'discard', 'WITHDRAWN'],
  ['SUBMITTED', 'withdraw', 'WITHDRAWN'],
  ['SUBMITTED', 'open', 'IN_REVIEW'],
  ['SUBMITTED', 'decideOnPaper', 'DECIDED'],
  ['IN_REVIEW', 'return', 'RETURNED'],
  ['IN_REVIEW', 'decide', 'DECIDED'],
  ['DECIDED', 'notice', 'NOTICED'],
  ['DECIDED', 'payPart', 'DECIDED'],
  ['DECIDED', 'payFull', 'PAID'],
  ['NOTICED', 'payPart', 'NOTICED'],
  ['NOTICED', 'payFull', 'PAID'],
  ['PAID', 'close', 'CLOSED'],
  ['DECIDED', 'supplement', 'DECIDED'],
  ['NOTICED', 'supplement', 'NOTICED'],
  ['PAID', 'supplement', 'DECIDED'],
  ['CLOSED', 'supplement', 'DECIDED'],
  ['DECIDED', 'annul', 'SUBMITTED'],
  ['DECIDED', 'annulAnswered', 'WITHDRAWN'],
  ['DECIDED', 'annulSupplement', 'DECIDED'],
  ['PAID', 'annulSupplement', 'DECIDED'],
  ['CLOSED', 'annulSupplement', 'DECIDED'],
];

const PAIRS = CLAIM_STATUSES.flatMap((status) =>
  CLAIM_EVENTS.map((event) => ({
    status,
    event,
    to: ALLOWED.find(([from, by]) => from === status && by === event)?.[2] ?? 'refused',
  })),
);

/** The state after the event, or the refusal with what it says about itself. */
function resultOf(status: ClaimStatus, event: ClaimEvent): string {
  try {
    return nextStatus(status, event);
  } catch (error) {
    const { code, params } = error as { code: string; params: { status: string; event: string } };
    const isAboutThis = params.status === status && params.event === event;
    return code === 'CLAIM_STATE' && isAboutThis ? 'refused' : String(error);
  }
}

describe('the life of a claim', () => {
  it.each(PAIRS)('$status, $event: $to', ({ status, event, to }) => {
    expect(resultOf(status, event)).toBe(to);
  });

  it('lets a next revision begin only after an end', () => {
    expect(CLAIM_STATUSES.filter(allowsNextRevision)).toEqual([
      'PAID',
      'CLOSED',
      'RETURNED',
      'WITHDRAWN',
    ]);
    expect(CLAIM_STATUSES.filter(isEditable)).toEqual(['DRAFT', 'CHECKED']);
  });
});
