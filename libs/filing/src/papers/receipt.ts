import { capitalYuan, fen } from '@yibu/kernel';
import { amount, body, bodyOf, HEADING, overTable, SMALL, title } from '../parts/shared.js';
import { BODY_PITCH, Paper } from '../pdf/paper.js';
import { SHADE, Table } from '../pdf/table.js';
import { fill, money, periodText, textsOf, type Texts } from '../texts/index.js';
import type { BuiltPaper, ReceiptInput, ReceiptPayment } from './paper.types.js';
import { assertPaper, dayText, fileNameOf, pairs, sealRow } from './shared.js';

interface Sums {
  readonly payment: ReceiptPayment;
  readonly beforeFen: number;
  readonly leftFen: number;
  readonly isBack: boolean;
}

function sumsOf({ claim, decidedFen, payments }: ReceiptInput): Sums {
  const payment = payments.at(-1);
  assertPaper(payment !== undefined, `Receipt of ${claim.number} without a payment`);
  const own = payment ?? { amountFen: 0, paidOn: '', voucher: '' };
  const paidFen = payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const leftFen = decidedFen - paidFen;
  assertPaper(
    leftFen === 0 || Math.sign(leftFen) === Math.sign(decidedFen),
    `Receipt of ${claim.number}: ${paidFen} paid of ${decidedFen}`,
  );
  return { payment: own, beforeFen: paidFen - own.amountFen, leftFen, isBack: own.amountFen < 0 };
}

/** 收款回执: what came of what was decided, to which account, and what is still open. */
export async function buildReceipt(input: ReceiptInput): Promise<BuiltPaper> {
  const { claim, language } = input;
  const sums = sumsOf(input);
  const texts = textsOf(language);
  const t = texts.papers.receipt;
  const heading = sums.isBack ? t.titleBack : t.title;
  const paper = new Paper({
    title: `${heading} ${claim.number} ${sums.payment.voucher}`,
    language,
    createdAt: new Date(input.recordedAt),
    footer: `${claim.number} R${claim.revision} · ${t.voucher} ${sums.payment.voucher}`,
  });
  paper.beginPart(heading);
  title(paper, heading, 14);
  paper.paragraph(fill(t.addressee, { bureau: claim.bureauName }), bodyOf(language), {
    pitch: BODY_PITCH,
  });
  const absolute = fen(Math.abs(sums.payment.amountFen));
  body(
    paper,
    fill(sums.isBack ? t.bodyBack : t.body, {
      period: periodText(claim.period, language),
      number: claim.number,
      amount: money(absolute),
      capital: capitalYuan(absolute),
    }),
    language,
  );
  paper.y += 14;
  drawParticulars(paper, input, { sums, texts });
  paper.y += 14;
  drawHistory(paper, input, texts);
  paper.y += 14;
  sealRow(paper, [sums.isBack ? t.signBack : t.sign, t.cashier], {
    date: texts.form.date,
    language,
  });
  paper.y += 6;
  const values = { name: input.recordedBy, source: t.sources[input.source] };
  paper.paragraph(fill(t.recordedBy, values), SMALL);
  return {
    fileName: fileNameOf(
      claim.number,
      `R${claim.revision}`,
      'receipt',
      String(input.payments.length),
      language,
    ),
    bytes: await paper.finish(),
  };
}

function drawParticulars(
  paper: Paper,
  { claim, decidedFen, payee, language }: ReceiptInput,
  { sums, texts }: { readonly sums: Sums; readonly texts: Texts },
): void {
  const t = texts.papers.receipt;
  const { payment, isBack } = sums;
  const left = sums.leftFen === 0 ? t.settled : money(Math.abs(sums.leftFen));
  overTable(
    paper,
    `${texts.papers.claimNumber}${texts.colon}${claim.number}（${fill(texts.form.revision, { n: claim.revision })}）`,
    texts.form.unitYuan,
  );
  pairs(paper, [
    [
      t.center,
      claim.centerName,
      isBack ? t.paidOnBack : t.paidOn,
      dayText(payment.paidOn, language),
    ],
    [t.holder, payee?.holder ?? claim.organizationName, t.voucher, payment.voucher],
    [
      t.bank,
      payee?.bank ?? texts.dash,
      t.account,
      payee === null ? t.accountMissing : `**** **** ${payee.last4}`,
    ],
    [t.decided, money(decidedFen), t.before, money(sums.beforeFen)],
    [t.now, money(payment.amountFen), isBack ? t.remainingBack : t.remaining, left],
  ]);
}

/** Every payment of the claim up to this one, with what was left after each. */
function drawHistory(paper: Paper, input: ReceiptInput, texts: Texts): void {
  const t = texts.papers.receipt;
  if (input.payments.length < 2) {
    return;
  }
  paper.paragraph(t.history, HEADING, { tag: 'H2', after: 4 });
  const table = new Table(paper, [
    { title: t.index, share: 10, align: 'center', face: 'figure' },
    { title: t.paidOn, share: 26, align: 'center' },
    { title: t.voucher, share: 34 },
    { title: t.amount, share: 24, align: 'right', face: 'figure' },
    { title: t.left, share: 24, align: 'right', face: 'figure' },
  ]);
  let left = input.decidedFen;
  input.payments.forEach((payment, index) => {
    left -= payment.amountFen;
    const isLast = index === input.payments.length - 1;
    table.row({
      cells: [
        { text: String(index + 1) },
        { text: dayText(payment.paidOn, input.language) },
        { text: payment.voucher },
        amount(money(payment.amountFen)),
        amount(money(left)),
      ],
      ...(isLast ? { shade: SHADE } : {}),
    });
  });
  table.end();
}
