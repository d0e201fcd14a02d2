import type { YearMonth } from '@yibu/kernel';

import type { AssessmentLine } from '../engine.js';
import {
  aboutResident,
  claimedPeople,
  finding,
  payableLines,
  type Check,
  type CheckContext,
  type Elsewhere,
  type Finding,
} from './check.types.js';

/** N: one person-day once in the county; P: nothing above what is due. */
export const duplicateChecks: Check = (context) => [
  ...elsewhere(context),
  ...twins(context),
  ...abovePaper(context),
];

/** The operator learns that a month is claimed elsewhere, and what for; not where. */
function elsewhere(context: CheckContext): Finding[] {
  const claimed = new Map<string, AssessmentLine[]>();
  for (const line of payableLines(context)) {
    if (line.kind !== 'REVERSAL') {
      const key = `${line.subject.id}|${line.month}`;
      claimed.set(key, [...(claimed.get(key) ?? []), line]);
    }
  }
  const people = claimedPeople(context);
  return context.elsewhere.flatMap((row) => {
    const about = aboutResident(row.residentId);
    if (row.kind === 'LIVES') {
      const { fromOn, untilOn } = row;
      return people.has(row.residentId) ? [finding('N03', about, { fromOn, untilOn })] : [];
    }
    const lines = claimed.get(`${row.residentId}|${String(row.month)}`) ?? [];
    if (lines.length === 0) {
      return [];
    }
    const { month, program, days } = row;
    const code = lines.some((line) => isTwice(line, row)) ? 'N01' : 'N04';
    return [finding(code, { ...about, month }, { month, program, days })];
  });
}

/** Units in which a person, or a person's bed, counts once a month, whole or by its days. */
const ONCE_A_MONTH: ReadonlySet<string> = new Set(['person-month', 'bed-month', 'person', 'day']);

/**
 * The same program pays the same thing twice: for single days, when the person had a bed in both centers on one of
 * them; for a whole month, when the other center claims it too. What is counted in deeds (meals, services) may be
 * given in two places in one month.
 */
function isTwice(line: AssessmentLine, row: Elsewhere): boolean {
  if (line.program !== row.program || !ONCE_A_MONTH.has(row.unit ?? line.unit)) {
    return false;
  }
  const isByDay = line.outOf !== undefined || line.unit === 'day';
  return !(isByDay && row.isByDay) || row.days > 0;
}

/** The register refuses one number twice; one of two files without a number may still be the same person. */
function twins(context: CheckContext): Finding[] {
  const seen = new Map<string, string>();
  const living = new Set(context.bundle.stays.map(({ residentId }) => residentId));
  const found: Finding[] = [];
  for (const person of context.bundle.people.values()) {
    const key = `${person.name}|${person.bornOn}|${person.sex}`;
    const other = seen.get(key);
    if (living.has(person.id)) {
      if (other !== undefined) {
        found.push(finding('N02', aboutResident(person.id), { other }));
      }
      seen.set(key, person.id);
    }
  }
  return found;
}

function abovePaper(context: CheckContext): Finding[] {
  return payableLines(context)
    .filter(
      (line) =>
        line.kind === 'REVERSAL' &&
        context.openingKeys.has(`${line.program}|${line.subject.id}|${line.month}`),
    )
    .map((line) =>
      finding(
        'P01',
        { ...aboutResident(line.subject.id), month: line.month as YearMonth },
        { program: line.program, month: line.month, overFen: -line.amountFen },
      ),
    );
}
