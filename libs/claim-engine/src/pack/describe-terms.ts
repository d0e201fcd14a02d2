import { dateName, dayOf } from '../base/days.js';
import { yuan } from '../explain/phrases.js';
import { word } from '../explain/vocabulary.js';
import type { Describe, Locale } from '../nodes/node.js';
import type { BudgetSpec, ProgramSpec, StackingSpec, Words } from './pack.types.js';

export const sayWords = (words: Words | null | undefined, locale: Locale): string => {
  if (words === null || words === undefined) {
    return '';
  }
  return typeof words === 'string' ? words : words[locale];
};

export const PER: Readonly<Record<string, readonly [string, string]>> = {
  MONTH: ['每月', 'a month'],
  QUARTER: ['每季度', 'a quarter'],
  HALF_YEAR: ['每半年', 'a half-year'],
  YEAR: ['每年', 'a year'],
  ONCE: ['一次性', 'once'],
};

/** 由市、县、乡镇按4:3:3分担: a share that the document leaves open is said to be open. */
export function payersLine({ payers = [] }: ProgramSpec, locale: Locale): string[] {
  const isZh = locale === 'zh';
  const names = payers.map((payer) => sayWords(payer.name, locale)).join(isZh ? '、' : ', ');
  if (payers.length < 2) {
    return names === '' ? [] : [isZh ? `由${names}支付` : `paid by ${names}`];
  }
  if (payers.some(({ parts }) => typeof parts !== 'number')) {
    return [
      isZh ? `由${names}分担，比例未定` : `shared by ${names}, in proportions that are not given`,
    ];
  }
  const parts = payers.map((payer) => String(payer.parts)).join(':');
  return [isZh ? `由${names}按${parts}分担` : `shared by ${names} as ${parts}`];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** In force, the claim year where it is not the calendar's, and how the sum is rounded. */
export function timeWords(program: ProgramSpec, locale: Locale): string {
  const isZh = locale === 'zh';
  const { from, until, yearStart = 1 } = program;
  const last = until == null ? null : dateName(dayOf(until) - 1);
  const start = from == null ? '' : isZh ? `自${from}起` : `from ${from}`;
  const end = last === null ? '' : isZh ? `至${last}止` : `to ${last}`;
  const parts = [
    [start, end].filter((part) => part !== '').join(isZh ? '' : ' '),
    yearStart === 1
      ? ''
      : isZh
        ? `年度为${yearStart}月至次年${yearStart - 1}月`
        : `claim year ${MONTHS[yearStart - 1] ?? ''} to ${MONTHS[yearStart - 2] ?? ''}`,
  ].filter((part) => part !== '');
  return parts.map((part) => (isZh ? `，${part}` : `, ${part}`)).join('');
}

export function roundingLine({ roundTo, rounding }: ProgramSpec, locale: Locale): string[] {
  const isZh = locale === 'zh';
  const unit = { FEN: ['分', 'fen'], JIAO: ['角', 'jiao'], YUAN: ['元', 'yuan'] }[roundTo ?? 'FEN'];
  if ((roundTo ?? 'FEN') === 'FEN' && (rounding ?? 'half-up') === 'half-up') {
    return [];
  }
  const how = {
    'half-up': [`四舍五入到${unit[0]}`, `rounded to the ${unit[1]}`],
    floor: [`${unit[0]}以下舍去`, `rounded down to the ${unit[1]}`],
    ceil: [`不足一${unit[0]}的按一${unit[0]}计`, `rounded up to the ${unit[1]}`],
  }[rounding ?? 'half-up'];
  return [how[isZh ? 0 : 1] ?? ''];
}

function budgetSum(budget: BudgetSpec, words: Describe): string {
  const isZh = words.locale === 'zh';
  const sum = (fen: number | null | undefined): string =>
    fen == null ? (isZh ? '（金额未定）' : '(not given)') : `${yuan(fen)}${isZh ? '元' : ' yuan'}`;
  return budget.measure === undefined
    ? sum(budget.fen)
    : `${words.measure(budget.measure)} × ${sum(budget.perMeasureFen)}`;
}

/** All lines of the program in one unit together. */
export function budgetLine({ budget, per }: ProgramSpec, words: Describe): string[] {
  if (budget == null) {
    return [];
  }
  const sum = budgetSum(budget, words);
  return [
    words.locale === 'zh'
      ? `全部对象${PER[per]?.[0] ?? ''}合计不超过${sum}，不足时按比例分摊`
      : `at most ${sum} ${PER[per]?.[1] ?? ''} for all together; short money is shared out in proportion`,
  ];
}

function capWords(rule: StackingSpec, program: ProgramSpec, locale: Locale): string {
  const isZh = locale === 'zh';
  const subject = word(program.subject, locale);
  const when = rule.rule === 'DAY_CAP' ? 'DAY' : rule.over === 'YEAR' ? 'CLAIM_YEAR' : program.per;
  const span: Readonly<Record<string, readonly [string, string]>> = {
    ...PER,
    DAY: ['每天', 'a day'],
    CLAIM_YEAR: ['全年', 'in the year'],
  };
  const who =
    rule.by === 'CENTER'
      ? (['全机构', 'for the whole center'] as const)
      : ([`每${subject}`, `per ${subject}`] as const);
  const sum = rule.fen == null ? (isZh ? '（金额未定）' : '(not given)') : yuan(rule.fen);
  return isZh
    ? `${who[0]}${span[when]?.[0] ?? ''}合计不超过${sum}元`
    : `at most ${sum} yuan ${span[when]?.[1] ?? ''} ${who[1]}`;
}

/** What the program shares with others, or with its own months: said with each program it touches. */
export function stackingLines(
  program: ProgramSpec,
  rules: readonly StackingSpec[],
  titleOf: (id: string) => string,
  locale: Locale,
): string[] {
  const isZh = locale === 'zh';
  return rules
    .filter(({ programs }) => programs.includes(program.id))
    .map((rule) => {
      const others = rule.programs.filter((id) => id !== program.id).map(titleOf);
      const names = isZh ? `“${others.join('”“')}”` : others.join(', ');
      const order = rule.programs.map(titleOf).join(isZh ? '、' : ', ');
      switch (rule.rule) {
        case 'CAP':
        case 'DAY_CAP': {
          const most = capWords(rule, program, locale);
          return others.length === 0
            ? most
            : isZh
              ? `与${names}一起，${most}`
              : `together with ${names}: ${most}`;
        }
        case 'HIGHEST_ONLY':
          return isZh
            ? `与${names}不重复享受，就高不就低`
            : `not beside ${names}: only the highest is paid`;
        case 'FIRST_ONLY':
          return isZh
            ? `与${names}不重复享受，按以下先后只发一项：${order}`
            : `not beside ${names}: only the first of ${order} is paid`;
        case 'DEDUCT':
          return isZh
            ? `与${names}同时符合时，列在后面的只发超出前面各项的部分（先后：${order}）`
            : `beside ${names}, the later pays only what the earlier leave of it (order: ${order})`;
      }
    });
}
