import type { FieldProblem } from '@yibu/kernel';

import type { BackgroundField, ScaleItem } from '../scale.types.js';
import { fieldById } from './background.form.js';
import { itemById, maxPoints } from './form.js';

/** Longest text a field of the form takes: four printed lines. */
export const MAX_TEXT = 200;
/** Rows of the medication table; the form prints twelve. */
export const MAX_MEDICATIONS = 30;

/** Whether what was ticked exists on the form at all. A draft may be incomplete, never malformed. */
export function problemsOfAnswers(answers: Readonly<Record<string, unknown>>): FieldProblem[] {
  return Object.entries(answers).flatMap(([id, option]) => {
    const path = `answers.${id}`;
    const item = itemById(id);
    if (item === undefined) {
      return [{ path, rule: 'itemUnknown' }];
    }
    return item.options.some((known) => known.id === option)
      ? []
      : [unknownOption(path, item, option)];
  });
}

/** Most items run to 4, some only to 3, 2 or 1: the refusal says how far this one goes. */
function unknownOption(path: string, item: ScaleItem, option: unknown): FieldProblem {
  const max = maxPoints(item);
  return typeof option === 'string' && Number(option) > max
    ? { path, rule: 'aboveMax', params: { max } }
    : { path, rule: 'optionUnknown', params: { options: item.options.map((known) => known.id) } };
}

export function problemsOfBackground(
  background: Readonly<Record<string, unknown>>,
): FieldProblem[] {
  return Object.entries(background).flatMap(([id, value]) => {
    const field = fieldById(id);
    const path = `background.${id}`;
    if (field === undefined) {
      return [{ path, rule: 'fieldUnknown' }];
    }
    const rule = brokenRule(field, value);
    return rule === null ? [] : [{ path, ...rule }];
  });
}

type Broken = Pick<FieldProblem, 'rule' | 'params'>;

function brokenRule(field: BackgroundField, value: unknown): Broken | null {
  switch (field.kind) {
    case 'single':
      return hasOption(field, value) ? null : { rule: 'optionUnknown' };
    case 'multi':
      return brokenTicks(field, value);
    case 'text':
      return isShortText(value) ? null : { rule: 'text', params: { max: MAX_TEXT } };
    case 'number':
      return brokenNumber(field, value);
    case 'medications':
      return areMedications(value)
        ? null
        : { rule: 'medications', params: { max: MAX_MEDICATIONS } };
  }
}

const hasOption = (field: BackgroundField, value: unknown): boolean =>
  (field.options ?? []).some((option) => option.id === value);

const isShortText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= MAX_TEXT;

function brokenTicks(field: BackgroundField, value: unknown): Broken | null {
  if (!Array.isArray(value) || !value.every((tick) => hasOption(field, tick))) {
    return { rule: 'optionUnknown' };
  }
  return new Set(value).size === value.length ? null : { rule: 'tickedTwice' };
}

function brokenNumber(field: BackgroundField, value: unknown): Broken | null {
  const min = field.min ?? 0;
  const max = field.max ?? Number.MAX_SAFE_INTEGER;
  const isInRange =
    typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;
  return isInRange ? null : { rule: 'range', params: { min, max } };
}

const MEDICATION_COLUMNS = ['name', 'method', 'dose', 'frequency'] as const;

function areMedications(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MAX_MEDICATIONS && value.every(isMedication);
}

function isMedication(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) {
    return false;
  }
  const entries = new Map<string, unknown>(Object.entries(row));
  return (
    entries.size === MEDICATION_COLUMNS.length &&
    MEDICATION_COLUMNS.every((column) => isShortText(entries.get(column)))
  );
}
