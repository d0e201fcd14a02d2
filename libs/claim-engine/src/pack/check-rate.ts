import type { Problems } from '../base/problem.js';
import { at, isRecord } from '../base/shape.js';
import type { ProgramSpec } from './pack.types.js';

type Part = Readonly<Record<string, unknown>>;

const WAYS = ['fen', 'dated', 'rows', 'percentOf', 'range'];

/** One of two ways would be passed over: which, the reader of the pack cannot see. */
function checkWays(part: Part, path: string, problems: Problems): void {
  const ways = WAYS.filter((way) => part[way] !== undefined);
  if (ways.length > 1) {
    problems.add(path, 'CONFLICT', { fields: ways });
  }
  const { range } = part;
  if (isRecord(range)) {
    const { minFen, maxFen } = range;
    if (typeof minFen === 'number' && typeof maxFen === 'number' && minFen > maxFen) {
      problems.add(at(path, 'range'), 'NOTHING_BETWEEN', { low: minFen, high: maxFen });
    }
  }
}

/** Later figures follow earlier ones: of two that hold on one day the later in the list would pay. */
function checkDated(part: Part, path: string, problems: Problems): void {
  if (!Array.isArray(part.dated)) {
    return;
  }
  let last = '';
  (part.dated as unknown[]).forEach((item, index) => {
    if (!isRecord(item)) {
      return;
    }
    const where = at(at(path, 'dated'), index);
    const { from, until } = item;
    if (typeof from === 'string' && typeof until === 'string' && until <= from) {
      problems.add(at(where, 'until'), 'INTERVAL_REVERSED', { from, until });
    }
    const begins = typeof from === 'string' ? from : '';
    if (index > 0 && begins <= last) {
      problems.add(at(where, 'from'), 'NOT_IN_ORDER', { value: begins, after: last });
    }
    last = begins;
  });
}

/** A limit of the whole unit cannot be told apart by days. */
function checkEachDay({ rate, quantity }: ProgramSpec, path: string, problems: Problems): void {
  if (rate?.on !== 'EACH_DAY' || !isRecord(quantity)) {
    return;
  }
  if ((quantity as Part).atMost != null) {
    const only = 'on: FIRST_DAY / LAST_DAY';
    problems.add(at(at(path, 'quantity'), 'atMost'), 'NO_EFFECT', { only });
  }
}

export function checkRate(program: ProgramSpec, path: string, problems: Problems): void {
  const { rate } = program;
  if (!isRecord(rate) || 'decision' in rate) {
    return;
  }
  const where = at(path, 'rate');
  const rows = Array.isArray(rate.rows) ? (rate.rows as unknown[]) : [];
  const parts = [
    [rate as Part, where] as const,
    ...rows.map((row, index) => [row as Part, at(at(where, 'rows'), index)] as const),
  ];
  for (const [part, own] of parts) {
    if (isRecord(part) && !('decision' in part)) {
      checkWays(part, own, problems);
      checkDated(part, own, problems);
    }
  }
  const isNamed = parts.some(([part]) => isRecord(part) && typeof part.id === 'string');
  if (rate.notice !== undefined && !isNamed) {
    problems.add(at(where, 'id'), 'MISSING');
  }
  checkEachDay(program, path, problems);
}
