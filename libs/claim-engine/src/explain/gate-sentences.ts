import type { Params } from '../base/problem.js';
import {
  ages,
  bounds,
  en,
  list,
  measured,
  named,
  stay,
  valued,
  wanted,
  zh,
  type Pair,
} from './phrases.js';

/** Only a corresponding day is a threshold of months; a sum is one of days, counted months have their own. */
const isEnough = (p: Params): boolean => p.passes === 'AT_LEAST';
const reachedZh = (p: Params): string => {
  const on = `于${String(p.reachedOn)}`;
  const beyond = isEnough(p) ? '' : '且已超过';
  if (p.method === 'COUNTED_MONTHS') {
    return `${on}达到规定的计发月数`;
  }
  return p.method === 'DAYS'
    ? `${on}达到${String(p.limitDays)}天${beyond}`
    : `${on}达到${String(p.limitMonths)}个月${beyond}`;
};
const reachedEn = (p: Params): string => {
  if (p.method === 'COUNTED_MONTHS') {
    return `the counted months were reached on ${String(p.reachedOn)}`;
  }
  const limit =
    p.method === 'DAYS' ? `${String(p.limitDays)} days` : `${String(p.limitMonths)} months`;
  return `${limit} were reached on ${String(p.reachedOn)}${isEnough(p) ? '' : ' and exceeded'}`;
};
const notReachedZh = (p: Params): string => {
  if (p.method === 'COUNTED_MONTHS') {
    return '未达到规定的计发月数';
  }
  const [above, until] = isEnough(p) ? ['满', '住到'] : ['超过', '住过'];
  return p.method === 'DAYS'
    ? `未${above}${String(p.limitDays)}天`
    : `未${above}${String(p.limitMonths)}个月（须${until}${String(p.mustPass)}）`;
};
const notReachedEn = (p: Params): string => {
  if (p.method === 'COUNTED_MONTHS') {
    return 'fewer counted months than are wanted';
  }
  const [few, until] = isEnough(p) ? ['fewer than', 'last until'] : ['not more than', 'go beyond'];
  return p.method === 'DAYS'
    ? `${few} ${String(p.limitDays)} days`
    : `${few} ${String(p.limitMonths)} months (it must ${until} ${String(p.mustPass)})`;
};

/** Gates that passed or failed. */
export const GATE_SENTENCES: Readonly<Record<string, Pair>> = {
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
  CLASS_NOT_HELD: [
    (p) => `当月没有评估为${list(p.wanted, 'zh')}`,
    (p) => `not assessed as ${list(p.wanted, 'en')} on any day of the month`,
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
    (p) => `${stay(p, 'zh')}，${reachedZh(p)}`,
    (p) => `${stay(p, 'en')}; ${reachedEn(p)}`,
  ],
  STAY_IN_YEAR_FAILED: [
    (p) => (p.from === null ? '年度内没有住养' : `${stay(p, 'zh')}，${notReachedZh(p)}`),
    (p) => (p.from === null ? 'no stay in the year' : `${stay(p, 'en')}: ${notReachedEn(p)}`),
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
    (p) => `${named(p, p.name, 'zh')}：${valued(p, 'zh')}，符合`,
    (p) => `${named(p, p.name, 'en')}: ${valued(p, 'en')}, as required`,
  ],
  ATTRIBUTE_FAILED: [
    (p) => `${named(p, p.name, 'zh')}：${valued(p, 'zh')}，要求${wanted(p, 'zh')}`,
    (p) => `${named(p, p.name, 'en')}: ${valued(p, 'en')}, required: ${wanted(p, 'en')}`,
  ],
  ATTRIBUTE_MISSING: [
    (p) => `没有${named(p, p.name, 'zh')}的证明`,
    (p) => `${named(p, p.name, 'en')} is not shown`,
  ],
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
    (p) => `${measured(p, 'zh')}，符合“${bounds(p, 'zh')}”`,
    (p) => `${measured(p, 'en')}, ${bounds(p, 'en')}: fulfilled`,
  ],
  COMPARE_FAILED: [
    (p) => `${measured(p, 'zh')}，要求${bounds(p, 'zh')}`,
    (p) => `${measured(p, 'en')}, required: ${bounds(p, 'en')}`,
  ],
  COMPARE_UNKNOWN: [
    (p) => `没有登记${named(p, p.field ?? p.measure, 'zh')}，无法判断（要求${bounds(p, 'zh')}）`,
    (p) => `${named(p, p.field ?? p.measure, 'en')} is not recorded (required: ${bounds(p, 'en')})`,
  ],
};
