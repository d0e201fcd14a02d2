import type { Params, Problem, ProblemCode } from '../base/problem.js';
import { nearest } from '../base/nearest.js';
import type { Locale } from '../nodes/node.js';

type Pair = readonly [zh: (p: Params) => string, en: (p: Params) => string];
const s = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** By the word of the system, as far as somebody can mend it. */
const UNREADABLE: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['没有这个文件', 'no such file'],
  EISDIR: ['这是文件夹，不是文件', 'is a folder, not a file'],
  EACCES: ['没有读取这个文件的权限', 'this user may not read it'],
};

/** What is not there, and what could stand there. */
function what(p: Params, locale: Locale): string {
  const isZh = locale === 'zh';
  if (p.option !== undefined) {
    return isZh
      ? `：${s(p.decision)} 的选项 ${s(p.option)}`
      : `: option ${s(p.option)} of ${s(p.decision)}`;
  }
  const choice = p.oneOf ?? p.allowed;
  if (choice !== undefined) {
    return isZh ? `，请写其中之一：${s(choice)}` : `: give one of ${s(choice)}`;
  }
  if (p.program !== undefined) {
    return isZh
      ? '：请写 rate；文件没有给出金额时写 { "fen": null }，该项目即不能计算'
      : ': give a rate, or { "fen": null } where the document names no figure: the program then refuses';
  }
  const least =
    p.least === undefined ? '' : isZh ? `，至少 ${s(p.least)} 项` : `: at least ${s(p.least)}`;
  return p.needs === undefined ? least : isZh ? `：${s(p.needs)}` : `: ${s(p.needs)}`;
}

function meant(p: Params, list: 'known' | 'allowed', locale: Locale): string {
  const name = list === 'known' ? p.name : p.value;
  const near = typeof name === 'string' ? nearest(name, (p[list] ?? []) as string[]) : null;
  if (near === null) {
    return '';
  }
  return locale === 'zh' ? `，是否应为 ${near}？` : `, did you mean ${near}?`;
}

const known = (p: Params, locale: Locale): string => {
  if (!Array.isArray(p.known)) {
    return '';
  }
  return locale === 'zh' ? `（已有：${s(p.known)}）` : ` (there are: ${s(p.known)})`;
};

/** The commonest wrong type of a pack is money in yuan. */
function fenHint(p: Params, locale: Locale): string {
  if (p.expected !== 'integer') {
    return '';
  }
  return locale === 'zh'
    ? '（金额以分为单位的整数，不加引号：200元写 20000）'
    : ' (a whole number without quotes; money is in fen: 200 yuan is 20000)';
}

/** What ends before the limit does. */
function shorter({ by, most }: Params, locale: Locale): string {
  const isZh = locale === 'zh';
  if (by === 'MONTH') {
    return isZh ? '一个月没有更多天数，请删去' : 'no month is longer; leave it out';
  }
  if (by === 'YEAR') {
    return isZh ? '一年没有更多天数，请删去' : 'no year is longer; leave it out';
  }
  return isZh ? `${s(by)} 只有 ${s(most)} 天` : `${s(by)} lets only ${s(most)} count`;
}

