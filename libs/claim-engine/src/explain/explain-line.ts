import type { LineKind, LineStatus } from '../compute/assessment.types.js';
import type { Locale, TraceStep } from '../nodes/node.js';
import { begun, yuan } from './phrases.js';
import { sentence } from './sentences.js';

/** A line as computed or as frozen in a filing: both explain themselves. */
export interface ExplainableLine {
  readonly month: string;
  readonly kind: LineKind;
  readonly status: LineStatus;
  readonly amountFen: number;
  readonly trace: readonly TraceStep[];
}

export interface Explained {
  readonly text: string;
  /** Document clause, or '' where the sentence is arithmetic. */
  readonly clause: string;
  readonly facts: readonly string[];
}

const stepsOf = (line: ExplainableLine, locale: Locale): Explained[] =>
  line.trace.map((step) => ({
    text: sentence(step.code, step.params, locale),
    clause: step.source?.clause ?? '',
    facts: step.facts,
  }));

/** The explanation step by step, for a page that shows the evidence beside each sentence. */
export const explainSteps = (line: ExplainableLine, locale: Locale): Explained[] =>
  stepsOf(line, locale).map((step) => ({ ...step, text: begun(step.text) }));

const HEAD: Readonly<Record<LineStatus, readonly [string, string]>> = {
  PAYABLE: ['计发', 'payable'],
  NOT_PAYABLE: ['不计发', 'not payable'],
  NEEDS_DECISION: ['待决定', 'needs a decision'],
};

function headOf({ month, status, amountFen }: ExplainableLine, isZh: boolean): string {
  if (status === 'PAYABLE' && amountFen < 0) {
    const back = yuan(-amountFen);
    return isZh ? `${month}：冲回${back}元。` : `${month}: ${back} yuan taken back. `;
  }
  const [statusZh, statusEn] = HEAD[status];
  if (status === 'NOT_PAYABLE' && amountFen === 0) {
    return isZh ? `${month}：${statusZh}。` : `${month}: ${statusEn}. `;
  }
  return isZh
    ? `${month}：${statusZh}${yuan(amountFen)}元。`
    : `${month}: ${statusEn}, ${yuan(amountFen)} yuan. `;
}

/** A line as one paragraph: what it pays and why, with dates, days and clauses. */
export function explainLine(line: ExplainableLine, locale: Locale): string {
  const isZh = locale === 'zh';
  const head = headOf(line, isZh);
  const steps = stepsOf(line, locale);
  let last = '';
  // The head has said it.
  const said = new Set(
    line.status === 'NOT_PAYABLE' && line.amountFen === 0
      ? [sentence('EARNS_NOTHING', {}, locale)]
      : [],
  );
  const told = steps.flatMap(({ text, clause }) => {
    if (said.has(text)) {
      return [];
    }
    said.add(text);
    const isNew = clause !== '' && clause !== last;
    last = clause === '' ? last : clause;
    const cited = isNew ? (isZh ? `（${clause}）` : ` (${clause})`) : '';
    return [`${text.replace(/[。.]$/, '')}${cited}`];
  });
  if (told.length === 0) {
    return head.trim();
  }
  return isZh ? `${head}${told.join('；')}。` : `${head}${begun(told.join('; '))}.`;
}
