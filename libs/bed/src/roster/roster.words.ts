import type { ErrorParams } from '@yibu/kernel';
import { CELL_SENTENCES, sentenceFrom, type Locale, type Sentences } from '@yibu/platform';

import { HEADINGS, type RosterField, type RosterKind } from './roster.fields.js';
import type { RowRemark } from './row-reader.js';

/** Words for the files that leave the server finished. Screens take theirs from the client's catalogue. */
const SENTENCES: Sentences = {
  ...CELL_SENTENCES,
  phone: { 'zh-CN': '不是电话号码', en: 'is no phone number' },
  countyCode: { 'zh-CN': '请填 6 位行政区划代码，如 140522', en: 'must be a 6-digit area code' },
  ID_IS_PERMIT: {
    'zh-CN': '是港澳台居民居住证号码，请改证件类型',
    en: 'is a residence permit; change the kind of paper',
  },
  ID_IS_NO_PERMIT: {
    'zh-CN': '居住证应以 81、82、83 开头',
    en: 'is no residence permit (81, 82, 83)',
  },
  ID_FORM: { 'zh-CN': '与这种证件的格式不符', en: 'does not have the form of this paper' },
  SEX_CONTRADICTS_ID: { 'zh-CN': '与身份证号里的性别不符', en: 'contradicts the ID number' },
  BIRTH_CONTRADICTS_ID: { 'zh-CN': '与身份证号里的出生日期不符', en: 'contradicts the ID number' },
  idFirstGeneration: {
    'zh-CN': '是 15 位旧号，已补为 18 位',
    en: 'has 15 digits; completed to 18',
  },
  duplicateInFile: { 'zh-CN': '与第 {row} 行是同一个人', en: 'is the same person as in row {row}' },
  likelyTwin: {
    'zh-CN': '已有同名同生日的老人，证件不同，请核对',
    en: 'has the name and birthday of another file',
  },
  categoryUnknown: {
    'zh-CN': '“{word}”不是类别，可填：{allowed}',
    en: '“{word}” is no category; use {allowed}',
  },
  categoryNeedsDate: {
    'zh-CN': '有类别但没有起始日期',
    en: 'is needed: since when the category holds',
  },
  categoryFromAdmission: {
    'zh-CN': '未填起始日期，按入住日 {from} 登记',
    en: 'is empty; the admission day {from} is taken',
  },
  phoneFirstOnly: { 'zh-CN': '有两个号码，只保留第一个', en: 'has two numbers; the first is kept' },
  contactNeedsName: {
    'zh-CN': '有联系电话但没有联系人姓名，未登记',
    en: 'is empty; the phone is left out',
  },
  contactWithoutPhone: {
    'zh-CN': '没有电话，不作为紧急联系人',
    en: 'is empty; no emergency contact',
  },
  scaleUnknown: { 'zh-CN': '不认识这个评估标准', en: 'is no known scale' },
  levelNotOfScale: {
    'zh-CN': '“{word}”不是评估等级，未登记等级',
    en: '“{word}” is no level of the scale; left out',
  },
  levelIncomplete: {
    'zh-CN': '缺少评估机构或评估日期，未登记等级',
    en: 'has no issuer or day; left out',
  },
  levelWaits: {
    'zh-CN': '没有写有效期：等级登记后还要到“能力评估”里确认，确认前不计补贴',
    en: 'has no validity: the level waits under Assessments until somebody accepts it, and pays nothing before',
  },
  bedNeedsAdmission: { 'zh-CN': '有床位但没有入住日期', en: 'is needed beside a bed' },
  admissionNeedsBed: {
    'zh-CN': '有入住日期但没有床位，只建档不登记入住',
    en: 'is empty; the person is entered without a stay',
  },
  bedUnclear: {
    'zh-CN': '有 {count} 张床都叫这个名字，请写明楼栋楼层',
    en: 'names {count} beds; add building and floor',
  },
  bedUnknown: { 'zh-CN': '中心没有床位 {bed}', en: 'is unknown: {bed}' },
  buildingNeeded: { 'zh-CN': '新床位要有楼栋名称', en: 'is needed for a new bed' },
  bedNotOpenYet: { 'zh-CN': '这张床 {openedOn} 才启用', en: 'is a bed only since {openedOn}' },
  bedClosed: { 'zh-CN': '这张床 {closedOn} 起已停用', en: 'is no bed since {closedOn}' },
  bedTaken: { 'zh-CN': '{from} 起由 {holder} 入住', en: 'is {holder}’s since {from}' },
  bedTwiceInFile: {
    'zh-CN': '第 {row} 行 {holder} 也住这张床',
    en: 'is also {holder}’s in row {row}',
  },
  stayOverlap: { 'zh-CN': '与 {from} 起的另一段入住重叠', en: 'overlaps the stay from {from}' },
  stayDiffers: {
    'zh-CN': '系统里是 {from} 起入住，与表格不同，未改动',
    en: 'differs from the stay since {from}; not changed',
  },
  personDied: {
    'zh-CN': '这位老人 {diedOn} 已去世',
    en: 'belongs to somebody who died on {diedOn}',
  },
  personUnknown: {
    'zh-CN': '名册里没有这位老人，请先导入名册',
    en: 'is not in the roster; import that first',
  },
  personUnclear: {
    'zh-CN': '有 {count} 位同名老人，请填证件号码',
    en: 'fits {count} people; add the ID number',
  },
  nameDiffers: { 'zh-CN': '这个证件号码属于 {name}', en: 'differs: the number is {name}’s' },
  absenceOverlap: {
    'zh-CN': '与 {from} 起的另一次外出重叠',
    en: 'overlaps the absence from {from}',
  },
  absenceOutsideStay: { 'zh-CN': '这一天不在住养期内', en: 'is outside every stay' },
  changedMeanwhile: {
    'zh-CN': '检查之后情况有变，没有写入（{code}）',
    en: 'was refused when written ({code})',
  },
};

