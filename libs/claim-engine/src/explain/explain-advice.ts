import { nearest } from '../base/nearest.js';
import type { Params } from '../base/problem.js';
import type { Locale } from '../nodes/node.js';
import type { Advice } from '../pack/advise-pack.js';
import { CATEGORY_CODES, word } from './vocabulary.js';

type Pair = readonly [zh: (p: Params) => string, en: (p: Params) => string];
const s = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

function meant(p: Params, locale: Locale): string {
  const known = p.kind === 'category' ? CATEGORY_CODES : ((p.known ?? []) as string[]);
  const near = nearest(String(p.value), known);
  if (near === null) {
    return '';
  }
  return locale === 'zh'
    ? `，是否应为 ${near}（${word(near, locale)}）？`
    : `, did you mean ${near} (${word(near, locale)})?`;
}

/** The figures two bands share: 60 至 90, or 60 以上 where neither ends. */
function shared(p: Params, locale: Locale): string {
  const [from, to] = [Number(p.high), Number(p.low)].sort((one, other) => one - other) as [
    number,
    number,
  ];
  if (Number.isFinite(from) && Number.isFinite(to)) {
    return locale === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
  }
  const figure = Number.isFinite(from) ? from : to;
  const isUp = Number.isFinite(from);
  return locale === 'zh'
    ? `${figure} ${isUp ? '以上' : '以下'}`
    : `${figure} and ${isUp ? 'more' : 'less'}`;
}

const ADVICE: Readonly<Record<Advice['code'], Pair>> = {
  BANDS_OVERLAP: [
    (p) =>
      `与第 ${s(p.row)} 行的档次重叠（${shared(p, 'zh')}）：${p.pick === 'HIGHEST' ? '取高者' : '取排在前面的一行'}；“不满”用 below，“以上”用 atLeast`,
    (p) =>
      `shares figures with row ${s(p.row)} (${shared(p, 'en')}): ${p.pick === 'HIGHEST' ? 'the higher' : 'the first of the list'} pays; write below for 不满, atLeast for 以上`,
  ],
  BANDS_GAP: [
    (p) =>
      `与第 ${s(p.row)} 行之间有空档（${s(p.low)} 与 ${s(p.high)} 之间），落在其中的不发：如不是本意，请把上一档的上限改为 below ${s(p.high)}`,
    (p) =>
      `leaves a gap after row ${s(p.row)}: who lies between ${s(p.low)} and ${s(p.high)} gets nothing. If that is not meant, end the lower band with below ${s(p.high)}`,
  ],
  ROW_NEVER_REACHED: [
    (p) => `第 ${s(p.row)} 行没有条件，总是先用它，本行用不到：请把没有条件的一行放在最后`,
    (p) => `is never reached: row ${s(p.row)} has no condition and takes everybody; put it last`,
  ],
  DATED_GAP: [
    (p) => `${s(p.from)} 至 ${s(p.until)} 没有标准，期间不发：如不是本意，请删去 until`,
    (p) =>
      `no figure holds from ${s(p.from)} to ${s(p.until)}: leave out until if that is not meant`,
  ],
  PERCENT_AS_FRACTION: [
    (p) => `${s(p.value)} 按百分数读，即 ${s(p.value)}%：80% 请写 80`,
    (p) => `${s(p.value)} is read as ${s(p.value)} percent: write 80 for 80 %`,
  ],
  FEN_AS_YUAN: [
    (p) => `金额以分为单位，${s(p.value)} 即 ${Number(p.value) / 100} 元：200 元请写 20000`,
    (p) =>
      `money is in fen: ${s(p.value)} is ${Number(p.value) / 100} yuan; write 20000 for 200 yuan`,
  ],
  PARTS_NOT_HUNDRED: [
    (p) => `份额合计 ${s(p.sum)}，不是 100：份额按比例分摊，总会分完；请核对是否漏了一方`,
    (p) =>
      `the parts add up to ${s(p.sum)}, not 100: they are proportions and pay the whole line; is a payer missing?`,
  ],
  COUNTS_EVERY_DAY: [
    (p) =>
      `没有写达到多少才算运营，每个日历日都计，开业前的也计：请写 ${s(p.oneOf)} 之一（如每天至少10份餐）`,
    (p) =>
      `says not what a day of operation is: every day of the calendar counts, also before the opening; give one of ${s(p.oneOf)}`,
  ],
  ABSENCE_OVER_YEAR: [
    (p) =>
      `每次 ${s(p.value)} 天多于全年 ${s(p.year)} 天：只有跨年的一次住院或请假才会用到，请核对两个数字是否写反`,
    (p) =>
      `${s(p.value)} days each time are more than the ${s(p.year)} of a year: only an absence from one year into the next reaches them; are the two the wrong way round?`,
  ],
  ATTRIBUTE_WITHOUT_WORD: [
    (p) =>
      `登记项“${s(p.name)}”没有中文名称，界面和计算说明只能显示代码：请在 attributes 中写 of: ${s(p.of)}、name、label 和 kind: ${s(p.kind)}`,
    (p) =>
      `"${s(p.name)}" has no word: screens and explanations show the code. Declare it under attributes with of: ${s(p.of)}, name, label and kind: ${s(p.kind)}`,
  ],
  ATTRIBUTE_OTHERWISE: [
    (p) =>
      `登记项“${s(p.name)}”声明为 ${s(p.declared)}，规则却按 ${s(p.used)} 判断，登记的值不会符合`,
    (p) =>
      `"${s(p.name)}" is declared ${s(p.declared)} and tested as ${s(p.used)}: what is recorded will not pass`,
  ],
  ATTRIBUTE_NOT_ASKED: [
    (p) => `登记项“${s(p.name)}”（${s(p.of)}）没有规则用到`,
    (p) => `"${s(p.name)}" of ${s(p.of)} is asked by no rule`,
  ],
  CODE_UNUSUAL: [
    (p) => `“${s(p.value)}”不是常用代码${meant(p, 'zh')}只有事实中写同样代码的才符合`,
    (p) =>
      `"${s(p.value)}" is no usual code${meant(p, 'en') || ':'} only facts with the same code pass`,
  ],
};

/** What an author should look at once more, and what would be usual. */
export const explainAdvice = (advice: Advice, locale: Locale): string =>
  locale === 'zh'
    ? `${advice.path}：${ADVICE[advice.code][0](advice.params)}`
    : `${advice.path}: ${ADVICE[advice.code][1](advice.params)}`;
