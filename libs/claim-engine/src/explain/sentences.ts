import type { Params } from '../base/problem.js';
import type { Locale } from '../nodes/node.js';
import { ABSENCE_SENTENCES } from './absence-sentences.js';
import { GATE_SENTENCES } from './gate-sentences.js';
import { en, fraction, number, partial, units, yuan, zh, type Pair } from './phrases.js';

/** A percentage is kept as thousandths of a percent; what it is divided by stands behind them. */
const PERCENT = 100_000;

function factor(p: Params, locale: Locale): string {
  const isZh = locale === 'zh';
  if (p.percent === null) {
    return `${isZh ? '乘以' : 'times '}${fraction(p)}`;
  }
  const over = number(p.d) / PERCENT;
  const by = over > 1 ? (isZh ? `除以${over}` : `divided by ${over}`) : '';
  const times = `${isZh ? '乘以' : 'times '}${String(p.percent)}%`;
  return by === '' ? times : p.percent === 100 ? by : `${times}${isZh ? '、' : ', '}${by}`;
}

/** Every code of a trace, in both languages. A test demands that none is missing. */
export const SENTENCES: Readonly<Record<string, Pair>> = {
  ...GATE_SENTENCES,
  ...ABSENCE_SENTENCES,
  MONTHS_COUNTED: [(p) => partial(p)[0](p), (p) => partial(p)[1](p)],
  MONTHS_NOT_COUNTED: [(p) => partial(p)[0](p), (p) => partial(p)[1](p)],
  QUANTITY_MEASURED: [
    (p) => `${zh(p.measure)}计${fraction(p)}${zh(p.unit)}`,
    (p) => `${en(p.measure)}: ${units(p)}`,
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
    (p) => `${yuan(p.rateFen)} yuan × ${units(p)} = ${yuan(p.amountFen)} yuan`,
  ],
  RATES_BY_DAY: [
    (p) => `${fraction(p)}${zh(p.unit)}按各日标准计${yuan(p.amountFen)}元`,
    (p) => `${units(p)}, each day at its own rate: ${yuan(p.amountFen)} yuan`,
  ],
  ADJUST_MULTIPLY: [
    (p) => `${factor(p, 'zh')}，${yuan(p.beforeFen)}元变为${yuan(p.afterFen)}元`,
    (p) => `${factor(p, 'en')}: ${yuan(p.beforeFen)} becomes ${yuan(p.afterFen)} yuan`,
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
  LIMITED_IN_YEAR: [
    (p) =>
      `全年合计不超过${yuan(p.limitFen)}元，本年此前已计${yuan(p.usedFen)}元（${String(p.rule)}），${yuan(p.beforeFen)}元减为${yuan(p.afterFen)}元`,
    (p) =>
      `at most ${yuan(p.limitFen)} yuan in the year, of which ${yuan(p.usedFen)} went before (${String(p.rule)}): ${yuan(p.beforeFen)} becomes ${yuan(p.afterFen)} yuan`,
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
  NOT_AMONG_THOSE_PAID: [
    (p) => `按现有记录，${String(p.month)}不属于本项目的发放对象`,
    (p) => `by the records not among those paid in ${String(p.month)}`,
  ],
  SUBJECT_NOT_IN_FACTS: [
    () => '现有记录中已没有该对象',
    () => 'the records no longer know whom this was claimed for',
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
      `应发${yuan(p.entitlementFen)}元，已申报${yuan(p.coveredFen)}元，冲回${yuan(-number(p.amountFen))}元`,
    (p) =>
      `${yuan(p.entitlementFen)} yuan is due, ${yuan(p.coveredFen)} was claimed: ${yuan(-number(p.amountFen))} is given back`,
  ],
  ENTITLEMENT_BELOW_GRANTED: [
    (p) =>
      `应发${yuan(p.entitlementFen)}元，已申报${yuan(p.claimedFen)}元、其中核定${yuan(p.coveredFen)}元，冲回${yuan(-number(p.amountFen))}元`,
    (p) =>
      `${yuan(p.entitlementFen)} yuan is due, ${yuan(p.coveredFen)} of the ${yuan(p.claimedFen)} claimed was granted: ${yuan(-number(p.amountFen))} is given back`,
  ],
  RETURNED_AND_MENDED: [
    (p) => `上次申报被退回，依据已改变，重新申报${yuan(p.amountFen)}元`,
    (p) => `was returned; what it rests on has changed: ${yuan(p.amountFen)} yuan is claimed again`,
  ],
  REVERSAL_UNDONE: [
    (p) =>
      `原申报已被退回，而此前已冲回${yuan(-number(p.coveredFen))}元，应发${yuan(p.entitlementFen)}元，现补回${yuan(p.amountFen)}元`,
    (p) =>
      `the claim was returned after ${yuan(-number(p.coveredFen))} yuan of it had been taken back; ${yuan(p.entitlementFen)} yuan is due, so ${yuan(p.amountFen)} is put back`,
  ],
  RETURN_OBJECTED: [
    (p) => `上次申报被退回，提出异议，重新申报${yuan(p.amountFen)}元`,
    (p) => `was returned; objected to with a reason: ${yuan(p.amountFen)} yuan is claimed again`,
  ],
  RETURNED_UNCHANGED: [
    (p) => `上次申报被退回，依据没有变化，请更正或提出异议（${yuan(p.amountFen)}元不计入合计）`,
    (p) =>
      `was returned and nothing has changed: mend it or object (${yuan(p.amountFen)} yuan, outside the total)`,
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
