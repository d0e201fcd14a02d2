import type { FilingContext } from './context.js';
import { Paper } from './pdf/paper.js';
import { drawApplicationForm, formTitle } from './parts/application-form.js';
import { drawAward } from './parts/award.js';
import { drawAttachments, drawData, drawDecisions } from './parts/appendices.js';
import { drawReasons, drawRest, drawRoster } from './parts/roster.js';
import { drawSummary } from './parts/summary.js';
import { drawUndertaking } from './parts/undertaking.js';
import { periodText } from './texts/index.js';

/** The filing on paper: one document, so that it is printed, numbered, bound and sealed as one. */
export async function buildDocument(context: FilingContext): Promise<Buffer> {
  const { input, texts, contentDigest } = context;
  const { claim, language } = input;
  const paper = new Paper({
    title: `${formTitle(texts, claim)} ${periodText(claim.period, language)} ${claim.number}`,
    language,
    createdAt: new Date(claim.submittedAt),
    footer: `${claim.number} R${claim.revision} · ${texts.form.digest} ${contentDigest.slice(0, 16)}`,
  });
  drawApplicationForm(paper, context);
  drawAward(paper, context);
  drawUndertaking(paper, context);
  drawSummary(paper, context);
  drawRoster(paper, context);
  drawReasons(paper, context);
  drawRest(paper, context);
  drawDecisions(paper, context);
  drawAttachments(paper, context);
  drawData(paper, context);
  return await paper.finish();
}
