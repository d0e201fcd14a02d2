import type { Facts } from '../facts/facts.types.js';
import type { Locale } from '../nodes/node.js';
import { describePack } from '../pack/describe-pack.js';
import type { Pack } from '../pack/pack.types.js';
import type { RefusalJson } from './assessment.types.js';
import type { Assessment } from './assessment.js';
import { computeAssessment } from './compute-assessment.js';

export interface SubjectChange {
  readonly program: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly oldFen: number;
  readonly newFen: number;
  readonly changeFen: number;
}

export interface WordChange {
  readonly program: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What changing the pack would have done to the same facts. */
export interface PackDiff {
  readonly schema: 'pack-diff/1';
  readonly period: string;
  readonly words: readonly WordChange[];
  readonly programs: readonly {
    readonly program: string;
    readonly oldFen: number;
    readonly newFen: number;
    readonly changeFen: number;
  }[];
  readonly gains: readonly SubjectChange[];
  readonly losses: readonly SubjectChange[];
  readonly refusals: { readonly old: readonly RefusalJson[]; readonly new: readonly RefusalJson[] };
  readonly oldFen: number;
  readonly newFen: number;
  readonly changeFen: number;
}

export interface DiffOptions {
  /** A year by default: the last one in which the facts know anything. */
  readonly period?: string;
  readonly locale?: Locale;
  readonly oldDecisions?: Readonly<Record<string, string>>;
  readonly newDecisions?: Readonly<Record<string, string>>;
}

/** The last year in which anything happened: the natural year of a what-if. */
export function lastYearOf(facts: Facts): string {
  const days = [
    ...facts.stays.flatMap((stay) => [stay.from, stay.until ?? stay.from]),
    ...facts.services.map((service) => service.on),
    ...facts.meals.map((meal) => meal.on),
    ...facts.assessments.map((assessment) => assessment.from),
    ...facts.projects.map((project) => project.completedOn ?? ''),
    ...(facts.center.grades ?? []).map((grade) => grade.from),
  ].filter((day) => day !== '' && day < '9000');
  return days.reduce((last, day) => (day > last ? day : last), '1970-01-01').slice(0, 4);
}

function bySubject(assessment: Assessment): Map<string, SubjectChange> {
  const found = new Map<string, SubjectChange>();
  for (const line of assessment.lines) {
    if (line.status === 'PAYABLE') {
      const { program, subject } = line;
      const key = JSON.stringify([program, subject.kind, subject.id]);
      const before = found.get(key)?.newFen ?? 0;
      found.set(key, {
        program,
        subject,
        oldFen: 0,
        newFen: before + line.amountFen,
        changeFen: 0,
      });
    }
  }
  return found;
}

function changesBetween(before: Assessment, after: Assessment): SubjectChange[] {
  const [old, now] = [bySubject(before), bySubject(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.flatMap((key) => {
    const { program, subject } = (now.get(key) ?? old.get(key)) as SubjectChange;
    const [oldFen, newFen] = [old.get(key)?.newFen ?? 0, now.get(key)?.newFen ?? 0];
    return oldFen === newFen
      ? []
      : [{ program, subject, oldFen, newFen, changeFen: newFen - oldFen }];
  });
}

/** What the two packs say differently, program by program, in plain words. */
export function packWordChanges(oldPack: Pack, newPack: Pack, locale: Locale): WordChange[] {
  const [before, after] = [
    describePack(oldPack, locale).programs,
    describePack(newPack, locale).programs,
  ];
  const ids = [...new Set([...before, ...after].map((program) => program.id))];
  return ids.flatMap((id) => {
    const old = before.find((program) => program.id === id)?.lines ?? [];
    const now = after.find((program) => program.id === id)?.lines ?? [];
    const removed = old.filter((line) => !now.includes(line));
    const added = now.filter((line) => !old.includes(line));
    return removed.length + added.length === 0 ? [] : [{ program: id, removed, added }];
  });
}

const sumOf = (changes: readonly { newFen: number }[]): number =>
  changes.reduce((sum, one) => sum + one.newFen, 0);

/** Who gains, who loses, what it costs: both packs over the same facts, nothing claimed before. */
export function diffPacks(
  oldPack: Pack,
  newPack: Pack,
  facts: Facts,
  options: DiffOptions = {},
): PackDiff {
  const period = options.period ?? lastYearOf(facts);
  const run = (pack: Pack, decisions: Readonly<Record<string, string>> | undefined): Assessment =>
    computeAssessment(pack, facts, period, null, decisions === undefined ? {} : { decisions });
  const [before, after] = [run(oldPack, options.oldDecisions), run(newPack, options.newDecisions)];
  const changes = changesBetween(before, after);
  const programs = [
    ...new Set([...oldPack.programs, ...newPack.programs].map((program) => program.id)),
  ].map((program) => {
    const total = (assessment: Assessment): number => {
      const found = assessment.totals.find((one) => one.program === program);
      return found === undefined ? 0 : found.payableFen + found.reversalFen;
    };
    const [oldFen, newFen] = [total(before), total(after)];
    return { program, oldFen, newFen, changeFen: newFen - oldFen };
  });
  return {
    schema: 'pack-diff/1',
    period,
    words: packWordChanges(oldPack, newPack, options.locale ?? 'zh'),
    programs,
    gains: changes.filter((change) => change.changeFen > 0),
    losses: changes.filter((change) => change.changeFen < 0),
    refusals: { old: before.refusals, new: after.refusals },
    oldFen: before.totalFen,
    newFen: sumOf(programs),
    changeFen: after.totalFen - before.totalFen,
  };
}
