import type { Problem } from '../base/problem.js';
import { at, isRecord } from '../base/shape.js';

/** Without these the value itself is of no use; elsewhere it lacks something or has too much. */
const USELESS: ReadonlySet<string> = new Set([
  'WRONG_TYPE',
  'NOT_ALLOWED',
  'OUT_OF_RANGE',
  'NOT_A_DATE',
  'NOT_A_MONTH',
]);

function without(value: unknown, path: string, broken: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    // A place keeper holds the index, so that paths stay true.
    return value.map((item: unknown, index) =>
      broken.has(at(path, index)) ? {} : without(item, at(path, index), broken),
    );
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      broken.has(at(path, key)) ? [] : [[key, without(item, at(path, key), broken)]],
    ),
  );
}

/** The pack without what has the wrong shape, so that the rest can be looked at all the same. */
export function soundPart(
  value: Readonly<Record<string, unknown>>,
  found: readonly Problem[],
): object {
  const broken = new Set(found.flatMap(({ code, path }) => (USELESS.has(code) ? [path] : [])));
  const sound = without(value, '$', broken) as object;
  return {
    documents: [],
    programs: [],
    ...sound,
    jurisdiction: { counties: [], ...(sound as { jurisdiction?: object }).jurisdiction },
  };
}

const isInside = (path: string, other: string): boolean =>
  path === other || path.startsWith(`${other}.`) || path.startsWith(`${other}[`);

const parentOf = (path: string): string => path.replace(/(\.[^.[\]]+|\[[^[\]]*\])$/, '');

const HEAD = /^(\$\.programs\[\d+\])\.(quantity\b.*|[^.[]+)$/;
const OF_HEAD: ReadonlySet<string> = new Set(['NO_EFFECT', 'SUBJECT_MISMATCH', 'YEARS_DIFFER']);

/** What fits a program is not known while its subject, unit or quantity is not. */
function isOfUnknown({ path, code }: Problem, told: readonly Problem[]): boolean {
  return (
    OF_HEAD.has(code) &&
    told.some((one) => {
      const program = HEAD.exec(one.path)?.[1];
      return program !== undefined && (isInside(path, program) || path.startsWith('$.stacking'));
    })
  );
}

/** What follows from a problem that is told already, or would be gone with it, is not told again. */
export function followsFrom(problem: Problem, told: readonly Problem[]): boolean {
  if (isOfUnknown(problem, told)) {
    return true;
  }
  return told.some(
    ({ path, code }) =>
      isInside(path, problem.path) ||
      isInside(problem.path, path) ||
      // A misspelt name stands for the one that is missing beside it.
      (problem.code === 'MISSING' &&
        code === 'UNKNOWN_FIELD' &&
        parentOf(path) === parentOf(problem.path)),
  );
}
