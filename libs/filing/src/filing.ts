/** The language of a filing's words. The numbers are the same in both. */
export type FilingLanguage = 'zh-CN' | 'en';

export interface LineSubject {
  readonly kind: string;
  readonly id: string;
}

/** `assessment/1` as spec'd: fields may be added by the engine, never renamed. */
export interface AssessmentLine {
  readonly id: string;
  readonly program: string;
  readonly subject: LineSubject;
  readonly month: string;
  readonly kind: 'NORMAL' | 'CATCH_UP' | 'REVERSAL';
  readonly status: 'PAYABLE' | 'NOT_PAYABLE' | 'NEEDS_DECISION';
  readonly quantity: number;
  /** The quantity is `quantity` parts of this many; absent for whole numbers. */
  readonly outOf?: number | undefined;
  readonly unit: string;
  readonly rateFen: number | null;
  readonly amountFen: number;
}

export interface Refusal {
  readonly program: string;
  readonly code: string;
}

export interface Assessment {
  readonly schema: 'assessment/1';
  readonly pack: { readonly id: string; readonly sha256: string };
  readonly period: string;
  readonly lines: readonly AssessmentLine[];
  readonly refusals: readonly Refusal[];
  readonly totals: readonly {
    readonly program: string;
    readonly payableFen: number;
    readonly reversalFen: number;
  }[];
  readonly totalFen: number;
}

export interface PayeeAccount {
  readonly holder: string;
  readonly bank: string;
  readonly number: string;
}

export interface FilingClaim {
  /** What is applied for by itself; absent for a monthly claim. */
  readonly kind?: 'YEARLY_OPERATING' | 'AWARD';
  readonly number: string;
  /** 1 for the first submission under this number. */
  readonly revision: number;
  /** Content digest of the revision that this one replaces. */
  readonly previousDigest: string | null;
  readonly centerName: string;
  readonly centerCode: string;
  readonly organizationName: string;
  readonly bureauName: string;
  readonly countyName: string;
  readonly period: string;
  readonly preparedBy: string;
  readonly submittedBy: string;
  /** ISO moment, UTC. */
  readonly submittedAt: string;
  readonly payee: PayeeAccount | null;
  /** One person prepared and submitted because the center has one manager; printed on the form. */
  readonly isSinglePersonException: boolean;
  readonly registeredBeds: number | null;
  readonly phone: string | null;
}

export interface FilingPerson {
  readonly id: string;
  readonly name: string;
  /** Full: the filing shows it, the public notice never. Null for someone without a number. */
  readonly idNumber: string | null;
  readonly sex: 'M' | 'F';
  readonly bornOn: string;
  readonly bed: string | null;
  readonly admittedOn: string | null;
  readonly leftOn: string | null;
  /** Care class as the policy words it, in the filing's language; null where it has none. */
  readonly careClass: string | null;
}

export interface FilingAttachment {
  readonly name: string;
  readonly sha256: string;
  readonly kind: string;
}

/** The project of an award with its checklist, in the filing's language. */
export interface FilingAward {
  readonly name: string;
  readonly kind: string;
  readonly program: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly items: readonly FilingAwardItem[];
  /** The bureau's document; null before it was given, or where the rules leave nothing open. */
  readonly settlement: FilingSettlement | null;
}

export interface FilingAwardItem {
  readonly kind: 'CONDITION' | 'DOCUMENT';
  readonly text: string;
  readonly clause: string | null;
  readonly state: 'MET' | 'NOT_MET' | 'MISSING' | 'ATTACHED' | 'BARE';
  /** What was found, as a sentence. */
  readonly found: string | null;
  readonly papers: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly isPhoto: boolean;
  }[];
}

export interface FilingSettlement {
  readonly question: string;
  readonly option: string | null;
  readonly amountFen: number;
  readonly documentNumber: string;
  readonly decidedOn: string;
}

/** A program as the pack words it, in the filing's language. */
export interface FilingProgram {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly clause: string;
  /** Why the program refused, as a sentence; null where it did not. */
  readonly refusal: string | null;
}

export interface FilingDecisionOption {
  readonly option: string;
  /** What the whole claim would come to under this option; null where it has no amount. */
  readonly totalFen: number | null;
  readonly isChosen: boolean;
}

export interface FilingDecision {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  readonly decidedBy: string;
  readonly options: readonly FilingDecisionOption[];
}

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}

/** What the papers say beside facts, pack, ledger and result. It is `filing.json` in the package. */
export interface FilingParticulars {
  readonly claim: FilingClaim;
  readonly people: readonly FilingPerson[];
  readonly attachments: readonly FilingAttachment[];
  readonly programs: readonly FilingProgram[];
  readonly decisions: readonly FilingDecision[];
  /** Line id → why it pays what it pays, as a sentence in the filing's language. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The county's own wording, a paragraph each; null prints the neutral one, marked as such. */
  readonly undertaking: readonly string[] | null;
  /** Of an award application alone. */
  readonly award?: FilingAward;
  readonly auditHead: AuditHead | null;
  readonly language: FilingLanguage;
}

/** A frozen claim. Everything the package needs, and nothing that a clock, a database or a setting could change. */
export interface FilingInput extends FilingParticulars {
  readonly facts: unknown;
  readonly pack: unknown;
  readonly ledger: unknown;
  readonly result: Assessment;
}
