import { canonicalJson } from '../base/canonical.js';
import { at, isRecord } from '../base/shape.js';
import type { Advise } from './advise-pack.js';

type Part = Readonly<Record<string, unknown>>;

interface Band {
  readonly row: number;
  readonly low: number;
  readonly high: number;
  /** The limits themselves belong to it. */
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
}

/** Measures that are whole numbers, so that nothing lies between 50 and 51. */
const WHOLE = ['residentDays', 'monthsOpen', 'operatingDays', 'staff', 'monthsEmployed'];

const isWhole = ({ of, field, on }: Part): boolean =>
  WHOLE.includes(String(of)) ||
  (of === 'number' && field !== 'center.areaM2' && field !== 'project.areaM2') ||
  (of === 'residents' && on !== 'AVERAGE');

const limit = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function bandOf(gate: Part, row: number): Band | null {
  const { atLeast, above, atMost, below } = gate;
  const isOdd = [atLeast, above, atMost, below].some((one) => isRecord(one));
  if (isOdd) {
    return null;
  }
  return {
    row,
    low: limit(atLeast) ?? limit(above) ?? -Infinity,
    high: limit(atMost) ?? limit(below) ?? Infinity,
    hasLow: limit(atLeast) !== null,
    hasHigh: limit(atMost) !== null,
  };
}

const isOneQuestion = (gate: unknown): gate is Part =>
  isRecord(gate) && (gate.test === 'age' || (gate.test === 'compare' && isRecord(gate.measure)));

const questionOf = (gate: Part): string =>
  gate.test === 'age' ? `age ${String(gate.on)}` : canonicalJson(gate.measure);

/** Rows that are bands of one figure, in order of the figure; nothing where they ask different things. */
function bandsOf(rows: readonly unknown[]): { bands: Band[]; isWholes: boolean } | null {
  const gates = rows.map((row) => (isRecord(row) ? row.when : undefined));
  const last = gates.at(-1) === undefined ? gates.slice(0, -1) : gates;
  if (last.length < 2 || !last.every(isOneQuestion)) {
    return null;
  }
  const bands = (last as Part[]).map(bandOf);
  const asked = new Set((last as Part[]).map(questionOf));
  if (asked.size > 1 || bands.includes(null)) {
    return null;
  }
  const [first] = last as Part[];
  const isWholes = first?.test === 'age' || isWhole(first?.measure as Part);
  return { bands: (bands as Band[]).sort((a, b) => a.low - b.low), isWholes };
}

/** Bands that share a figure, or leave one out; and rows that come after one that takes everybody. */
export function adviseBands(part: Part, path: string, advise: Advise): void {
  if (!Array.isArray(part.rows)) {
    return;
  }
  const rows = part.rows as unknown[];
  const where = (row: number): string => at(at(path, 'rows'), row);
  const open = rows.findIndex((row) => isRecord(row) && row.when === undefined);
  if (part.pick !== 'HIGHEST' && open >= 0 && open < rows.length - 1) {
    advise(where(open + 1), 'ROW_NEVER_REACHED', { row: open });
  }
  const found = bandsOf(rows);
  const isCaught = rows.length > 0 && (rows.at(-1) as Part).when === undefined;
  found?.bands.slice(1).forEach((band, index) => {
    const before = found.bands[index] as Band;
    const isShared =
      band.low < before.high || (band.low === before.high && band.hasLow && before.hasHigh);
    const isTouching =
      (band.low === before.high && (band.hasLow || before.hasHigh)) ||
      (found.isWholes && band.hasLow && before.hasHigh && band.low === before.high + 1);
    const params = { row: before.row, low: before.high, high: band.low };
    if (isShared) {
      advise(where(band.row), 'BANDS_OVERLAP', { ...params, pick: String(part.pick ?? 'FIRST') });
    } else if (!isTouching && !isCaught) {
      advise(where(band.row), 'BANDS_GAP', params);
    }
  });
}
