import { AppError, InputError, type Fen, type LocalDate } from '@yibu/kernel';

import { cutByQuantity } from './cut.rules.js';
import type { Verdict } from './review.entities.js';

export interface VerdictDraft {
  readonly verdict: Verdict;
  readonly code?: string | null;
  readonly text?: string | null;
  readonly heldUntil?: LocalDate | null;
  readonly cutFen?: Fen | null;
  readonly clause?: string | null;
  readonly recognizedQuantity?: number | null;
}

export interface JudgedLine {
  readonly id: string;
  readonly status: string;
  readonly amountFen: number;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly month: string;
}

/** A cut of quantity as the cut of the amount that it comes to; every other draft as it is. */
export function inMoney(draft: VerdictDraft, line: JudgedLine): VerdictDraft {
  const recognized = draft.recognizedQuantity ?? null;
  return draft.verdict === 'CUT' && recognized !== null
    ? { ...draft, cutFen: cutByQuantity(line, recognized) }
    : draft;
}

/** What the bureau takes by its own hand also says why, by which clause, and holds no line until a day that is past. */
export function assertGrounds(draft: VerdictDraft, today: LocalDate): void {
  const reason = missingGround(draft, today);
  if (reason !== null) {
    throw new AppError('VERDICT_INVALID', `${draft.verdict}: ${reason}`, { reason });
  }
}

function missingGround(draft: VerdictDraft, today: LocalDate): string | null {
  if (draft.verdict === 'HELD' && draft.heldUntil && draft.heldUntil < today) {
    return 'UNTIL_PAST';
  }
  if (draft.verdict !== 'CUT') {
    return null;
  }
  if ((draft.text ?? '').trim() === '') {
    return 'JUSTIFICATION_MISSING';
  }
  return (draft.clause ?? '').trim() === '' ? 'CLAUSE_MISSING' : null;
}

/** A verdict must say why it takes something away, and may not take more than there is. */
export function assertVerdict(draft: VerdictDraft, line: JudgedLine): void {
  const reason = reasonAgainst(draft, line);
  if (reason !== null) {
    throw new AppError('VERDICT_INVALID', `${draft.verdict} on line ${line.id}: ${reason}`, {
      lineId: line.id,
      reason,
    });
  }
}

function reasonAgainst(draft: VerdictDraft, line: JudgedLine): string | null {
  if (line.status !== 'PAYABLE') {
    return 'NOT_PAYABLE';
  }
  const hasCode = (draft.code ?? '').trim() !== '';
  const cut = draft.cutFen ?? null;
  switch (draft.verdict) {
    case 'ACCEPTED':
      return cut === null ? null : 'CUT_WITHOUT_CUT';
    case 'RETURNED':
      return hasCode ? null : 'CODE_MISSING';
    case 'HELD':
      return !hasCode
        ? 'CODE_MISSING'
        : (draft.heldUntil ?? null) === null
          ? 'UNTIL_MISSING'
          : null;
    case 'CUT':
      return !hasCode ? 'CODE_MISSING' : reasonAgainstCut(cut, line.amountFen);
  }
}

function reasonAgainstCut(cut: number | null, amountFen: number): string | null {
  if (amountFen <= 0) {
    return 'NOTHING_TO_CUT';
  }
  return cut !== null && cut > 0 && cut <= amountFen ? null : 'CUT_AMOUNT';
}

export interface PaymentState {
  readonly decidedFen: number | null;
  readonly paidFen: number;
}

/** In part or in whole, never more than was decided, never the other way round; a negative decision is recovered. */
export function assertPayment(claim: PaymentState, amountFen: number): { isFull: boolean } {
  const openFen = (claim.decidedFen ?? 0) - claim.paidFen;
  const fits =
    claim.decidedFen !== null &&
    amountFen !== 0 &&
    Math.sign(amountFen) === Math.sign(openFen) &&
    Math.abs(amountFen) <= Math.abs(openFen);
  if (!fits) {
    throw new AppError('PAYMENT_REFUSED', `${amountFen} fen against ${openFen} open`, { openFen });
  }
  return { isFull: amountFen === openFen };
}

/** A day of money or decision lies between what it follows and today (Asia/Shanghai). */
export function assertDayBetween(
  path: string,
  day: LocalDate,
  { from, today }: { readonly from: LocalDate; readonly today: LocalDate },
): void {
  if (day > today) {
    throw new InputError([{ path, rule: 'notInFuture' }]);
  }
  if (day < from) {
    throw new InputError([{ path, rule: 'notBefore', params: { limit: from } }]);
  }
}
