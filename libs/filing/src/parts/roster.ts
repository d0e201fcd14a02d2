import { ageOn, capitalYuan, fen, isLocalDate, isYearMonth, lastDay } from '@yibu/kernel';
import type { FilingContext } from '../context.js';
import { quantityOf } from '../figures.js';
import type { AssessmentLine, FilingPerson } from '../filing.js';
import { SIZE, type Paper } from '../pdf/paper.js';
import { SHADE, Table, type Column } from '../pdf/table.js';
import { fill, money, periodText } from '../texts/index.js';
import { amount, label, overTable, SMALL, title } from './shared.js';

/** The lists are long: small type, as in any ledger. */
const FINE = { size: 8.5, padding: 2.5, pitch: 1.26 } as const;

/** 花名册: every paying line, turned sheets, the head on each. */
export function drawRoster(paper: Paper, context: FilingContext): void {
  const { input, texts, figures } = context;
  const t = texts.roster;
  paper.beginPart(t.title, 'landscape');
  title(paper, t.title, 2);
  over(paper, context);
  const table = new Table(paper, payableColumns(context), FINE);
  let index = 0;
  for (const program of figures.programs) {
    if (program.payable.length === 0) {
      continue;
    }
    table.keep(50);
    table.row({
      cells: [label(program.program.name, { span: 13, align: 'left' })],
      shade: '#F8F8F6',
    });
    for (const line of program.payable) {
      index += 1;
      table.row(payableCells(context, line, index));
    }
    table.row({
      cells: [
        label(fill(t.programTotal, { program: program.program.name, lines: program.lines }), {
          span: 10,
          align: 'right',
        }),
        amount(String(program.quantity)),
        { text: '' },
        amount(money(program.totalFen)),
      ],
    });
  }
  const capital = capitalYuan(fen(figures.whole.totalFen));
  table.row({
    cells: [
      label(fill(t.total, { lines: figures.whole.lines, capital }), { span: 12, align: 'right' }),
      amount(money(figures.whole.totalFen), { face: 'hei' }),
    ],
    shade: SHADE,
    minHeight: 20,
  });
  table.end();
  paper.y += 18;
  paper.ensure(24);
  paper.paragraph(fill(t.signs, { prepared: input.claim.preparedBy }), SMALL);
}

/** Why each paying line pays what it pays, under its number in the roster. */
export function drawReasons(paper: Paper, context: FilingContext): void {
  const { texts, figures, input } = context;
  const t = texts.roster;
  if (figures.whole.lines === 0) {
    return;
  }
  paper.beginPart(t.reasonsTitle, 'landscape');
  title(paper, t.reasonsTitle, 2);
  over(paper, context);
  const table = new Table(
    paper,
    [
      { title: t.columns.index, share: 28, align: 'center', face: 'figure' },
      { title: t.columns.name, share: 62 },
      { title: t.columns.month, share: 46, align: 'center', face: 'figure' },
      { title: t.columns.amount, share: 50, align: 'right', face: 'figure' },
      { title: t.columns.reason, share: 452 },
    ],
    FINE,
  );
  figures.programs
    .flatMap(({ payable }) => payable)
    .forEach((line, index) => {
      table.row([
        String(index + 1),
        subjectName(context, line),
        line.month,
        money(line.amountFen),
        input.reasons[line.id] ?? texts.dash,
      ]);
    });
  table.end();
}

