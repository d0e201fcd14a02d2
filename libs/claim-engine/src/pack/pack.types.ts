import type { AbsenceRule } from '../facts/absence-rule.js';
import type { SubjectKind } from '../facts/world.js';

/** A text for people: one string for both languages, or one in each. */
export type Words = string | { readonly zh: string; readonly en: string };

/** Where a value stands: the document's id and the clause in it. */
export interface Source {
  readonly document: string;
  readonly clause: string;
}

/** Anywhere in a program: "this value depends on how question X was decided". */
export interface Switch<T> {
  readonly decision: string;
  readonly cases: Readonly<Record<string, T>>;
}

export type UnitKind = 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR' | 'ONCE';

export interface GateSpec {
  readonly test: string;
  readonly source?: Source;
  readonly [field: string]: unknown;
}

export interface MeasureSpec {
  readonly of: string;
  readonly [field: string]: unknown;
}

export interface QuantitySpec {
  readonly count: string;
  readonly [field: string]: unknown;
}

export interface DatedAmount {
  readonly from?: string | null;
  readonly until?: string | null;
  readonly fen: number | null;
  readonly source?: Source;
}

export interface RateRow {
  readonly id?: string;
  readonly when?: GateSpec;
  readonly label?: Words;
  readonly fen?: number | null;
  readonly dated?: readonly DatedAmount[];
  readonly range?: { readonly minFen: number | null; readonly maxFen: number | null };
  /** Applies, but only a human may settle it. */
  readonly confirm?: readonly RowConfirmation[];
  readonly source?: Source;
}

export interface RowConfirmation {
  readonly when: GateSpec;
  readonly code: string;
  readonly text?: Words;
  readonly decision?: string;
  /** Option → amount, shown beside the line. */
  readonly options?: Readonly<Record<string, number>>;
}

export interface RateSpec {
  readonly id?: string;
  readonly fen?: number | null;
  readonly dated?: readonly DatedAmount[];
  readonly rows?: readonly RateRow[];
  readonly pick?: 'FIRST' | 'HIGHEST';
  readonly otherwise?: 'NOTHING' | 'REFUSE';
  readonly percentOf?: MeasureSpec;
  readonly percent?: number | null;
  readonly on?: 'FIRST_DAY' | 'LAST_DAY' | 'EACH_DAY';
  /** A dated notice of the county may raise the figure ("not less than"). */
  readonly notice?: 'RAISES' | 'REQUIRED';
  readonly source?: Source;
}

export interface ModifierSpec {
  readonly do: string;
  readonly when?: GateSpec;
  readonly label?: Words;
  readonly source?: Source;
  readonly [field: string]: unknown;
}

export interface WarningSpec {
  readonly when: GateSpec;
  readonly code: string;
  readonly text: Words;
  readonly source?: Source;
}

export interface PayerSpec {
  readonly id: string;
  readonly name: Words;
  /** Parts of the whole; they need not add up to 100. */
  readonly parts: number | null;
}

export interface ProgramSpec {
  readonly id: string;
  readonly title: Words;
  readonly source: Source;
  readonly subject: SubjectKind;
  readonly per: UnitKind;
  readonly cycle?: UnitKind;
  readonly yearStart?: number;
  readonly from?: string | null;
  readonly until?: string | null;
  readonly population?: Population;
  /** Which kinds of project the program is for; another kind has no line at all. */
  readonly projectKinds?: readonly string[];
  /** Paid once, this many months after the month of completion: the second part of a building subsidy. */
  readonly afterMonths?: number;
  readonly require?: GateSpec;
  readonly quantity?: QuantitySpec;
  readonly rate?: RateSpec;
  readonly adjust?: readonly (ModifierSpec | null)[];
  readonly warn?: readonly (WarningSpec | null)[];
  readonly confirm?: readonly (WarningSpec | null)[];
  readonly rounding?: 'half-up' | 'floor' | 'ceil';
  readonly roundTo?: 'FEN' | 'JIAO' | 'YUAN';
  readonly budget?: BudgetSpec | null;
  readonly payers?: readonly PayerSpec[];
  readonly payee?: Words;
  readonly documents?: readonly Words[];
  readonly unresolved?: readonly UnresolvedSpec[];
}

export type Population = 'RESIDENTS' | 'SERVED' | 'FED' | 'SERVED_OR_ELIGIBLE' | 'EVERYONE';

