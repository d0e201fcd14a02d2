import { shanghaiDay } from '@yibu/kernel';

/** The day it is in China, wherever the computer thinks it is. */
export const today = (): string => shanghaiDay(new Date());
