import type { ErrorParams } from '@yibu/kernel';

import type { Locale } from '../access/scope.js';

export type Sentences = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** What may be wrong with a cell of any list, for the files that leave the server finished. */
export const CELL_SENTENCES: Sentences = {
  isNotEmpty: { 'zh-CN': '没有填写', en: 'not filled in' },
  maxLength: { 'zh-CN': '太长，最多 {max} 个字', en: 'too long, at most {max} characters' },
  notAfter: { 'zh-CN': '不能晚于 {limit}', en: 'cannot be later than {limit}' },
  notBefore: { 'zh-CN': '不能早于 {limit}', en: 'cannot be earlier than {limit}' },
  untilBeforeFrom: { 'zh-CN': '结束日期应晚于开始日期', en: 'the end must be after the beginning' },
  oneOf: {
    'zh-CN': '不认识这个词，可填：{allowed}',
    en: 'this word is not known; use one of {allowed}',
  },
  dateUnreadable: {
    'zh-CN': '不是日期，请写成 2026-03-01',
    en: 'not a date; write it as 2026-03-01',
  },
  dateNeedsDay: {
    'zh-CN': '缺少日，请写到某一天',
    en: 'the day is missing; write year, month and day',
  },
  dateNeedsYear: { 'zh-CN': '年份请写四位', en: 'write the year with four digits' },
  dateNotInCalendar: { 'zh-CN': '日历上没有这一天', en: 'there is no such day in the calendar' },
  dateLunar: {
    'zh-CN': '是农历，请改为公历日期',
    en: 'this is a lunar date; give the Gregorian one',
  },
  ID_LENGTH: {
    'zh-CN': '应为 18 位（旧证 15 位）',
    en: 'must have 18 characters (15 on old cards)',
  },
  ID_CHARACTERS: {
    'zh-CN': '只能有数字，末位可为 X',
    en: 'may only contain digits, with X allowed at the end',
  },
  ID_BIRTH_DATE: { 'zh-CN': '第 7 到 14 位不是日期', en: 'characters 7 to 14 are not a date' },
  ID_CHECK_DIGIT: {
    'zh-CN': '校验位不对，请对照证件核对',
    en: 'the check digit is wrong; compare with the card',
  },
  ID_SCIENTIFIC: {
    'zh-CN': '被表格改成科学计数法，后几位已丢失，请按文本重填',
    en: 'the spreadsheet turned it into a number and lost its last digits; enter it again as text',
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
