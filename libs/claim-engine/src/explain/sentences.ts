import { fen, formatYuan } from '@yibu/kernel';
import type { Params } from '../base/problem.js';
import type { Locale } from '../nodes/node.js';
import { word, wordsOf } from './vocabulary.js';

type Sentence = (p: Params) => string;
type Pair = readonly [zh: Sentence, en: Sentence];

const zh = (code: unknown): string => word(code, 'zh');
const en = (code: unknown): string => word(code, 'en');
const list = (codes: unknown, locale: Locale): string => wordsOf(codes, locale);
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
export const yuan = (value: unknown): string => formatYuan(fen(number(value)));

function bounds(p: Params, locale: Locale): string {
  const isZh = locale === 'zh';
  const show = (value: unknown): string =>
    p.unit === 'fen' ? yuan(value) : `${String(value)}${p.unit === 'percent' ? '%' : ''}`;
  const parts = [
    p.atLeast == null ? '' : isZh ? `不低于${show(p.atLeast)}` : `at least ${show(p.atLeast)}`,
    p.above == null ? '' : isZh ? `超过${show(p.above)}` : `more than ${show(p.above)}`,
    p.atMost == null ? '' : isZh ? `不超过${show(p.atMost)}` : `at most ${show(p.atMost)}`,
    p.below == null ? '' : isZh ? `低于${show(p.below)}` : `less than ${show(p.below)}`,
  ];
  return parts.filter((part) => part !== '').join(isZh ? '、' : ' and ');
}

const measured = (p: Params, locale: Locale): string => {
  const name = word(p.field ?? p.measure, locale);
  const value =
    p.unit === 'fen' ? yuan(p.value) : `${String(p.value)}${p.unit === 'percent' ? '%' : ''}`;
  return locale === 'zh' ? `${name}为${value}` : `${name}: ${value}`;
};

