import {
  canonicalJson,
  computeAssessment,
  explainLine,
  explainRefusal,
  explainSteps,
  parsePack,
  RefusedInput,
  SHIPPED_PACKS,
  shippedPackUrl,
  type Assessment as EngineAssessment,
  type AssessmentJson,
  type ExplainableLine,
  type Facts,
  type Ledger,
  type LedgerEntry,
  type LineJson,
  type Pack,
  type RefusalJson,
  type Switch,
  type Words,
} from '@yibu/claim-engine';
import { AppError } from '@yibu/kernel';
import { createHash } from 'node:crypto';
import fs from 'node:fs';

import { composePack, type ChosenOption, type NoticeInForce } from './packs/compose.rules.js';

/** The one place where the product meets the engine: JSON in, JSON out. */
export type { Facts, Ledger, LedgerEntry, Pack, Words };
export type Assessment = AssessmentJson;
/** Just computed: figures are there; explanation, alternatives and digest of a line are worked out when read. */
export type FreshAssessment = EngineAssessment;
export type AssessmentLine = LineJson;
export type Refusal = RefusalJson;

/** A pack with the county's options written into it: what is computed by, frozen and verified. */
export interface EffectivePack {
  readonly code: string;
  readonly text: string;
  readonly sha256: string;
  readonly body: Pack;
  /** First month of the claim year, 1 to 12. */
  readonly yearStart: number;
}

export interface ShippedPack {
  readonly code: string;
  readonly body: string;
  readonly sha256: string;
}

export const digestOfText = (text: string): string =>
  createHash('sha256').update(text).digest('hex');

/** The same value is the same text, fresh or frozen. */
export const canonicalText = canonicalJson;

/** The same value is the same text and the same digest. */
export function digestOf(value: unknown): { text: string; sha256: string } {
  const text = canonicalJson(value);
  return { text, sha256: digestOfText(text) };
}

export function builtInPacks(): ShippedPack[] {
  return SHIPPED_PACKS.filter((code) => fs.existsSync(shippedPackUrl(code))).map((code) => {
    const pack: unknown = JSON.parse(fs.readFileSync(shippedPackUrl(code), 'utf8'));
    const { text, sha256 } = digestOf(pack);
    return { code, body: text, sha256 };
  });
}

/** `assessment/1` in full, as it is frozen. */
export const resultOf = (assessment: FreshAssessment): { text: string; sha256: string } =>
  digestOf(assessment.toJSON());

const KEPT_PACKS = 16;
const keptPacks = new Map<string, EffectivePack>();

/** The same rules give the same object: a county's centers are computed by one pack that is read and checked once. */
export function effectivePack(
  code: string,
  body: string,
  decisions: readonly ChosenOption[],
  notices: readonly NoticeInForce[] = [],
): EffectivePack {
  const key = digestOfText(JSON.stringify([code, body, decisions, notices]));
  return kept(key, () =>
    effectiveOf(code, composePack(JSON.parse(body) as Pack, decisions, notices)),
  );
}

function kept(key: string, make: () => EffectivePack): EffectivePack {
  const pack = keptPacks.get(key) ?? make();
  keptPacks.delete(key);
  keptPacks.set(key, pack);
  const [oldest] = keptPacks.keys();
  if (keptPacks.size > KEPT_PACKS && oldest !== undefined) {
    keptPacks.delete(oldest);
  }
  return pack;
}

export function effectiveOf(code: string, pack: Pack): EffectivePack {
  const { text, sha256 } = digestOf(pack);
  return { code, text, sha256, body: parsePack(pack), yearStart: yearStartOf(pack) };
}

/** The pack that a submission froze. */
export const frozenPack = (code: string, text: string): EffectivePack =>
  kept(digestOfText(`${code} ${text}`), () => effectiveOf(code, JSON.parse(text) as Pack));

/** The first month may itself be a decision of the county (calendar year or July to June). */
function yearStartOf(pack: Pack, choices: Readonly<Record<string, string>> = {}): number {
  const value: unknown = pack.programs.find(({ yearStart }) => yearStart !== undefined)?.yearStart;
  if (typeof value === 'object' && value !== null && 'decision' in value && 'cases' in value) {
    const { decision, cases } = value as Switch<number>;
    const shipped = pack.decisions?.find(({ id }) => id === decision)?.chosen ?? '';
    return cases[choices[decision] ?? shipped] ?? 1;
  }
  return typeof value === 'number' ? value : 1;
}

export const yearStartIn = (body: string, choices: Readonly<Record<string, string>>): number =>
  yearStartOf(JSON.parse(body) as Pack, choices);

/** A pack written for other counties, under a name of its own for this one; null when it already fits. */
export function deriveForCounty(body: string, countyCode: string): ShippedPack | null {
  const pack = JSON.parse(body) as Pack;
  const { counties } = pack.jurisdiction;
  if (counties.some((code) => code === '*' || countyCode.startsWith(code))) {
    return null;
  }
  const derived: Pack = {
    ...pack,
    id: `${pack.id}.${countyCode}`,
    jurisdiction: { ...pack.jurisdiction, counties: [countyCode] },
  };
  const { text, sha256 } = digestOf(derived);
  return { code: derived.id, body: text, sha256 };
}

