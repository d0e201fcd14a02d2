import { overlap, type Day } from '../base/days.js';

export interface IntervalRow {
  readonly owner: number;
  readonly from: Day;
  readonly until: Day;
  /** What the interval means: a code of a dictionary or the index of the record it came from. */
  readonly tag: number;
}

/** Intervals in columns, those of one owner side by side and in order of time. */
export class IntervalTable {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
  readonly tag: Int32Array;

  constructor(owners: number, rows: readonly IntervalRow[]) {
    const sorted = [...rows].sort(
      (a, b) => a.owner - b.owner || a.from - b.from || a.until - b.until || a.tag - b.tag,
    );
    this.start = new Int32Array(owners + 1);
    this.from = Int32Array.from(sorted, (row) => row.from);
    this.until = Int32Array.from(sorted, (row) => row.until);
    this.tag = Int32Array.from(sorted, (row) => row.tag);
    for (const row of sorted) {
      this.start[row.owner + 1] = (this.start[row.owner + 1] as number) + 1;
    }
    for (let owner = 0; owner < owners; owner += 1) {
      this.start[owner + 1] = (this.start[owner + 1] as number) + (this.start[owner] as number);
    }
  }

  first(owner: number): number {
    return this.start[owner] as number;
  }

  end(owner: number): number {
    return this.start[owner + 1] as number;
  }

  fromAt(row: number): Day {
    return this.from[row] as number;
  }

  untilAt(row: number): Day {
    return this.until[row] as number;
  }

  tagAt(row: number): number {
    return this.tag[row] as number;
  }

  /** Days of the owner inside the window; the intervals of one owner must not overlap. */
  days(owner: number, from: Day, until: Day): number {
    let total = 0;
    for (let row = this.first(owner); row < this.end(owner); row += 1) {
      total += overlap(this.fromAt(row), this.untilAt(row), from, until);
    }
    return total;
  }

  touches(owner: number, from: Day, until: Day): boolean {
    for (let row = this.first(owner); row < this.end(owner); row += 1) {
      if (this.fromAt(row) < until && this.untilAt(row) > from) {
        return true;
      }
    }
    return false;
  }

  /** The row that holds the day, or -1. */
  rowOn(owner: number, day: Day): number {
    for (let row = this.first(owner); row < this.end(owner); row += 1) {
      if (this.fromAt(row) <= day && day < this.untilAt(row)) {
        return row;
      }
    }
    return -1;
  }

  /** The latest end of what holds on the day; the day itself where nothing does. Intervals may overlap. */
  endOf(owner: number, day: Day): Day {
    let end = day;
    for (let row = this.first(owner); row < this.end(owner); row += 1) {
      if (this.fromAt(row) <= day && this.untilAt(row) > end) {
        end = this.untilAt(row);
      }
    }
    return end;
  }
}
