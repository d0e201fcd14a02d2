import { AppError } from '@yibu/kernel';

interface TwoPeople {
  readonly first: string | null;
  readonly second: string;
  readonly isAllowed: boolean;
  readonly act: string;
}

/** True when one person does both, by exception: the papers say so. */
export function mayActAlone({ first, second, isAllowed, act }: TwoPeople): boolean {
  if (first !== second) {
    return false;
  }
  if (!isAllowed) {
    throw new AppError('CLAIM_TWO_PEOPLE', `User ${second} may not ${act} their own work`, { act });
  }
  return true;
}
