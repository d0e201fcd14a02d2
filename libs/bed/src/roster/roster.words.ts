import type { ErrorParams } from '@yibu/kernel';
import { CELL_SENTENCES, sentenceFrom, type Locale, type Sentences } from '@yibu/platform';

import { HEADINGS, type RosterField, type RosterKind } from './roster.fields.js';
import type { RowRemark } from './row-reader.js';

/** Words for the files that leave the server finished. Screens take theirs from the client's catalogue. */
const SENTENCES: Sentences = {
  ...CELL_SENTENCES,
  wordLeftOut: {
    'zh-CN': '不认识“{word}”，这一格没有登记，可在老人档案里补填',
    en: '“{word}” is not known, so this cell is left out; it can be added in the file of the person',
  },
  countyUnknown: {
    'zh-CN': '不认识“{word}”，户籍区划没有登记；影响补贴时请填 6 位区划代码，如 140522',
    en: '“{word}” is not a county on file, so the area is left out; where the subsidy depends on it, give the 6-digit code, such as 140522',
  },
  categoryUnknown: {
    'zh-CN': '不认识类别“{word}”，请在检查结果里选定它是哪一类，或不是类别',
    en: '“{word}” is no known category; say in the result of the check which one it is, or that it is none',
  },
  phoneLeftOut: {
    'zh-CN': '“{word}”不是电话号码，没有登记',
    en: '“{word}” is not a phone number and is left out',
  },
  phoneDigits: {
    'zh-CN': '手机号应为 11 位，这里有 {count} 位，已照原样登记，请核对',
    en: 'a mobile number has 11 digits, this one has {count}; kept as written, please check',
  },
  phoneWords: {
    'zh-CN': '号码已登记，旁边的“{words}”没有登记',
    en: 'the number is kept; “{words}” beside it is left out',
  },
  ID_IS_PERMIT: {
    'zh-CN': '是港澳台居民居住证号码，请改证件类型',
    en: 'this is the number of a residence permit; change the kind of paper',
  },
  ID_IS_NO_PERMIT: {
    'zh-CN': '居住证应以 81、82、83 开头',
    en: 'the number of a residence permit starts with 81, 82 or 83',
  },
  ID_FORM: { 'zh-CN': '与这种证件的格式不符', en: 'does not have the form of this kind of paper' },
  SEX_CONTRADICTS_ID: {
    'zh-CN': '与身份证号里的性别不符',
    en: 'does not agree with the ID number',
  },
  BIRTH_CONTRADICTS_ID: {
    'zh-CN': '与身份证号里的出生日期不符',
    en: 'does not agree with the ID number',
  },
  idFirstGeneration: {
    'zh-CN': '是 15 位旧号，已补为 18 位',
    en: 'an old number of 15 digits; completed to 18',
  },
  duplicateInFile: { 'zh-CN': '与第 {row} 行是同一个人', en: 'the same person as in row {row}' },
  likelyTwin: {
    'zh-CN': '已有同名同生日的老人，证件不同，请核对',
    en: 'somebody with this name and birthday is on file with other papers; please check',
  },
  categoryNeedsDate: {
    'zh-CN': '有类别但没有起始日期',
    en: 'the category has no starting day',
  },
  categoryFromAdmission: {
    'zh-CN': '未填起始日期，按入住日 {from} 登记',
    en: 'left empty; the day of admission, {from}, is used',
  },
  phoneFirstOnly: {
    'zh-CN': '有两个号码，只保留第一个',
    en: 'two numbers; only the first is kept',
  },
  contactNeedsName: {
    'zh-CN': '有联系电话但没有联系人姓名，未登记',
    en: 'a phone without a name; the contact is left out',
  },
  contactWithoutPhone: {
    'zh-CN': '没有电话，不作为紧急联系人',
    en: 'no phone, so not an emergency contact',
  },
  scaleUnknown: { 'zh-CN': '不认识这个评估标准', en: 'this assessment scale is not known' },
  levelNotOfScale: {
    'zh-CN': '“{word}”不是评估等级，未登记等级',
    en: '“{word}” is not a level of the scale; the level is left out',
  },
  levelIncomplete: {
    'zh-CN': '缺少评估机构或评估日期，未登记等级',
    en: 'who assessed or on which day is missing; the level is left out',
  },
  levelWaits: {
    'zh-CN': '没有写有效期：等级登记后还要到“能力评估”里确认，确认前不计补贴',
    en: 'no validity is given: the level waits under Assessments until somebody accepts it, and no subsidy is paid on it before',
  },
  bedNeedsAdmission: {
    'zh-CN': '有床位但没有入住日期',
    en: 'there is a bed but no day of admission',
  },
  admissionNeedsBed: {
    'zh-CN': '有入住日期但没有床位，只建档不登记入住',
    en: 'there is a day of admission but no bed; the person is filed without a stay',
  },
  bedUnclear: {
    'zh-CN': '有 {count} 张床都叫这个名字，请写明楼栋楼层',
    en: '{count} beds have this name; add building and floor',
  },
  bedUnknown: { 'zh-CN': '中心没有床位 {bed}', en: 'the center has no bed {bed}' },
  buildingNeeded: { 'zh-CN': '新床位要有楼栋名称', en: 'a new bed needs the name of its building' },
  bedNotOpenYet: { 'zh-CN': '这张床 {openedOn} 才启用', en: 'this bed opened only on {openedOn}' },
  bedClosed: {
    'zh-CN': '这张床 {closedOn} 起已停用',
    en: 'this bed has been closed since {closedOn}',
  },
  bedTaken: {
    'zh-CN': '{from} 起由 {holder} 入住',
    en: '{holder} has been in this bed since {from}',
  },
  bedTwiceInFile: {
    'zh-CN': '第 {row} 行 {holder} 也住这张床',
    en: '{holder} in row {row} has this bed too',
  },
  stayOverlap: {
    'zh-CN': '与 {from} 起的另一段入住重叠',
    en: 'overlaps another stay that began on {from}',
  },
  stayDiffers: {
    'zh-CN': '系统里是 {from} 起入住，与表格不同，未改动',
    en: 'on file the stay began on {from}, unlike here; nothing was changed',
  },
  personDied: {
    'zh-CN': '这位老人 {diedOn} 已去世',
    en: 'this person died on {diedOn}',
  },
  personUnknown: {
    'zh-CN': '名册里没有这位老人，请先导入名册',
    en: 'this person is not on file; import the roster first',
  },
  personUnclear: {
    'zh-CN': '有 {count} 位同名老人，请填证件号码',
    en: '{count} people have this name; add the ID number',
  },
  nameDiffers: { 'zh-CN': '这个证件号码属于 {name}', en: 'this ID number belongs to {name}' },
  absenceOverlap: {
    'zh-CN': '与 {from} 起的另一次外出重叠',
    en: 'overlaps another absence that began on {from}',
  },
  absenceOutsideStay: { 'zh-CN': '这一天不在住养期内', en: 'this day is not within a stay' },
  changedMeanwhile: {
    'zh-CN': '检查之后情况有变，没有写入（{code}）',
    en: 'things changed after the check, so the row was not written ({code})',
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
  nation: 'Ethnic group',
  education: 'Education',
  marital: 'Marital status',
  building: 'Building',
  floor: 'Floor',
  room: 'Room',
  bed: 'Bed',
  admittedOn: 'Admitted on',
  categories: 'Categories',
  categoriesFrom: 'Category since',
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
  return `${fieldName(remark.field, locale)}${locale === 'en' ? ': ' : '：'}${sentence}`;
}

export const KIND_TITLES: Readonly<Record<RosterKind, Readonly<Record<Locale, string>>>> = {
  ROSTER: { 'zh-CN': '老人名册', en: 'Roster' },
  PAST_STAYS: { 'zh-CN': '历史入住', en: 'Past stays' },
  ABSENCES: { 'zh-CN': '外出和住院', en: 'Absences' },
};
