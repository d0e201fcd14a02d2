import { NEVER, monthIndexOf, type MonthIndex } from '../base/days.js';
import { Problems, RefusedInput } from '../base/problem.js';
import {
  array,
  integer,
  isRecord,
  month,
  nullable,
  object,
  oneOf,
  optional,
  text,
  type Shape,
} from '../base/shape.js';
import type { Unit } from '../nodes/node.js';

export const LEDGER_STATUSES = [
  'SUBMITTED',
  'HELD',
  'ACCEPTED',
  'CUT',
  'PAID',
  'OPENING',
  'RETURNED',
  'WITHDRAWN',
] as const;
export type LedgerStatus = (typeof LEDGER_STATUSES)[number];

/** What the bureau sent back or the operator took back holds nothing; everything else holds what was claimed. */
const COVERS: Readonly<Record<LedgerStatus, boolean>> = {
  SUBMITTED: true,
  HELD: true,
  ACCEPTED: true,
  CUT: true,
  PAID: true,
  OPENING: true,
  RETURNED: false,
  WITHDRAWN: false,
};

export interface LedgerEntry {
  readonly program: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly month: string;
  readonly amountFen: number;
  readonly status: LedgerStatus;
  /** What the bureau granted of the amount: less after a cut, nothing while it is held. Without it all of the amount. */
  readonly settledFen?: number | null;
  readonly line?: string | null;
  readonly digest?: string | null;
  /** The officer objects to a return with a reason: the line is claimed again as it is. */
  readonly objection?: string | null;
}

/** `ledger/1`: what earlier claims hold, in the order in which it happened. */
export interface Ledger {
  readonly schema: 'ledger/1';
  readonly entries: readonly LedgerEntry[];
  /** Months up to this one are closed by the bureau: nothing there is claimed or reversed any more. */
  readonly closedThrough?: string | null;
}

export const ledgerShape: Shape = object({
  schema: oneOf(['ledger/1']),
  entries: array(
    object({
      program: text,
      subject: object({ kind: text, id: text }),
      month,
      amountFen: integer(),
      status: oneOf(LEDGER_STATUSES),
      settledFen: optional(nullable(integer())),
      line: optional(nullable(text)),
      digest: optional(nullable(text)),
      objection: optional(nullable(text)),
    }),
  ),
  closedThrough: optional(nullable(month)),
});

export function parseLedger(value: unknown): Ledger {
  const problems = new Problems();
  if (isRecord(value) && value.schema !== 'ledger/1') {
    problems.add('$.schema', 'SCHEMA_UNKNOWN', {
      expected: 'ledger/1',
      found: String(value.schema ?? 'nothing'),
    });
  } else {
    ledgerShape.check(value, '$', problems);
  }
  if (!problems.isEmpty) {
    throw new RefusedInput(problems.list);
  }
  return value as Ledger;
}

export const EMPTY_LEDGER: Ledger = { schema: 'ledger/1', entries: [] };

/** What the ledger holds for one line. */
export interface Holding {
  /** Claimed and not sent back. */
  coveredFen: number;
  /** What of it was granted or may yet be: less than covered after a cut. */
  grantedFen: number;
  /** The last entry that was sent back, as long as no later entry replaced it. */
  returned: LedgerEntry | null;
  /** What was claimed after the returned entry: differences that rest on later facts. */
  since: LedgerEntry[];
  /** The entry a new line follows on. */
  last: LedgerEntry;
}

/**
 * What the ledger holds against an entitlement. More than was claimed is claimed; less than was granted is given back;
 * between the two the bureau's cut stands, and nothing moves.
 */
export function heldAgainst(holding: Holding | null, entitlementFen: number): number {
  const { coveredFen, grantedFen } = holding ?? { coveredFen: 0, grantedFen: 0 };
  const least = Math.min(coveredFen, grantedFen);
  return Math.min(Math.max(entitlementFen, least), Math.max(coveredFen, grantedFen));
}

