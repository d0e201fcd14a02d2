import type { Holding } from './ledger.js';

/** A cut line gives back what was granted of it, not what was claimed. */
export const shrinkCode = (holding: Holding | null): string =>
  holding !== null && holding.grantedFen < holding.coveredFen
    ? 'ENTITLEMENT_BELOW_GRANTED'
    : 'ENTITLEMENT_SHRANK';

/** What was claimed, where it is not what stands against the entitlement. */
export const claimedBeside = (
  holding: Holding | null,
  coveredFen: number,
): { readonly claimedFen?: number } =>
  holding === null || holding.coveredFen === coveredFen ? {} : { claimedFen: holding.coveredFen };
