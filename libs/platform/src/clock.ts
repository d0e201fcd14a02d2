import { shanghaiDay, type Clock, type LocalDate } from '@yibu/kernel';

/** Injection token. */
export const CLOCK = Symbol('Clock');

export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }

  today(): LocalDate {
    return shanghaiDay(this.now());
  }
}
