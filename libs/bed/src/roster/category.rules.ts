import { NOTHING, tidyCell } from '@yibu/platform';
import { CATEGORY_CODES, CATEGORY_NAMES, type CategoryCode } from '@yibu/resident';

const WRITTEN: Readonly<Partial<Record<CategoryCode, string>>> = {
  LOW_INCOME:
    '城市低保 农村低保 城镇低保 城乡低保 最低生活保障 享受低保 低保A类 低保B类 低保C类 一类低保 二类低保 三类低保',
  DESTITUTE:
    '特困供养 城市特困 农村特困 特困集中供养 特困分散供养 集中供养 分散供养 集中特困 分散特困 政府供养 五保 五保供养 三无',
  LIVING_ALONE: '独居',
  EMPTY_NEST: '空巢',
  LEFT_BEHIND: '留守',
  LOST_ONLY_CHILD: '失独 失独家庭',
  DISABILITY: '残疾 轻残 三级残疾 四级残疾 残疾三级 残疾四级',
  SEVERE_DISABILITY:
    '重度残疾 重残 一级残疾 二级残疾 残疾一级 残疾二级 一二级残疾 一、二级残疾 重度残疾一级 重度残疾二级',
  VETERAN: '优抚 重点优抚 烈属 伤残军人 残疾军人 复员军人 在乡复员军人 三属 参战参试',
  FAMILY_PLANNING_SPECIAL:
    '计生特扶 计划生育特殊 计生特殊 计生特殊家庭 特扶 计划生育特别扶助 特别扶助',
  DEMENTIA: '痴呆 老年痴呆 认知症 认知障碍 失智 失智症 阿尔茨海默 阿尔茨海默症 阿尔茨海默病',
};

/** Ordinary people are of no category: lists say who pays, or where somebody worked. */
const NO_CATEGORY = new Set(
  '普通 社会 一般 正常 自费 全自费 自费入住 普通自费 自筹 自理费用 社会化 社会化代养 社会代养 社会寄养 代养 寄养 托养 社会自费 公费 医保 职工医保 居民医保 城乡居民 城镇居民 农村居民 居民 村民 农民 城镇职工 职工 退休 离退休 退休职工 退休干部 退休工人 退休教师 退休金 养老金 企业退休 事业退休 城镇 农村 非低保 否 没有 其他 其它'.split(
    ' ',
  ),
);
/** 低保户, 低保老人 and 低保对象 are 低保. */
const ENDING = /(?:老人|老年人|人员|人|户|对象|家庭|者|身份)$/;

const CATEGORY_BY_WORD = new Map<string, CategoryCode>([
  ...CATEGORY_CODES.flatMap((code) =>
    [code, CATEGORY_NAMES['zh-CN'][code], CATEGORY_NAMES.en[code]].map(
      (word) => [word.toLowerCase(), code] as const,
    ),
  ),
  ...(Object.entries(WRITTEN) as [CategoryCode, string][]).flatMap(([code, words]) =>
    words.split(' ').map((word) => [word.toLowerCase(), code] as const),
  ),
]);

const isNone = (word: string): boolean => NOTHING.has(word) || NO_CATEGORY.has(word);

/** A word as it stands, without what stands behind it in brackets, and without its ending. */
const formsOf = (written: string): readonly string[] => {
  const word = written.toLowerCase();
  const plain = word.replace(/\(.*?\)/g, '');
  return [word, plain, plain.replace(ENDING, ''), word.replace(ENDING, '')];
};

export interface ReadCategories {
  readonly value: readonly CategoryCode[] | null;
  /** Words that name no category and that nobody has settled yet, as they were written. */
  readonly unknown: readonly string[];
}

/** What a manager says of a word that a list uses and we do not know: one of the categories, or none of them. */
export interface SettledWord {
  readonly word: string;
  readonly code: CategoryCode | null;
}

export const MAX_WORD = 20;
/** Between words of one remark; no word holds it, because it parts the words of a cell. */
export const BETWEEN_WORDS = '、';

const sameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Several in one cell, however they are separated. */
export function readCategories(cell: string, settled: readonly SettledWord[] = []): ReadCategories {
  const codes = new Set<CategoryCode>();
  const unknown: string[] = [];
  const whole = CATEGORY_BY_WORD.get(tidyCell(cell).toLowerCase());
  const words = whole === undefined ? tidyCell(cell).split(/[、,，;；/|+& ]|和|及/) : [whole];
  for (const written of words.map((word) => word.trim())) {
    const forms = formsOf(written);
    const code = forms.map((form) => CATEGORY_BY_WORD.get(form)).find((one) => one !== undefined);
    const word = written.slice(0, MAX_WORD);
    const said = settled.find((one) => sameWord(one.word, word));
    const meant = code ?? said?.code;
    if (meant) {
      codes.add(meant);
    } else if (said === undefined && !forms.some(isNone)) {
      unknown.push(word);
    }
  }
  return { value: codes.size === 0 ? null : [...codes], unknown };
}

/** For the history. */
export const wordsText = (words: readonly SettledWord[]): string =>
  words
    .map(({ word, code }) => `${word} = ${code === null ? '—' : CATEGORY_NAMES['zh-CN'][code]}`)
    .join('；')
    .slice(0, 1000);
