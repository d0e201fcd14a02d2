import {
  addMonthsToMonth,
  monthOf,
  shanghaiDay,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';

/** Today on the calendar of the centers (Asia/Shanghai), whatever the zone of the reader's computer. */
export const today = (): LocalDate => shanghaiDay(new Date());
export const thisMonth = (): YearMonth => monthOf(today());
/** The month that is claimed now. */
export const lastMonth = (): YearMonth => addMonthsToMonth(thisMonth(), -1);
export const thisYear = (): number => Number(today().slice(0, 4));
