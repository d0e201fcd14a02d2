import { capitalYuan, fen } from '@yibu/kernel';
import type { FilingLanguage } from '../filing.js';
import { amount, HEADING, label, overTable, SMALL, title } from '../parts/shared.js';
import { Paper, SIZE } from '../pdf/paper.js';
import { SHADE, Table, type Cell } from '../pdf/table.js';
import { fill, money, periodText, textsOf, type Texts } from '../texts/index.js';
import type {
  BuiltPaper,
  DifferenceFigures,
  DifferenceInput,
  DifferenceLine,
} from './paper.types.js';
import { assertPaper, closes, dayText, fileNameOf, pairs, sealRow } from './shared.js';

const FIGURES = [
  'claimed',
  'returned',
  'cut',
  'held',
  'released',
  'decided',
] as const satisfies readonly (keyof Texts['papers']['difference'])[];

const valueOf = (figures: DifferenceFigures, name: (typeof FIGURES)[number]): number =>
  figures[`${name}Fen`];

/** What the paper shows adds up line by line and as a whole, or there is no paper. */
function assertAddsUp({ claim, figures, lines, accepted }: DifferenceInput): void {
  const isWhole = FIGURES.every((name) => {
    const own = name === 'claimed' || name === 'decided' ? accepted.amountFen : 0;
    return lines.reduce((sum, line) => sum + valueOf(line, name), own) === valueOf(figures, name);
  });
  assertPaper(
    isWhole && closes(figures) && lines.every(closes),
    `Statement of differences of ${claim.number}`,
  );
}

/** 核定差异说明表: claimed = returned + cut + held − released + decided, then why, line by line. */
export async function buildDifference(input: DifferenceInput): Promise<BuiltPaper> {
  assertAddsUp(input);
  const { claim, language, decision } = input;
  const texts = textsOf(language);
  const t = texts.papers.difference;
  const paper = new Paper({
    title: `${t.title} ${claim.number}`,
    language,
    createdAt: new Date(decision.at),
    footer: `${claim.number} R${claim.revision} · ${t.title}`,
  });
  paper.beginPart(t.title);
  title(paper, t.title);
  overTable(
    paper,
    `${texts.papers.claimNumber}${texts.colon}${claim.number}（${fill(texts.form.revision, { n: claim.revision })}）`,
    texts.form.unitYuan,
  );
  drawHead(paper, input, texts);
  paper.y += 16;
  drawEquation(paper, input, texts);
  if (input.lines.length === 0) {
    paper.y += 14;
    paper.paragraph(fill(t.none, { lines: input.accepted.lines }), {
      face: 'song',
      size: SIZE.smallFour,
    });
  }
  paper.y += 12;
  sealRow(paper, [t.sign, t.confirm], { date: texts.form.date, language });
  if (input.lines.length > 0) {
    drawLines(paper, input, texts);
  }
  return {
    fileName: fileNameOf(claim.number, `R${claim.revision}`, 'difference', language),
    bytes: await paper.finish(),
  };
}

function drawHead(
  paper: Paper,
  { claim, decision, language }: DifferenceInput,
  texts: Texts,
): void {
  const t = texts.papers.difference;
  pairs(paper, [
    [t.subject, claim.centerName, t.period, periodText(claim.period, language)],
    [t.operator, claim.organizationName, t.decidedOn, dayText(decision.decidedOn, language)],
    [
      t.reviewer,
      decision.reviewedBy ?? texts.dash,
      t.decider,
      decision.source === 'PAPER' ? texts.dash : decision.decidedBy,
    ],
    [t.document, decision.documentNumber ?? texts.dash, t.source, sourceOf(decision, t)],
    ...(decision.note === null || decision.note === '' ? [] : [[t.note, decision.note] as const]),
  ]);
  if (decision.isSinglePerson) {
    paper.y += 4;
    paper.paragraph(t.exception, SMALL);
  }
}

/** Whoever enters a decision on paper did not decide it. */
const sourceOf = (
  { source, decidedBy }: DifferenceInput['decision'],
  t: Texts['papers']['difference'],
): string => fill(t.sources[source], { name: decidedBy });

