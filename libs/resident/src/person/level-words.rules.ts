import { isLevelOf, SCALES, type ScaleId } from '@yibu/assessment';

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()[\]《》“”"·./-]/g, '');

const SCALE_WORDS: readonly (readonly [RegExp, ScaleId])[] = [
  [/42195|老年人能力评估规范|国标/, 'GBT42195'],
  [/MZT?039|行业标准|民政行标/, 'MZT039'],
  [/长期护理|长护|37号/, 'LTC'],
  [/BARTHEL|巴氏|BADL/, 'BARTHEL'],
];

/** Which scale a paper names; null: none that is known. */
export function scaleOfWords(text: string): ScaleId | null {
  const words = tidy(text);
  return SCALE_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** 3, 3级, 重度失能, 能力重度受损 … of one scale. A class of a policy (半失能) is no level of any scale: null. */
export function levelOfWords(scale: ScaleId, text: string): number | null {
  const words = tidy(text);
  const digits = /^(\d{1,3})(级|分)?$/.exec(words);
  if (digits) {
    const level = Number(digits[1]);
    return isLevelOf(scale, level) ? level : null;
  }
  const named = SCALES[scale].levels.find(({ name }) => {
    const known = tidy(name.zh);
    return known === words || (known.includes(words) && words.length >= 4) || words.includes(known);
  });
  return named?.level ?? null;
}
