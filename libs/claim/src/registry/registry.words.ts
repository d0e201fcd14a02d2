import { CELL_SENTENCES, sentenceFrom, type Locale, type Sentences } from '@yibu/platform';

import { headingOf, type RegistryField, type RegistryKind } from './registry.fields.js';
import type { PlanRemark } from './registry-plan.rules.js';

/** Words for the files that leave the server finished. Screens take theirs from the client's catalogue. */
const SENTENCES: Sentences = {
  ...CELL_SENTENCES,
  formerNeedsCorrect: {
    'zh-CN': '写了原日期，请填“更正”',
    en: 'must say CORRECT beside a former date',
  },
  twiceInFile: {
    'zh-CN': '与第 {row} 行是同一人同一事项，但内容不同',
    en: 'contradicts row {row} about the same person',
  },
  nothingToWithdraw: { 'zh-CN': '名单里没有可以撤销的这一条', en: 'names nothing to withdraw' },
  nothingToCorrect: { 'zh-CN': '名单里没有可以更正的这一条', en: 'names nothing to correct' },
  alreadyListed: { 'zh-CN': '{on} 的这一条已经在名单里', en: 'is listed already for {on}' },
  deathKnown: {
    'zh-CN': '此前名单的日期是 {on}；确需更正，请在“处理”列填“更正”',
    en: 'differs from {on} of an earlier list; write CORRECT to replace it',
  },
  withdrawnBefore: {
    'zh-CN': '这一条已于 {on} 撤销；确需恢复，请在“处理”列填“新增”',
    en: 'was withdrawn on {on}; write ADD to bring it back',
  },
  correctedBefore: {
    'zh-CN': '这一条已于 {on} 更正为别的内容；确需恢复，请在“处理”列填“新增”',
    en: 'was corrected on {on}; write ADD to bring it back',
  },
};

const ENGLISH: Readonly<Record<RegistryField, string>> = {
  name: 'Name',
  idNumber: 'ID number',
  diedOn: 'Died on',
  crematedOn: 'Cremated on',
  direction: 'Direction',
  movedOn: 'Moved on',
  support: 'Support',
  supportFrom: 'From',
  supportUntil: 'Until',
  hospital: 'Hospital',
  admittedOn: 'Admitted on',
  dischargedOn: 'Discharged on',
  place: 'Place',
  deed: 'Deed',
  formerOn: 'Former on',
  note: 'Note',
};

export const fieldName = (field: RegistryField, locale: Locale): string =>
  locale === 'en' ? ENGLISH[field] : headingOf(field);

/** 死亡日期：不是日期 */
export function remarkText(remark: PlanRemark, locale: Locale): string {
  const sentence = sentenceFrom(SENTENCES, {
    rule: remark.rule,
    params: remark.params ?? {},
    locale,
  });
  if (remark.field === null) {
    return sentence;
  }
  const name = fieldName(remark.field, locale);
  return `${name}${locale === 'en' ? ': ' : '：'}${sentence}`;
}

export const KIND_TITLES: Readonly<Record<RegistryKind, Readonly<Record<Locale, string>>>> = {
  DEATH: { 'zh-CN': '死亡和火化名单', en: 'Deaths and cremations' },
  HOUSEHOLD: { 'zh-CN': '户籍迁移名单', en: 'Household moves' },
  SUPPORT: { 'zh-CN': '低保特困名单', en: 'Low income and destitute' },
  INPATIENT: { 'zh-CN': '住院名单', en: 'Inpatients' },
};
