import type { Problem } from '@yibu/claim-engine';

/** What is looked at, in this order; a later one needs the earlier ones. */
export const CHECKS = [
  'ARCHIVE',
  'FILES',
  'MANIFEST',
  'DIGESTS',
  'SIGNATURE',
  'KEY',
  'DATA',
  'CONTENT',
  'PACK',
  'RESULT',
  'WORKBOOK',
  'PAPERS',
] as const;
export type Check = (typeof CHECKS)[number];

/** `NOTED`: nothing is wrong, and something remains for a person to look at. */
export type Outcome = 'PASSED' | 'FAILED' | 'NOTED';

export interface Finding {
  readonly check: Check;
  readonly outcome: Outcome;
  /** What exactly, where there is more to say than passed or failed. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  /** What the engine refuses in facts, pack or ledger. */
  readonly problems?: readonly Problem[];
}

export interface VerifiedClaim {
  readonly number: string;
  readonly revision: number;
  readonly period: string;
  readonly centerName: string;
  readonly organizationName: string;
  readonly submittedAt: string;
  readonly totalFen: number;
}

export interface Verification {
  readonly schema: 'filing-verification/1';
  readonly verified: boolean;
  /** SHA-256 of the package. */
  readonly sha256: string;
  /** What the package says of itself; null where it cannot be read. */
  readonly claim: VerifiedClaim | null;
  /** Who signed: SHA-256 of each public key. */
  readonly signedBy: readonly string[];
  readonly findings: readonly Finding[];
}

export class Findings {
  readonly list: Finding[] = [];

  add(check: Check, outcome: Outcome, code: string, params: Finding['params'] = {}): void {
    this.list.push({ check, outcome, code, params });
  }

  pass(check: Check, params: Finding['params'] = {}): void {
    this.add(check, 'PASSED', check, params);
  }

  /** Passes a check about which nothing was found wrong. */
  passUnlessFailed(check: Check, params: Finding['params'] = {}): void {
    if (!this.list.some((finding) => finding.check === check)) {
      this.pass(check, params);
    }
  }

  refused(problems: readonly Problem[]): void {
    const params = { count: problems.length };
    this.list.push({ check: 'RESULT', outcome: 'FAILED', code: 'INPUT_REFUSED', params, problems });
  }

  get hasFailed(): boolean {
    return this.list.some(({ outcome }) => outcome === 'FAILED');
  }
}
