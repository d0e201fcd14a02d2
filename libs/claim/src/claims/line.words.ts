import { fen } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { canonicalText, en, zh, type AssessmentLine, type Words } from '../engine.js';
import type { ClaimAlternative, ClaimTraceStep } from './line.graphql.js';

interface Named {
  readonly id: string;
  readonly title: Words;
}

interface Question {
  readonly id: string;
  readonly question: Words;
  readonly options: readonly { readonly id: string; readonly text: Words }[];
}

/** What the rules of a claim call their documents, and the questions that can be read in two ways. */
export interface PackWords {
  readonly documents: readonly Named[];
  readonly decisions?: readonly Question[];
}

/** What every claim may leave open, whatever its rules: it stands in no document and has its words here. */
const OWN_QUESTIONS: readonly Question[] = [
  {
    id: 'RETURNED_LINE',
    question: {
      zh: '这一行上次被退回，怎么办？',
      en: 'This line was returned before. What now?',
    },
    options: [
      { id: 'ACCEPT_RETURN', text: { zh: '接受退回，不再申报', en: 'Accept the return' } },
      { id: 'OBJECT', text: { zh: '提出异议，再次申报', en: 'Object and claim it again' } },
    ],
  },
  {
    id: 'BUREAU_DECISION',
    question: {
      zh: '金额由民政局决定，是多少？',
      en: 'The bureau decides the amount. How much?',
    },
    options: [
      { id: 'MINIMUM', text: { zh: '标准的下限', en: 'The lower end of the range' } },
      { id: 'MAXIMUM', text: { zh: '标准的上限', en: 'The upper end of the range' } },
    ],
  },
];

interface Rules {
  readonly packCode: string;
  readonly packSha256: string | null;
  readonly countyCode: string;
}

/** In the words of the version that the claim was computed by, else of a later one of the same rules. */
export async function packWords(db: Db, claim: Rules): Promise<PackWords> {
  const pack = await db.row<{ body: string }>(
    `SELECT body FROM policy_pack WHERE code = ? AND county_code IN ('*', ?)
     ORDER BY sha256 = ? DESC, version DESC LIMIT 1`,
    [claim.packCode, claim.countyCode, claim.packSha256],
  );
  return pack ? (JSON.parse(pack.body) as PackWords) : { documents: [] };
}

export const stepsOf = (trace: AssessmentLine['trace'], words: PackWords): ClaimTraceStep[] =>
  trace.map((step) => {
    const document = step.source?.document ?? null;
    const title = words.documents.find(({ id }) => id === document)?.title;
    return {
      step: step.step,
      code: step.code,
      params: canonicalText(step.params),
      document,
      documentZh: title === undefined ? null : zh(title),
      documentEn: title === undefined ? null : en(title),
      clause: step.source?.clause ?? null,
      facts: [...step.facts],
    };
  });

export function alternativesOf(
  alternatives: AssessmentLine['alternatives'],
  words: PackWords,
): ClaimAlternative[] {
  return alternatives.map(({ decision, option, amountFen }) => {
    const asked = [...(words.decisions ?? []), ...OWN_QUESTIONS].find(({ id }) => id === decision);
    const chosen = asked?.options.find(({ id }) => id === option)?.text;
    return {
      decision,
      option,
      amountFen: fen(amountFen),
      questionZh: asked === undefined ? decision : zh(asked.question),
      questionEn: asked === undefined ? decision : en(asked.question),
      optionZh: chosen === undefined ? option : zh(chosen),
      optionEn: chosen === undefined ? option : en(chosen),
    };
  });
}
