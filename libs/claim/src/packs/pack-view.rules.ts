import {
  advisePack,
  describePack,
  explainAdvice,
  packWordChanges,
  type Pack,
  type Words,
} from '@yibu/claim-engine';

import { en, zh } from '../engine.js';
import { ratesOf } from './compose.rules.js';
import type {
  PackClause,
  PackClauseValue,
  PackDetail,
  PackDifference,
  PackProblem,
  PackProgram,
  PackRateView,
  PackText,
} from './pack.graphql.js';

const both = (words: Words | null | undefined): PackText => ({
  zh: zh(words ?? undefined),
  en: en(words ?? undefined),
});

type Clause = NonNullable<Pack['clauses']>[number];
type Value = NonNullable<Clause['values']>[number];

function valueView(value: Value): PackClauseValue {
  const { value: figure } = value;
  return {
    name: both(value.name),
    op: value.op,
    figures: figure === null ? [] : typeof figure === 'number' ? [figure] : [...figure],
    unit: value.unit,
    per: value.per ?? null,
    least: value.least ?? null,
  };
}

const clauseView = (clause: Clause): PackClause => ({
  id: clause.id,
  clause: clause.clause,
  treatment: clause.treatment,
  says: both(clause.says),
  does: both(clause.does),
  programs: [...(clause.programs ?? [])],
  items: (clause.items ?? []).map(both),
  values: (clause.values ?? []).map(valueView),
  due: clause.due ?? null,
});

function programViews(pack: Pack): PackProgram[] {
  const [inZh, inEn] = [describePack(pack, 'zh').programs, describePack(pack, 'en').programs];
  return pack.programs.map((program, index) => ({
    id: program.id,
    title: both(program.title),
    clause: program.source.clause,
    linesZh: [...(inZh[index]?.lines ?? [])],
    linesEn: [...(inEn[index]?.lines ?? [])],
    documents: (program.documents ?? []).map(both),
  }));
}

const rateViews = (pack: Pack): PackRateView[] =>
  ratesOf(pack).map((rate) => ({
    id: rate.id,
    program: rate.program,
    label: both(rate.label as Words),
    fen: rate.fen as PackRateView['fen'],
    isFloor: rate.isFloor,
    clause: rate.clause,
  }));

/** What an author should look at once more; the pack is taken all the same. */
export const adviceOn = (pack: Pack): PackProblem[] =>
  advisePack(pack).map((advice) => ({
    path: advice.path,
    code: advice.code,
    textZh: explainAdvice(advice, 'zh').slice(advice.path.length + 1),
    textEn: explainAdvice(advice, 'en').slice(advice.path.length + 2),
  }));

/** The document clause by clause, and what the pack makes of it. */
export const detailOf = (pack: Pack): Omit<PackDetail, 'head'> => ({
  documents: pack.documents.map((document) => ({
    id: document.id,
    title: both(document.title),
    number: document.number ?? null,
    issuer: both(document.issuer),
    date: document.date ?? null,
    unsure: document.unsure === undefined ? null : both(document.unsure),
  })),
  clauses: (pack.clauses ?? []).map(clauseView),
  programs: programViews(pack),
  rates: rateViews(pack),
  contradictions: (pack.contradictions ?? []).map(({ id, text, handling }) => ({
    id,
    text: both(text),
    handling: both(handling),
  })),
  advice: adviceOn(pack),
});

type Named = { readonly id: string };

/** Additions, removals and changes of things that have an id, as JSON tells them apart. */
function compared<T extends Named>(
  old: readonly T[] | undefined,
  now: readonly T[] | undefined,
  say: (item: T) => { zh: string; en: string },
): { part: string; removed: PackText | null; added: PackText | null }[] {
  const ids = [...new Set([...(old ?? []), ...(now ?? [])].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [before, after] = [
      old?.find((item) => item.id === id),
      now?.find((item) => item.id === id),
    ];
    if (JSON.stringify(before) === JSON.stringify(after)) {
      return [];
    }
    return [
      {
        part: id,
        removed: before === undefined ? null : say(before),
        added: after === undefined ? null : say(after),
      },
    ];
  });
}

