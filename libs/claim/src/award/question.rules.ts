import { AppError, fen, type Fen } from '@yibu/kernel';

import { word } from '@yibu/claim-engine';
import { en, zh, type AssessmentLine, type Pack } from '../engine.js';
import type { AwardQuestion } from './award.graphql.js';

export type Alternative = AssessmentLine['alternatives'][number];

interface OpenLine {
  readonly status: string;
  readonly amountFen: number;
  readonly alternatives: readonly Alternative[];
}

/** The bureau's own decision, where the rules name a range or ask for a confirmation without options. */
const OPEN = 'BUREAU_DECISION';
/** A returned line waits for its officer, not for a document. */
const NOT_A_QUESTION = 'RETURNED_LINE';

/** What a line leaves to the bureau; null where it leaves nothing. */
export function questionOf(line: OpenLine, pack: Pack): AwardQuestion | null {
  if (line.status !== 'NEEDS_DECISION') {
    return null;
  }
  const open = line.alternatives.filter(({ decision }) => decision === OPEN);
  const [first] = line.alternatives;
  if (first?.decision === NOT_A_QUESTION) {
    return null;
  }
  // The options of the question that stopped the line come first; what other readings would pay stands behind them.
  const own = line.alternatives.filter(({ decision }) => decision === first?.decision);
  const options = own.filter(
    ({ option }, index) => own.findIndex((other) => other.option === option) === index,
  );
  if (first === undefined || open.length > 0 || options.length < 2) {
    return amountQuestion(open, line.amountFen);
  }
  return {
    ...wordsOf(pack, first.decision),
    decision: first.decision,
    options: options.map(({ option, amountFen }) => ({
      ...optionWords(pack, first.decision, option),
      option,
      amountFen: fen(amountFen),
    })),
    minFen: fen(Math.min(...options.map(({ amountFen }) => amountFen))),
    maxFen: fen(Math.max(...options.map(({ amountFen }) => amountFen))),
  };
}

function amountQuestion(open: readonly Alternative[], amountFen: number): AwardQuestion {
  const bound = (option: string): number | undefined =>
    open.find((one) => one.option === option)?.amountFen;
  return {
    decision: OPEN,
    zh: '金额由民政局决定',
    en: 'The bureau decides the amount',
    options: [],
    minFen: fen(bound('MINIMUM') ?? 0),
    maxFen: fen(bound('MAXIMUM') ?? amountFen),
  };
}

export function wordsOf(pack: Pack, decision: string): { zh: string; en: string } {
  const question = pack.decisions?.find(({ id }) => id === decision)?.question;
  const contradiction = pack.contradictions?.find(({ id }) => id === decision)?.text;
  const words = question ?? contradiction;
  return { zh: zh(words) || '金额由民政局决定', en: en(words) || 'The bureau decides the amount' };
}

export function optionWords(
  pack: Pack,
  decision: string,
  option: string,
): { zh: string; en: string } {
  const text = pack.decisions
    ?.find(({ id }) => id === decision)
    ?.options.find(({ id }) => id === option)?.text;
  return { zh: zh(text) || word(option, 'zh'), en: en(text) || word(option, 'en') };
}

export const AMOUNT = 'AMOUNT';

/** What the document says: one of the options, or an amount within the bounds. Nothing else is taken. */
export function answerTo(
  question: AwardQuestion,
  given: { readonly option?: string | null; readonly amountFen?: Fen | null },
): { readonly chosen: string; readonly amountFen: Fen } {
  if (question.options.length > 0) {
    const option = question.options.find((one) => one.option === given.option);
    if (option === undefined) {
      throw new AppError('AWARD_OPTION_UNKNOWN', `No option ${String(given.option)}`, {
        options: question.options.map((one) => one.option),
      });
    }
    return { chosen: option.option, amountFen: option.amountFen };
  }
  const { amountFen } = given;
  if (amountFen == null || amountFen < question.minFen || amountFen > question.maxFen) {
    throw new AppError('AWARD_OUTSIDE_RANGE', `${String(amountFen)} is outside the range`, {
      minFen: question.minFen,
      maxFen: question.maxFen,
    });
  }
  return { chosen: AMOUNT, amountFen };
}