const PROBLEMS: Readonly<Record<ProblemCode, Pair>> = {
  WRONG_TYPE: [
    (p) => `类型应为 ${s(p.expected)}，现为 ${s(p.found)}${fenHint(p, 'zh')}`,
    (p) => `must be ${s(p.expected)}, is ${s(p.found)}${fenHint(p, 'en')}`,
  ],
  MISSING: [(p) => `缺少${what(p, 'zh')}`, (p) => `is missing${what(p, 'en')}`],
  UNKNOWN_FIELD: [
    (p) => `不认识的字段${meant(p, 'known', 'zh')}（可用：${s(p.known)}）`,
    (p) => `unknown field${meant(p, 'known', 'en')} (known: ${s(p.known)})`,
  ],
  NOT_A_DATE: [
    (p) => `“${s(p.value)}”不是日历日期（YYYY-MM-DD）`,
    (p) => `"${s(p.value)}" is no calendar date (YYYY-MM-DD)`,
  ],
  NOT_A_MONTH: [
    (p) => `“${s(p.value)}”不是月份（YYYY-MM）`,
    (p) => `"${s(p.value)}" is no month (YYYY-MM)`,
  ],
  NOT_ALLOWED: [
    (p) => `“${s(p.value)}”不在可选值内：${s(p.allowed)}${meant(p, 'allowed', 'zh')}`,
    (p) => `"${s(p.value)}" is not one of: ${s(p.allowed)}${meant(p, 'allowed', 'en')}`,
  ],
  OUT_OF_RANGE: [
    (p) => `${s(p.value)} 超出范围 ${s(p.min)} 至 ${s(p.max)}`,
    (p) => `${s(p.value)} is outside ${s(p.min)} to ${s(p.max)}`,
  ],
  DUPLICATE_ID: [(p) => `编号重复：${s(p.id)}`, (p) => `the id ${s(p.id)} is used twice`],
  DANGLING_ID: [
    (p) => `没有编号为 ${s(p.id)} 的记录${known(p, 'zh')}`,
    (p) => `there is no record with the id ${s(p.id)}${known(p, 'en')}`,
  ],
  INTERVAL_REVERSED: [
    (p) => `结束 ${s(p.until)} 早于开始 ${s(p.from)}`,
    (p) => `ends on ${s(p.until)}, before it starts on ${s(p.from)}`,
  ],
  STAYS_OVERLAP_PERSON: [
    (p) => `同一人的住养时间重叠：${s(p.stay)} 与 ${s(p.other)}（${s(p.from)}）`,
    (p) => `stays of one person overlap: ${s(p.stay)} and ${s(p.other)} (${s(p.from)})`,
  ],
  STAYS_OVERLAP_BED: [
    (p) => `同一床位的住养时间重叠：${s(p.stay)} 与 ${s(p.other)}（${s(p.from)}）`,
    (p) => `stays in one bed overlap: ${s(p.stay)} and ${s(p.other)} (${s(p.from)})`,
  ],
  COUNTY_MISMATCH: [
    (p) => `县区 ${s(p.county)} 不属于政策包 ${s(p.pack)} 的适用地区 ${s(p.counties)}`,
    (p) =>
      `county ${s(p.county)} is outside the jurisdiction of pack ${s(p.pack)}: ${s(p.counties)}`,
  ],
  SCHEMA_UNKNOWN: [
    (p) => `schema 应为 ${s(p.expected)}，现${p.found === 'nothing' ? '没有' : `为 ${s(p.found)}`}`,
    (p) => `schema must be ${s(p.expected)}, is ${s(p.found)}`,
  ],
  DECISION_UNKNOWN: [
    (p) => `政策包没有 ${s(p.decision)} 这个问题`,
    (p) => `the pack has no decision ${s(p.decision)}`,
  ],
  OPTION_UNKNOWN: [
    (p) => `${s(p.decision)} 没有这个选项（可用：${s(p.options)}）`,
    (p) => `${s(p.decision)} has no such option (known: ${s(p.options)})`,
  ],
  PERIOD_INVALID: [
    (p) => `“${s(p.value)}”不是申报期（2025-04、2025-Q2、2025-H1 或 2025）`,
    (p) => `"${s(p.value)}" is no period (2025-04, 2025-Q2, 2025-H1 or 2025)`,
  ],
  SUBJECT_MISMATCH: [
    (p) => `“${s(p.test)}”只能用于对象为“${s(p.needs)}”的项目`,
    (p) => `"${s(p.test)}" can only be asked of a ${s(p.needs)}`,
  ],
  NO_EFFECT: [
    (p) => `写在这里不起作用，只用于 ${s(p.only)}：请删去，或改用后者`,
    (p) => `has no effect here, it is read only with ${s(p.only)}: leave it out, or change that`,
  ],
  YEARS_DIFFER: [
    (p) => `各项目的年度起始月不同（${s(p.starts)}）：一个年度限额只用于起始月相同的项目`,
    (p) =>
      `these programs begin their year in different months (${s(p.starts)}): a limit of the year is for programs of one year`,
  ],
  CONFLICT: [
    (p) => `${s(p.fields)} 只能写其中一个：请留下一个`,
    (p) => `only one of ${s(p.fields)} may stand: keep one`,
  ],
  NOT_IN_ORDER: [
    (p) =>
      `${p.value === '' ? '没有起始日期的金额' : s(p.value)} 须排在 ${p.after === '' ? '没有起始日期的金额' : s(p.after)} 之后的日期：请按起始日期先后排列，每个日期只写一次`,
    (p) =>
      `${p.value === '' ? 'a figure without a first day' : s(p.value)} stands after ${p.after === '' ? 'a figure without a first day' : s(p.after)}: list the figures by their first day, each day once`,
  ],
  NOTHING_BETWEEN: [
    (p) => `下限 ${s(p.low)} 与上限 ${s(p.high)} 之间没有数值：请检查是否写反`,
    (p) => `nothing lies between ${s(p.low)} and ${s(p.high)}: are the limits the wrong way round?`,
  ],
  LIMIT_NEVER_REACHED: [
    (p) => `限额 ${s(p.value)} 天不起作用：${shorter(p, 'zh')}`,
    (p) => `a limit of ${s(p.value)} days stops nothing: ${shorter(p, 'en')}`,
  ],
  PARTS_OF_NOTHING: [
    () => '各方份额都是 0：请写比例，例如 60 和 40；文件没有写的用 null',
    () =>
      'every part is 0: give proportions such as 60 and 40, or null where the document is silent',
  ],
  NOT_A_COUNTY: [
    (p) => `“${s(p.value)}”不是行政区划代码：请写 140522、1405（全市）或 *（任何县）`,
    (p) => `"${s(p.value)}" is no code of a county: write 140522, 1405 (a whole city) or * (any)`,
  ],
  NOT_JSON: [
    (p) => (p.reason === 'BINARY' ? '不是文本文件' : `不是 JSON：${s(p.reason)}`),
    (p) => (p.reason === 'BINARY' ? 'is no text file' : `is no JSON: ${s(p.reason)}`),
  ],
  NOT_YAML: [(p) => `不是 YAML：${s(p.reason)}`, (p) => `is no YAML: ${s(p.reason)}`],
  TRUNCATED: [() => '文件不完整（中途截断）', () => 'the file is cut off before its end'],
  BYTE_ORDER_MARK: [
    () => '文件以字节顺序标记（BOM）开头，请另存为无 BOM 的 UTF-8',
    () => 'the file begins with a byte order mark: save it as UTF-8 without BOM',
  ],
  EMPTY_FILE: [() => '文件为空', () => 'the file is empty'],
  FILE_UNREADABLE: [
    (p) => UNREADABLE[s(p.reason)]?.[0] ?? `无法读取：${s(p.reason)}`,
    (p) => UNREADABLE[s(p.reason)]?.[1] ?? `cannot be read: ${s(p.reason)}`,
  ],
};

