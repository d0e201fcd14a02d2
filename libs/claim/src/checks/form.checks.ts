import { addDays, type YearMonth } from '@yibu/kernel';

import {
  aboutResident,
  claimedPeople,
  finding,
  payableLines,
  type Check,
  type Finding,
} from './check.types.js';

/** F: is the form complete? */
export const formChecks: Check = (context) => {
  const { assessment, bundle } = context;
  const center = { entity: 'center', entityId: bundle.facts.center.id };
  const found: Finding[] = [];
  if (!context.hasPayee) {
    found.push(finding('F01', { entity: 'bankAccount', entityId: center.entityId }));
  }
  // What was paid on paper for a project before stands in its own figures.
  if (context.opening === 'UNANSWERED' && context.application?.kind !== 'AWARD') {
    found.push(
      finding(
        'F02',
        { entity: 'openingLedger', entityId: center.entityId },
        { year: context.period.yearFrom },
      ),
    );
  }
  for (const refusal of assessment.refusals) {
    found.push(finding('F03', center, { program: refusal.program, reason: refusal.code }));
  }
  for (const line of assessment.lines.filter(({ status }) => status === 'NEEDS_DECISION')) {
    found.push(
      finding(
        'F04',
        { subjectId: line.subject.id, month: line.month as YearMonth },
        { program: line.program, month: line.month },
      ),
    );
  }
  if (payableLines(context).length === 0 && context.application === null) {
    found.push(finding('F05'));
  }
  if (context.unclaimedMonths.length > 0 && context.application === null) {
    found.push(finding('F06', {}, { months: context.unclaimedMonths.join(' ') }));
  }
  return found;
};

/** R: identity, death, residence. */
export const registryChecks: Check = (context) => {
  const { bundle } = context;
  const found: Finding[] = [];
  for (const id of claimedPeople(context)) {
    const person = bundle.people.get(id);
    if (person?.idIndexHex === null) {
      found.push(finding('R01', aboutResident(id)));
    }
    if (
      person &&
      person.householdCounty !== null &&
      person.householdCounty !== bundle.facts.county
    ) {
      found.push(finding('R02', aboutResident(id), { county: person.householdCounty }));
    }
  }
  for (const stay of bundle.stays) {
    const diedOn = bundle.people.get(stay.residentId)?.diedOn ?? null;
    if (diedOn !== null && diedOn < stay.fromOn) {
      found.push(finding('R03', aboutResident(stay.residentId), { diedOn, fromOn: stay.fromOn }));
    }
  }
  return found;
};

/** C, the center's own licence; T: is it time? */
export const timeChecks: Check = (context) => {
  const found: Finding[] = [];
  const { bundle, period } = context;
  if (bundle.facts.center.filedOn === null) {
    found.push(finding('C03', { entity: 'center', entityId: bundle.facts.center.id }));
  }
  // A project is applied for on the day it is done; only a month or a year has to be over.
  if (context.today < period.endsBefore && context.application?.kind !== 'AWARD') {
    found.push(finding('T01', {}, { lastDay: addDays(period.endsBefore, -1) }));
  }
  if (context.isYearClosed) {
    found.push(finding('T02', {}, { year: period.yearFrom }));
  }
  return found;
};
