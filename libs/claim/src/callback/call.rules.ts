import { InputError, type FieldProblem, type LocalDate } from '@yibu/kernel';

import type { CallStatus, MoneyAnswer, RenderedAnswer, TryOutcome } from './call.entities.js';

export interface CallAnswer {
  readonly outcome: TryOutcome;
  readonly rendered?: RenderedAnswer | null | undefined;
  readonly askedMoney?: MoneyAnswer | null | undefined;
  readonly moneyFen?: number | null | undefined;
  readonly nextOn?: LocalDate | null | undefined;
  readonly note?: string | null | undefined;
}

/** A try that reached nobody says when to try again, or that nobody will, and why. */
const TRIES_AGAIN: ReadonlySet<TryOutcome> = new Set(['NO_ANSWER', 'WRONG_NUMBER', 'LATER']);

const absent = (path: string): FieldProblem => ({ path, rule: 'isNotEmpty' });

export function assertAnswer(answer: CallAnswer, today: LocalDate): void {
  const problems = [
    ...(answer.outcome === 'REACHED' ? questions(answer) : []),
    ...(TRIES_AGAIN.has(answer.outcome) ? again(answer, today) : []),
    ...(endsUnheard(answer.outcome) && (answer.note ?? '').trim() === '' ? [absent('note')] : []),
  ];
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

function questions({ rendered, askedMoney, moneyFen }: CallAnswer): FieldProblem[] {
  return [
    ...((rendered ?? null) === null ? [absent('rendered')] : []),
    ...((askedMoney ?? null) === null ? [absent('askedMoney')] : []),
    ...(askedMoney === 'YES' && (moneyFen ?? 0) <= 0 ? [absent('moneyFen')] : []),
  ];
}

function again({ nextOn }: CallAnswer, today: LocalDate): FieldProblem[] {
  if ((nextOn ?? null) === null) {
    return [absent('nextOn')];
  }
  return String(nextOn) < today
    ? [{ path: 'nextOn', rule: 'notBefore', params: { limit: today } }]
    : [];
}

const endsUnheard = (outcome: TryOutcome): boolean =>
  outcome === 'REFUSED' || outcome === 'GIVEN_UP';

export const statusAfter = (outcome: TryOutcome): CallStatus =>
  outcome === 'REACHED' ? 'REACHED' : endsUnheard(outcome) ? 'GIVEN_UP' : 'OPEN';