type Decision = NonNullable<Pack['decisions']>[number];

function decisionWords(decision: Decision): PackText {
  const option = decision.options.find(({ id }) => id === decision.chosen);
  const options = (locale: 'zh' | 'en'): string =>
    decision.options.map(({ text }) => both(text)[locale]).join(' / ');
  return {
    zh: `${zh(decision.question)} → ${option === undefined ? '未定' : zh(option.text)}（${options('zh')}）`,
    en: `${en(decision.question)} → ${option === undefined ? 'open' : en(option.text)} (${options('en')})`,
  };
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '=': '' };

function clauseWords(clause: Clause): PackText {
  const said = (locale: 'zh' | 'en'): string => {
    const says = both(clause.says)[locale];
    const figures = (clause.values ?? []).map(({ name, op, value, unit }) => {
      const named = both(name)[locale];
      const figure = `${SIGNS[op] ?? op} ${value === null ? '?' : String(value)} ${unit}`.trim();
      return named === says ? figure : `${named} ${figure}`;
    });
    const items = (clause.items ?? []).map((item) => both(item)[locale]);
    return [`${clause.clause} ${says}`, both(clause.does)[locale], ...figures, items.join(', ')]
      .filter(Boolean)
      .join(' · ');
  };
  return { zh: said('zh'), en: said('en') };
}

function programDifferences(old: Pack, now: Pack): PackDifference[] {
  const [inZh, inEn] = [packWordChanges(old, now, 'zh'), packWordChanges(old, now, 'en')];
  return inZh.map((change) => {
    const english = inEn.find(({ program }) => program === change.program);
    const title = [...now.programs, ...old.programs].find(({ id }) => id === change.program)?.title;
    return {
      kind: 'PROGRAM',
      part: change.program,
      title: both(title),
      removedZh: [...change.removed],
      addedZh: [...change.added],
      removedEn: [...(english?.removed ?? [])],
      addedEn: [...(english?.added ?? [])],
    };
  });
}

const MOST_PATHS = 200;

/** Leaves that differ, by path: what no sentence tells is still told. */
function pathDifferences(old: unknown, now: unknown, path: string, out: string[]): void {
  if (JSON.stringify(old) === JSON.stringify(now) || out.length >= MOST_PATHS) {
    return;
  }
  const isTree = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (isTree(old) && isTree(now) && Array.isArray(old) === Array.isArray(now)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      pathDifferences(old[key], now[key], `${path}.${key}`, out);
    }
    return;
  }
  const short = (value: unknown): string => (JSON.stringify(value) ?? '—').slice(0, 120);
  out.push(`${path}: ${short(old)} → ${short(now)}`);
}

/** What one version says differently from another: programs, open questions and clauses in words, the rest by path. */
export function differencesOf(old: Pack, now: Pack): { parts: PackDifference[]; paths: string[] } {
  const inWords = (kind: string, changes: ReturnType<typeof compared>): PackDifference[] =>
    changes.map(({ part, removed, added }) => ({
      kind,
      part,
      title: { zh: part, en: part },
      removedZh: removed === null ? [] : [removed.zh],
      addedZh: added === null ? [] : [added.zh],
      removedEn: removed === null ? [] : [removed.en],
      addedEn: added === null ? [] : [added.en],
    }));
  const paths: string[] = [];
  pathDifferences(old, now, '$', paths);
  return {
    parts: [
      ...programDifferences(old, now),
      ...inWords('DECISION', compared(old.decisions, now.decisions, decisionWords)),
      ...inWords('CLAUSE', compared(old.clauses, now.clauses, clauseWords)),
    ],
    paths,
  };
}