/** The lines that pay nothing or wait for a decision: a refusal is explained like a payment. */
export function drawRest(paper: Paper, context: FilingContext): void {
  const { texts, figures } = context;
  const t = texts.roster;
  paper.beginPart(t.restTitle, 'landscape');
  title(paper, t.restTitle, 2);
  over(paper, context);
  if (figures.rest.length === 0) {
    paper.paragraph(t.restNone, { face: 'song', size: SIZE.smallFour }, { after: 4 });
    return;
  }
  const c = t.columns;
  const table = new Table(
    paper,
    [
      { title: c.index, share: 28, align: 'center', face: 'figure' },
      { title: c.name, share: 62 },
      { title: c.idNumber, share: 102, align: 'center', face: 'figure' },
      { title: c.program, share: 84 },
      { title: c.month, share: 46, align: 'center', face: 'figure' },
      { title: c.status, share: 60, align: 'center' },
      { title: c.restReason, share: 256 },
    ],
    FINE,
  );
  const names = new Map(figures.programs.map(({ program }) => [program.id, program.name]));
  figures.rest.forEach((line, index) => {
    const person = personOf(context, line);
    table.row([
      String(index + 1),
      subjectName(context, line),
      person?.idNumber ?? texts.dash,
      names.get(line.program) ?? line.program,
      line.month,
      texts.status[line.status],
      context.input.reasons[line.id] ?? texts.dash,
    ]);
  });
  table.end();
}

function over(paper: Paper, { input, texts }: FilingContext): void {
  const { claim } = input;
  const number = `${texts.form.number}${texts.colon}${claim.number}（${fill(texts.form.revision, { n: claim.revision })}）`;
  const period = periodText(claim.period, input.language);
  overTable(paper, `${claim.centerName}　${period}　${number}`, texts.form.unitYuan);
}

/** Widths in points, of the 638 that a turned sheet has. */
function payableColumns({ input, texts }: FilingContext): Column[] {
  const c = texts.roster.columns;
  const isEnglish = input.language === 'en';
  return [
    { title: c.index, share: 28, align: 'center', face: 'figure' },
    { title: c.name, share: 72 },
    { title: c.sex, share: 24, align: 'center' },
    { title: c.age, share: 26, align: 'center', face: 'figure' },
    { title: c.idNumber, share: 102, align: 'center', face: 'figure' },
    { title: c.bed, share: 50, align: 'center' },
    { title: c.careClass, share: 58, align: 'center' },
    { title: c.admitted, share: 58, align: 'center', face: 'figure' },
    { title: c.month, share: 48, align: 'center', face: 'figure' },
    { title: c.kind, share: isEnglish ? 46 : 34, align: 'center' },
    { title: c.quantity, share: 34, align: 'right', face: 'figure' },
    { title: c.rate, share: 48, align: 'right', face: 'figure' },
    { title: c.amount, share: 56, align: 'right', face: 'figure' },
  ];
}

const personOf = ({ people }: FilingContext, line: AssessmentLine): FilingPerson | undefined =>
  line.subject.kind === 'person' ? people.get(line.subject.id) : undefined;

export function subjectName(context: FilingContext, line: AssessmentLine): string {
  if (line.subject.kind === 'person') {
    return context.people.get(line.subject.id)?.name ?? line.subject.id;
  }
  if (line.subject.kind === 'project') {
    return context.input.award?.name ?? line.subject.id;
  }
  return line.subject.kind === 'center' ? context.texts.roster.center : line.subject.id;
}

export function ageInMonth(person: FilingPerson, month: string): string {
  if (!isYearMonth(month) || !isLocalDate(person.bornOn)) {
    return '';
  }
  return String(ageOn(person.bornOn, lastDay(month)));
}

function payableCells(context: FilingContext, line: AssessmentLine, index: number): string[] {
  const { texts } = context;
  const person = personOf(context, line);
  return [
    String(index),
    subjectName(context, line),
    person === undefined ? texts.dash : texts.sex[person.sex],
    person === undefined ? texts.dash : ageInMonth(person, line.month),
    person?.idNumber ?? texts.dash,
    person?.bed ?? texts.dash,
    person?.careClass ?? texts.dash,
    person?.admittedOn ?? texts.dash,
    line.month,
    texts.kind[line.kind],
    String(quantityOf(line)),
    line.rateFen === null ? texts.dash : money(line.rateFen),
    money(line.amountFen),
  ];
}
