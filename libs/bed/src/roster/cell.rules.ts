import {
  isLocalDate,
  fromDayNumber,
  type ErrorParams,
  type LocalDate,
  type Sex,
} from '@yibu/kernel';
import {
  CATEGORY_CODES,
  CATEGORY_NAMES,
  type CategoryCode,
  type Education,
  type IdType,
  type MaritalStatus,
  type Relation,
} from '@yibu/resident';

/** What a cell says, or why it cannot be read. Empty cells say null. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly rule: string; readonly params?: ErrorParams };

const said = <T>(value: T | null): CellReading<T> => ({ ok: true, value });
const refused = (rule: string, params?: ErrorParams): CellReading<never> => ({
  ok: false,
  rule,
  ...(params ? { params } : {}),
});

/** What people put into a cell that has nothing to say. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '不详',
  '未知',
  '暂无',
  '空',
  'n/a',
  'na',
  'null',
  'none',
]);

/** Full-width letters and digits, no-break and zero-width spaces, a leading apostrophe of spreadsheets. */
export const tidyCell = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^['’‘`]/, '')
    .trim();

export function readText(cell: string, max: number): CellReading<string> {
  // Chinese punctuation stays as it was typed: only names of fields and numbers are compared.
  const text = cell
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/^['’‘`]/, '');
  if (NOTHING.has(text.toLowerCase())) {
    return said<string>(null);
  }
  return [...text].length > max ? refused('maxLength', { max }) : said(text);
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 二〇二六年三月十五日 → 2026年3月15日. */
function arabic(text: string): string {
  return text
    .replaceAll('○', '〇')
    .replaceAll('零', '〇')
    .replaceAll('元年', '一年')
    .replace(
      /([一二三四五六七八九]?)十([一二三四五六七八九]?)/g,
      (_, tens: string, ones: string) => {
        const ten = tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens);
        return String(ten * 10 + (ones === '' ? 0 : CHINESE_DIGITS.indexOf(ones)));
      },
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}

const SEPARATED =
  /^(\d{4}|\d{2})\s?[-/.年、,]\s?(\d{1,2})\s?[-/.月、,]\s?(\d{1,2})\s?[日号]?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_ONLY = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?月?$/;
/** Days since 1899-12-30, as spreadsheets count: 1927 to 2064. A plain year is no day. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const SERIAL_EPOCH = 25_569;

/** 2026-03-01, 2026.3.1, 2026/3/1, 2026年3月1日, 20260301, 46082 (a spreadsheet's own day number) … */
export function readDate(cell: string): CellReading<LocalDate> {
  const text = tidyCell(cell);
  if (NOTHING.has(text.toLowerCase())) {
    return said<LocalDate>(null);
  }
  if (/农历|阴历|正月|腊月|初[一二三四五六七八九十]/.test(text)) {
    return refused('dateLunar');
  }
  const plain = arabic(text);
  const serial = SERIAL.exec(plain);
  if (serial) {
    return said(fromDayNumber(Number(serial[1]) - SERIAL_EPOCH));
  }
  const parts = SEPARATED.exec(plain) ?? COMPACT.exec(plain);
  if (!parts) {
    return refused(MONTH_ONLY.test(plain) ? 'dateNeedsDay' : 'dateUnreadable');
  }
  return dateOf(String(parts[1]), String(parts[2]), String(parts[3]));
}

function dateOf(year: string, month: string, day: string): CellReading<LocalDate> {
  if (year.length === 2) {
    return refused('dateNeedsYear');
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? said(date) : refused('dateNotInCalendar');
}

function oneOf<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
  rule: string,
): (cell: string) => CellReading<T> {
  const byWord = new Map(
    (Object.entries(words) as [T, readonly string[]][]).flatMap(([code, names]) =>
      [code as string, ...names].map((name) => [name.toLowerCase(), code] as const),
    ),
  );
  const allowed = (Object.values(words) as (readonly string[])[]).map(([first]) => first ?? '');
  return (cell) => {
    const text = tidyCell(cell).replaceAll(' ', '').toLowerCase();
    if (NOTHING.has(text) && !byWord.has(text)) {
      return said<T>(null);
    }
    const code = byWord.get(text);
    return code === undefined ? refused(rule, { allowed: allowed.join('、') }) : said(code);
  };
}

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