const ages = (p: Params, locale: Locale): string => {
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

const wanted = (p: Params, locale: Locale): string => {
  const values = Array.isArray(p.in) && p.in.length > 0 ? [list(p.in, locale)] : [];
  const range = bounds({ ...p, above: null, below: null, unit: null }, locale);
  return [...values, ...(range === '' ? [] : [range])].join(', ');
};

const partial = (p: Params): Pair => {
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
  const [ruleZh, ruleEn] = rules[String(p.rule)] ?? ['', ''];
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

const stay = (p: Params, locale: Locale): string => {
  const [methodZh, methodEn] = STAY_METHODS[String(p.method)] ?? ['', ''];
  return locale === 'zh'
    ? `自${String(p.yearFrom)}起的年度内住养${String(p.from)}至${String(p.until)}（不含当日），计${String(p.days)}天，${methodZh}`
    : `in the year from ${String(p.yearFrom)}: stayed from ${String(p.from)} until ${String(p.until)} (that day not included), ${String(p.days)} days, ${methodEn}`;
};

const fraction = (p: Params): string =>
  number(p.d) === 1 ? String(p.n) : `${String(p.n)}/${String(p.d)}`;

/** Every code of a trace, in both languages. A test demands that none is missing. */
export const SENTENCES: Readonly<Record<string, Pair>> = {
  NOT_IN_FORCE: [
    (p) => `政策自${String(p.from)}起执行，本期不适用`,
    (p) => `the rule is in force from ${String(p.from)}: not yet or no longer`,
  ],
  NOT_COMPLETED: [() => '项目尚未竣工', () => 'the project is not completed'],
  NONE_OF: [
    (p) => `${String(p.count)}个可选条件均不满足`,
    (p) => `none of ${String(p.count)} alternatives holds`,
  ],
  EXCLUSION_DOES_NOT_APPLY: [() => '不属于排除情形', () => 'no exclusion applies'],
  EXCLUSION_APPLIES: [() => '属于排除情形', () => 'an exclusion applies'],
  AGE_PASSED: [
    (p) => `${String(p.on)}时${String(p.age)}周岁，符合${ages(p, 'zh')}`,
    (p) => `aged ${String(p.age)} on ${String(p.on)}: ${ages(p, 'en')}`,
  ],
  AGE_FAILED: [
    (p) => `${String(p.on)}时${String(p.age)}周岁，不符合${ages(p, 'zh')}`,
    (p) => `aged ${String(p.age)} on ${String(p.on)}: not ${ages(p, 'en')}`,
  ],
  CATEGORY_PASSED: [(p) => `属于${list(p.held, 'zh')}`, (p) => `belongs to: ${list(p.held, 'en')}`],
  CATEGORY_FAILED: [
    (p) => `不属于${list(p.wanted, 'zh')}`,
    (p) => `does not belong to: ${list(p.wanted, 'en')}`,
  ],
  CLASS_PASSED: [(p) => `当月类别为${zh(p.class)}`, (p) => `class of the month: ${en(p.class)}`],
  CLASS_FAILED: [
    (p) => `当月类别为${zh(p.class)}，需为${list(p.wanted, 'zh')}`,
    (p) => `class of the month: ${en(p.class)}; ${list(p.wanted, 'en')} is needed`,
  ],
  NO_VALID_ASSESSMENT: [
    () => '当月有在住日没有有效的能力评估',
    () => 'on some resident day of the month no assessment was valid',
  ],
  LEVEL_UNMAPPED: [
    () => '评估等级在政策包中没有对应类别，需民政局确定',
    () => 'the pack maps the assessed level to no class: the bureau has to say',
  ],
  HOUSEHOLD_PASSED: [
    (p) => `户籍${String(p.household)}符合`,
    (p) => `household ${String(p.household)} fits`,
  ],
  HOUSEHOLD_FAILED: [
    (p) => `户籍${String(p.household ?? '不明')}不在${list(p.wanted, 'zh')}`,
    (p) => `household ${String(p.household ?? 'unknown')} is not in ${list(p.wanted, 'en')}`,
  ],
  STAY_IN_YEAR_PASSED: [
    (p) => `${stay(p, 'zh')}，于${String(p.reachedOn)}达到${String(p.limitMonths)}个月且已超过`,
    (p) =>
      `${stay(p, 'en')}; ${String(p.limitMonths)} months were reached on ${String(p.reachedOn)} and exceeded`,
  ],
  STAY_IN_YEAR_FAILED: [
    (p) =>
      p.from === null
        ? '年度内没有住养'
        : `${stay(p, 'zh')}，未超过${String(p.limitMonths)}个月（须住过${String(p.mustPass)}）`,
    (p) =>
      p.from === null
        ? 'no stay in the year'
        : `${stay(p, 'en')}: not more than ${String(p.limitMonths)} months (it must go beyond ${String(p.mustPass)})`,
  ],
  STAY_IN_YEAR_NOT_YET: [
    (p) => `于${String(p.reachedOn)}达到，自次月起计发`,
    (p) => `reached on ${String(p.reachedOn)}: paid from the month after`,
  ],
  STAY_DAYS_NEAR_LIMIT: [
    (p) => `年度住养${String(p.days)}天，接近界线（${String(p.low)}至${String(p.high)}天）`,
    (p) =>
      `${String(p.days)} days in the year, near the limit (${String(p.low)} to ${String(p.high)})`,
  ],
  FIELD_PASSED: [
    (p) => `${zh(p.field)}为${zh(p.value)}，符合`,
    (p) => `${en(p.field)} is ${en(p.value)}, as required`,
  ],
  FIELD_FAILED: [
    (p) => `${zh(p.field)}为${zh(p.value)}，需为${list(p.wanted, 'zh')}`,
    (p) => `${en(p.field)} is ${en(p.value)}; ${list(p.wanted, 'en')} is needed`,
  ],
  FIELD_MISSING: [(p) => `没有登记${zh(p.field)}`, (p) => `${en(p.field)} is not recorded`],
  ATTRIBUTE_PASSED: [
    (p) => `${zh(p.name)}：${zh(p.value)}，符合`,
    (p) => `${en(p.name)}: ${en(p.value)}, as required`,
  ],
  ATTRIBUTE_FAILED: [
    (p) => `${zh(p.name)}：${zh(p.value)}，要求${wanted(p, 'zh')}`,
    (p) => `${en(p.name)}: ${en(p.value)}, required: ${wanted(p, 'en')}`,
  ],
  ATTRIBUTE_MISSING: [(p) => `没有${zh(p.name)}的证明`, (p) => `${en(p.name)} is not shown`],
  GRADE_PASSED: [
    (p) => `评估级别为${String(p.grade)}`,
    (p) => `evaluated grade: ${String(p.grade)}`,
  ],
  GRADE_FAILED: [
    (p) => `评估级别为${String(p.grade)}，需为${list(p.wanted, 'zh')}`,
    (p) => `evaluated grade: ${String(p.grade)}; ${list(p.wanted, 'en')} is needed`,
  ],
  GRADE_PART_OF_UNIT: [
    (p) => `评估级别未覆盖${String(p.from)}至${String(p.until)}全期`,
    (p) => `the grade does not cover all of ${String(p.from)} to ${String(p.until)}`,
  ],
  CERTIFICATE_PASSED: [
    (p) => `持有${String(p.type)}证书`,
    (p) => `holds the certificate ${String(p.type)}`,
  ],
  CERTIFICATE_FAILED: [
    (p) => `没有有效的${String(p.type)}证书`,
    (p) => `no valid certificate ${String(p.type)}`,
  ],
  COMPARE_PASSED: [
    (p) => `${measured(p, 'zh')}，符合${bounds(p, 'zh')}`,
    (p) => `${measured(p, 'en')}, ${bounds(p, 'en')}: fulfilled`,
  ],
  COMPARE_FAILED: [
    (p) => `${measured(p, 'zh')}，要求${bounds(p, 'zh')}`,
    (p) => `${measured(p, 'en')}, required: ${bounds(p, 'en')}`,
  ],
  COMPARE_UNKNOWN: [
    (p) => `没有登记${zh(p.field ?? p.measure)}，无法判断（要求${bounds(p, 'zh')}）`,
    (p) => `${en(p.field ?? p.measure)} is not recorded (required: ${bounds(p, 'en')})`,
  ],
  MONTHS_COUNTED: [(p) => partial(p)[0](p), (p) => partial(p)[1](p)],
  MONTHS_NOT_COUNTED: [(p) => partial(p)[0](p), (p) => partial(p)[1](p)],
  QUANTITY_MEASURED: [
    (p) => `${zh(p.measure)}计${fraction(p)}${zh(p.unit)}`,
    (p) => `${en(p.measure)}: ${fraction(p)} ${en(p.unit)}`,
  ],
  RATE: [(p) => `标准${yuan(p.fen)}元`, (p) => `rate ${yuan(p.fen)} yuan`],
  RATE_BY_NOTICE: [
    (p) => `按县级通知，标准${yuan(p.fen)}元`,
    (p) => `rate ${yuan(p.fen)} yuan by county notice`,
  ],
  RATE_RANGE: [
    (p) => `标准为${yuan(p.minFen)}至${yuan(p.maxFen)}元，没有计算公式，须以民政局决定为准`,
    (p) =>
      `between ${yuan(p.minFen)} and ${yuan(p.maxFen)} yuan, without a formula: the bureau decides`,
  ],
  RATE_OF_VALUE: [
    (p) => `按金额的${String(p.percent)}%，计${yuan(p.fen)}元`,
    (p) => `${String(p.percent)}% of the value: ${yuan(p.fen)} yuan`,
  ],
  NO_ROW_APPLIES: [() => '没有适用的标准', () => 'no rate applies'],
  RATE_TIMES_QUANTITY: [
    (p) => `${yuan(p.rateFen)}元 × ${fraction(p)}${zh(p.unit)} = ${yuan(p.amountFen)}元`,
    (p) => `${yuan(p.rateFen)} yuan × ${fraction(p)} ${en(p.unit)} = ${yuan(p.amountFen)} yuan`,
  ],
  ADJUST_MULTIPLY: [
    (p) =>
      `乘以${p.percent === null ? fraction(p) : `${String(p.percent)}%`}，${yuan(p.beforeFen)}元变为${yuan(p.afterFen)}元`,
    (p) =>
      `times ${p.percent === null ? fraction(p) : `${String(p.percent)}%`}: ${yuan(p.beforeFen)} becomes ${yuan(p.afterFen)} yuan`,
  ],
  ADJUST_ADD: [
    (p) => `另加${yuan(p.addFen)}元，合计${yuan(p.afterFen)}元`,
    (p) => `plus ${yuan(p.addFen)} yuan: ${yuan(p.afterFen)} yuan`,
  ],
  ADJUST_CAP: [
    (p) =>
      p.afterFen === p.beforeFen
        ? `未超过限额${yuan(p.limitFen)}元`
        : `以${yuan(p.limitFen)}元为限，计${yuan(p.afterFen)}元`,
    (p) =>
      p.afterFen === p.beforeFen
        ? `within the limit of ${yuan(p.limitFen)} yuan`
        : `at most ${yuan(p.limitFen)} yuan: ${yuan(p.afterFen)} yuan`,
  ],
  ADJUST_FLOOR: [
    (p) => `不低于${yuan(p.limitFen)}元，计${yuan(p.afterFen)}元`,
    (p) => `at least ${yuan(p.limitFen)} yuan: ${yuan(p.afterFen)} yuan`,
  ],
  ADJUST_DEDUCT: [
    (p) => `扣除${yuan(p.deductFen)}元，余${yuan(p.afterFen)}元`,
    (p) => `less ${yuan(p.deductFen)} yuan: ${yuan(p.afterFen)} yuan`,
  ],
  ROUNDED: [(p) => `取整为${yuan(p.afterFen)}元`, (p) => `rounded to ${yuan(p.afterFen)} yuan`],
  LIMITED_WITH_OTHERS: [
    (p) =>
      `与其他项目合并受限（${String(p.rule)}），${yuan(p.beforeFen)}元减为${yuan(p.afterFen)}元`,
    (p) =>
      `limited together with others (${String(p.rule)}): ${yuan(p.beforeFen)} becomes ${yuan(p.afterFen)} yuan`,
  ],
  NEEDS_CONFIRMATION: [
    (p) => `需民政局确认（${String(p.zh ?? p.reason)}）`,
    (p) => `the bureau has to confirm (${String(p.en ?? p.reason)})`,
  ],
  WARNING: [(p) => `提示：${String(p.zh)}`, (p) => `note: ${String(p.en)}`],
  BUREAU_DECIDED: [
    (p) => `民政局已决定${yuan(p.amountFen)}元（${String(p.document ?? p.on ?? '')}）`,
    (p) => `the bureau decided ${yuan(p.amountFen)} yuan (${String(p.document ?? p.on ?? '')})`,
  ],
  BUREAU_DECISION_NOT_USED: [
    (p) => `民政局决定的${yuan(p.amountFen)}元不在文件规定的范围内，未采用`,
    (p) => `the decided ${yuan(p.amountFen)} yuan lies outside the printed range and is not used`,
  ],
  SUBJECT_NOT_IN_FACTS: [
    (p) => `现有记录中没有${String(p.id)}`,
    (p) => `the records no longer hold ${String(p.id)}`,
  ],
  EARNS_NOTHING: [() => '不计发', () => 'nothing is due'],
  CLAIMED_FIRST_TIME: [
    (p) => `申报${yuan(p.amountFen)}元`,
    (p) => `claimed: ${yuan(p.amountFen)} yuan`,
  ],
  DUE_LATER: [
    (p) => `该月结束后才符合条件或登记，现补报${yuan(p.amountFen)}元`,
    (p) => `it became due only after the month had ended: ${yuan(p.amountFen)} yuan is claimed now`,
  ],
  NOT_CLAIMED_BEFORE: [
    (p) => `此前未申报，补报${yuan(p.amountFen)}元`,
    (p) => `not claimed before: ${yuan(p.amountFen)} yuan is claimed now`,
  ],
  ENTITLEMENT_GREW: [
    (p) =>
      `应发${yuan(p.entitlementFen)}元，已申报${yuan(p.coveredFen)}元，补差${yuan(p.amountFen)}元`,
    (p) =>
      `${yuan(p.entitlementFen)} yuan is due, ${yuan(p.coveredFen)} was claimed: the difference of ${yuan(p.amountFen)} is claimed`,
  ],
  ENTITLEMENT_SHRANK: [
    (p) =>
      `应发${yuan(p.entitlementFen)}元，已申报${yuan(p.coveredFen)}元，退回${yuan(-number(p.amountFen))}元`,
    (p) =>
      `${yuan(p.entitlementFen)} yuan is due, ${yuan(p.coveredFen)} was claimed: ${yuan(-number(p.amountFen))} is given back`,
  ],
  RETURNED_AND_MENDED: [
    (p) => `曾被退回（${String(p.line ?? '')}），依据已改变，重新申报${yuan(p.amountFen)}元`,
    (p) =>
      `was returned (${String(p.line ?? '')}); what it rests on has changed: ${yuan(p.amountFen)} yuan is claimed again`,
  ],
  RETURN_OBJECTED: [
    (p) => `曾被退回（${String(p.line ?? '')}），提出异议，重新申报${yuan(p.amountFen)}元`,
    (p) =>
      `was returned (${String(p.line ?? '')}); objected to with a reason: ${yuan(p.amountFen)} yuan is claimed again`,
  ],
  RETURNED_UNCHANGED: [
    (p) =>
      `曾被退回（${String(p.line ?? '')}），依据没有变化，请更正或提出异议（${yuan(p.amountFen)}元不计入合计）`,
    (p) =>
      `was returned (${String(p.line ?? '')}) and nothing has changed: mend it or object (${yuan(p.amountFen)} yuan, outside the total)`,
  ],
  WAITS_FOR_DECISION: [
    () => '等待民政局决定，不计入合计',
    () => 'waits for the bureau’s decision, outside the total',
  ],
};

export function sentence(code: string, params: Params, locale: Locale): string {
  const pair = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  return pair === undefined ? code : pair[locale === 'zh' ? 0 : 1](params);
}
