import { AppError, fen, type Fen, type LocalDate } from '@yibu/kernel';

export interface Instalment {
  readonly dueOn: LocalDate;
  readonly amountFen: Fen;
}

export interface CoveredInstalment extends Instalment {
  readonly seq: number;
  readonly coveredFen: Fen;
  readonly state: 'DONE' | 'OPEN' | 'OVERDUE';
}

/** Parts that come to the debt to the fen, each later than the one before. */
export function assertPlan(debtFen: number, instalments: readonly Instalment[]): void {
  const sum = instalments.reduce((total, { amountFen }) => total + amountFen, 0);
  const isInOrder = instalments.every(
    ({ dueOn }, index) => index === 0 || dueOn > (instalments[index - 1]?.dueOn ?? dueOn),
  );
  const isPositive = instalments.every(({ amountFen }) => amountFen > 0);
  if (debtFen <= 0 || sum !== debtFen || !isInOrder || !isPositive) {
    throw new AppError('RECOVERY_PLAN_INVALID', `${sum} of ${debtFen} fen, in order ${isInOrder}`, {
      debtFen,
      sumFen: sum,
    });
  }
}

/** What came back covers the parts in their order. */
export function coverInstalments(
  instalments: readonly Instalment[],
  recoveredFen: number,
  today: LocalDate,
): CoveredInstalment[] {
  let left = recoveredFen;
  return instalments.map(({ dueOn, amountFen }, index) => {
    const coveredFen = fen(Math.min(Math.max(left, 0), amountFen));
    left -= amountFen;
    const isDone = coveredFen === amountFen;
    return {
      seq: index + 1,
      dueOn,
      amountFen,
      coveredFen,
      state: isDone ? 'DONE' : dueOn < today ? 'OVERDUE' : 'OPEN',
    };
  });
}

/** What of a debt is due today: all of it, or by a plan the parts whose day has come. */
export function dueOfDebt(
  debt: { readonly openFen: number; readonly recoveredSincePlanFen: number },
  plan: readonly Instalment[] | null,
  today: LocalDate,
): Fen {
  if (plan === null) {
    return fen(debt.openFen);
  }
  const asked = plan
    .filter(({ dueOn }) => dueOn <= today)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
  return fen(Math.min(debt.openFen, Math.max(0, asked - debt.recoveredSincePlanFen)));
}
