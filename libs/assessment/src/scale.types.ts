/** Words shown to people, in both languages of the product. The Chinese wording is our own shortening. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const words = (zh: string, en: string): Words => ({ zh, en });

/**
 * One answer that can be ticked. The id is what is stored: two options may carry the same points and still mean
 * different things (B.3.9 has two zeroes, only one of which is a coma).
 */
export interface ScaleOption {
  readonly id: string;
  readonly points: number;
  readonly text: Words;
}

export type DimensionId = 'B1' | 'B2' | 'B3' | 'B4';

export interface ScaleItem {
  readonly id: string;
  readonly dimension: DimensionId;
  readonly name: Words;
  /** What the item covers, or how it is asked. */
  readonly hint?: Words;
  /** Best first, as people read it. */
  readonly options: readonly ScaleOption[];
}

export interface ScaleDimension {
  readonly id: DimensionId;
  readonly name: Words;
  readonly items: readonly ScaleItem[];
}

export type FieldKind = 'single' | 'multi' | 'text' | 'number' | 'medications';

export interface FieldOption {
  readonly id: string;
  readonly text: Words;
  /** Ticking it excludes every other option of the field ("none", "unknown"). */
  readonly isExclusive?: true;
  /** What the report prints beside it, such as the ICD-10 range. */
  readonly code?: string;
}

export interface BackgroundField {
  /** The clause of annex A, "A.5.11". */
  readonly id: string;
  readonly section: 'A.1' | 'A.2' | 'A.3' | 'A.4' | 'A.5';
  readonly kind: FieldKind;
  readonly name: Words;
  readonly options?: readonly FieldOption[];
  /** Without it the report cannot be signed: it decides the level, or says why and on whose word. */
  readonly isRequired?: true;
  /** Asked only when that option of that field is ticked; then it is required. */
  readonly askedWhen?: { readonly field: string; readonly option: string };
  /** The wording of the options still has to be checked against the paper standard; the form says so. */
  readonly isToBeConfirmed?: true;
  readonly min?: number;
  readonly max?: number;
}

export interface Medication {
  readonly name: string;
  readonly method: string;
  readonly dose: string;
  readonly frequency: string;
}

/** Item id → option id. Partial while a draft is being filled. */
export type Answers = Readonly<Record<string, string>>;

export type BackgroundValue = string | number | readonly string[] | readonly Medication[];

/** Field id of annex A → what was entered. */
export type Background = Readonly<Record<string, BackgroundValue>>;
