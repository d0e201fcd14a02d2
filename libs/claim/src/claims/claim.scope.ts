import { effectiveOf, type EffectivePack, type Pack } from '../engine.js';
import type { ClaimKind } from '../life/claim.kinds.js';

type Program = Pack['programs'][number];

/** Which of a county's programs a claim is for. */
export interface ClaimSubject {
  readonly kind: ClaimKind;
  /** The one program of an application by itself; empty for a monthly claim. */
  readonly program: string;
  /** The project of an award application; else empty. */
  readonly subjectId: string;
}

export const MONTHLY: ClaimSubject = { kind: 'MONTHLY', program: '', subjectId: '' };

/** Paid once for a project: applied for by itself, never by the month. */
export const isAward = ({ subject, per }: Program): boolean =>
  subject === 'project' && per === 'ONCE';

/** Paid to a center by the year: in the claim of the last month, or applied for by itself, whichever comes first. */
export const isYearlyOfCenter = ({ subject, per }: Program): boolean =>
  subject === 'center' && per === 'YEAR';

/**
 * The part of the county's rules that a claim is computed by, and that is frozen with it: for an application the program
 * and those that share a limit with it, for a month everything that is not applied for by itself.
 */
export function scopedPack(pack: EffectivePack, claim: ClaimSubject): EffectivePack {
  const { programs } = pack.body;
  const names = programsOf(pack, claim);
  if (names.length === programs.length) {
    return pack;
  }
  const body = JSON.parse(pack.text) as Pack;
  const isIn = (id: string): boolean => names.includes(id);
  return effectiveOf(pack.code, {
    ...body,
    programs: body.programs.filter(({ id }) => isIn(id)),
    ...(body.stacking === undefined
      ? {}
      : { stacking: body.stacking.filter((rule) => limitedBy(rule).every(isIn)) }),
    ...(body.clauses === undefined
      ? {}
      : {
          clauses: body.clauses.filter(
            ({ programs: about }) => about === undefined || about.every(isIn),
          ),
        }),
  });
}

/** Programs that a claim of the kind may hold lines of. */
export function programsOf(pack: EffectivePack, claim: ClaimSubject): string[] {
  const { programs } = pack.body;
  if (claim.kind === 'MONTHLY') {
    const awards = applicable(pack, 'AWARD').map(({ id }) => id);
    return programs.map(({ id }) => id).filter((id) => !awards.includes(id));
  }
  const mates = matesOf(pack, claim.program);
  return programs.map(({ id }) => id).filter((id) => id === claim.program || mates.includes(id));
}

/**
 * The programs that can be applied for by themselves. One that shares a limit with programs of another kind cannot:
 * computed alone, the limit would be lost.
 */
export function applicable(pack: EffectivePack, kind: Exclude<ClaimKind, 'MONTHLY'>): Program[] {
  const isOfKind = kind === 'AWARD' ? isAward : isYearlyOfCenter;
  const fitting = pack.body.programs.filter(isOfKind);
  const names = fitting.map(({ id }) => id);
  return fitting.filter(({ id }) => matesOf(pack, id).every((mate) => names.includes(mate)));
}

const matesOf = (pack: EffectivePack, program: string): string[] =>
  (pack.body.stacking ?? [])
    .map((rule) => limitedBy(rule))
    .filter((names) => names.includes(program))
    .flat();

/** The programs of a limit, in whatever option of a question it stands. */
function limitedBy(rule: unknown): string[] {
  if (typeof rule !== 'object' || rule === null) {
    return [];
  }
  if ('programs' in rule && Array.isArray(rule.programs)) {
    return rule.programs as string[];
  }
  return 'cases' in rule && typeof rule.cases === 'object' && rule.cases !== null
    ? Object.values(rule.cases).flatMap(limitedBy)
    : [];
}

/** What asks of people, days, meals or services; anything else is a figure of the project or the center itself. */
const OF_THINGS: ReadonlySet<string> = new Set(['number', 'attribute', 'one']);

/** Whether a rule pays by the bed or asks of what kind one is: only then the register of beds is a fact. */
export const asksOfBeds = ({ body: { programs } }: EffectivePack): boolean =>
  programs.some(({ subject }) => subject === 'bed') ||
  JSON.stringify(programs).includes('"bed.type"');

/** Whether its rules look at anybody: an application that does not carries nobody's records. */
export function asksOfPeople(pack: EffectivePack): boolean {
  let asks = false;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
    } else if (typeof node === 'object' && node !== null) {
      asks ||= isAboutPeople(node as Readonly<Record<string, unknown>>);
      Object.values(node).forEach(visit);
    }
  };
  visit(pack.body.programs);
  return asks;
}

const THING_TESTS: ReadonlySet<string> = new Set([
  'all',
  'any',
  'not',
  'attribute',
  'compare',
  'is',
  'grade',
  'gradeCoversPart',
]);

function isAboutPeople(node: Readonly<Record<string, unknown>>): boolean {
  const { test, measure, count, percentOf } = node;
  const asked = [measure, percentOf].flatMap((one) =>
    typeof one === 'object' && one !== null && 'of' in one ? [String(one.of)] : [],
  );
  return (
    (typeof test === 'string' && !THING_TESTS.has(test)) ||
    (typeof count === 'string' && !OF_THINGS.has(count) && count !== 'measure') ||
    asked.some((of) => !OF_THINGS.has(of) && of !== 'monthsOpen')
  );
}

/** Under which schemes the rules look at a center's grade. */
export function schemesOf(pack: EffectivePack): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
    } else if (typeof node === 'object' && node !== null) {
      const { test, scheme } = node as Readonly<Record<string, unknown>>;
      if (test === 'grade' && typeof scheme === 'string') {
        found.add(scheme);
      }
      Object.values(node).forEach(visit);
    }
  };
  visit(pack.body.programs);
  return [...found];
}
