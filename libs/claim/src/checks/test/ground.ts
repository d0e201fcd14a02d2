/** A clean month of a house with one person, and the ways to spoil it. */
import type { DatedLicence, LicenceKind } from '@yibu/center';
import type { Facts } from '@yibu/claim-engine';
import { localDate, yearMonth, type LocalDate } from '@yibu/kernel';

import type { Assessment, AssessmentLine } from '../../engine.js';
import type { FactsBundle } from '../../facts/facts.types.js';
import { parsePeriod } from '../../facts/period.rules.js';
import { DEFAULT_LIMITS } from '../check.limits.js';
import type { CheckContext, Elsewhere, Finding } from '../check.types.js';
import type { HouseRecords } from '../house.repository.js';
import { runChecks } from '../run-checks.js';

export const day = localDate;

export const FACTS: Facts = {
  schema: 'facts/1',
  county: '140522',
  center: { id: 'c1', filedOn: '2024-01-01' },
  people: [],
  stays: [],
  absences: [],
  assessments: [],
  services: [],
  meals: [],
  staff: [
    { id: 'e1', from: '2024-01-01', certificates: [{ type: 'CAREGIVER', from: '2024-01-01' }] },
  ],
  projects: [],
  beds: [],
  decisions: [],
};

export const PERSON = {
  id: 'p1',
  name: '王秀英',
  sex: 'F' as const,
  bornOn: day('1940-05-06'),
  idIndexHex: 'aa',
  householdCounty: '140522',
  diedOn: null as LocalDate | null,
};

export const STAY = {
  id: 's1',
  residentId: 'p1',
  bedLabel: '301-1',
  fromOn: day('2025-01-10'),
  untilOn: null as LocalDate | null,
  endKind: null as string | null,
};

export const LEVEL = {
  id: 'a1',
  person: 'p1',
  scale: 'GBT42195',
  level: 3,
  kind: 'OFFICIAL' as const,
  from: day('2025-01-01'),
  until: null as LocalDate | null,
};

export const line = (more: Partial<AssessmentLine> = {}): AssessmentLine =>
  ({
    id: 'bed-subsidy/p1/2025-04',
    program: 'bed-subsidy',
    subject: { kind: 'person', id: 'p1' },
    month: '2025-04',
    kind: 'NORMAL',
    status: 'PAYABLE',
    quantity: 1,
    unit: 'person-month',
    amountFen: 30_000,
    warnings: [],
    trace: [],
    alternatives: [],
    ...more,
  }) as unknown as AssessmentLine;

export const paper = (kind: LicenceKind, until: string | null): DatedLicence => ({
  kind,
  number: null,
  passed: true,
  validFrom: day('2024-01-01'),
  validUntil: until === null ? null : day(until),
});

/** Somebody is employed, the beds are there, and everything was entered on its day. */
export const HOUSE: HouseRecords = {
  limits: DEFAULT_LIMITS,
  beds: 50,
  staff: [
    {
      id: 'e1',
      name: '李芳',
      sex: 'F',
      bornOn: day('1980-02-03'),
      fromOn: day('2024-01-01'),
      untilOn: null,
    },
  ],
  licences: (['REGISTRATION', 'FIRE', 'FOOD'] as const).map((kind) => paper(kind, null)),
  entered: 0,
  enteredLate: 0,
  monthBefore: null,
};

export interface Given {
  readonly facts?: Partial<Facts>;
  readonly bundle?: Partial<FactsBundle>;
  readonly person?: Partial<typeof PERSON>;
  readonly lines?: readonly AssessmentLine[];
  readonly refusals?: Assessment['refusals'];
  readonly context?: Partial<CheckContext>;
}

export const codes = (given: Given): string[] => findings(given).map(({ code }) => code);

export function findings(given: Given): Finding[] {
  const context: CheckContext = {
    asked: [],
    bundle: {
      facts: { ...FACTS, ...given.facts },
      centerName: '虚构中心',
      centerCode: 'C1',
      phone: null,
      people: new Map([['p1', { ...PERSON, ...given.person }]]),
      stays: [STAY],
      absences: [],
      levels: [LEVEL],
      ...given.bundle,
    },
    assessment: {
      lines: given.lines ?? [line()],
      refusals: given.refusals ?? [],
    } as unknown as Assessment,
    period: parsePeriod('2025-04'),
    today: day('2025-05-03'),
    opening: 'NOTHING',
    isYearClosed: false,
    hasPayee: true,
    unclaimedMonths: [],
    ...{ elsewhere: [], outside: [], application: null, house: HOUSE },
    openingKeys: new Set(),
    ...given.context,
  };
  return runChecks(context);
}

export const absence = (from: string, until: string | null, planned: string | null = null) => ({
  id: 'x1',
  residentId: 'p1',
  kind: 'HOSPITAL',
  fromOn: day(from),
  plannedUntilOn: planned === null ? null : day(planned),
  untilOn: until === null ? null : day(until),
});
export const claimedThere = (more: Partial<Elsewhere> = {}): Elsewhere => ({
  residentId: 'p1',
  kind: 'CLAIMED',
  month: yearMonth('2025-04'),
  fromOn: null,
  untilOn: null,
  program: 'bed-subsidy',
  unit: 'person-month',
  isByDay: false,
  days: 0,
  ...more,
});
export const meal = (on: string) => ({ id: 'm1', person: 'p1', on, meal: 'LUNCH', count: 1 });
export const service = (on: string, staff: string | null = 'e1') => ({
  id: 'v1',
  person: 'p1',
  type: 'CLEANING',
  on,
  minutes: 60,
  valueFen: 2500,
  staff,
});
