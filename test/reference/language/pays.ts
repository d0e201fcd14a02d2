import { passes } from './gates.js';
import { measure, type Ratio } from './measures.js';
import { residentMonths } from './months.js';
import { rounded, type Rounding } from './rounding.js';
import {
  daysOf,
  firstDayOf,
  holds,
  meet,
  monthOf,
  NotCovered,
  Refused,
  type Case,
  type Held,
  type Spec,
} from './world.js';

const roundingOf = (at: Case): Rounding => (at.program.rounding ?? 'half-up') as Rounding;

export function quantityOf(at: Case): Ratio {
  const spec = (at.program.quantity ?? { count: 'one' }) as Spec;
  meet(`quantity:${String(spec.count)}`);
  if (spec.count === 'one') {
    return { n: 1, d: 1 };
  }
  return spec.count === 'measure' ? measured(at, spec) : residentMonths(at, spec);
}

function measured(at: Case, spec: Spec): Ratio {
  const value = measure(at, spec.measure as Spec);
  if (value === null) {
    meet('quantity:missing fact');
    return { n: 0, d: 1 };
  }
  const how = { DOWN: 'floor', UP: 'ceil', HALF_UP: 'half-up' }[
    spec.round as 'DOWN' | 'UP' | 'HALF_UP'
  ] as Rounding | undefined;
  meet(`quantity.round:${String(spec.round ?? 'none')}`);
  const each = (spec.each ?? 1) as number;
  meet(`quantity.each:${each === 1 ? 'none' : 'many'}`);
  const parts = { n: value.n, d: value.d * each };
  const whole = how ? { n: rounded(parts.n, parts.d, how), d: 1 } : parts;
  const most = spec.atMost as number | undefined;
  return most !== undefined && whole.n > most * whole.d ? { n: most, d: 1 } : whole;
}

interface Figure {
  readonly fen: number | null;
  readonly id?: unknown;
}

function figureOn(at: Case, spec: Spec, day: number): number {
  if (spec.dated === undefined) {
    return spec.fen as number;
  }
  meet('rate:dated');
  const held = (spec.dated as (Figure & Partial<Held>)[]).findLast((one) =>
    holds({ from: one.from ?? '0001-01-01', until: one.until ?? null }, day),
  );
  return held?.fen ?? 0;
}

/** The notice of the county that holds on the day may raise a figure that is a floor. */
function noticed(at: Case, rate: Spec, row: Spec, fen: number, day: number): number {
  if (rate.notice === undefined) {
    return fen;
  }
  const notice = (at.pack.notices ?? []).findLast(
    (one) => (one.rate === row.id || one.rate === rate.id) && holds(one, day),
  );
  meet(`rate.notice:${String(rate.notice)}:${notice ? 'held' : 'none'}`);
  if (!notice && rate.notice === 'REQUIRED') {
    throw new Refused('notice');
  }
  return Math.max(fen, notice?.fen ?? 0);
}

/** The figure of one unit, or of one day where each day pays at its own. */
export function rateOf(at: Case): number | null {
  const rate = (at.program.rate ?? { fen: 1 }) as Spec;
  const day = rate.on === 'LAST_DAY' ? at.end - 1 : at.first;
  if (rate.percentOf !== undefined) {
    meet('rate:percentOf');
    const value = measure(at, rate.percentOf as Spec) ?? { n: 0, d: 1 };
    return rounded(value.n * (rate.percent as number), value.d * 100, roundingOf(at));
  }
  if (rate.range !== undefined) {
    return settled(at, rate.range as Spec);
  }
  if (rate.rows === undefined) {
    meet('rate:plain');
    return noticed(at, rate, rate, figureOn(at, rate, day), day);
  }
  const pick = (rate.pick ?? 'FIRST') as string;
  const rows = rate.rows as Spec[];
  const first = pick === 'FIRST' ? rows.find((row) => passes(at, row.when)) : undefined;
  const fitting =
    pick === 'FIRST' ? (first ? [first] : []) : rows.filter((row) => passes(at, row.when));
  if (fitting.length === 0) {
    meet(`rate.otherwise:${String(rate.otherwise ?? 'NOTHING')}`);
    if (rate.otherwise === 'REFUSE') {
      throw new Refused('no row');
    }
    return null;
  }
  meet(`rate.rows:${pick}`);
  const figures = fitting.map((row) => rowFigure(at, rate, row, day));
  return pick === 'HIGHEST' ? Math.max(...figures) : (figures[0] as number);
}

function rowFigure(at: Case, rate: Spec, row: Spec, day: number): number {
  for (const doubt of (row.confirm ?? []) as Spec[]) {
    if (passes(at, doubt.when)) {
      meet('row.confirm');
      at.doubts.add(doubt.code as string);
    }
  }
  return row.range === undefined
    ? noticed(at, rate, row, figureOn(at, row, day), day)
    : settled(at, row.range as Spec);
}

