import { addMonthsToMonth, monthOf, shanghaiDay } from '@yibu/kernel';

/** The month that is claimed now: the one before the present, in China. */
export const lastMonth = (): string => addMonthsToMonth(monthOf(shanghaiDay(new Date())), -1);
