import type { Sex } from '@yibu/kernel';
import { NOTHING, oneOf, refused, said, tidyCell, type CellReading } from '@yibu/platform';
import {
  CATEGORY_CODES,
  CATEGORY_NAMES,
  type CategoryCode,
  type Education,
  type IdType,
  type MaritalStatus,
  type Relation,
} from '@yibu/resident';

/** First word of each list: what the template offers. */
export const WORDS = {
  sex: { M: ['男', '男性', '1', 'male'], F: ['女', '女性', '2', 'female'] } satisfies Record<
    Sex,
    string[]
  >,
  idType: {
    CITIZEN: ['居民身份证', '身份证', '二代身份证', '公民身份证', '户口簿'],
    RESIDENCE_PERMIT: ['港澳台居民居住证', '居住证'],
    HK_MACAU_PASS: ['港澳居民来往内地通行证', '回乡证', '港澳通行证'],
    TAIWAN_PASS: ['台湾居民来往大陆通行证', '台胞证'],
    PASSPORT: ['护照'],
    FOREIGN_PR: ['外国人永久居留身份证', '永久居留证'],
    NONE: ['无证件', '无身份证', '无户口'],
  } satisfies Record<IdType, string[]>,
  education: {
    ILLITERATE: ['文盲', '不识字', '半文盲'],
    PRIMARY: ['小学'],
    JUNIOR: ['初中'],
    SENIOR: ['高中、技校、中专', '高中', '技校', '中专', '职高', '高中/技校/中专'],
    COLLEGE: ['大学专科及以上', '大专', '专科', '本科', '大学', '研究生', '大专及以上'],
    UNKNOWN: ['不详'],
  } satisfies Record<Education, string[]>,
  marital: {
    UNMARRIED: ['未婚'],
    MARRIED: ['已婚', '有配偶', '初婚', '再婚', '复婚'],
    WIDOWED: ['丧偶'],
    DIVORCED: ['离婚', '离异'],
    UNSTATED: ['未说明'],
  } satisfies Record<MaritalStatus, string[]>,
  relation: {
    SELF: ['本人'],
    SPOUSE: ['配偶', '丈夫', '妻子', '老伴', '夫妻', '爱人'],
    SON: ['儿子', '子', '长子', '次子', '三子', '父子', '母子', '小儿子', '大儿子', '子女'],
    DAUGHTER: ['女儿', '女', '长女', '次女', '三女', '父女', '母女', '小女儿', '大女儿'],
    CHILD_IN_LAW: ['儿媳、女婿', '儿媳', '女婿', '儿媳妇'],
    GRANDCHILD: ['孙辈', '孙子', '孙女', '外孙', '外孙女', '外孙子'],
    PARENT: ['父母', '父亲', '母亲'],
    SIBLING: ['兄弟姐妹', '兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹', '兄弟', '姐妹'],
    OTHER_RELATIVE: ['其他亲属', '侄子', '侄女', '外甥', '外甥女', '亲属', '亲戚', '叔侄'],
    FRIEND: ['朋友', '邻居', '同事'],
    COMMITTEE: ['村（居）委会', '村委会', '居委会', '社区', '村委', '村(居)委会', '村干部'],
    EMPLOYED_CARER: ['雇佣照护者', '保姆'],
    CIVIL_AFFAIRS: ['民政部门', '民政', '民政局', '民政所'],
    OTHER: ['其他'],
  } satisfies Record<Relation, string[]>,
  endKind: {
    DISCHARGE: ['退住', '离院', '离开', '回家', '出院', '转院', '转走', '退院', '合同到期'],
    DEATH: ['去世', '死亡', '过世', '病逝', '病故', '离世', '亡故'],
  },
  absenceKind: {
    HOSPITAL: ['住院', '就医', '住院治疗', '看病', '转院治疗'],
    HOME_LEAVE: ['请假回家', '请假', '回家', '探亲', '外出', '事假'],
  },
  levelKind: {
    OFFICIAL: ['政府组织评估', '官方', '官方评估', '民政评估', '政府评估', '第三方评估'],
    INSTITUTION: ['机构自评', '机构评估', '自评', '本机构评估'],
  },
} as const;

