import { fen, formatYuan } from '@yibu/kernel';
import type { Params } from '../base/problem.js';
import type { Locale } from '../nodes/node.js';
import { word, wordsOf } from './vocabulary.js';

export type Sentence = (p: Params) => string;
export type Pair = readonly [zh: Sentence, en: Sentence];

export const zh = (code: unknown): string => word(code, 'zh');
export const en = (code: unknown): string => word(code, 'en');
export const list = (codes: unknown, locale: Locale): string => wordsOf(codes, locale);
export const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
export const yuan = (value: unknown): string => formatYuan(fen(number(value)));

/** A sentence begins with a capital. */
export const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "机构面积（㎡）" is a column of figures; in a sentence the unit stands behind the figure. */
const UNIT = /\s*[（(](%|㎡|m²|层|人\/餐)[）)]$/;

/** A condition on a figure, as a clerk says it: 机构面积不低于200㎡; area of the center (m²): at least 200. */
export function figureWanted(name: string, p: Params, locale: Locale): string {
  if (p.unit === 'fen' && (p.above === 0 || p.atLeast === 1)) {
    return locale === 'zh' ? `${name}大于0元` : `${name}: more than 0 yuan`;
  }
  const unit = UNIT.exec(name)?.[1] ?? '';
  const bare = name.replace(UNIT, '');
  return locale === 'zh'
    ? `${bare}${bounds(p, locale, p.unit === 'fen' ? '元' : unit)}`
    : `${bare}: ${bounds(p, locale, p.unit === 'fen' ? ' yuan' : unit === 'm²' ? ' m²' : unit)}`;
}

/** 所在楼层（层） and 2: 所在楼层为2层. */
export const valueWithUnit = (name: string, value: string): string =>
  `${name.replace(UNIT, '')}为${value}${UNIT.exec(name)?.[1] ?? ''}`;

export function bounds(p: Params, locale: Locale, unit?: string): string {
  const isZh = locale === 'zh';
  const sign = unit ?? (p.unit === 'percent' ? '%' : '');
  const show = (value: unknown): string =>
    `${p.unit === 'fen' ? yuan(value) : String(value)}${sign}`;
  const parts = [
    p.atLeast == null ? '' : isZh ? `不低于${show(p.atLeast)}` : `at least ${show(p.atLeast)}`,
    p.above == null ? '' : isZh ? `超过${show(p.above)}` : `more than ${show(p.above)}`,
    p.atMost == null ? '' : isZh ? `不超过${show(p.atMost)}` : `at most ${show(p.atMost)}`,
    p.below == null ? '' : isZh ? `低于${show(p.below)}` : `less than ${show(p.below)}`,
  ];
  return parts.filter((part) => part !== '').join(isZh ? '、' : ' and ');
}

/** What the pack itself calls it, else the general word. */
export const named = (p: Params, code: unknown, locale: Locale): string =>
  String((locale === 'zh' ? p.nameZh : p.nameEn) ?? word(code, locale));

/** The recorded value of an attribute. */
export const valued = (p: Params, locale: Locale): string =>
  String((locale === 'zh' ? p.valueZh : p.valueEn) ?? word(p.value, locale));

export const measured = (p: Params, locale: Locale): string => {
  const name = named(p, p.field ?? p.measure, locale);
  const value =
    p.unit === 'fen' ? yuan(p.value) : `${String(p.value)}${p.unit === 'percent' ? '%' : ''}`;
  return locale === 'zh' ? `${name}为${value}` : `${name}: ${value}`;
};

export const ages = (p: Params, locale: Locale): string => {
  const low =
    p.atLeast == null
      ? ''
      : locale === 'zh'
        ? `满${String(p.atLeast)}周岁`
        : `${String(p.atLeast)} or over`;
  const high =
    p.below == null
      ? ''
      : locale === 'zh'
        ? `不满${String(p.below)}周岁`
        : `under ${String(p.below)}`;
  return [low, high].filter((part) => part !== '').join(locale === 'zh' ? '、' : ', ');
};

const unitBehind = (p: Params, locale: Locale): string => {
  const unit = String((locale === 'zh' ? p.unitZh : p.unitEn) ?? '');
  return unit === '' || locale === 'zh' ? unit : ` ${unit}`;
};

export const wanted = (p: Params, locale: Locale): string => {
  const said = (locale === 'zh' ? p.inZh : p.inEn) ?? p.in;
  const values = Array.isArray(said) && said.length > 0 ? [list(said, locale)] : [];
  const isMoney = p.kind === 'MONEY';
  const unit = isMoney ? (locale === 'zh' ? '元' : ' yuan') : unitBehind(p, locale);
  const range = bounds(
    { ...p, above: null, below: null, unit: isMoney ? 'fen' : null },
    locale,
    unit,
  );
  return [...values, ...(range === '' ? [] : [range])].join(', ');
};

