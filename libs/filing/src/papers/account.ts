import { amount, HEADING, label, overTable, SMALL, title } from '../parts/shared.js';
import { Paper } from '../pdf/paper.js';
import { SHADE, Table, type Cell } from '../pdf/table.js';
import { fill, money, textsOf, type Texts } from '../texts/index.js';
import type { AccountInput, AccountMovements, BuiltPaper } from './paper.types.js';
import { assertPaper, dayText, fileNameOf, sealRow } from './shared.js';

const COLUMNS = [
  'claimed',
  'returned',
  'cut',
  'held',
  'released',
  'decided',
  'paid',
  'recovered',
] as const;

const valueOf = (movements: AccountMovements, name: (typeof COLUMNS)[number]): number =>
  movements[`${name}Fen`];

interface Balance {
  readonly opening: number;
  readonly plus: number;
  readonly minus: number;
  readonly closing: number;
}

export interface AccountBalances {
  readonly inReview: Balance;
  readonly held: Balance;
  readonly unpaid: Balance;
  /** Unpaid at the end of each month, in the order of the months. */
  readonly unpaidByMonth: readonly number[];
  readonly total: AccountMovements;
}

const balance = (opening: number, plus: number, minus: number): Balance => ({
  opening,
  plus,
  minus,
  closing: opening + plus - minus,
});

/** Opening + movements = closing, for what waits for a decision, what is held, and what is owed. */
export function balancesOf({ opening, months }: AccountInput): AccountBalances {
  const sum = (name: (typeof COLUMNS)[number]): number =>
    months.reduce((total, month) => total + valueOf(month, name), 0);
  const total = Object.fromEntries(
    COLUMNS.map((name) => [`${name}Fen`, sum(name)]),
  ) as unknown as AccountMovements;
  let unpaid = opening.unpaidFen;
  const unpaidByMonth = months.map((month) => {
    unpaid += month.decidedFen - month.paidFen + month.recoveredFen;
    return unpaid;
  });
  const { claimedFen, returnedFen, cutFen, heldFen, releasedFen, decidedFen } = total;
  const settled = returnedFen + cutFen + heldFen - releasedFen + decidedFen;
  return {
    inReview: balance(opening.inReviewFen, claimedFen, settled),
    held: balance(opening.heldFen, heldFen, releasedFen),
    unpaid: balance(opening.unpaidFen, decidedFen + total.recoveredFen, total.paidFen),
    unpaidByMonth,
    total,
  };
}

/** 对账单: a center's year with the bureau, month by month. */
export async function buildAccount(input: AccountInput): Promise<BuiltPaper> {
  const balances = balancesOf(input);
  assertPaper(
    (balances.unpaidByMonth.at(-1) ?? input.opening.unpaidFen) === balances.unpaid.closing,
    `Account of ${input.centerCode} ${input.year}`,
  );
  const { language } = input;
  const texts = textsOf(language);
  const t = texts.papers.account;
  const paper = new Paper({
    title: `${t.title} ${input.centerCode} ${input.year}`,
    language,
    createdAt: new Date(input.madeAt),
    footer: `${input.centerCode} · ${t.title} ${input.year}`,
  });
  paper.beginPart(t.title, 'landscape');
  title(paper, `${fill(t.year, { year: input.year })}${language === 'en' ? ' ' : ''}${t.title}`, 2);
  const parties = [
    `${t.center}${texts.colon}${input.centerName}`,
    `${t.operator}${texts.colon}${input.organizationName}`,
    `${t.bureau}${texts.colon}${input.bureauName}`,
  ].join('　　');
  overTable(paper, parties, '');
  overTable(paper, fill(t.until, { on: dayText(input.asOf, language) }), texts.form.unitYuan);
  drawMonths(paper, input, { balances, texts });
  paper.y += 10;
  paper.ensure(110);
  drawBalances(paper, balances, texts);
  paper.y += 6;
  paper.paragraph(t.note, { ...SMALL, size: 9 });
  sealRow(paper, [t.sign, t.confirm], { date: texts.form.date, language });
  return {
    fileName: fileNameOf('account', input.centerCode, String(input.year), language),
    bytes: await paper.finish(),
  };
}

const MONTH_LETTERS = 7;

/** A month after the day of the statement has nothing to tell yet. */
export const isBegun = (month: string, asOf: string): boolean =>
  month <= asOf.slice(0, MONTH_LETTERS);

interface Shown {
  readonly balances: AccountBalances;
  readonly texts: Texts;
}

function drawMonths(paper: Paper, input: AccountInput, { balances, texts }: Shown): void {
  const t = texts.papers.account;
  const figure = { align: 'right', face: 'figure' } as const;
  const table = new Table(
    paper,
    [
      { title: t.month, share: 52, align: 'center', face: 'figure' },
      ...COLUMNS.map((name) => ({ title: t[name], share: 64, ...figure })),
      { title: t.outstanding, share: 72, ...figure },
    ],
    { size: 8.8, padding: 3, pitch: 1.25 },
  );
  const blank: Cell = { text: '' };
  table.row({
    cells: [label(t.opening), ...COLUMNS.map(() => blank), amount(money(input.opening.unpaidFen))],
  });
  input.months.forEach((month, index) => {
    const figures = isBegun(month.month, input.asOf)
      ? [
          ...COLUMNS.map((name) => shown(valueOf(month, name), texts)),
          money(balances.unpaidByMonth[index] ?? 0),
        ]
      : [...COLUMNS, 'outstanding'].map(() => '');
    table.row([month.month, ...figures]);
  });
  table.row({
    cells: [
      label(t.total),
      ...COLUMNS.map((name) => amount(money(valueOf(balances.total, name)))),
      amount(money(balances.unpaid.closing), { face: 'hei' }),
    ],
    shade: SHADE,
  });
  table.end();
}

const shown = (value: number, texts: Texts): string => (value === 0 ? texts.dash : money(value));

function drawBalances(paper: Paper, balances: AccountBalances, texts: Texts): void {
  const t = texts.papers.account;
  paper.paragraph(t.balances, HEADING, { tag: 'H2', after: 3 });
  const figure = { align: 'right', face: 'figure' } as const;
  const table = new Table(
    paper,
    [
      { title: t.balance, share: 96 },
      { title: t.opening, share: 68, ...figure },
      { title: t.plus, share: 68, ...figure },
      { title: t.minus, share: 68, ...figure },
      { title: t.closing, share: 72, ...figure },
      { title: '', share: 250 },
    ],
    { size: 8.8, padding: 3, pitch: 1.25 },
  );
  const rows = [
    [t.inReview, balances.inReview, t.inReviewHow],
    [t.onHold, balances.held, t.onHoldHow],
    [t.unpaid, balances.unpaid, t.unpaidHow],
  ] as const;
  for (const [name, { opening, plus, minus, closing }, how] of rows) {
    table.row([name, money(opening), money(plus), money(minus), money(closing), how]);
  }
  table.end();
}
