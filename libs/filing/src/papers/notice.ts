import { capitalYuan, fen } from '@yibu/kernel';
import { amount, body, bodyOf, label, overTable, SMALL, title } from '../parts/shared.js';
import { BODY_PITCH, Paper, SIZE } from '../pdf/paper.js';
import { drawQr } from '../pdf/qr.js';
import { SHADE, Table } from '../pdf/table.js';
import { fill, money, periodText, textsOf, type Texts } from '../texts/index.js';
import type { BuiltPaper, NoticeCenter, NoticeInput } from './paper.types.js';
import { assertPaper, dayText, fileNameOf } from './shared.js';

const QR = 64;

function assertAddsUp({ number, centers, people, amountFen }: NoticeInput): void {
  const sums = centers.every(
    (center) => center.rows.reduce((sum, row) => sum + row.amountFen, 0) === center.amountFen,
  );
  assertPaper(
    sums &&
      centers.reduce((sum, center) => sum + center.amountFen, 0) === amountFen &&
      centers.reduce((sum, center) => sum + center.people, 0) === people,
    `Public notice ${number}`,
  );
}

/** 公示: who is to get how much on what ground, until when anybody may object, and how. Names come masked. */
export async function buildNotice(input: NoticeInput): Promise<BuiltPaper> {
  assertAddsUp(input);
  const { language } = input;
  const texts = textsOf(language);
  const t = texts.papers.notice;
  const period = periodText(input.period, language);
  const paper = new Paper({
    title: `${fill(t.subject, { period })} ${input.number}`,
    language,
    createdAt: new Date(`${input.publishedOn}T00:00:00+08:00`),
    footer: `${input.bureauName} · ${input.number}`,
  });
  paper.beginPart(fill(t.subject, { period }));
  title(paper, t.title, 4);
  const style = { face: 'song', size: SIZE.four, align: 'center' } as const;
  paper.paragraph(fill(t.subject, { period }), style, { tag: 'H2', pitch: 26, after: 10 });
  drawWords(paper, input, texts);
  drawSignature(paper, input, texts);
  paper.beginPart(t.list);
  title(paper, t.list, 2);
  paper.paragraph(t.masked, SMALL, { after: 6 });
  drawList(paper, input, texts);
  return { fileName: fileNameOf('notice', input.number, language), bytes: await paper.finish() };
}

type Words = Texts['papers']['notice'];

const peopleText = (count: number, t: Words): string =>
  count === 1 ? t.onePerson : fill(t.manyPeople, { count });
const centersText = (count: number, t: Words): string =>
  count === 1 ? t.oneCenter : fill(t.manyCenters, { count });

function drawWords(paper: Paper, input: NoticeInput, texts: Texts): void {
  const { language, bureauName: bureau, withdrawn } = input;
  const t = texts.papers.notice;
  const say = (text: string): void => {
    body(paper, text, language);
  };
  if (withdrawn !== null) {
    const values = { on: dayText(withdrawn.on, language), reason: withdrawn.reason };
    paper.paragraph(
      fill(t.withdrawn, values),
      {
        face: 'hei',
        size: SIZE.smallFour,
        color: '#B3261E',
      },
      { after: 8 },
    );
  }
  const basis = [
    ...new Set(input.basis.map(({ document, clause }) => `${document} ${clause}`.trim())),
  ];
  say(
    fill(t.intro, {
      basis: basis.join(language === 'en' ? '; ' : '、'),
      bureau,
      period: periodText(input.period, language),
      centers: centersText(input.centers.length, t),
      people: peopleText(input.people, t),
      amount: money(input.amountFen),
      capital: capitalYuan(fen(input.amountFen)),
    }),
  );
  say(
    fill(t.term, {
      from: dayText(input.from, language),
      until: dayText(input.until, language),
      days: input.days,
    }),
  );
  say(fill(input.url === null ? t.objectionNoCode : t.objection, { bureau }));
  if (input.howTo !== null && input.howTo !== '') {
    say(input.howTo);
  }
  say(fill(t.contact, { text: input.contact }));
}

/** Bureau and day at the right, the code of the page at the left. */
function drawSignature(paper: Paper, input: NoticeInput, texts: Texts): void {
  const t = texts.papers.notice;
  paper.y += BODY_PITCH / 2;
  paper.ensure(QR + 24);
  const top = paper.y;
  if (input.url !== null) {
    drawQr(paper, input.url, { x: paper.left, y: top, size: QR, alt: t.qr });
    const caption = paper.element('P');
    const box = { x: paper.left - 8, y: top + QR + 2, width: QR + 16, pitch: 12 };
    caption.add(() => {
      paper.line(t.scan, { face: 'song', size: 8, align: 'center' }, box);
    });
    caption.end();
  }
  [input.bureauName, dayText(input.publishedOn, input.language)].forEach((text, index) => {
    const element = paper.element('P');
    const box = {
      x: paper.left,
      y: top + 10 + index * BODY_PITCH,
      width: paper.width - 32,
      pitch: BODY_PITCH,
    };
    element.add(() => {
      paper.line(text, { ...bodyOf(input.language), justify: false, align: 'right' }, box);
    });
    element.end();
  });
  paper.y = top + QR + 20;
}

function drawList(paper: Paper, input: NoticeInput, texts: Texts): void {
  const t = texts.papers.notice;
  overTable(paper, `${t.number}${texts.colon}${input.number}`, texts.form.unitYuan);
  const table = new Table(
    paper,
    [
      { title: texts.roster.columns.index, share: 10, align: 'center', face: 'figure' },
      { title: t.name, share: 22 },
      { title: t.program, share: 32 },
      { title: t.months, share: 40 },
      { title: t.amount, share: 22, align: 'right', face: 'figure' },
    ],
    { size: 9.5 },
  );
  let index = 0;
  for (const center of input.centers) {
    table.keep(60);
    table.row({ cells: [label(center.name, { span: 5, align: 'left' })], shade: '#F8F8F6' });
    for (const row of center.rows) {
      index += 1;
      table.row([
        String(index),
        row.name ?? t.centerRow,
        row.program,
        monthsText(row.months),
        money(row.amountFen),
      ]);
    }
    if (input.centers.length > 1) {
      table.row(subtotal(center, t));
    }
  }
  table.row({
    cells: [
      label(fill(t.total, { people: peopleText(input.people, t) }), { span: 4, align: 'right' }),
      amount(money(input.amountFen), { face: 'hei' }),
    ],
    shade: SHADE,
    minHeight: 22,
  });
  table.end();
}

const subtotal = (center: NoticeCenter, t: Words): Parameters<Table['row']>[0] => ({
  cells: [
    label(fill(t.subtotal, { people: peopleText(center.people, t) }), { span: 4, align: 'right' }),
    amount(money(center.amountFen)),
  ],
});

/** 2025-01, 2025-02, 2025-03, 2025-05 → "2025-01–2025-03, 2025-05". */
export function monthsText(months: readonly string[]): string {
  const order = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const runs: [string, string][] = [];
  for (const month of [...new Set(months)].sort()) {
    const last = runs.at(-1);
    if (last !== undefined && order(month) === order(last[1]) + 1) {
      last[1] = month;
    } else {
      runs.push([month, month]);
    }
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}
