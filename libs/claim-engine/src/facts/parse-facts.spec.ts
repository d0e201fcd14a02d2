import { explainProblem, parseFacts, parseLedger, RefusedInput } from '../index.js';

const problemsOf = (work: () => unknown): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof RefusedInput)) {
      throw error;
    }
    for (const problem of error.problems) {
      expect(explainProblem(problem, 'zh')).not.toMatch(/undefined|\[object/);
      expect(explainProblem(problem, 'en')).not.toMatch(/undefined|\[object/);
    }
    return error.problems.map(({ path, code }) => `${path} ${code}`);
  }
};

const base = { schema: 'facts/1', county: '140522', center: { id: 'c1' } };
const person = { id: 'p1', bornOn: '1940-01-01' };
const stay = { id: 's1', person: 'p1', bed: 'b1', from: '2025-01-01', until: '2025-02-01' };

describe('facts', () => {
  it('may leave out what the center does not keep', () => {
    expect(problemsOf(() => parseFacts(base))).toEqual([]);
  });

  it('ignore fields that are not known here', () => {
    expect(
      problemsOf(() => parseFacts({ ...base, later: 1, people: [{ ...person, nickname: 'x' }] })),
    ).toEqual([]);
  });

  it('tell every problem at once, with its place', () => {
    const facts = {
      ...base,
      people: [
        person,
        { id: 'p2', bornOn: '1940-02-30' },
        { id: 'p1', bornOn: '1950-01-01', diedOn: '1949-01-01' },
      ],
      stays: [
        stay,
        { id: 's2', person: 'nobody', from: '2025-03-01', until: '2025-02-01' },
        { id: 's3', person: 'p1', from: '2025-01-31', until: null },
        { id: 's4', person: 'p2', bed: 'b1', from: '2025-01-15', until: '2025-01-16' },
        { id: 's5', person: 7, from: '2025-01-15' },
      ],
      absences: [
        { id: 'x1', stay: 's9', kind: 'HOSPITAL', from: '2025-01-05', until: '2025-01-04' },
      ],
      services: [{ id: 'v1', person: 'p1', type: 'BATH_HELP', on: '2025-01-05', valueFen: 1.5 }],
    };
    expect(problemsOf(() => parseFacts(facts))).toEqual([
      '$.people[1].bornOn NOT_A_DATE',
      '$.stays[4].person WRONG_TYPE',
      '$.services[0].valueFen WRONG_TYPE',
      '$.people[2].id DUPLICATE_ID',
      '$.stays[1].person DANGLING_ID',
      '$.absences[0].stay DANGLING_ID',
      '$.stays[1].until INTERVAL_REVERSED',
      '$.absences[0].until INTERVAL_REVERSED',
      '$.people[2].diedOn INTERVAL_REVERSED',
      '$.stays[2] STAYS_OVERLAP_PERSON',
      '$.stays[3] STAYS_OVERLAP_BED',
    ]);
  });

  it('let one stay end on the day the next begins, for the person and for the bed', () => {
    const next = { id: 's2', person: 'p1', bed: 'b1', from: '2025-02-01', until: null };
    expect(
      problemsOf(() => parseFacts({ ...base, people: [person], stays: [stay, next] })),
    ).toEqual([]);
  });

  it('see an overlap behind a short stay inside a long one', () => {
    const facts = {
      ...base,
      people: [person],
      stays: [
        { id: 's1', person: 'p1', from: '2025-01-01', until: null },
        { id: 's2', person: 'p1', from: '2025-02-01', until: '2025-02-02' },
        { id: 's3', person: 'p1', from: '2025-03-01', until: '2025-03-02' },
      ],
    };
    expect(problemsOf(() => parseFacts(facts))).toEqual([
      '$.stays[1] STAYS_OVERLAP_PERSON',
      '$.stays[2] STAYS_OVERLAP_PERSON',
    ]);
  });

  it('name beds of the register when there is one', () => {
    const facts = { ...base, people: [person], stays: [stay], beds: [{ id: 'b2' }] };
    expect(problemsOf(() => parseFacts(facts))).toEqual(['$.stays[0].bed DANGLING_ID']);
  });

  it.each([[null], [[]], ['facts/1'], [{ schema: 'facts/2' }]])(
    'that are no facts are refused: %p',
    (value) => {
      expect(problemsOf(() => parseFacts(value))).toHaveLength(1);
    },
  );
});

describe('a ledger', () => {
  it('with an unknown status or a broken month is refused', () => {
    const entry = {
      program: 'p',
      subject: { kind: 'person', id: 'p1' },
      month: '2025-13',
      amountFen: 1,
      status: 'LOST',
    };
    expect(problemsOf(() => parseLedger({ schema: 'ledger/1', entries: [entry] }))).toEqual([
      '$.entries[0].month NOT_A_MONTH',
      '$.entries[0].status NOT_ALLOWED',
    ]);
    expect(problemsOf(() => parseLedger({ entries: [] }))).toEqual(['$.schema SCHEMA_UNKNOWN']);
  });
});
