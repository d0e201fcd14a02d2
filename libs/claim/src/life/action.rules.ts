import type { Permission, Scope } from '@yibu/platform';

import { mayAnswer } from '../claims/claim.reach.js';
import type { ClaimAction } from '../claims/claim.graphql.js';
import { canHappen, isEditable, type ClaimEvent, type ClaimStatus } from './claim.states.js';
import type { PeopleSetting } from './people.setting.js';

interface Standing {
  readonly status: ClaimStatus;
  readonly organizationId: string;
  readonly centerId: string;
  readonly period: string;
  readonly preparedBy: string;
  readonly reviewedBy: string | null;
  readonly decisionSource: string | null;
  readonly decidedFen: number | null;
  readonly paidFen: number;
  /** Released since, or held yet where papers decide, of an operator whose next claim will not come. */
  readonly supplementFen: number;
  /** The newest that was added to the decision from paper; null: nothing was, or the bureau added it here. */
  readonly paperSupplementFen: number | null;
  readonly hasSupplement: boolean;
}

interface Rule {
  readonly action: ClaimAction;
  readonly permission: Permission;
  readonly side: 'OPERATOR' | 'BUREAU';
  readonly event: ClaimEvent | null;
  readonly when?: (claim: Standing, scope: Scope, people: PeopleSetting) => boolean;
}

const owes = (claim: Standing): boolean =>
  claim.decidedFen !== null && claim.paidFen !== claim.decidedFen;

/** The newest entry from paper, while no money rests on it. */
function isAnnullable(claim: Standing): boolean {
  const { decidedFen, paidFen, paperSupplementFen } = claim;
  if (claim.hasSupplement) {
    return (
      paperSupplementFen !== null &&
      canHappen(claim.status, 'annulSupplement') &&
      (paperSupplementFen <= 0 || paidFen <= (decidedFen ?? 0) - paperSupplementFen)
    );
  }
  return claim.decisionSource === 'PAPER' && paidFen === 0 && canHappen(claim.status, 'annul');
}

/** Who may press which button in which state. The services check again; the screens only show this list. */
const RULES: readonly Rule[] = [
  {
    action: 'RECOMPUTE',
    permission: 'claim.prepare',
    side: 'OPERATOR',
    event: null,
    when: ({ status }) => isEditable(status),
  },
  { action: 'DISCARD', permission: 'claim.prepare', side: 'OPERATOR', event: 'discard' },
  {
    action: 'SUBMIT',
    permission: 'claim.submit',
    side: 'OPERATOR',
    event: 'submit',
    when: (claim, scope, people) => claim.preparedBy !== scope.userId || people.submit,
  },
  { action: 'WITHDRAW', permission: 'claim.submit', side: 'OPERATOR', event: 'withdraw' },
  {
    action: 'RECORD_PAPER_DECISION',
    permission: 'claim.submit',
    side: 'OPERATOR',
    event: 'decideOnPaper',
    when: (_claim, _scope, { onPaper }) => onPaper,
  },
  {
    action: 'RECORD_PAPER_PAYMENT',
    permission: 'claim.prepare',
    side: 'OPERATOR',
    event: 'payPart',
    when: (claim) => claim.decisionSource === 'PAPER' && owes(claim),
  },
  {
    action: 'ANNUL_PAPER_DECISION',
    permission: 'claim.submit',
    side: 'OPERATOR',
    event: null,
    when: isAnnullable,
  },
  {
    action: 'DECIDE_SUPPLEMENT',
    permission: 'review.decide',
    side: 'BUREAU',
    event: 'supplement',
    when: (claim) => claim.supplementFen > 0,
  },
  {
    action: 'RECORD_PAPER_SUPPLEMENT',
    permission: 'claim.submit',
    side: 'OPERATOR',
    event: 'supplement',
    when: (claim, _scope, { onPaper }) => onPaper && claim.supplementFen > 0,
  },
  { action: 'OPEN_REVIEW', permission: 'review.write', side: 'BUREAU', event: 'open' },
  { action: 'GIVE_VERDICT', permission: 'review.write', side: 'BUREAU', event: 'decide' },
  { action: 'RETURN_CLAIM', permission: 'review.write', side: 'BUREAU', event: 'return' },
  {
    action: 'DECIDE',
    permission: 'review.decide',
    side: 'BUREAU',
    event: 'decide',
    when: (claim, scope, people) => claim.reviewedBy !== scope.userId || people.decide,
  },
  { action: 'START_NOTICE', permission: 'review.decide', side: 'BUREAU', event: 'notice' },
  {
    action: 'RECORD_PAYMENT',
    permission: 'payment.write',
    side: 'BUREAU',
    event: 'payPart',
    when: (claim, _scope, { throughFinance }) =>
      owes(claim) && !(throughFinance && (claim.decidedFen ?? 0) > 0),
  },
  {
    action: 'CLOSE',
    permission: 'payment.write',
    side: 'BUREAU',
    event: null,
    when: (claim) =>
      claim.status === 'PAID' || (claim.decidedFen === 0 && canHappen(claim.status, 'payFull')),
  },
];

export function actionsFor(claim: Standing, scope: Scope, people: PeopleSetting): ClaimAction[] {
  const isOwn =
    scope.organizationKind === 'OPERATOR'
      ? claim.organizationId === scope.organizationId && mayAnswer(scope, claim)
      : scope.centerIds.includes(claim.centerId);
  return RULES.filter(
    (rule) =>
      isOwn &&
      rule.side === scope.organizationKind &&
      scope.permissions.has(rule.permission) &&
      (rule.event === null || canHappen(claim.status, rule.event)) &&
      (rule.when === undefined || rule.when(claim, scope, people)),
  ).map(({ action }) => action);
}
