import { allocateFen, fen } from '@yibu/kernel';
import type { LineJson } from './assessment.types.js';

interface Payer {
  readonly id: string;
  readonly parts?: number | null | undefined;
}

/** The payers' parts of a difference: the difference of the parts, so that they close to the fen. */
export function sharesOf(
  payers: readonly Payer[],
  entitlementFen: number,
  coveredFen: number,
): NonNullable<LineJson['shares']> {
  const weights = payers.map((payer) => payer.parts ?? 0);
  const due = allocateFen(fen(Math.max(0, entitlementFen)), weights);
  const held = allocateFen(fen(Math.max(0, coveredFen)), weights);
  return payers.map((payer, index) => ({
    payer: payer.id,
    amountFen: (due[index] as number) - (held[index] as number),
  }));
}