const ENGLISH: Readonly<Partial<Record<RosterField, string>>> = {
  name: 'Name',
  idType: 'Kind of paper',
  idNumber: 'ID number',
  noIdReason: 'Why no papers',
  sex: 'Sex',
  bornOn: 'Birth date',
  phone: 'Phone',
  householdCounty: 'Household area',
  householdAddress: 'Address',
  education: 'Education',
  marital: 'Marital status',
  building: 'Building',
  floor: 'Floor',
  room: 'Room',
  bed: 'Bed',
  admittedOn: 'Admitted on',
  categories: 'Categories',
  categoriesFrom: 'Categories from',
  contactName: 'Contact name',
  contactRelation: 'Contact relation',
  contactPhone: 'Contact phone',
  level: 'Level',
  levelScale: 'Scale',
  levelKind: 'Level kind',
  levelIssuer: 'Issuer',
  levelOn: 'Assessed on',
  levelUntil: 'Valid until',
  note: 'Note',
  fromOn: 'From',
  untilOn: 'Until',
  endKind: 'End kind',
  absenceKind: 'Kind',
  reason: 'Reason',
};

export const fieldName = (field: RosterField, locale: Locale): string =>
  (locale === 'en' ? ENGLISH[field] : HEADINGS[field][0]) ?? field;

export const sentenceOf = (rule: string, params: ErrorParams, locale: Locale): string =>
  sentenceFrom(SENTENCES, { rule, params, locale });

/** 出生日期：不是日期 */
export function remarkText(remark: RowRemark, locale: Locale): string {
  const sentence = sentenceOf(remark.rule, remark.params ?? {}, locale);
  if (remark.field === null) {
    return sentence;
  }
  return locale === 'en'
    ? `${fieldName(remark.field, locale)} ${sentence}`
    : `${fieldName(remark.field, locale)}：${sentence}`;
}

export const KIND_TITLES: Readonly<Record<RosterKind, Readonly<Record<Locale, string>>>> = {
  ROSTER: { 'zh-CN': '老人名册', en: 'Roster' },
  PAST_STAYS: { 'zh-CN': '历史入住', en: 'Past stays' },
  ABSENCES: { 'zh-CN': '外出和住院', en: 'Absences' },
};
