import type { Facts } from '@yibu/claim-engine';
import { localDate } from '@yibu/kernel';

import { matchesOf } from './outside.checks.js';
import type { OutsideRecord } from './outside.types.js';

const day = localDate;

type Person = Partial<Facts['people'][number]>;

const LISTED = {
  id: 'g1',
  residentId: 'p1',
  untilOn: null,
  detail: null,
  listedAt: new Date('2025-05-02T00:00:00Z'),
};
const heard = (
  what: OutsideRecord['what'],
  from: string,
  more: Partial<OutsideRecord> = {},
): OutsideRecord => ({ ...LISTED, what, fromOn: day(from), ...more });

/** One person who lives here since January and is claimed for April, and what others say. */
function found(records: readonly OutsideRecord[], person: Person = {}): string[] {
  const facts = {
    county: '140522',
    people: [{ id: 'p1', householdCounty: '140522', categories: [], ...person }],
    stays: [{ id: 's1', person: 'p1', from: '2025-01-10', until: null }],
    absences: [],
    meals: [],
    services: [],
  } as unknown as Facts;
  const lines = [{ subjectId: 'p1', month: '2025-04', isTakenBack: false }];
  return matchesOf({ facts, endsBefore: day('2025-05-01'), lines }, records).map(
    ({ code, month }) => `${code} ${String(month)}`,
  );
}

const COMPLETE = heard('COMPLETE', '2025-01-01', {
  residentId: null,
  untilOn: day('2025-12-31'),
  detail: 'LOW_INCOME',
});
const LOW_INCOME = {
  categories: [{ code: 'LOW_INCOME', from: '2025-01-01', until: null }],
} as Person;

describe('a claim beside the records of others', () => {
  it.each<[string, string, OutsideRecord[], Person]>([
    ['a death on the last day', 'R04', [heard('DEATH', '2025-04-30')], {}],
    ['a cremation long ago', 'R04', [heard('CREMATION', '2025-03-02')], {}],
    ['a household that left', 'R05', [heard('OUT', '2025-02-01')], {}],
    ['a complete list without the person', 'R06', [COMPLETE], LOW_INCOME],
    [
      'a destitute person of whom the file says nothing',
      'R07',
      [heard('DESTITUTE', '2024-01-01')],
      {},
    ],
    [
      'a day in hospital',
      'D06',
      [heard('INPATIENT', '2025-04-10', { untilOn: day('2025-04-12') })],
      {},
    ],
    ['a roll call that found nobody', 'X04', [heard('ROLL_CALL', '2025-04-09')], {}],
  ])('is asked about %s', (_, code, records, person) => {
    expect(found(records, person)).toEqual([`${code} 2025-04`]);
  });

  it.each([
    ['a death in a later month', [heard('DEATH', '2025-05-01')], {}],
    [
      'one night in hospital',
      [heard('INPATIENT', '2025-04-10', { untilOn: day('2025-04-11') })],
      {},
    ],
    ['a household that came back', [heard('OUT', '2025-02-01'), heard('IN', '2025-03-01')], {}],
    [
      'support that ends in the month',
      [COMPLETE, heard('LOW_INCOME', '2024-01-01', { untilOn: day('2025-04-01') })],
      LOW_INCOME,
    ],
    ['a complete list of another category', [{ ...COMPLETE, detail: 'DESTITUTE' }], LOW_INCOME],
    ['somebody whom nobody can look up', [COMPLETE, heard('NO_NUMBER', '2025-01-01')], LOW_INCOME],
    ['no list at all', [], LOW_INCOME],
    ['a roll call in a month that is not claimed', [heard('ROLL_CALL', '2025-05-03')], {}],
  ])('take nothing from %s', (_, records, person) => {
    expect(found(records, person)).toEqual([]);
  });
});
