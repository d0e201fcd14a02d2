import type { ErrorParams, LocalDate } from '@yibu/kernel';

import type { RegistryField, RegistryWhat } from './registry.fields.js';
import type { ListedRow } from './registry-row.rules.js';

/** A row that the county has, current or ended. */
export interface KnownRow {
  readonly id: string;
  readonly person: string;
  readonly what: RegistryWhat;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly crematedOn: LocalDate | null;
  readonly endedKind: 'CORRECTED' | 'WITHDRAWN' | null;
  readonly endedOn: LocalDate | null;
}

/** A row of the file with the blind index of its number. */
export interface IndexedRow extends ListedRow {
  readonly number: number;
  readonly person: string;
}

export interface PlanRemark {
  readonly field: RegistryField | null;
  readonly rule: string;
  readonly params?: ErrorParams;
}

/** What becomes of a row. SAME: the county has it already. */
export type RowPlan =
  | { readonly outcome: 'NEW'; readonly row: IndexedRow; readonly warning: PlanRemark | null }
  | {
      readonly outcome: 'CORRECTED';
      readonly row: IndexedRow;
      readonly replaces: string;
      readonly warning: PlanRemark | null;
    }
  | { readonly outcome: 'WITHDRAWN'; readonly row: IndexedRow; readonly ends: string }
  | { readonly outcome: 'SAME'; readonly row: IndexedRow }
  | { readonly outcome: 'PROBLEM'; readonly row: IndexedRow; readonly problem: PlanRemark };

/** People die once; everything else may happen to a person again on another day. */
const isOnce = (what: RegistryWhat): boolean => what === 'DEATH' || what === 'CREMATION';

const keyOf = (row: Pick<IndexedRow, 'person' | 'what' | 'fromOn'>): string =>
  `${row.person}|${row.what}|${isOnce(row.what) ? '' : row.fromOn}`;

const isSame = (row: ListedRow, known: KnownRow): boolean =>
  row.what === known.what &&
  row.fromOn === known.fromOn &&
  row.untilOn === known.untilOn &&
  row.crematedOn === known.crematedOn;

/** Row by row against what the county has and what the file itself said further up. */
export function planRows(
  rows: readonly IndexedRow[],
  known: ReadonlyMap<string, readonly KnownRow[]>,
): RowPlan[] {
  const seen = new Map<string, IndexedRow>();
  return rows.map((row) => {
    const earlier = seen.get(keyOf(row));
    if (earlier !== undefined) {
      return again(row, earlier);
    }
    seen.set(keyOf(row), row);
    const mine = (known.get(row.person) ?? []).filter(({ what }) => what === row.what);
    switch (row.deed) {
      case 'WITHDRAW':
        return withdrawn(row, mine);
      case 'CORRECT':
        return corrected(row, mine);
      case 'ADD':
      case null:
        return added(row, mine);
    }
  });
}

const problem = (row: IndexedRow, remark: PlanRemark): RowPlan => ({
  outcome: 'PROBLEM',
  row,
  problem: remark,
});

function again(row: IndexedRow, earlier: IndexedRow): RowPlan {
  const saysTheSame =
    row.fromOn === earlier.fromOn &&
    row.untilOn === earlier.untilOn &&
    row.crematedOn === earlier.crematedOn &&
    row.deed === earlier.deed;
  return saysTheSame
    ? { outcome: 'SAME', row }
    : problem(row, { field: null, rule: 'twiceInFile', params: { row: earlier.number } });
}

const liveOf = (mine: readonly KnownRow[]): KnownRow[] =>
  mine.filter(({ endedKind }) => endedKind === null);

function withdrawn(row: IndexedRow, mine: readonly KnownRow[]): RowPlan {
  const live = liveOf(mine).find(({ fromOn }) => fromOn === row.fromOn);
  if (live) {
    return { outcome: 'WITHDRAWN', row, ends: live.id };
  }
  return mine.some((known) => known.endedKind === 'WITHDRAWN' && known.fromOn === row.fromOn)
    ? { outcome: 'SAME', row }
    : problem(row, { field: 'deed', rule: 'nothingToWithdraw' });
}

function corrected(row: IndexedRow, mine: readonly KnownRow[]): RowPlan {
  const live = liveOf(mine);
  if (live.some((known) => isSame(row, known))) {
    return { outcome: 'SAME', row };
  }
  const wanted = row.formerOn ?? (isOnce(row.what) ? null : row.fromOn);
  const target = live.find(({ fromOn }) => wanted === null || fromOn === wanted);
  if (!target) {
    return problem(row, { field: 'deed', rule: 'nothingToCorrect' });
  }
  const other = live.find((known) => known !== target && known.fromOn === row.fromOn);
  return other
    ? problem(row, { field: null, rule: 'alreadyListed', params: { on: row.fromOn } })
    : { outcome: 'CORRECTED', row, replaces: target.id, warning: null };
}

function added(row: IndexedRow, mine: readonly KnownRow[]): RowPlan {
  const live = liveOf(mine);
  const standing = live.find((known) => known.fromOn === row.fromOn);
  if (standing) {
    return completed(row, standing);
  }
  const [other] = live;
  if (other && isOnce(row.what)) {
    return problem(row, {
      field: row.what === 'DEATH' ? 'diedOn' : 'crematedOn',
      rule: 'deathKnown',
      params: { on: other.fromOn },
    });
  }
  const ended = mine.find((known) => known.endedKind !== null && isSame(row, known));
  if (ended && row.deed === null) {
    return problem(row, {
      field: null,
      rule: ended.endedKind === 'WITHDRAWN' ? 'withdrawnBefore' : 'correctedBefore',
      params: { on: ended.endedOn },
    });
  }
  return { outcome: 'NEW', row, warning: overlap(row, live) };
}

/** A later list knows the end of what an earlier one began, or says another end. An older list does not unsay one. */
function completed(row: IndexedRow, standing: KnownRow): RowPlan {
  const knowsMore =
    (row.untilOn !== null && row.untilOn !== standing.untilOn) ||
    (row.crematedOn !== null && row.crematedOn !== standing.crematedOn);
  if (!knowsMore) {
    return { outcome: 'SAME', row };
  }
  const former = standing.untilOn ?? standing.crematedOn;
  return {
    outcome: 'CORRECTED',
    row,
    replaces: standing.id,
    warning: former === null ? null : { field: null, rule: 'replacesEnd', params: { on: former } },
  };
}

function overlap(row: IndexedRow, live: readonly KnownRow[]): PlanRemark | null {
  if (row.what === 'OUT' || row.what === 'IN' || isOnce(row.what)) {
    return null;
  }
  const other = live.find(
    (known) =>
      (known.untilOn === null || row.fromOn < known.untilOn) &&
      (row.untilOn === null || known.fromOn < row.untilOn),
  );
  return other ? { field: null, rule: 'overlaps', params: { on: other.fromOn } } : null;
}