export const readSex = oneOf<Sex>(WORDS.sex, 'oneOf');
export const readIdType = oneOf<IdType>(WORDS.idType, 'oneOf');
export const readEducation = oneOf<Education>(WORDS.education, 'oneOf');
export const readMarital = oneOf<MaritalStatus>(WORDS.marital, 'oneOf');
export const readRelation = oneOf<Relation>(WORDS.relation, 'oneOf');
export const readEndKind = oneOf<'DISCHARGE' | 'DEATH'>(WORDS.endKind, 'oneOf');
export const readAbsenceKind = oneOf<'HOSPITAL' | 'HOME_LEAVE'>(WORDS.absenceKind, 'oneOf');
export const readLevelKind = oneOf<'OFFICIAL' | 'INSTITUTION'>(WORDS.levelKind, 'oneOf');

const CATEGORY_ALIASES: Readonly<Record<string, CategoryCode>> = {
  低保户: 'LOW_INCOME',
  低保对象: 'LOW_INCOME',
  城市低保: 'LOW_INCOME',
  农村低保: 'LOW_INCOME',
  最低生活保障: 'LOW_INCOME',
  特困供养: 'DESTITUTE',
  特困人员: 'DESTITUTE',
  五保: 'DESTITUTE',
  五保户: 'DESTITUTE',
  三无: 'DESTITUTE',
  独居老人: 'LIVING_ALONE',
  空巢老人: 'EMPTY_NEST',
  留守老人: 'LEFT_BEHIND',
  失独家庭: 'LOST_ONLY_CHILD',
  残疾人: 'DISABILITY',
  优抚: 'VETERAN',
  重度残疾: 'SEVERE_DISABILITY',
  重残老人: 'SEVERE_DISABILITY',
  计生特扶: 'FAMILY_PLANNING_SPECIAL',
  计划生育特殊家庭: 'FAMILY_PLANNING_SPECIAL',
  计生特殊: 'FAMILY_PLANNING_SPECIAL',
  痴呆: 'DEMENTIA',
  认知症: 'DEMENTIA',
  失智老人: 'DEMENTIA',
};

/** Ordinary people are of no category; lists say so in many ways. */
const NO_CATEGORY = new Set([
  '普通',
  '社会老人',
  '自费',
  '社会',
  '一般',
  '普通老人',
  '正常',
  '其他',
]);

const CATEGORY_BY_WORD = new Map<string, CategoryCode>([
  ...CATEGORY_CODES.flatMap((code) =>
    [code, CATEGORY_NAMES['zh-CN'][code], CATEGORY_NAMES.en[code].toLowerCase()].map(
      (word) => [word, code] as const,
    ),
  ),
  ...Object.entries(CATEGORY_ALIASES),
]);

/** Several in one cell, however they are separated. */
export function readCategories(cell: string): CellReading<readonly CategoryCode[]> {
  const words = tidyCell(cell)
    .split(/[、,，;；/|+&]|和|及/)
    .map((word) => word.trim())
    .filter((word) => !NOTHING.has(word.toLowerCase()) && !NO_CATEGORY.has(word));
  const codes = words.map(
    (word) => CATEGORY_BY_WORD.get(word) ?? CATEGORY_BY_WORD.get(word.toLowerCase()),
  );
  const unknown = words.find((_, index) => codes[index] === undefined);
  if (unknown !== undefined) {
    const allowed = CATEGORY_CODES.map((code) => CATEGORY_NAMES['zh-CN'][code]).join('、');
    return refused('categoryUnknown', { word: unknown.slice(0, 20), allowed });
  }
  return said(codes.length === 0 ? null : [...new Set(codes as CategoryCode[])]);
}

/** Six digits, as numbers and with the zeros of twelve-digit area codes. */
export function readCounty(cell: string): CellReading<string> {
  const text = tidyCell(cell).replace(/\.0$/, '').replaceAll(' ', '');
  if (NOTHING.has(text.toLowerCase())) {
    return said<string>(null);
  }
  const code = /^(\d{6})(0{6})?$/.exec(text);
  return code?.[1] === undefined ? refused('countyCode') : said(code[1]);
}
