import { localDate, type LocalDate } from '@yibu/kernel';
import type { SystemClock } from '@yibu/platform';

/**
 * The story is told through the product's own use cases; only its clock is moved, so that what happened in March was
 * also written down in March.
 */
export class StoryClock {
  private readonly real: SystemClock['now'];
  private moment: Date;

  constructor(private readonly clock: SystemClock) {
    this.real = clock.now.bind(clock);
    this.moment = this.real();
    clock.now = () => this.moment;
  }

  /** Ten in the morning in Asia/Shanghai. */
  setDay(day: LocalDate): void {
    this.moment = new Date(`${localDate(day)}T10:00:00+08:00`);
  }

  /** Two deeds of a day have two moments. */
  tick(): void {
    this.moment = new Date(this.moment.getTime() + 60_000);
  }

  restore(): void {
    this.clock.now = this.real;
  }
}