function drawEquation(
  paper: Paper,
  { figures, lines, accepted }: DifferenceInput,
  texts: Texts,
): void {
  const t = texts.papers.difference;
  paper.paragraph(t.equation, HEADING, { tag: 'H2', after: 4 });
  const table = new Table(
    paper,
    FIGURES.map((name) => ({ title: t[name], share: 1, align: 'right', face: 'figure' })),
  );
  table.row({
    cells: FIGURES.map((name) => amount(money(valueOf(figures, name)))),
    minHeight: 24,
    shade: SHADE,
  });
  const counts: Readonly<Record<(typeof FIGURES)[number], number>> = {
    claimed: accepted.lines + lines.filter(({ outcome }) => outcome !== 'RELEASED').length,
    returned: countOf(lines, 'RETURNED'),
    cut: countOf(lines, 'CUT'),
    held: countOf(lines, 'HELD'),
    released: countOf(lines, 'RELEASED'),
    decided: accepted.lines + countOf(lines, 'CUT') + countOf(lines, 'RELEASED'),
  };
  table.row({ cells: FIGURES.map((name) => amount(fill(t.count, { n: counts[name] }))) });
  table.row({
    cells: [
      label(t.capital),
      {
        text: capitalYuan(fen(figures.decidedFen)),
        span: 5,
        face: 'songHeavy',
        size: SIZE.smallFour,
        align: 'left',
      },
    ],
    minHeight: 26,
  });
  table.end();
  paper.y += 6;
  const values = Object.fromEntries(FIGURES.map((name) => [name, money(valueOf(figures, name))]));
  paper.paragraph(fill(t.check, values), { face: 'figure', size: 9 });
}

const countOf = (lines: readonly DifferenceLine[], outcome: DifferenceLine['outcome']): number =>
  lines.filter((line) => line.outcome === outcome).length;

function drawLines(paper: Paper, input: DifferenceInput, texts: Texts): void {
  const t = texts.papers.difference;
  const { claim, figures, lines, accepted } = input;
  paper.beginPart(t.listTitle, 'landscape');
  title(paper, t.listTitle, 2);
  overTable(
    paper,
    `${claim.centerName}　${periodText(claim.period, input.language)}　${claim.number}`,
    texts.form.unitYuan,
  );
  const money8 = { align: 'right', face: 'figure' } as const;
  const table = new Table(
    paper,
    [
      { title: texts.roster.columns.index, share: 26, align: 'center', face: 'figure' },
      { title: t.name, share: 62 },
      { title: t.program, share: 66 },
      { title: t.month, share: 44, align: 'center', face: 'figure' },
      { title: t.outcome, share: 50, align: 'center' },
      { title: t.claimed, share: 54, ...money8 },
      { title: t.returned, share: 52, ...money8 },
      { title: t.cut, share: 48, ...money8 },
      { title: t.held, share: 48, ...money8 },
      { title: t.released, share: 50, ...money8 },
      { title: t.decided, share: 54, ...money8 },
      { title: t.reason, share: 146 },
    ],
    { size: 8.5, padding: 2.5, pitch: 1.28 },
  );
  lines.forEach((line, index) => {
    table.row([
      String(index + 1),
      line.subjectName,
      line.program,
      line.month,
      t.outcomes[line.outcome],
      ...FIGURES.map((name) => shown(valueOf(line, name), texts)),
      reasonOf(line, input.language),
    ]);
  });
  const rest = [accepted.amountFen, 0, 0, 0, 0, accepted.amountFen];
  table.row({
    cells: [
      label(fill(t.accepted, { lines: accepted.lines }), { span: 5, align: 'right' }),
      ...rest.map((value) => amount(shown(value, texts))),
      { text: '' },
    ],
  });
  table.row({
    cells: [
      label(t.total, { span: 5, align: 'right' }),
      ...FIGURES.map((name): Cell => amount(money(valueOf(figures, name)))),
      { text: '' },
    ],
    shade: SHADE,
  });
  table.end();
}

const shown = (value: number, texts: Texts): string => (value === 0 ? texts.dash : money(value));

/** In words; a reason of a list that the product does not know stands as its code. */
export function reasonOf(line: DifferenceLine, language: FilingLanguage): string {
  const t = textsOf(language).papers;
  const parts = [
    line.code === null ? '' : (t.reasons[line.code] ?? line.code),
    (line.text ?? '').trim().replace(/[。.；;]+$/, ''),
    line.heldUntil === null
      ? ''
      : fill(t.difference.heldUntil, { on: dayText(line.heldUntil, language) }),
    line.earlierNumber === null ? '' : fill(t.difference.earlier, { number: line.earlierNumber }),
    line.clause === ''
      ? ''
      : fill(t.difference.clause, { clause: `${line.document} ${line.clause}`.trim() }),
  ];
  return parts.filter((part) => part !== '').join(language === 'en' ? '; ' : '；');
}
