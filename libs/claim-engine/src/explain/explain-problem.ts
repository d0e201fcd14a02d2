import type { Params, Problem, ProblemCode } from '../base/problem.js';
import type { Locale } from '../nodes/node.js';

type Pair = readonly [zh: (p: Params) => string, en: (p: Params) => string];
const s = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

const PROBLEMS: Readonly<Record<ProblemCode, Pair>> = {
  WRONG_TYPE: [
    (p) => `类型应为 ${s(p.expected)}，现为 ${s(p.found)}`,
    (p) => `must be ${s(p.expected)}, is ${s(p.found)}`,
  ],
  MISSING: [
    (p) => `缺少${p.option === undefined ? '' : `：${s(p.decision)} 的选项 ${s(p.option)}`}`,
    (p) =>
      `is missing${p.option === undefined ? '' : `: option ${s(p.option)} of ${s(p.decision)}`}`,
  ],
  UNKNOWN_FIELD: [
    (p) => `不认识的字段（可用：${s(p.known)}）`,
    (p) => `unknown field (known: ${s(p.known)})`,
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
    (p) => `“${s(p.value)}”不在可选值内：${s(p.allowed)}`,
    (p) => `"${s(p.value)}" is not one of: ${s(p.allowed)}`,
  ],
  OUT_OF_RANGE: [
    (p) => `${s(p.value)} 超出范围 ${s(p.min)} 至 ${s(p.max)}`,
    (p) => `${s(p.value)} is outside ${s(p.min)} to ${s(p.max)}`,
  ],
  DUPLICATE_ID: [(p) => `编号重复：${s(p.id)}`, (p) => `the id ${s(p.id)} is used twice`],
  DANGLING_ID: [
    (p) => `没有编号为 ${s(p.id)} 的记录`,
    (p) => `there is no record with the id ${s(p.id)}`,
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
    (p) => `schema 应为 ${s(p.expected)}，现为 ${s(p.found)}`,
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
  NOT_JSON: [(p) => `不是 JSON：${s(p.reason)}`, (p) => `is no JSON: ${s(p.reason)}`],
  NOT_YAML: [(p) => `不是 YAML：${s(p.reason)}`, (p) => `is no YAML: ${s(p.reason)}`],
  TRUNCATED: [() => '文件不完整（中途截断）', () => 'the file is cut off before its end'],
  BYTE_ORDER_MARK: [
    () => '文件以字节顺序标记（BOM）开头，请另存为无 BOM 的 UTF-8',
    () => 'the file begins with a byte order mark: save it as UTF-8 without BOM',
  ],
  EMPTY_FILE: [() => '文件为空', () => 'the file is empty'],
  FILE_UNREADABLE: [
    (p) => (p.reason === 'ENOENT' ? '没有这个文件' : `无法读取：${s(p.reason)}`),
    (p) => (p.reason === 'ENOENT' ? 'no such file' : `cannot be read: ${s(p.reason)}`),
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
