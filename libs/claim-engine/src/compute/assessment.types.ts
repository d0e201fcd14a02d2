import type { Params } from '../base/problem.js';
import type { TraceStep } from '../nodes/node.js';

export type LineKind = 'NORMAL' | 'CATCH_UP' | 'REVERSAL';
export type LineStatus = 'PAYABLE' | 'NOT_PAYABLE' | 'NEEDS_DECISION';

export interface Alternative {
  readonly decision: string;
  readonly option: string;
  readonly amountFen: number;
}

/** One line of `assessment/1`, as plain data: what a filing freezes. */
export interface LineJson {
  readonly id: string;
  readonly program: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly month: string;
  readonly kind: LineKind;
  readonly status: LineStatus;
  readonly quantity: number;
  /** The quantity is `quantity` parts of this many; absent for whole numbers. */
  readonly outOf?: number | undefined;
  readonly unit: string;
  readonly rateFen: number | null;
  readonly amountFen: number;
  /** What is due in all, and what the ledger holds of it: the amount is the difference. */
  readonly entitlementFen: number;
  readonly coveredFen: number;
  /** The returned, withdrawn or corrected line that this one follows. */
  readonly replaces: string | null;
  readonly warnings: readonly string[];
  readonly digest: string;
  readonly trace: readonly TraceStep[];
  readonly alternatives: readonly Alternative[];
  readonly shares?: readonly { readonly payer: string; readonly amountFen: number }[] | undefined;
}

export interface RefusalJson {
  readonly program: string;
  readonly code: string;
  readonly params: Params;
}

export interface ProgramTotal {
  readonly program: string;
  readonly payableFen: number;
  readonly reversalFen: number;
}

export interface AppliedDecision {
  readonly id: string;
  readonly option: string | null;
  /** Chosen for this run only, not by the pack. */
  readonly isOverridden: boolean;
}

export interface NoteJson {
  readonly code: string;
  readonly params: Params;
}

/** Counts up when the same facts, pack and ledger compute another result than before. */
export const ENGINE = 6;

export interface AssessmentJson {
  readonly schema: 'assessment/1';
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly county: string;
  readonly center: string;
  readonly period: string;
  readonly decisions: readonly AppliedDecision[];
  readonly lines: readonly LineJson[];
  readonly refusals: readonly RefusalJson[];
  readonly notes: readonly NoteJson[];
  readonly totals: readonly ProgramTotal[];
  readonly totalFen: number;
}

export interface ComputeOptions {
  /** Other options than the pack's, by decision id. */
  readonly decisions?: Readonly<Record<string, string>>;
  /** The first month that is still open; earlier claim years are recomputed from there. */
  readonly openFrom?: string;
}
