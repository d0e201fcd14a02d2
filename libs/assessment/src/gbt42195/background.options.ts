import { words, type FieldOption } from '../scale.types.js';

type Row = readonly [id: string, zh: string, en: string, code?: string];

export const choices = (...rows: readonly Row[]): readonly FieldOption[] =>
  rows.map(([id, zh, en, code]) => ({
    id,
    text: words(zh, en),
    ...(code === undefined ? {} : { code }),
  }));

/** Options of which ticking one excludes all others. */
export const alone = (...rows: readonly Row[]): readonly FieldOption[] =>
  choices(...rows).map((option) => ({ ...option, isExclusive: true as const }));

export const NO_YES = choices(['NO', '无', 'No'], ['YES', '有', 'Yes']);

/** How often an event happened in the last 30 days; "three or more" counts as three. */
export const EVENT_TIMES = choices(
  ['0', '无', 'None'],
  ['1', '1 次', 'Once'],
  ['2', '2 次', 'Twice'],
  ['3', '3 次及以上', 'Three times or more'],
);
