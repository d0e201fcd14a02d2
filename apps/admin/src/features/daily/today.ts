import { shanghaiDay } from '@yibu/kernel';

/** The day it is in China, wherever the phone thinks it is. */
export const today = (): string => shanghaiDay(new Date());
export const thisMonth = (): string => today().slice(0, 7);
