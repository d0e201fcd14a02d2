import { fen } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { canonicalText, type AssessmentLine } from '../engine.js';
import type { ClaimAlternative, ClaimTraceStep } from './line.graphql.js';

interface Words {
  readonly zh: string;
  readonly en: string;
}

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
      documentZh: title?.zh ?? null,
      documentEn: title?.en ?? null,
      clause: step.source?.clause ?? null,
      facts: [...step.facts],
    };
  });

export function alternativesOf(
  alternatives: AssessmentLine['alternatives'],
  words: PackWords,
): ClaimAlternative[] {
  return alternatives.map(({ decision, option, amountFen }) => {
    const asked = words.decisions?.find(({ id }) => id === decision);
    const chosen = asked?.options.find(({ id }) => id === option)?.text;
    return {
      decision,
      option,
      amountFen: fen(amountFen),
      questionZh: asked?.question.zh ?? decision,
      questionEn: asked?.question.en ?? decision,
      optionZh: chosen?.zh ?? option,
      optionEn: chosen?.en ?? option,
    };
  });
}