/** Whether this is the digest of the entry that was sent back, or of one that came beside it: nothing was mended since. */
export function restsOnReturned(holding: Holding | null, digest: string): boolean {
  const { returned = null, since = [] } = holding ?? {};
  return returned !== null && [returned, ...since].some((entry) => entry.digest === digest);
}

/** What entries of some months hold of what was granted. */
export const grantedWithin = (
  entries: readonly LedgerEntry[] | undefined,
  { from, before }: { readonly from: MonthIndex; readonly before: MonthIndex },
): number =>
  (entries ?? [])
    .filter(({ status, month }) => COVERS[status] && isWithin(monthIndexOf(month), from, before))
    .reduce((sum, { settledFen, amountFen }) => sum + (settledFen ?? amountFen), 0);

const isWithin = (month: MonthIndex, from: MonthIndex, before: MonthIndex): boolean =>
  month >= from && month < before;

/** The ledger by program and subject; one more look finds the unit. */
export class LedgerBook {
  readonly #bySubject = new Map<string, LedgerEntry[]>();
  /** The first month of which it holds something, by program. */
  readonly #earliest = new Map<string, MonthIndex>();
  readonly closedThrough: MonthIndex;

  constructor(ledger: Ledger, lastMonth: MonthIndex) {
    for (const entry of ledger.entries) {
      const month = monthIndexOf(entry.month);
      // What was claimed for months after the period does not matter to the period.
      if (month > lastMonth) {
        continue;
      }
      this.#earliest.set(
        entry.program,
        Math.min(month, this.#earliest.get(entry.program) ?? NEVER),
      );
      const key = `${entry.program}\n${entry.subject.kind}\n${entry.subject.id}`;
      const list = this.#bySubject.get(key) ?? [];
      list.push(entry);
      this.#bySubject.set(key, list);
    }
    this.closedThrough =
      typeof ledger.closedThrough === 'string' ? monthIndexOf(ledger.closedThrough) : -1;
  }

  /** The first month of which it holds an entry of one of these programs; NEVER without any. */
  earliestOf(isAsked: (program: string) => boolean): MonthIndex {
    const months = [...this.#earliest].filter(([program]) => isAsked(program));
    return Math.min(NEVER, ...months.map(([, month]) => month));
  }

  entriesOf(program: string, kind: string, id: string): readonly LedgerEntry[] | undefined {
    return this.#bySubject.get(`${program}\n${kind}\n${id}`);
  }

  /** Subjects the ledger knows for a program. */
  subjectsOf(program: string, kind: string): string[] {
    const prefix = `${program}\n${kind}\n`;
    return [...this.#bySubject.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }
}

export function holdingOf(entries: readonly LedgerEntry[] | undefined, unit: Unit): Holding | null {
  let holding: Holding | null = null;
  for (const entry of entries ?? []) {
    const month = monthIndexOf(entry.month);
    if (!unit.isOnce && (month < unit.firstMonth || month > unit.lastMonth)) {
      continue;
    }
    holding ??= { coveredFen: 0, grantedFen: 0, returned: null, since: [], last: entry };
    holding.last = entry;
    if (COVERS[entry.status]) {
      cover(holding, entry);
    } else if (entry.status === 'RETURNED') {
      holding.returned = entry;
      holding.since = [];
    }
  }
  return holding;
}

/** A return is settled by what was claimed in its place; a difference that came beside it settles nothing. */
function cover(holding: Holding, entry: LedgerEntry): void {
  holding.coveredFen += entry.amountFen;
  holding.grantedFen += entry.settledFen ?? entry.amountFen;
  if (holding.returned === null) {
    return;
  }
  holding.since.push(entry);
  const { amountFen } = holding.returned;
  const again = holding.since.reduce((sum, one) => sum + one.amountFen, 0);
  if (amountFen < 0 ? again <= amountFen : again >= amountFen) {
    holding.returned = null;
    holding.since = [];
  }
}
