import { InputError } from '@yibu/kernel';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;

/** A calendar year that somebody asked for, in a query or in an address. */
export function askedYear(asked: number | string | undefined): number {
  const year = Number(asked);
  if (!Number.isInteger(year) || year < FIRST_YEAR) {
    throw new InputError([{ path: 'year', rule: 'min', params: { min: FIRST_YEAR } }]);
  }
  if (year > LAST_YEAR) {
    throw new InputError([{ path: 'year', rule: 'max', params: { max: LAST_YEAR } }]);
  }
  return year;
}
