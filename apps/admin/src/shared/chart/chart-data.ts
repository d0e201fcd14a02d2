/** `line` and `bar` compare over categories; `stack` shows parts of a whole per category; `ring` parts of one whole. */
export type ChartKind = 'line' | 'bar' | 'stack' | 'ring';

export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface ChartData {
  /** Months, floors, levels: one for each value of a series. */
  readonly categories: readonly string[];
  readonly categoryTitle: string;
  readonly series: readonly ChartSeries[];
  /** Money is given in fen and shown in yuan. */
  readonly unit: 'count' | 'percent' | 'fen';
}

/** Okabe–Ito order, deepened for white ground: told apart by all common kinds of colour vision, and in grey print. */
export const PALETTE = ['#1F6F64', '#C77700', '#2F6DB5', '#8E3B73', '#6B7A00', '#444B4A'] as const;
