import { capitalYuan, fen } from '@yibu/kernel';
import { qrContent, type FilingContext } from '../context.js';
import type { ProgramFigures } from '../figures.js';
import type { FilingClaim } from '../filing.js';
import { drawQr } from '../pdf/qr.js';
import { SIZE, type Paper } from '../pdf/paper.js';
import { SHADE, Table, type Row } from '../pdf/table.js';
import { fill, momentText, money, periodText, type Texts } from '../texts/index.js';
import { amount, label, overTable, TITLE } from './shared.js';

const QR = 60;

/** 申请表: one page that says who asks whom for how much, and leaves room for two opinions and their seals. */
export function drawApplicationForm(paper: Paper, context: FilingContext): void {
  const { input, texts } = context;
  paper.beginPart(formTitle(texts, input.claim));
  drawHead(paper, context);
  overTable(
    paper,
    `${texts.form.number}${texts.colon}${input.claim.number}（${fill(texts.form.revision, { n: input.claim.revision })}）`,
    texts.form.unitYuan,
  );
  drawApplicant(paper, context);
  drawPrograms(paper, context);
  drawOpinions(paper, context);
}

/** 申请表 by what it applies for. */
export const formTitle = (texts: Texts, claim: FilingClaim): string =>
  claim.kind === undefined ? texts.form.title : texts.form.titles[claim.kind];

function drawHead(paper: Paper, context: FilingContext): void {
  const { texts, input } = context;
  const top = paper.y;
  const box = { x: paper.left, y: top + 4, width: paper.width - QR, pitch: 32 };
  const heading = paper.element('H1');
  const text = formTitle(texts, input.claim);
  const size = text.length > 16 ? 18 : SIZE.two;
  heading.add(() => paper.line(text, { ...TITLE, size }, box));
  heading.end();
  const period = paper.element('P');
  const shown = `（${periodText(input.claim.period, input.language)}）`;
  period.add(() =>
    paper.line(
      shown,
      { face: 'song', size: SIZE.four, align: 'center' },
      { ...box, y: top + 36, pitch: 22 },
    ),
  );
  period.end();
  drawQr(paper, qrContent(context), {
    x: paper.left + paper.width - QR,
    y: top,
    size: QR,
    alt: texts.form.qr,
  });
  paper.y = top + QR + 4;
}

function drawApplicant(paper: Paper, { input, texts, figures }: FilingContext): void {
  const { claim } = input;
  const t = texts.form;
  const table = new Table(
    paper,
    [
      { title: '', share: 17 },
      { title: '', share: 40 },
      { title: '', share: 17 },
      { title: '', share: 26 },
    ],
    { size: SIZE.five, hasHead: false },
  );
  const pairs: readonly (readonly [string, string, string, string])[] = [
    [t.to, claim.bureauName, t.period, periodText(claim.period, input.language)],
    [t.center, claim.centerName, t.centerCode, claim.centerCode],
    [t.organization, claim.organizationName, t.phone, claim.phone ?? texts.dash],
    [
      input.award === undefined ? t.people : t.project,
      input.award === undefined
        ? fill(t.peopleCount, { people: figures.people, lines: figures.whole.lines })
        : input.award.name,
      t.beds,
      claim.registeredBeds === null ? texts.dash : fill(t.bedCount, { n: claim.registeredBeds }),
    ],
  ];
  for (const [a, b, c, d] of pairs) {
    table.row({ cells: [label(a), { text: b }, label(c), { text: d }], minHeight: 21 });
  }
  const basis = new Set(input.programs.map(({ document }) => document).filter((d) => d !== ''));
  table.row({
    cells: [label(t.basis), { text: [...basis].join('\n') || texts.dash, span: 3 }],
    minHeight: 21,
  });
  const payee = claim.payee === null ? t.payeeMissing : fill(t.payeeText, { ...claim.payee });
  table.row({ cells: [label(t.payee), { text: payee, span: 3 }] });
  table.end();
}

function drawPrograms(paper: Paper, { input, texts, figures }: FilingContext): void {
  const t = texts.form;
  const table = new Table(
    paper,
    [
      { title: t.program, share: 27 },
      { title: t.subjects, share: 10, align: 'right', face: 'figure' },
      { title: t.quantity, share: 15, align: 'right', face: 'figure' },
      { title: t.normal, share: 16, align: 'right', face: 'figure' },
      { title: t.catchUp, share: 15, align: 'right', face: 'figure' },
      { title: t.reversal, share: 15, align: 'right', face: 'figure' },
      { title: t.amount, share: 18, align: 'right', face: 'figure' },
    ],
    { size: SIZE.smallFive + 0.5 },
  );
  const refused = new Map(input.result.refusals.map((refusal) => [refusal.program, refusal]));
  for (const program of figures.programs) {
    const refusal = refused.get(program.program.id);
    table.row(
      refusal === undefined
        ? { cells: programCells(program, texts.unit).map((text) => ({ text })) }
        : {
            cells: [
              { text: program.program.name },
              {
                text: fill(t.refused, { reason: program.program.refusal ?? refusal.code }),
                span: 6,
                align: 'left',
                face: 'song',
              },
            ],
          },
    );
  }
  table.row({ cells: totalCells(t.total, figures.whole), shade: SHADE, minHeight: 20 });
  table.row({
    cells: [
      label(t.capital),
      {
        text: capitalYuan(fen(figures.whole.totalFen)),
        span: 6,
        size: SIZE.smallFour,
        align: 'left',
        face: 'songHeavy',
      },
    ],
    minHeight: 24,
  });
  table.end();
}

const programCells = (
  program: ProgramFigures,
  units: Readonly<Record<string, string>>,
): readonly string[] => [
  program.program.name,
  String(program.subjects),
  `${program.quantity} ${units[program.unit] ?? program.unit}`.trim(),
  money(program.normalFen),
  money(program.catchUpFen),
  money(program.reversalFen),
  money(program.totalFen),
];

const totalCells = (text: string, whole: FilingContext['figures']['whole']): Row['cells'] => [
  label(text, { span: 3 }),
  amount(money(whole.normalFen)),
  amount(money(whole.catchUpFen)),
  amount(money(whole.reversalFen)),
  amount(money(whole.totalFen), { face: 'hei' }),
];

function drawOpinions(paper: Paper, { input, texts }: FilingContext): void {
  const { claim } = input;
  const t = texts.form;
  const table = new Table(
    paper,
    [
      { title: '', share: 14 },
      { title: '', share: 86 },
    ],
    input.language === 'en'
      ? { size: 9.5, hasHead: false, pitch: 1.35 }
      : { size: SIZE.five, hasHead: false, pitch: 1.5 },
  );
  const seal = `${t.seal}　　　${t.date}`;
  const applicant = [
    t.statement,
    [
      fill(t.prepared, { name: claim.preparedBy }),
      fill(t.submitted, { name: claim.submittedBy }),
      fill(t.submittedOn, { at: momentText(claim.submittedAt).slice(0, 16) }),
    ].join('\u3000\u3000'),
    ...(claim.isSinglePersonException ? [t.exception] : []),
  ].join('\n');
  table.row({
    cells: [label(t.applicant), { text: applicant, signs: [t.handlerSign, t.leaderSign, seal] }],
  });
  const county = { county: claim.countyName };
  for (const opinion of [t.bureau, t.finance]) {
    table.row({
      cells: [
        label(fill(opinion, county)),
        { text: t.approved, signs: [t.reviewerSign, t.leaderSign, seal] },
      ],
    });
  }
  table.end();
}
