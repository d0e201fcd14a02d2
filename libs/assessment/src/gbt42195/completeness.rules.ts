import type { Answers, Background, BackgroundField } from '../scale.types.js';
import { BACKGROUND_FIELDS } from './background.form.js';
import { ITEMS } from './form.js';

/** Every item must be answered: the standard has no "not applicable". In the order of the form. */
export const missingItems = (answers: Answers): string[] =>
  ITEMS.filter((item) => answers[item.id] === undefined).map((item) => item.id);

export const missingFields = (background: Background): string[] =>
  BACKGROUND_FIELDS.filter(
    (field) => isNeeded(field, background) && isEmpty(field, background),
  ).map((field) => field.id);

/** A follow-up question is part of the form only while the tick that raises it stands. */
export function isAsked(field: BackgroundField, background: Background): boolean {
  return (
    field.askedWhen === undefined ||
    hasTick(background, field.askedWhen.field, field.askedWhen.option)
  );
}

export function hasTick(background: Background, field: string, option: string): boolean {
  const value = background[field];
  return Array.isArray(value) ? value.some((tick) => tick === option) : value === option;
}

function isNeeded(field: BackgroundField, background: Background): boolean {
  return field.askedWhen === undefined ? field.isRequired === true : isAsked(field, background);
}

function isEmpty(field: BackgroundField, background: Background): boolean {
  const value = background[field.id];
  if (value === undefined) {
    return true;
  }
  return Array.isArray(value) ? value.length === 0 : String(value).trim() === '';
}
