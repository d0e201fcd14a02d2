import { AppError, type Fen, type LocalDate } from '@yibu/kernel';

import type { Verdict } from './review.entities.js';

export interface VerdictDraft {
  readonly verdict: Verdict;
  readonly code?: string | null;
  readonly text?: string | null;
  readonly heldUntil?: LocalDate | null;
  readonly cutFen?: Fen | null;
}

export interface JudgedLine {
  readonly id: string;
  readonly status: string;
  readonly amountFen: number;
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
