import {
  addDays,
  addMonthsToMonth,
  addMonths,
  firstDay,
  localDate,
  monthOf,
  monthsFromTo,
  shanghaiDay,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';

/** People move in four months before the first claim, and the gate of more than three months lies between. */
const MONTHS_NEEDED = 6;

/**
 * The two months that are claimed, both over and in one claim year, whatever day today is; and the days on which the
 * story happens.
 */
export class StoryCalendar {
  readonly first: YearMonth;
  readonly next: YearMonth;
  readonly today: LocalDate;

  constructor(now: Date) {
    this.today = shanghaiDay(now);
    const lastOver = addMonthsToMonth(monthOf(this.today), -1);
    const year = Number(lastOver.slice(0, 4));
    const isEnough = Number(lastOver.slice(5)) >= MONTHS_NEEDED;
    this.next = isEnough ? lastOver : monthOf(localDate(`${year - 1}-12-31`));
    this.first = addMonthsToMonth(this.next, -1);
  }

  /** The months of somebody who has lived here since before the first claim's gate. */
  get monthsInFirst(): YearMonth[] {
    return monthsFromTo(monthOf(this.movedIn), this.first);
  }

  /** The gate is passed within the first claim. */
  get movedIn(): LocalDate {
    return this.day(addMonthsToMonth(this.first, -4), 10);
  }

  /** The gate is passed a month later. */
  get movedInLater(): LocalDate {
    return this.day(addMonthsToMonth(this.next, -3), 10);
  }

  /** What the newcomer is due for the months before the gate was passed. */
  get monthsBeforeGate(): YearMonth[] {
    return monthsFromTo(monthOf(this.movedInLater), this.first);
  }

  get hospital(): {
    readonly from: LocalDate;
    readonly wrongUntil: LocalDate;
    readonly until: LocalDate;
  } {
    return {
      from: this.day(this.first, 8),
      wrongUntil: this.day(this.first, 12),
      until: this.day(this.first, 14),
    };
  }

  /** In the middle of the month before the first claim: the lower class holds for that month. */
  get levelRose(): LocalDate {
    return this.day(addMonthsToMonth(this.first, -1), 15);
  }

  get died(): LocalDate {
    return this.day(this.first, 6);
  }

  get opened(): LocalDate {
    return addMonths(this.day(monthOf(this.movedIn), 1), -24);
  }

  day(month: YearMonth, day: number): LocalDate {
    return addDays(firstDay(month), day - 1);
  }
}
