import { words, type ScaleItem, type ScaleOption, type Words } from '../scale.types.js';

/** `[id, zh, en]`; the points are the digits of the id, so "0a" and "0b" are both worth nothing. */
type OptionRow = readonly [id: string, zh: string, en: string];

export const options = (...rows: readonly OptionRow[]): readonly ScaleOption[] =>
  rows.map(([id, zh, en]) => ({ id, points: Number(id.charAt(0)), text: words(zh, en) }));

/** The five steps of help, used by the items that have no scale of their own. */
export const HELP_STEPS = options(
  ['4', '自己完成，不用人帮', 'Does it alone, without help'],
  ['3', '有人在旁提示或看着就能完成', 'Does it when prompted or watched'],
  ['2', '要人搭手，但主要靠自己', 'Needs a hand, does most of it'],
  ['1', '主要靠别人，自己能配合', 'Others do most of it, cooperates'],
  ['0', '全靠别人，也不能配合', 'Others do all of it, cannot cooperate'],
);

export interface ItemText {
  readonly id: string;
  readonly name: Words;
  readonly hint?: Words;
}

export const item = (
  dimension: ScaleItem['dimension'],
  text: ItemText,
  choices: readonly ScaleOption[],
): ScaleItem => ({ ...text, dimension, options: choices });