export const partial = (p: Params): Pair => {
  const counted = number(p.n) > 0;
  const away: readonly [string, string] =
    number(p.absent) > 0
      ? [`（另有${String(p.absent)}天不在）`, ` (away on ${String(p.absent)} more)`]
      : ['', ''];
  const days = [
    `${String(p.from)}起在住${String(p.days)}天${away[0]}`,
    `${String(p.days)} resident days from ${String(p.from)} on${away[1]}`,
  ] as const;
  const rules: Readonly<Record<string, readonly [string, string]>> = {
    DAYS_AT_LEAST: counted
      ? [`满${String(p.limit)}天，计一个月`, `${String(p.limit)} are enough: counted as a month`]
      : [`不满${String(p.limit)}天，不计`, `fewer than ${String(p.limit)}: not counted`],
    PER_DAY: [
      `按${String(p.days)}/${String(p.of)}计`,
      `counted as ${String(p.days)}/${String(p.of)} of the span`,
    ],
    DAYS_OF_30: [
      `按每月30天折算为${String(p.n)}/${String(p.d)}`,
      `counted as ${String(p.n)}/${String(p.d)} by days of 30`,
    ],
    ANY_DAY: counted ? ['住一天即计', 'one day is enough'] : ['未住一天', 'not a single day'],
    FULL_MONTH: counted
      ? ['住满整月', 'a whole month']
      : ['未住满整月，不计', 'not a whole month: not counted'],
  };
  const exits: Readonly<Record<string, readonly [string, string]>> = {
    ZERO: ['离院或去世当月不计', 'the month of discharge or death does not count'],
    FULL_MONTH: ['离院或去世当月计整月', 'the month of discharge or death counts whole'],
  };
  const entries: Readonly<Record<string, readonly [string, string]>> = {
    ZERO: ['入住当月不计', 'the month of admission does not count'],
    FULL_MONTH: ['入住当月计整月', 'the month of admission counts whole'],
  };
  // Of a longer unit they settle the last month or the first alone.
  const end = exits[String(p.exit)] ?? entries[String(p.entry)];
  const exit = number(p.days) > 0 ? end : undefined;
  const isLong = number(p.of) > 31;
  const told = [...(exit === undefined || isLong ? [rules[String(p.rule)]] : []), exit];
  const rule = (locale: 0 | 1, comma: string): string =>
    told.flatMap((pair) => (pair === undefined ? [] : [pair[locale]])).join(comma);
  const [ruleZh, ruleEn] = [rule(0, '，'), rule(1, '; ')];
  return [() => `${days[0]}，${ruleZh}`, () => `${days[1]}; ${ruleEn}`];
};

const STAY_METHODS: Readonly<Record<string, readonly [string, string]>> = {
  ANNIVERSARY: ['按对应日', 'by the corresponding day'],
  ANNIVERSARY_OR_DAYS: [
    '多段住养，按对应日或累计天数',
    'several stays, by corresponding day or sum of days',
  ],
  DAYS: ['按累计天数', 'by the sum of days'],
  COUNTED_MONTHS: ['按计发月数', 'by counted months'],
};

export const stay = (p: Params, locale: Locale): string => {
  const [methodZh, methodEn] = STAY_METHODS[String(p.method)] ?? ['', ''];
  return locale === 'zh'
    ? `自${String(p.yearFrom)}起的年度内住养${String(p.from)}至${String(p.until)}（不含当日），计${String(p.days)}天，${methodZh}`
    : `in the year from ${String(p.yearFrom)}: stayed from ${String(p.from)} until ${String(p.until)} (that day not included), ${String(p.days)} days, ${methodEn}`;
};

/** What was recorded with up to three decimals is kept in thousandths: 10000/1000 beds are 10, a score of 85000/100000 is 85/100. */
export function fraction(p: Params): string {
  const isThousandths = number(p.d) > 0 && number(p.d) % 1000 === 0;
  const [n, d] = isThousandths ? [number(p.n) / 1000, number(p.d) / 1000] : [p.n, p.d];
  return d === 1 ? String(n) : `${String(n)}/${String(d)}`;
}

const ONES: ReadonlySet<string> = new Set(
  'meal day hour bed center project person-month bed-month center-year staff'.split(' '),
);

/** So many of a unit: 31 days, 1 day, 28/30 person-month. */
export function units(p: Params): string {
  const count = fraction(p);
  const unit = String(p.unit);
  const isMany = /^\d+$/.test(count) && count !== '1';
  if (!isMany) {
    return `${count} ${en(unit)}`;
  }
  return `${count} ${unit === 'person' ? 'people' : `${en(unit)}${ONES.has(unit) ? 's' : ''}`}`;
}

export const sayFraction = (n: number, d: number): string => fraction({ n, d });
