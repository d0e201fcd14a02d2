/** `facts/1`: what a center's records say, as the claim reads it. Dates are YYYY-MM-DD, intervals half-open. */
export interface Facts {
  readonly schema: 'facts/1';
  readonly county: string;
  readonly center: CenterFacts;
  readonly people: readonly PersonFacts[];
  readonly stays: readonly StayFacts[];
  readonly absences: readonly AbsenceFacts[];
  readonly assessments: readonly AssessmentFacts[];
  readonly services: readonly ServiceFacts[];
  readonly meals: readonly MealFacts[];
  readonly staff: readonly StaffFacts[];
  readonly projects: readonly ProjectFacts[];
  readonly beds: readonly BedFacts[];
  readonly decisions: readonly BureauDecision[];
}

export type Scalar = string | number | boolean;

/** One value for ever, or a list of values with their dates. */
export type Dated<T> =
  | T
  | readonly { readonly value: T; readonly from: string; readonly until?: string | null }[];

export type Attributes = Readonly<Record<string, Dated<Scalar> | null>>;

export interface CenterFacts {
  readonly id: string;
  readonly ownership?: Dated<string> | null;
  readonly forProfit?: boolean | null;
  readonly registeredBeds?: Dated<number> | null;
  readonly openedOn?: string | null;
  readonly filedOn?: string | null;
  readonly areaM2?: number | null;
  readonly grades?: readonly GradeFacts[];
  readonly attributes?: Attributes;
}

export interface GradeFacts {
  readonly scheme: string;
  readonly grade: string;
  readonly from: string;
  readonly until?: string | null;
}

export interface PersonFacts {
  readonly id: string;
  readonly sex?: 'M' | 'F' | null;
  readonly bornOn: string;
  readonly diedOn?: string | null;
  readonly householdCounty?: string | null;
  readonly categories?: readonly CategoryFacts[];
  readonly attributes?: Attributes;
}

export interface CategoryFacts {
  readonly code: string;
  readonly from: string;
  readonly until?: string | null;
}

export interface StayFacts {
  readonly id: string;
  readonly person: string;
  readonly bed?: string | null;
  readonly from: string;
  readonly until?: string | null;
}

export interface AbsenceFacts {
  readonly id: string;
  readonly stay: string;
  readonly kind: string;
  readonly from: string;
  readonly until?: string | null;
  /** Whether the bed was kept free meanwhile; unsaid, it was. */
  readonly bedHeld?: boolean | null;
}

export interface AssessmentFacts {
  readonly id: string;
  readonly person: string;
  readonly scale: string;
  readonly level: number | string;
  readonly kind: 'OFFICIAL' | 'INSTITUTION';
  readonly from: string;
  readonly until?: string | null;
}

export interface ServiceFacts {
  readonly id: string;
  readonly person: string;
  readonly type: string;
  readonly on: string;
  readonly minutes?: number | null;
  readonly valueFen?: number | null;
  readonly staff?: string | null;
}

export interface MealFacts {
  readonly id: string;
  readonly person: string;
  readonly on: string;
  readonly meal: string;
  readonly count?: number;
}

export interface StaffFacts {
  readonly id: string;
  readonly from: string;
  readonly until?: string | null;
  readonly certificates?: readonly CertificateFacts[];
  readonly attributes?: Attributes;
}

export interface CertificateFacts {
  readonly type: string;
  readonly level?: number | null;
  readonly from: string;
  readonly until?: string | null;
}

export interface ProjectFacts {
  readonly id: string;
  readonly kind: string;
  readonly areaM2?: number | null;
  /** A number, or the names (auditable). */
  readonly communities?: number | readonly string[] | null;
  readonly completedOn?: string | null;
  readonly ownInvestmentFen?: number | null;
  /** Digests of what is filed to prove it. No rule reads them; a line that was sent back is mended by another paper. */
  readonly papers?: readonly string[] | null;
  readonly attributes?: Attributes;
}

export interface BedFacts {
  readonly id: string;
  /** One that has changed is told with the days of each. */
  readonly type?: Dated<string> | null;
  readonly from?: string | null;
  readonly until?: string | null;
}

/** What the bureau settled on paper: the amount inside a range, or the option of an open question. */
export interface BureauDecision {
  readonly id: string;
  readonly program: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly month?: string | null;
  readonly amountFen: number;
  readonly on?: string | null;
  readonly document?: string | null;
}