/** What is wrong, where, and what would be right. */
export function explainProblem(problem: Problem, locale: Locale): string {
  return `${problem.path}：${PROBLEMS[problem.code][locale === 'zh' ? 0 : 1](problem.params)}`.replace(
    '：',
    locale === 'zh' ? '：' : ': ',
  );
}

const REFUSALS: Readonly<Record<string, Pair>> = {
  GRADE_MISSING: [
    (p) => `${s(p.from)}至${s(p.until)}没有 ${s(p.scheme)} 的评估级别：请机构登记评估结果及证明`,
    (p) =>
      `no grade of ${s(p.scheme)} between ${s(p.from)} and ${s(p.until)}: the center has to record its evaluation`,
  ],
  GRADE_UNMAPPED: [
    (p) => `评估级别 ${s(p.grade)} 没有对应的标准（已知：${s(p.known)}）：由县民政局确定`,
    (p) =>
      `the grade ${s(p.grade)} has no rate (known: ${s(p.known)}): the county bureau has to say`,
  ],
  GRADE_CHANGED: [
    (p) => `期间内评估级别有变化（${s(p.grades)}）：由县民政局确定按哪一级`,
    (p) =>
      `the grade changed within the time (${s(p.grades)}): the county bureau has to say which one pays`,
  ],
  NOTICE_MISSING: [
    (p) => `没有 ${s(p.rate)} 的县级通知`,
    (p) => `there is no county notice for ${s(p.rate)}`,
  ],
  RATE_NOT_IN_FORCE: [
    (p) => `${s(p.rate)} 当时没有有效的标准`,
    (p) => `no figure of ${s(p.rate)} was in force then`,
  ],
  NO_RATE_APPLIES: [() => '没有适用的标准', () => 'no rate applies'],
  PARAMETER_MISSING: [
    (p) =>
      `文件没有给出：${s(p.what)}（${s(p.clause)}）${p.supplier === '' ? '' : `，由${s(p.supplier)}提供`}`,
    (p) =>
      `the document does not give: ${s(p.what)} (${s(p.clause)})${p.supplier === '' ? '' : `; to be supplied by ${s(p.supplier)}`}`,
  ],
  REFERENCE_MISSING: [
    (p) =>
      `引用的文件未取得：${s(p.what)}（${s(p.clause)}）${p.supplier === '' ? '' : `，由${s(p.supplier)}提供`}`,
    (p) =>
      `the document referred to is not at hand: ${s(p.what)} (${s(p.clause)})${p.supplier === '' ? '' : `; to be supplied by ${s(p.supplier)}`}`,
  ],
  RANGE_WITHOUT_FORMULA: [
    (p) => `只有金额范围，没有计算公式：${s(p.what)}（${s(p.clause)}）`,
    (p) => `a range without a formula: ${s(p.what)} (${s(p.clause)})`,
  ],
  FACT_MISSING: [
    (p) => `缺少计算限额所需的记录：${s(p.measure)}`,
    (p) => `a record needed for the limit is missing: ${s(p.measure)}`,
  ],
};

/** Why a program can pay nobody, and who can help. */
export function explainRefusal(
  refusal: { readonly code: string; readonly params: Params },
  locale: Locale,
): string {
  const pair = REFUSALS[refusal.code];
  return pair === undefined ? refusal.code : pair[locale === 'zh' ? 0 : 1](refusal.params);
}
