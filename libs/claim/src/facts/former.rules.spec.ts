import { localDate } from '@yibu/kernel';

import type { FactsBundle } from './facts.types.js';
import { asFormerOperator } from './former.rules.js';

const label = (id: string, diedOn: string | null) => ({
  id,
  name: id,
  sex: 'F' as const,
  bornOn: localDate('1940-01-01'),
  idIndexHex: null,
  householdCounty: null,
  diedOn: diedOn === null ? null : localDate(diedOn),
});

const bundle = {
  facts: {
    people: [{ id: 'lived' }, { id: 'registered' }, { id: 'later' }],
    stays: [{ person: 'lived' }],
    services: [],
    meals: [],
    assessments: [{ person: 'lived' }, { person: 'later' }],
  },
  people: new Map(
    [label('lived', '2025-09-01'), label('registered', null), label('later', null)].map((one) => [
      one.id,
      one,
    ]),
  ),
  stays: [{ id: 's1', residentId: 'lived', untilOn: localDate('2025-09-01'), endKind: 'DEATH' }],
  absences: [{ id: 'x1', residentId: 'lived', untilOn: localDate('2025-06-10') }],
  levels: [
    { id: 'l1', person: 'lived', from: localDate('2025-01-01') },
    { id: 'l2', person: 'lived', from: localDate('2025-08-01') },
  ],
} as unknown as FactsBundle;

describe('the records an operator that left still claims from', () => {
  const seen = asFormerOperator(bundle, {
    endsBefore: localDate('2025-05-01'),
    registered: new Set(['registered']),
  });

  it('are of the people of its time, not of who came afterwards', () => {
    expect(seen.facts.people.map(({ id }) => id)).toEqual(['lived', 'registered']);
    expect([...seen.people.keys()]).toEqual(['lived', 'registered']);
    expect(seen.facts.assessments).toEqual([{ person: 'lived' }]);
  });

  it('end with the period: a later death, discharge, return or level is not in them', () => {
    expect(seen.people.get('lived')?.diedOn).toBeNull();
    expect(seen.stays).toMatchObject([{ untilOn: null, endKind: null }]);
    expect(seen.absences).toMatchObject([{ untilOn: '2025-05-01' }]);
    expect(seen.levels.map(({ id }) => id)).toEqual(['l1']);
  });
});
