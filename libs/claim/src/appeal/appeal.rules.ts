import { addDays, AppError, InputError, type Fen, type LocalDate } from '@yibu/kernel';

import type { LedgerStatus } from '../ledger/ledger.entities.js';
import type { AppealGround } from './appeal.types.js';

/** The last day of an appeal; null: the county states no limit. */
export const lastDayOfAppeal = (settledOn: LocalDate, days: number | null): LocalDate | null =>
  days === null ? null : addDays(settledOn, days);

export function assertInTime(untilOn: LocalDate | null, today: LocalDate): void {
  if (untilOn !== null && today > untilOn) {
    throw new AppError('APPEAL_LATE', `Appeals ended on ${untilOn}`, { until: untilOn });
  }
}

export function assertGranted(grantedFen: Fen, askedFen: Fen): void {
  if (grantedFen > askedFen) {
    throw new InputError([{ path: 'grantedFen', rule: 'max', params: { max: askedFen } }]);
  }
}

/** What the ledger has of a refused line once its appeal is answered; a cut line stays as it is. */
export function ledgerAfter(
  ground: AppealGround,
  grantedFen: Fen,
  askedFen: Fen,
): LedgerStatus | null {
  if (ground === 'CUT') {
    return null;
  }
  if (grantedFen === 0) {
    return 'RETURNED';
  }
  return grantedFen === askedFen ? 'ACCEPTED' : 'CUT';
}
