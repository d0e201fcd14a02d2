import { formatFen } from '../format.js';
import type { ChartData } from './chart-data.js';

const NOTHING = '—';

export function chartText(value: number | null | undefined, unit: ChartData['unit']): string {
  if (value === null || value === undefined) {
    return NOTHING;
  }
  switch (unit) {
    case 'fen':
      return formatFen(value);
    case 'percent':
      return `${value}%`;
    case 'count':
      return String(value);
  }
}
