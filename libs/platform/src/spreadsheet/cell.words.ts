import type { ErrorParams } from '@yibu/kernel';

import type { Locale } from '../access/scope.js';

export type Sentences = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** What may be wrong with a cell of any list, for the files that leave the server finished. */
export const CELL_SENTENCES: Sentences = {
  isNotEmpty: { 'zh-CN': '没有填写', en: 'is empty' },
  maxLength: { 'zh-CN': '太长，最多 {max} 个字', en: 'is longer than {max} characters' },
  notAfter: { 'zh-CN': '不能晚于 {limit}', en: 'is later than {limit}' },
  notBefore: { 'zh-CN': '不能早于 {limit}', en: 'is earlier than {limit}' },
  untilBeforeFrom: { 'zh-CN': '结束日期应晚于开始日期', en: 'is not after the beginning' },
  oneOf: { 'zh-CN': '不认识这个词，可填：{allowed}', en: 'is no known word; use one of {allowed}' },
  dateUnreadable: { 'zh-CN': '不是日期，请写成 2026-03-01', en: 'is no date; write 2026-03-01' },
  dateNeedsDay: { 'zh-CN': '缺少日，请写到某一天', en: 'has no day; write year, month and day' },
  dateNeedsYear: { 'zh-CN': '年份请写四位', en: 'needs a year of four digits' },
  dateNotInCalendar: { 'zh-CN': '日历上没有这一天', en: 'is not in the calendar' },
  dateLunar: { 'zh-CN': '是农历，请改为公历日期', en: 'is a lunar date; use the Gregorian one' },
  ID_LENGTH: {
    'zh-CN': '应为 18 位（旧证 15 位）',
    en: 'must have 18 characters (15 on old cards)',
  },
  ID_CHARACTERS: { 'zh-CN': '只能有数字，末位可为 X', en: 'may only have digits and a final X' },
  ID_BIRTH_DATE: { 'zh-CN': '第 7 到 14 位不是日期', en: 'has no date in characters 7 to 14' },
  ID_CHECK_DIGIT: {
    'zh-CN': '校验位不对，请对照证件核对',
    en: 'fails its check digit; compare the card',
  },
  ID_SCIENTIFIC: {
    'zh-CN': '被表格改成科学计数法，后几位已丢失，请按文本重填',
    en: 'lost digits as a number; enter it as text',
  },
  personName: { 'zh-CN': '不像姓名', en: 'does not look like a name' },
};

export function sentenceFrom(
  sentences: Sentences,
  said: { readonly rule: string; readonly params: ErrorParams; readonly locale: Locale },
): string {
  const sentence = sentences[said.rule]?.[said.locale] ?? said.rule;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(said.params[key] ?? ''));
}
