import { capitalYuan, fen } from '@yibu/kernel';
import type { FilingContext } from '../context.js';
import { BODY_PITCH, SIZE, type Paper } from '../pdf/paper.js';
import { fill, money, periodText } from '../texts/index.js';
import { BODY, body, bodyOf, title } from './shared.js';

/** 承诺书: the county's own wording where it has one, else a neutral one that says that it is neutral. */
export function drawUndertaking(paper: Paper, { input, texts, figures }: FilingContext): void {
  const { claim } = input;
  const t = texts.undertaking;
  paper.beginPart(t.title.replaceAll('\u3000', ''));
  title(paper, t.title, 6);
  if (input.undertaking === null) {
    paper.paragraph(
      t.draft,
      { face: 'song', size: SIZE.smallFive + 1, align: 'center', color: '#555555' },
      { after: 12 },
    );
  }
  paper.paragraph(fill(t.addressee, { bureau: claim.bureauName }), BODY, { pitch: BODY_PITCH });
  const values = {
    period: periodText(claim.period, input.language),
    number: claim.number,
    amount: money(figures.whole.totalFen),
    capital: capitalYuan(fen(figures.whole.totalFen)),
  };
  const own = input.undertaking;
  for (const paragraph of own ?? t.paragraphs.map((text) => fill(text, values))) {
    body(paper, paragraph, input.language);
  }
  paper.y += BODY_PITCH / 2;
  paper.ensure(BODY_PITCH * 3.75);
  for (const text of [t.signer, t.legal, texts.form.date]) {
    const element = paper.element('P');
    const y = paper.y;
    const box = {
      x: paper.left + paper.width * 0.34,
      y,
      width: paper.width * 0.62,
      pitch: BODY_PITCH,
    };
    const align = text === texts.form.date ? 'right' : 'left';
    element.add(() => paper.line(text, { ...bodyOf(input.language), justify: false, align }, box));
    element.end();
    paper.y += BODY_PITCH * 1.25;
  }
}
