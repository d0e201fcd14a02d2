import { capitalYuan, fen } from '@yibu/kernel';
import type { FilingContext } from '../context.js';
import type { Amounts } from '../figures.js';
import type { Paper } from '../pdf/paper.js';
import { SHADE, Table, type Cell, type Column } from '../pdf/table.js';
import { fill, money, periodText } from '../texts/index.js';
import { amount, HEADING, label, overTable, SMALL, title } from './shared.js';

const sums = (amounts: Amounts): Cell[] => [
  amount(money(amounts.normalFen)),
  amount(money(amounts.catchUpFen)),
  amount(money(amounts.reversalFen)),
  amount(money(amounts.totalFen)),
];

/** 汇总表: the claim by program and rate, and by the month that the money is for. */
export function drawSummary(paper: Paper, context: FilingContext): void {
  const { input, texts, figures } = context;
  const t = texts.summary;
  paper.beginPart(t.title);
  title(paper, t.title);
  overTable(
    paper,
    `${input.claim.centerName}　${periodText(input.claim.period, input.language)}`,
    texts.form.unitYuan,
  );
  paper.paragraph(t.byRate, HEADING, { tag: 'H2', after: 3 });
  drawByRate(paper, context);
  paper.y += 14;
  paper.ensure(80);
  paper.paragraph(t.byMonth, HEADING, { tag: 'H2', after: 3 });
  drawByMonth(paper, context);
  paper.y += 12;
  const decision = figures.rest.filter((line) => line.status === 'NEEDS_DECISION').length;
  const unpaid = figures.rest.length - decision;
  paper.paragraph(
    fill(t.outside, { decision, unpaid, refused: input.result.refusals.length }),
    SMALL,
  );
}

function drawByRate(paper: Paper, { input, texts, figures }: FilingContext): void {
  const t = texts.form;
  const isEnglish = input.language === 'en';
  const columns: Column[] = [
    { title: t.program, share: 20 },
    { title: texts.summary.rate, share: isEnglish ? 12 : 15, align: 'right', face: 'figure' },
    { title: t.subjects, share: isEnglish ? 8 : 10.5, align: 'right', face: 'figure' },
    { title: t.quantity, share: isEnglish ? 9 : 13, align: 'right', face: 'figure' },
    { title: texts.summary.unit, share: isEnglish ? 20 : 10.5, align: 'center' },
    { title: t.normal, share: 15, align: 'right', face: 'figure' },
    { title: t.catchUp, share: 15, align: 'right', face: 'figure' },
    { title: t.reversal, share: 14, align: 'right', face: 'figure' },
    { title: t.total, share: 16, align: 'right', face: 'figure' },
  ];
  const table = new Table(paper, columns, isEnglish ? { size: 9 } : {});
  for (const program of figures.programs) {
    for (const group of program.byRate) {
      table.row({
        cells: [
          { text: program.program.name },
          { text: group.rateFen === null ? texts.dash : money(group.rateFen) },
          { text: String(group.subjects) },
          { text: String(group.quantity) },
          { text: texts.unit[group.unit] ?? group.unit },
          ...sums(group),
        ],
      });
    }
    if (program.byRate.length > 1) {
      table.row({
        cells: [
          label(`${program.program.name} ${texts.summary.subtotal}`, { span: 2, align: 'left' }),
          { text: String(program.subjects) },
          { text: String(program.quantity) },
          { text: texts.unit[program.unit] ?? program.unit },
          ...sums(program),
        ],
      });
    }
  }
  const whole = figures.whole;
  table.row({ cells: [label(t.total, { span: 5 }), ...sums(whole)], shade: SHADE });
  table.row({
    cells: [
      label(t.capital, { span: 2 }),
      {
        text: capitalYuan(fen(whole.totalFen)),
        span: 7,
        face: 'songHeavy',
        align: 'left',
        size: 11,
      },
    ],
  });
  table.end();
}

function drawByMonth(paper: Paper, { input, texts, figures }: FilingContext): void {
  const t = texts.form;
  const table = new Table(paper, [
    { title: texts.summary.month, share: 18 },
    { title: t.subjects, share: 12, align: 'right', face: 'figure' },
    { title: t.normal, share: 17, align: 'right', face: 'figure' },
    { title: t.catchUp, share: 17, align: 'right', face: 'figure' },
    { title: t.reversal, share: 17, align: 'right', face: 'figure' },
    { title: t.total, share: 19, align: 'right', face: 'figure' },
  ]);
  for (const { month, amounts } of figures.months) {
    table.row({
      cells: [
        { text: periodText(month, input.language) },
        { text: String(amounts.subjects) },
        ...sums(amounts),
      ],
    });
  }
  table.row({ cells: [label(t.total, { span: 2 }), ...sums(figures.whole)], shade: SHADE });
  table.end();
}
