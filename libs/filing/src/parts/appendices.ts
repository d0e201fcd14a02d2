import { sha256 } from '../canonical.js';
import type { FilingContext } from '../context.js';
import type { FilingDecision } from '../filing.js';
import { SIZE, type Paper, type TextStyle } from '../pdf/paper.js';
import { Table, type Cell } from '../pdf/table.js';
import { fill, momentText, money } from '../texts/index.js';
import { label, title } from './shared.js';

const NOTE: TextStyle = { face: 'song', size: SIZE.smallFour, justify: true };

const note = (paper: Paper, text: string): void =>
  paper.paragraph(text, NOTE, { indent: 2, pitch: 21, after: 10 });

/** How open questions of the policy were read, and what the claim would come to otherwise. */
export function drawDecisions(paper: Paper, { input, texts }: FilingContext): void {
  const t = texts.decisions;
  paper.beginPart(t.title);
  title(paper, t.title);
  if (input.decisions.length === 0) {
    note(paper, t.none);
    return;
  }
  note(paper, t.intro);
  for (const decision of input.decisions) {
    drawDecision(paper, decision, texts.decisions);
    paper.y += 9;
  }
}

function drawDecision(
  paper: Paper,
  decision: FilingDecision,
  t: FilingContext['texts']['decisions'],
): void {
  paper.ensure(92 + decision.options.length * 18);
  const table = new Table(
    paper,
    [
      { title: '', share: 17 },
      { title: '', share: 61 },
      { title: '', share: 22, align: 'right', face: 'figure' },
    ],
    { hasHead: false, size: 10 },
  );
  const cells: Cell[] = [
    label(decision.id),
    { text: decision.question, face: 'hei' },
    { text: t.totalUnder, isHead: true, align: 'center' },
  ];
  table.row({ cells, shade: '#F1F1EE' });
  const ordered = [...decision.options].sort((a, b) => Number(b.isChosen) - Number(a.isChosen));
  for (const { option, totalFen, isChosen } of ordered) {
    table.row({
      cells: [
        label(isChosen ? t.chosen : t.other),
        { text: option },
        totalFen === null
          ? { text: t.notComputed, face: 'song', align: 'center' }
          : { text: money(totalFen) },
      ],
    });
  }
  const reason = `${decision.why}\n${decision.decidedBy}`.trim();
  table.row({ cells: [label(t.by), { text: reason, span: 2, align: 'left', face: 'song' }] });
  table.end();
}

/** 附件清单: each document with the digest of its file. */
export function drawAttachments(paper: Paper, { input, texts }: FilingContext): void {
  const t = texts.attachments;
  paper.beginPart(t.title);
  title(paper, t.title);
  if (input.attachments.length === 0) {
    note(paper, t.none);
    return;
  }
  const table = new Table(paper, [
    { title: texts.roster.columns.index, share: 8, align: 'center', face: 'figure' },
    { title: t.name, share: 48 },
    { title: t.kind, share: 22, align: 'center' },
    { title: t.sha256, share: 66, face: 'figure' },
  ]);
  input.attachments.forEach(({ name, kind, sha256: digest }, index) => {
    table.row({
      cells: [
        { text: String(index + 1) },
        { text: name },
        { text: kind },
        { text: digest, size: 7 },
      ],
    });
  });
  table.end();
}

/** The digests that tie the paper to the data, and the place in the audit trail. */
export function drawData(paper: Paper, context: FilingContext): void {
  const { input, texts, files, contentDigest } = context;
  const t = texts.data;
  paper.beginPart(t.title);
  title(paper, t.title);
  note(paper, t.intro);
  const table = new Table(
    paper,
    [
      { title: t.file, share: 30 },
      { title: 'SHA-256', share: 70, face: 'figure' },
    ],
    { size: 9 },
  );
  const rows: readonly (readonly [string, string])[] = [
    [t.facts, sha256(files['facts.json'])],
    [t.pack, sha256(files['pack.json'])],
    [t.ledger, sha256(files['ledger.json'])],
    [t.result, sha256(files['result.json'])],
    [t.particulars, sha256(files['filing.json'])],
    [t.content, contentDigest],
    [t.previous, input.claim.previousDigest ?? texts.none],
  ];
  for (const [name, digest] of rows) {
    table.row({ cells: [{ text: name }, { text: digest, size: 8 }], minHeight: 20 });
  }
  const head = input.auditHead;
  const audit =
    head === null
      ? texts.none
      : fill(t.auditText, { seq: head.seq, at: momentText(head.at), hash: head.hash });
  table.row({ cells: [{ text: t.audit }, { text: audit, size: 8 }] });
  table.end();
}
