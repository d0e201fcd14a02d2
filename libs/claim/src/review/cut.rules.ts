import { fen, lastDay, type Fen, type YearMonth } from '@yibu/kernel';

/** What can be counted in a line: days of a month, services, people, meals. */
export interface LineMeasure {
  readonly total: number;
  /** `day`, or the unit of the line. */
  readonly unit: string;
}

interface Measured {
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly month: string;
  readonly amountFen: number;
}

const DAYS_AT = 8;
const HUNDRED = 100;

/** How much of what a line counts; null where there is only an amount. A whole month counts its days. */
export function measureOf(line: Measured): LineMeasure | null {
  if (line.quantity === null || line.unit === null || line.unit === 'fen' || line.amountFen <= 0) {
    return null;
  }
  const [part, whole] = line.quantity.split('/');
  const count = Number(part);
  if (!Number.isFinite(count) || count <= 0) {
    return null;
  }
  if (whole !== undefined) {
    return { total: count, unit: 'day' };
  }
  if (line.unit === 'person-month' && count === 1) {
    return { total: Number(lastDay(line.month as YearMonth).slice(DAYS_AT)), unit: 'day' };
  }
  return count > 1 ? { total: count, unit: line.unit } : null;
}

/** What is taken from a line of which only a part is recognized, in proportion and to the fen; null: no part of it. */
export function cutByQuantity(line: Measured, recognized: number): Fen | null {
  const measure = measureOf(line);
  const parts = Math.round(recognized * HUNDRED);
  const isPart = Math.abs(parts / HUNDRED - recognized) < Number.EPSILON * HUNDRED;
  if (measure === null || !isPart || recognized < 0 || recognized >= measure.total) {
    return null;
  }
  const left = Math.round((line.amountFen * parts) / (measure.total * HUNDRED));
  return fen(line.amountFen - left);
}
