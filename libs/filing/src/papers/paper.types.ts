import type { FilingLanguage } from '../filing.js';

/** A single paper, ready to be sent: its name holds a number, never a person. */
export interface BuiltPaper {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Which claim a paper is about, and between whom. */
export interface ClaimHead {
  readonly number: string;
  readonly revision: number;
  readonly period: string;
  readonly centerName: string;
  readonly organizationName: string;
  readonly bureauName: string;
}

export interface DifferenceFigures {
  readonly claimedFen: number;
  readonly returnedFen: number;
  readonly cutFen: number;
  readonly heldFen: number;
  readonly releasedFen: number;
  readonly decidedFen: number;
}

export type DifferenceOutcome = 'RETURNED' | 'CUT' | 'HELD' | 'RELEASED';

export interface DifferenceLine extends DifferenceFigures {
  readonly subjectName: string;
  readonly program: string;
  readonly month: string;
  readonly outcome: DifferenceOutcome;
  readonly code: string | null;
  /** What the reviewer wrote. */
  readonly text: string | null;
  readonly heldUntil: string | null;
  /** Number of the claim that held a line which this decision releases. */
  readonly earlierNumber: string | null;
  readonly document: string;
  readonly clause: string;
}

export interface DifferenceInput {
  readonly claim: ClaimHead;
  readonly figures: DifferenceFigures;
  readonly lines: readonly DifferenceLine[];
  readonly accepted: { readonly lines: number; readonly amountFen: number };
  readonly decision: {
    readonly source: 'BUREAU' | 'PAPER';
    readonly decidedOn: string;
    readonly decidedBy: string;
    readonly reviewedBy: string | null;
    readonly documentNumber: string | null;
    readonly note: string | null;
    readonly isSinglePerson: boolean;
    /** ISO moment, UTC. */
    readonly at: string;
  };
  readonly language: FilingLanguage;
}

export interface ReceiptPayment {
  readonly amountFen: number;
  readonly paidOn: string;
  readonly voucher: string;
}

export interface ReceiptInput {
  readonly claim: ClaimHead;
  readonly decidedFen: number;
  /** Of the claim, in the order in which they were made; the receipt is for the last of them. */
  readonly payments: readonly ReceiptPayment[];
  readonly payee: {
    readonly holder: string;
    readonly bank: string;
    readonly last4: string;
  } | null;
  readonly source: 'BUREAU' | 'PAPER';
  readonly recordedBy: string;
  /** ISO moment, UTC. */
  readonly recordedAt: string;
  readonly language: FilingLanguage;
}

export interface NoticeRow {
  /** Masked; null for a line of the center itself. */
  readonly name: string | null;
  readonly program: string;
  readonly months: readonly string[];
  readonly amountFen: number;
}

export interface NoticeCenter {
  readonly name: string;
  readonly people: number;
  readonly amountFen: number;
  readonly rows: readonly NoticeRow[];
}

/** Everything that a public notice says, and nothing that it does not. */
export interface NoticeInput {
  readonly number: string;
  readonly bureauName: string;
  readonly countyName: string;
  readonly period: string;
  readonly basis: readonly { readonly document: string; readonly clause: string }[];
  /** First and last day, both included. */
  readonly from: string;
  readonly until: string;
  readonly days: number;
  readonly contact: string;
  /** How else to object, in the bureau's own words. */
  readonly howTo: string | null;
  readonly people: number;
  readonly amountFen: number;
  readonly centers: readonly NoticeCenter[];
  readonly publishedOn: string;
  /** Address of the page; null prints no code. */
  readonly url: string | null;
  readonly withdrawn: { readonly on: string; readonly reason: string } | null;
  readonly language: FilingLanguage;
}

export interface AccountMovements extends DifferenceFigures {
  readonly paidFen: number;
  readonly recoveredFen: number;
}

export interface AccountInput {
  readonly year: number;
  readonly centerName: string;
  readonly centerCode: string;
  readonly organizationName: string;
  readonly bureauName: string;
  readonly opening: {
    readonly inReviewFen: number;
    readonly heldFen: number;
    readonly unpaidFen: number;
  };
  readonly months: readonly (AccountMovements & { readonly month: string })[];
  readonly asOf: string;
  /** ISO moment, UTC. */
  readonly madeAt: string;
  readonly language: FilingLanguage;
}

export interface SheetPaperCell {
  readonly label: string;
  /** null: not recorded, and printed as such. */
  readonly value: string | null;
  readonly isFigure: boolean;
}

/** A filed monthly sheet of an institution, already worded in the language of the paper. */
export interface InstitutionSheetInput {
  readonly month: string;
  readonly lastDay: string;
  readonly centerCode: string;
  readonly centerName: string;
  readonly operatorName: string;
  readonly countyName: string;
  readonly version: number;
  readonly reason: string | null;
  readonly filedBy: string;
  readonly filedOn: string;
  /** ISO moment, UTC. */
  readonly filedAt: string;
  readonly digest: string;
  readonly sections: readonly {
    readonly title: string;
    readonly cells: readonly SheetPaperCell[];
  }[];
  readonly language: FilingLanguage;
}
