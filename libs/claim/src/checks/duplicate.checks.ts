import type { YearMonth } from '@yibu/kernel';

import {
  aboutResident,
  claimedPeople,
  finding,
  payableLines,
  type Check,
  type CheckContext,
  type Finding,
} from './check.types.js';

/** N: one person-day once in the county; P: nothing above what is due. */
export const duplicateChecks: Check = (context) => [
  ...elsewhere(context),
  ...twins(context),
  ...abovePaper(context),
];

/** The operator learns that a month is claimed elsewhere, not where. */
function elsewhere(context: CheckContext): Finding[] {
  const claimed = new Set(
    payableLines(context)
      .filter(({ kind }) => kind !== 'REVERSAL')
      .map(({ subject, month }) => `${subject.id}|${month}`),
  );
  const people = claimedPeople(context);
  return context.elsewhere.flatMap((row) => {
    if (row.kind === 'CLAIMED') {
      return claimed.has(`${row.residentId}|${String(row.month)}`)
        ? [
            finding(
              'N01',
              { ...aboutResident(row.residentId), month: row.month },
              { month: row.month },
            ),
          ]
        : [];
    }
    return people.has(row.residentId)
      ? [
          finding('N03', aboutResident(row.residentId), {
            fromOn: row.fromOn,
            untilOn: row.untilOn,
          }),
        ]
      : [];
  });
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
