import { addDays, type LocalDate, type YearMonth } from '@yibu/kernel';

import { warningsOf } from '../engine.js';
import {
  aboutResident,
  finding,
  type Check,
  type CheckContext,
  type Finding,
} from './check.types.js';

/** An absence without a planned return is asked about after this many days. */
const UNPLANNED_DAYS = 30;

/** D: the days of a claim against stays, absences and deaths. */
export const dayChecks: Check = (context) => [...deaths(context), ...absences(context)];

function deaths(context: CheckContext): Finding[] {
  const { bundle, period } = context;
  return bundle.stays.flatMap((stay) => {
    const diedOn = bundle.people.get(stay.residentId)?.diedOn ?? null;
    const goesOn = diedOn !== null && (stay.untilOn === null || stay.untilOn > diedOn);
    if (goesOn && diedOn >= stay.fromOn && diedOn < period.endsBefore) {
      return [
        finding(
          'D01',
          { ...aboutResident(stay.residentId), entity: 'stay', entityId: stay.id },
          { diedOn },
        ),
      ];
    }
    if (stay.endKind === 'DEATH' && diedOn === null) {
      return [finding('D05', aboutResident(stay.residentId), { untilOn: stay.untilOn })];
    }
    return [];
  });
}

function absences(context: CheckContext): Finding[] {
  const { bundle, period } = context;
  return bundle.absences.flatMap((absence) => {
    const about = {
      ...aboutResident(absence.residentId),
      entity: 'absence',
      entityId: absence.id,
    };
    const stays = bundle.stays.filter(({ residentId }) => residentId === absence.residentId);
    const home = stays.find(
      (stay) =>
        stay.fromOn <= absence.fromOn && (stay.untilOn === null || absence.fromOn < stay.untilOn),
    );
    if (!home) {
      return [finding('D03', about, { fromOn: absence.fromOn })];
    }
    const found: Finding[] = [];
    const expected = absence.plannedUntilOn ?? addDays(absence.fromOn, UNPLANNED_DAYS);
    if (absence.untilOn === null && expected < period.endsBefore) {
      found.push(finding('D02', about, { kind: absence.kind, fromOn: absence.fromOn, expected }));
    }
    const leftOn = lastDayOf(stays);
    if (leftOn !== null && (absence.untilOn === null || absence.untilOn > leftOn)) {
      found.push(finding('D04', about, { leftOn }));
    }
    return found;
  });
}

/** First day after the person's last stay; null while one is open. */
function lastDayOf(stays: readonly { readonly untilOn: LocalDate | null }[]): LocalDate | null {
  const ends = stays.map(({ untilOn }) => untilOn);
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}

/** S: what the policy's own thresholds say about a line. */
export const gateChecks: Check = (context) => {
  const marked = context.assessment.lines.flatMap((line) =>
    warningsOf(line).map((code) =>
      finding(
        'S01',
        { ...aboutResident(line.subject.id), month: line.month as YearMonth },
        { program: line.program, reason: code, month: line.month },
      ),
    ),
  );
  const paid = new Set(
    context.assessment.lines
      .filter(({ status }) => status === 'PAYABLE')
      .map(({ subject }) => subject.id),
  );
  const waiting = new Set(
    context.assessment.lines
      .filter(
        (line) =>
          line.status === 'NOT_PAYABLE' &&
          line.amountFen === 0 &&
          line.subject.kind === 'person' &&
          line.month >= context.period.firstMonth &&
          !paid.has(line.subject.id),
      )
      .map(({ subject }) => subject.id),
  );
  return waiting.size > 0 ? [...marked, finding('S02', {}, { count: waiting.size })] : marked;
};
