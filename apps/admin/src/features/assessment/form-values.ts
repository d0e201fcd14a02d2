import type { SaveAssessmentInput } from '../../gql/graphql.js';
import type { AssessmentRecord } from './assessment.queries.js';
import type {
  AbilityForm,
  BackgroundField,
  Dimension,
} from '../../shared/assessment/ability-form.queries.js';
import { medicationsOf, ticksOf, type FieldValue } from '../../shared/assessment/field-value.js';

export interface FormValues {
  readonly assessedOn: string;
  readonly place: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly background: Readonly<Record<string, FieldValue>>;
}

export function valuesOf(record: AssessmentRecord): FormValues {
  return {
    assessedOn: record.assessedOn,
    place: record.place ?? '',
    answers: Object.fromEntries(record.answers.map(({ itemId, optionId }) => [itemId, optionId])),
    background: Object.fromEntries(
      record.background.map(({ fieldId, text, number, ticks, medications }) => [
        fieldId,
        text ?? number ?? medications ?? ticks ?? '',
      ]),
    ),
  };
}

function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === undefined || (Array.isArray(value) ? value.length === 0 : String(value).trim() === '')
  );
}

/** A follow-up question belongs to the form only while the tick that raises it stands. */
export function isAsked(field: BackgroundField, values: FormValues): boolean {
  const { askedWhenField, askedWhenOption } = field;
  if (!askedWhenField || !askedWhenOption) {
    return true;
  }
  const value = values.background[askedWhenField];
  return Array.isArray(value)
    ? ticksOf(value).includes(askedWhenOption)
    : value === askedWhenOption;
}

export function toInput(
  values: FormValues,
  fields: readonly BackgroundField[],
  at: { readonly id: string; readonly version: number },
): SaveAssessmentInput {
  return {
    ...at,
    assessedOn: values.assessedOn,
    place: values.place.trim() === '' ? null : values.place.trim(),
    answers: Object.entries(values.answers).map(([itemId, optionId]) => ({ itemId, optionId })),
    background: fields
      .filter((field) => isAsked(field, values) && !isEmpty(values.background[field.id]))
      .map((field) => entryOf(field, values.background[field.id])),
  };
}

function entryOf(field: BackgroundField, value: FieldValue | undefined) {
  switch (field.kind) {
    case 'single':
    case 'text':
      return { fieldId: field.id, text: String(value) };
    case 'number':
      return { fieldId: field.id, number: Number(value) };
    case 'multi':
      return { fieldId: field.id, ticks: [...ticksOf(value)] };
    case 'medications':
      return {
        fieldId: field.id,
        medications: medicationsOf(value).map(({ name, method, dose, frequency }) => ({
          name,
          method,
          dose,
          frequency,
        })),
      };
  }
}

export type PartId = 'A1' | 'B1' | 'B2' | 'B3' | 'B4' | 'A4' | 'SIGN';

export interface Part {
  readonly id: PartId;
  readonly dimension: Dimension | null;
  readonly fields: readonly BackgroundField[];
}

/** The parts in the order in which two people at a bedside go through them. */
export function partsOf(form: AbilityForm): readonly Part[] {
  const fields = form.background.flatMap((section) => section.fields);
  const inSections = (sections: readonly string[]): readonly BackgroundField[] =>
    fields.filter((field) => sections.includes(field.section));
  return [
    { id: 'A1', dimension: null, fields: inSections(['A.1', 'A.2', 'A.3']) },
    ...form.dimensions.map((dimension) => ({
      id: dimension.id as PartId,
      dimension,
      fields: [],
    })),
    { id: 'A4', dimension: null, fields: inSections(['A.4', 'A.5']) },
    { id: 'SIGN', dimension: null, fields: [] },
  ];
}

export interface Progress {
  readonly done: number;
  readonly all: number;
  /** Ids of what still has to be filled, in the order of the part. */
  readonly missing: readonly string[];
}

/** Optional fields are no debt: only what signing asks for counts. */
export function progressOf(part: Part, values: FormValues): Progress {
  const items = (part.dimension?.items ?? []).map((item) => ({
    id: item.id,
    isDone: values.answers[item.id] !== undefined,
  }));
  const fields = part.fields
    .filter((field) => field.isRequired && isAsked(field, values))
    .map((field) => ({ id: field.id, isDone: !isEmpty(values.background[field.id]) }));
  const entries = [...items, ...fields];
  const missing = entries.filter((entry) => !entry.isDone).map(({ id }) => id);
  return { done: entries.length - missing.length, all: entries.length, missing };
}

/** Points so far, for information: the server scores the signed form. */
export function pointsOf(dimension: Dimension, values: FormValues): number {
  return dimension.items.reduce((sum, item) => {
    const ticked = item.options.find(({ id }) => id === values.answers[item.id]);
    return sum + (ticked?.points ?? 0);
  }, 0);
}