export const zh = (words: Words | undefined): string =>
  words === undefined ? '' : typeof words === 'string' ? words : words.zh;
export const en = (words: Words | undefined): string =>
  words === undefined ? '' : typeof words === 'string' ? words : words.en;

export interface PackReading {
  readonly titles: { readonly titleZh: string; readonly titleEn: string };
  readonly decisions: readonly {
    readonly id: string;
    readonly questionZh: string;
    readonly questionEn: string;
    readonly options: { id: string; textZh: string; textEn: string }[];
    readonly clause: string | null;
    readonly chosen: string | null;
    readonly whyWords: Words | undefined;
  }[];
}

export function readPack(body: string): PackReading {
  const pack = JSON.parse(body) as Pack;
  return {
    titles: { titleZh: zh(pack.title), titleEn: en(pack.title) },
    decisions: (pack.decisions ?? []).map((decision) => ({
      id: decision.id,
      questionZh: zh(decision.question),
      questionEn: en(decision.question),
      options: decision.options.map((option) => ({
        id: option.id,
        textZh: zh(option.text),
        textEn: en(option.text),
      })),
      clause: decision.source?.clause ?? null,
      chosen: decision.chosen,
      whyWords: decision.why,
    })),
  };
}

/** What a subject is entitled to for a month. */
export interface Entitled {
  readonly program: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly month: string;
  readonly amountFen: number;
}

/** What the rules give for these months when nothing was ever claimed: payable lines alone, without explanations. */
export function entitlements(
  pack: EffectivePack,
  facts: Facts,
  window: { readonly period: string; readonly firstMonth: string },
): { readonly lines: readonly Entitled[]; readonly refusals: readonly Refusal[] } {
  const { period, firstMonth } = window;
  const found = computeAssessment(pack.body, facts, period, null, { openFrom: firstMonth });
  const lines = found.lines.flatMap(({ program, subject, month, status, amountFen }) =>
    status === 'PAYABLE' && month >= firstMonth
      ? [{ program, subjectKind: subject.kind, subjectId: subject.id, month, amountFen }]
      : [],
  );
  return { lines, refusals: found.refusals };
}

const SHOWN_PROBLEMS = 20;

export function assess(input: {
  readonly pack: EffectivePack;
  readonly facts: Facts;
  readonly period: string;
  readonly ledger: Ledger;
}): FreshAssessment {
  try {
    const { pack, facts, period, ledger } = input;
    return computeAssessment(pack.body, facts, period, ledger);
  } catch (error) {
    if (error instanceof RefusedInput) {
      throw new AppError('CLAIM_FACTS_REFUSED', `The engine refuses ${input.period}`, {
        count: error.problems.length,
        problems: error.problems
          .slice(0, SHOWN_PROBLEMS)
          .map(({ path, code }) => `${path} ${code}`),
      });
    }
    throw error;
  }
}

export const parseLedgerText = (text: string): Ledger => JSON.parse(text) as Ledger;
export const parseFactsText = (text: string): Facts => JSON.parse(text) as Facts;
export const parseResultText = (text: string): Assessment => JSON.parse(text) as Assessment;

/** Why a line pays what it pays, as a sentence in both languages. Frozen lines explain themselves like new ones. */
export const explain = (line: ExplainableLine): { zh: string; en: string } => ({
  zh: explainLine(line, 'zh'),
  en: explainLine(line, 'en'),
});

/** What the columns of a roster say already: class, rate, sum, and that nothing was claimed before. */
const SHOWN_IN_COLUMNS: ReadonlySet<string> = new Set(['CLASS_PASSED', 'NOT_CLAIMED_BEFORE']);

/** Why, without what stands beside it on paper: a roster of a year must not become a book. */
export function explainBriefly(line: AssessmentLine, locale: 'zh' | 'en'): string {
  if (line.status !== 'PAYABLE') {
    return explainLine(line, locale);
  }
  const trace = line.trace.filter(
    ({ step, code }) => !['rate', 'result', 'note'].includes(step) && !SHOWN_IN_COLUMNS.has(code),
  );
  return explainSteps({ ...line, trace }, locale)
    .map(({ text }) => text)
    .join(locale === 'zh' ? '；' : '; ');
}

export const explainRefused = (refusal: Refusal): { zh: string; en: string } => ({
  zh: explainRefusal(refusal, 'zh'),
  en: explainRefusal(refusal, 'en'),
});

export const previousLineOf = (line: AssessmentLine): string | null => line.replaces;
export const warningsOf = (line: AssessmentLine): readonly string[] => line.warnings;

/** Only what was found, step by step. */
export const explainStepsOf = (line: ExplainableLine): { zh: string; en: string } => ({
  zh: explainSteps(line, 'zh')
    .map(({ text }) => text)
    .join('；'),
  en: explainSteps(line, 'en')
    .map(({ text }) => text)
    .join('; '),
});