/** A range has no figure: whoever settles it names the amount of the whole line. */
function settled(at: Case, { minFen, maxFen }: Spec): number {
  at.doubts.add(`RANGE ${String(minFen)} ${String(maxFen)}`);
  return 0;
}

/** What the bureau wrote down for this line, if it lies inside the range that was open. */
function decidedOf(at: Case): number | null {
  const { id, kind } = at.subject;
  const decided = at.facts.decisions.findLast(
    ({ program, subject, month }) =>
      program === at.program.id &&
      subject.kind === kind &&
      subject.id === id &&
      (!month || (firstDayOf(monthOf(month)) >= at.first && firstDayOf(monthOf(month)) < at.end)),
  )?.amountFen;
  const isInside = [...at.doubts].every((doubt) => {
    const [word, least, most] = doubt.split(' ');
    return (
      word !== 'RANGE' ||
      (decided !== undefined && decided >= Number(least) && decided <= Number(most))
    );
  });
  const settledFen = decided === undefined || !isInside ? null : decided;
  meet(settledFen === null ? 'decision:open' : 'decision:of the bureau');
  return settledFen;
}

/** What was given on one day costs by the figure of that day, or of the unit. */
export function costOfDay(at: Case, day: number): number {
  const { n } = quantityOf({ ...at, first: day, end: day + 1 });
  const rate = at.program.rate as Spec;
  return n * (rate.on === 'EACH_DAY' ? figureOn(at, rate, day) : (rateOf(at) ?? 0));
}

/** Rate × quantity; where each day pays at its own figure, the sum over the days. */
function baseOf(at: Case): number | null {
  const rate = at.program.rate as Spec | undefined;
  if (rate?.on !== 'EACH_DAY') {
    const { n, d } = quantityOf(at);
    const fen = rateOf(at);
    return fen === null ? null : rounded(fen * n, d, roundingOf(at));
  }
  meet('rate.on:EACH_DAY');
  return daysOf(at).reduce((sum, day) => {
    const of = { ...at, first: day, end: day + 1 };
    return sum + figureOn(at, rate, day) * quantityOf(of).n;
  }, 0);
}

// oxlint-disable-next-line complexity -- five steps, side by side
function adjusted(at: Case, fen: number, spec: Spec): number {
  const how = roundingOf(at);
  const recorded = spec.measure === undefined ? null : measure(at, spec.measure as Spec);
  // Less than nothing is nothing.
  const value = recorded !== null && recorded.n < 0 ? { n: 0, d: 1 } : recorded;
  const each = spec.perMeasureFen === undefined ? 'measure' : 'fen of measure';
  meet(`adjust:${String(spec.do)}:${spec.measure === undefined ? 'fen' : each}`);
  if (spec.do === 'multiply') {
    if (spec.measure === undefined) {
      return rounded(fen * (spec.percent as number), 100, how);
    }
    return value === null ? 0 : rounded(fen * value.n, value.d * ((spec.over ?? 1) as number), how);
  }
  const { n, d } = spec.each === 'QUANTITY' ? quantityOf(at) : { n: 1, d: 1 };
  const figure =
    spec.measure === undefined
      ? rounded((spec.fen as number) * n, d, how)
      : spec.perMeasureFen !== undefined
        ? rounded((value?.n ?? 0) * (spec.perMeasureFen as number), value?.d ?? 1, how)
        : rounded((value?.n ?? 0) * ((spec.percent ?? 100) as number), (value?.d ?? 1) * 100, how);
  switch (spec.do) {
    case 'add':
      return fen + figure;
    case 'cap':
      return Math.min(fen, figure);
    case 'floor':
      return Math.max(fen, figure);
    case 'deduct':
      return Math.max(0, fen - figure);
    default:
      throw new NotCovered(`adjust ${String(spec.do)}`);
  }
}

function addDoubts(at: Case): void {
  for (const doubt of (at.program.confirm ?? []) as (Spec | null)[]) {
    if (doubt !== null && passes(at, doubt.when)) {
      meet('program.confirm');
      at.doubts.add(doubt.code as string);
    }
  }
}

/** What one unit of one program is worth to one subject, before what programs leave each other. */
export function worthOf(at: Case): number {
  if (!passes(at, at.program.require)) {
    return 0;
  }
  if (quantityOf(at).n === 0) {
    return 0;
  }
  const base = baseOf(at);
  if (base === null) {
    return 0;
  }
  let fen = base;
  for (const step of (at.program.adjust ?? []) as (Spec | null)[]) {
    if (step !== null && passes(at, step.when)) {
      fen = adjusted(at, fen, step);
    }
  }
  addDoubts(at);
  const decided = at.doubts.size > 0 ? decidedOf(at) : null;
  if (decided !== null) {
    at.doubts.clear();
    return decided;
  }
  const step = { FEN: 1, JIAO: 10, YUAN: 100 }[(at.program.roundTo ?? 'FEN') as 'FEN'];
  meet(`rounding:${roundingOf(at)}:${step}`);
  return rounded(fen, step, roundingOf(at)) * step;
}
