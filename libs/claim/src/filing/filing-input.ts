import type {
  FilingAward,
  FilingDecision,
  FilingInput,
  FilingLanguage,
  FilingPerson,
  FilingProgram,
} from '@yibu/filing';

import type { FrozenAward } from '../award/award.papers.js';
import type { Frozen } from '../claims/snapshot.repository.js';
import {
  en,
  explainBriefly,
  explainRefused,
  frozenPack,
  parseFactsText,
  parseLedgerText,
  parseResultText,
  zh,
  type Assessment,
  type AssessmentLine,
  type EffectivePack,
} from '../engine.js';
import type { FrozenParticulars } from './particulars.service.js';

/** Everything the papers need, from what a submission froze and nothing else: any day gives the same papers. */
export function filingInputOf(frozen: Frozen, given: FilingGround): FilingInput {
  const { particulars, language, packCode } = given;
  const pack = frozenPack(packCode, frozen.pack);
  const result = parseResultText(frozen.result);
  return {
    claim: particulars.claim,
    people: particulars.people.map((person) => withClass(person, { pack, result, language })),
    attachments: particulars.attachments,
    programs: pack.body.programs.map((program): FilingProgram => {
      const document = pack.body.documents.find(({ id }) => id === program.source.document);
      return {
        id: program.id,
        name: say(program.title, language),
        document: say(document?.title ?? program.source.document, language),
        clause: program.source.clause,
        refusal: refusalOf(result, program.id, language),
      };
    }),
    decisions: decisionsOf(pack, result, language),
    reasons: Object.fromEntries(
      result.lines.map((line) => [line.id, explainBriefly(line, language === 'en' ? 'en' : 'zh')]),
    ),
    undertaking: null,
    ...(particulars.award === undefined ? {} : { award: awardIn(particulars.award, language) }),
    auditHead: particulars.auditHead,
    language,
    facts: parseFactsText(frozen.facts),
    pack: pack.body,
    ledger: parseLedgerText(frozen.ledger),
    result,
  };
}

export interface FilingGround {
  readonly particulars: FrozenParticulars;
  readonly packCode: string;
  readonly language: FilingLanguage;
}

function refusalOf(result: Assessment, program: string, language: FilingLanguage): string | null {
  const refusal = result.refusals.find((row) => row.program === program);
  return refusal === undefined ? null : explainRefused(refusal)[language === 'en' ? 'en' : 'zh'];
}

type Words = Parameters<typeof zh>[0];

const say = (words: Words, language: FilingLanguage): string =>
  language === 'en' ? en(words) : zh(words);

function awardIn(award: FrozenAward, language: FilingLanguage): FilingAward {
  const { settlement } = award;
  return {
    name: award.name,
    kind: say(award.kind, language),
    program: say(award.program, language),
    figures: award.figures.map(({ label, value }) => ({
      label: say(label, language),
      value: say(value, language),
    })),
    items: award.items.map(({ words, found, ...item }) => ({
      ...item,
      text: say(words, language),
      found: found === null ? null : say(found, language),
    })),
    settlement:
      settlement === null
        ? null
        : {
            ...settlement,
            question: say(settlement.question, language),
            option: settlement.option === null ? null : say(settlement.option, language),
          },
  };
}

interface Setting {
  readonly pack: EffectivePack;
  readonly result: Assessment;
  readonly language: FilingLanguage;
}

/** The class by which the person's newest line was paid, in the words of the policy. */
function withClass(person: FilingPerson, { pack, result, language }: Setting): FilingPerson {
  const codes = result.lines
    .filter(({ subject, status }) => subject.id === person.id && status === 'PAYABLE')
    .flatMap((line) => line.trace)
    .filter(({ code }) => code === 'CLASS_PASSED')
    .map(({ params }) => String(params['class']));
  const words = pack.body.careClasses?.names[codes.at(-1) ?? ''];
  return { ...person, careClass: words === undefined ? null : say(words, language) };
}

function decisionsOf(
  pack: EffectivePack,
  result: Assessment,
  language: FilingLanguage,
): FilingDecision[] {
  return (pack.body.decisions ?? []).map((decision) => ({
    id: decision.id,
    question: say(decision.question, language),
    why: say(decision.why, language),
    decidedBy: say(decision.by, language),
    options: decision.options.map((option) => ({
      option: say(option.text, language),
      totalFen:
        option.id === decision.chosen
          ? result.totalFen
          : totalUnder(result, { decision: decision.id, option: option.id }),
      isChosen: option.id === decision.chosen,
    })),
  }));
}

interface Choice {
  readonly decision: string;
  readonly option: string;
}

/** The whole claim had the county chosen the other option; null where no line says. */
function totalUnder(result: Assessment, choice: Choice): number | null {
  const told = result.lines.filter((line) => alternativeOf(line, choice) !== undefined);
  if (told.length === 0) {
    return null;
  }
  return told.reduce((total, line) => {
    const now = line.status === 'PAYABLE' ? line.amountFen : 0;
    return total + (alternativeOf(line, choice) ?? 0) - now;
  }, result.totalFen);
}

const alternativeOf = (line: AssessmentLine, choice: Choice): number | undefined =>
  line.alternatives.find(
    ({ decision, option }) => decision === choice.decision && option === choice.option,
  )?.amountFen;
