import type { FilingContext } from '../context.js';
import type { FilingAward } from '../filing.js';
import type { Paper } from '../pdf/paper.js';
import { SIZE } from '../pdf/paper.js';
import { Table } from '../pdf/table.js';
import { money } from '../texts/index.js';
import { HEADING, label, title } from './shared.js';

/** 奖补项目情况表: the project, each condition with what was found, the photos and papers, the bureau's answer. */
export function drawAward(paper: Paper, context: FilingContext): void {
  const { input, texts } = context;
  const { award } = input;
  if (award === undefined) {
    return;
  }
  const t = texts.award;
  paper.beginPart(t.title);
  title(paper, t.title);
  drawFigures(paper, award, context);
  drawSettlement(paper, award, context);
  drawChecklist(paper, award, context);
  drawPapers(paper, award, context);
}

function heading(paper: Paper, text: string): void {
  paper.y += 8;
  paper.ensure(60);
  paper.paragraph(text, HEADING, { tag: 'H2', after: 4 });
}

function drawFigures(paper: Paper, award: FilingAward, { texts }: FilingContext): void {
  const t = texts.award;
  heading(paper, t.figures);
  const table = new Table(
    paper,
    [
      { title: '', share: 20 },
      { title: '', share: 30 },
      { title: '', share: 20 },
      { title: '', share: 30 },
    ],
    { size: SIZE.five, hasHead: false },
  );
  const pairs = [
    { label: t.project, value: award.name },
    { label: t.kind, value: award.kind },
    ...award.figures,
  ];
  for (let index = 0; index < pairs.length; index += 2) {
    const [first, second] = [pairs[index], pairs[index + 1]];
    table.row({
      cells: [
        label(first?.label ?? ''),
        { text: first?.value ?? '' },
        label(second?.label ?? ''),
        { text: second?.value ?? '' },
      ],
      minHeight: 21,
    });
  }
  table.end();
}

function drawSettlement(paper: Paper, award: FilingAward, { texts }: FilingContext): void {
  const { settlement } = award;
  if (settlement === null) {
    return;
  }
  const t = texts.award;
  heading(paper, t.settlement);
  const table = new Table(
    paper,
    [
      { title: '', share: 20 },
      { title: '', share: 80 },
    ],
    { size: SIZE.five, hasHead: false },
  );
  const rows = [
    [t.question, settlement.question],
    [t.option, settlement.option ?? t.amountOnly],
    [t.amount, money(settlement.amountFen)],
    [t.documentNumber, settlement.documentNumber],
    [t.decidedOn, settlement.decidedOn],
  ] as const;
  for (const [name, value] of rows) {
    table.row({ cells: [label(name), { text: value }], minHeight: 21 });
  }
  table.end();
}

function drawChecklist(paper: Paper, award: FilingAward, { texts }: FilingContext): void {
  const t = texts.award;
  heading(paper, t.checklist);
  const table = new Table(
    paper,
    [
      { title: texts.roster.columns.index, share: 7, align: 'center', face: 'figure' },
      { title: t.item, share: 34 },
      { title: t.clause, share: 13, align: 'center' },
      { title: t.state, share: 11, align: 'center' },
      { title: t.found, share: 26 },
      { title: t.papers, share: 9, align: 'right', face: 'figure' },
    ],
    { size: 9.5 },
  );
  award.items.forEach((item, index) => {
    table.row([
      String(index + 1),
      item.text,
      item.clause ?? texts.dash,
      t.states[item.state],
      item.found ?? texts.dash,
      String(item.papers.length),
    ]);
  });
  table.end();
}

function drawPapers(paper: Paper, award: FilingAward, { texts }: FilingContext): void {
  const t = texts.award;
  const papers = award.items.flatMap((item, index) =>
    item.papers.map((one) => ({ ...one, of: `${index + 1} ${item.text}` })),
  );
  heading(paper, t.paperTitle);
  if (papers.length === 0) {
    paper.paragraph(t.paperNone, { face: 'song', size: SIZE.smallFour }, { after: 4 });
    return;
  }
  const table = new Table(
    paper,
    [
      { title: texts.roster.columns.index, share: 7, align: 'center', face: 'figure' },
      { title: t.of, share: 30 },
      { title: texts.attachments.name, share: 24 },
      { title: texts.attachments.kind, share: 9, align: 'center' },
      { title: texts.attachments.sha256, share: 30, face: 'figure' },
    ],
    { size: 9 },
  );
  papers.forEach(({ of, name, isPhoto, sha256 }, index) => {
    table.row({
      cells: [
        { text: String(index + 1) },
        { text: of },
        { text: name },
        { text: isPhoto ? t.photo : t.document },
        { text: sha256, size: 6.5 },
      ],
    });
  });
  table.end();
}