/** A limit on all lines of the program in one unit of time, shared out in proportion. */
export interface BudgetSpec {
  readonly fen?: number | null;
  readonly measure?: MeasureSpec;
  readonly perMeasureFen?: number | null;
  readonly source?: Source;
}

/** Something the text refers to and nobody supplied: the program refuses. */
export interface UnresolvedSpec {
  readonly code: 'PARAMETER_MISSING' | 'REFERENCE_MISSING' | 'RANGE_WITHOUT_FORMULA';
  readonly what: Words;
  readonly supplier?: Words;
  readonly source?: Source;
}

export interface StackingSpec {
  readonly id: string;
  readonly rule: 'HIGHEST_ONLY' | 'FIRST_ONLY' | 'DEDUCT' | 'CAP' | 'DAY_CAP';
  readonly programs: readonly string[];
  readonly fen?: number | null;
  readonly by?: 'SUBJECT' | 'CENTER';
  /** YEAR: all units of a claim year together, the earlier months first. */
  readonly over?: 'UNIT' | 'YEAR';
  readonly source?: Source;
}

export interface CareClassesSpec {
  readonly order: readonly string[];
  readonly names: Readonly<Record<string, Words>>;
  readonly scales: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly month: 'LOWEST' | 'FIRST_DAY' | 'LAST_DAY' | 'MOST_DAYS';
  readonly absences?: AbsenceRule;
  readonly source?: Source;
}

export interface DecisionSpec {
  readonly id: string;
  readonly question: Words;
  readonly options: readonly { readonly id: string; readonly text: Words }[];
  readonly chosen: string | null;
  readonly by?: Words;
  readonly on?: string | null;
  readonly why?: Words;
  /** Shows the other options' amounts on every line, also where they are the same. */
  readonly compare?: 'ALWAYS' | 'DIFFERENT' | 'NEVER';
  readonly source?: Source;
}

export interface NoticeSpec {
  readonly rate: string;
  readonly from: string;
  readonly until?: string | null;
  readonly fen: number;
  readonly source: Source;
}

export interface ClauseSpec {
  readonly id: string;
  readonly clause: string;
  readonly treatment:
    | 'COMPUTED'
    | 'CHECKLIST'
    | 'TARGET'
    | 'CATEGORY_LIST'
    | 'REFERENCE'
    | 'REFUSAL'
    | 'INFORMATION';
  readonly says: Words;
  readonly does: Words;
  readonly programs?: readonly string[];
  readonly items?: readonly Words[];
  readonly values?: readonly ClauseValue[];
  readonly due?: string | null;
}

export interface ClauseValue {
  readonly name: Words;
  readonly op: '>=' | '<=' | '=' | 'between';
  readonly value: number | readonly number[] | null;
  readonly unit: string;
  /** `per` gives the divisor of a rate such as ㎡ per 100 households, `least` its floor. */
  readonly per?: number;
  readonly least?: number | null;
}

export interface ContradictionSpec {
  readonly id: string;
  readonly text: Words;
  readonly handling: Words;
  readonly decision?: string;
}

export interface Pack {
  readonly schema: 'pack/1';
  readonly id: string;
  readonly version: string;
  readonly title: Words;
  readonly jurisdiction: { readonly name: Words; readonly counties: readonly string[] };
  readonly documents: readonly DocumentSpec[];
  readonly careClasses?: CareClassesSpec;
  readonly decisions?: readonly DecisionSpec[];
  readonly notices?: readonly NoticeSpec[];
  readonly programs: readonly ProgramSpec[];
  readonly stacking?: readonly (StackingSpec | null)[];
  readonly clauses?: readonly ClauseSpec[];
  readonly contradictions?: readonly ContradictionSpec[];
  readonly attributes?: readonly AttributeSpec[];
}

export type AttributeOwner = 'center' | 'person' | 'staff' | 'project';
export type AttributeKind = 'MONEY' | 'NUMBER' | 'YES_NO' | 'CHOICE' | 'TEXT';

/** How people call what the rules ask under `attributes`, and how it is recorded. It changes no sum. */
export interface AttributeSpec {
  readonly of: AttributeOwner;
  readonly name: string;
  readonly label: Words;
  readonly kind: AttributeKind;
  readonly unit?: Words;
  /** Words for the values of a CHOICE. */
  readonly options?: Readonly<Record<string, Words>>;
  readonly source?: Source;
}

export interface DocumentSpec {
  readonly id: string;
  readonly title: Words;
  readonly number?: string | null;
  readonly issuer?: Words | null;
  readonly date?: string | null;
  readonly unsure?: Words;
}
