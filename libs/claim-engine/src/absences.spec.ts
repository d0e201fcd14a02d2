import { claim, money } from './test/one-person.js';

type Kind = 'HOSPITAL' | 'HOME_LEAVE';
const away = (id: string, kind: Kind, from: string, until: string | null, more = {}): object => ({
  id,
  stay: 's1',
  kind,
  from,
  until,
  ...more,
});

/** Days that count from December to February, by program and month; 10 yuan a day. */
function days(absences: unknown, facts: readonly object[], more: object = {}): string[] {
  const measure = { of: 'residentDays', absences };
  const program = {
    id: 'd',
    rate: { fen: 1 },
    quantity: { count: 'measure', measure, unit: 'day' },
    ...more,
  };
  return money(claim({ programs: [program], facts: { absences: facts } }));
}

describe('days in hospital or on leave, limited by kind', () => {
  it('count by their kind: what no rule speaks of does not', () => {
    const known = [
      away('h', 'HOSPITAL', '2025-02-01', '2025-02-06'),
      away('l', 'HOME_LEAVE', '2025-02-10', '2025-02-13'),
    ];
    expect(days([{ kinds: ['HOSPITAL'] }], known)).toContain('d 2025-02 25');
    expect(days([{ kinds: ['HOME_LEAVE'] }], known)).toContain('d 2025-02 23');
    expect(days([{}], known)).toContain('d 2025-02 28');
  });

  it('of one absence count from its first day, also where it began last year or with another record', () => {
    const rules = [{ kinds: ['HOSPITAL'], perAbsence: 40 }];
    const whole = [away('h', 'HOSPITAL', '2024-12-30', '2025-02-20')];
    const parts = [
      away('h', 'HOSPITAL', '2024-12-30', '2025-01-15'),
      away('i', 'HOSPITAL', '2025-01-15', '2025-02-20'),
    ];
    expect(days(rules, whole)).toEqual(['d 2025-01 31', 'd 2025-02 16']);
    expect(days(rules, parts)).toEqual(days(rules, whole));
    // A day at home ends it.
    const apart = [
      away('h', 'HOSPITAL', '2024-12-30', '2025-01-15'),
      away('i', 'HOSPITAL', '2025-01-16', '2025-02-20'),
    ];
    expect(days(rules, apart)).toEqual(['d 2025-01 31', 'd 2025-02 28']);
  });

  it('of a month start again in the next, those of a year with the claim year', () => {
    const known = [away('l', 'HOME_LEAVE', '2025-01-25', '2025-02-12')];
    expect(days([{ perMonth: 5 }], known)).toEqual(['d 2025-01 29', 'd 2025-02 22']);
    const leave = [
      away('a', 'HOME_LEAVE', '2024-12-20', '2024-12-30'),
      away('b', 'HOME_LEAVE', '2025-02-01', '2025-02-11'),
    ];
    expect(days([{ perYear: 12 }], leave)).toContain('d 2025-02 28');
    expect(days([{ perYear: 12 }], leave, { yearStart: 7 })).toContain('d 2025-02 20');
  });

  it('beyond a limit count where the document says so and the bed was kept', () => {
    const rule = { perAbsence: 5, beyond: 'COUNT_IF_BED_HELD' };
    const known = (bedHeld: boolean): object[] => [
      away('h', 'HOSPITAL', '2025-02-01', '2025-02-15', { bedHeld }),
    ];
    expect(days([rule], known(true))).toContain('d 2025-02 28');
    expect(days([rule], known(false))).toContain('d 2025-02 19');
    expect(days([{ perAbsence: 5, count: 'COUNT_IF_BED_HELD' }], known(false))).toContain(
      'd 2025-02 14',
    );
  });

  it('that do not count by one rule use up nothing of another', () => {
    const rules = [{ kinds: ['HOSPITAL'], perAbsence: 5 }, { perMonth: 8 }];
    const known = [
      away('h', 'HOSPITAL', '2025-02-01', '2025-02-11'),
      away('l', 'HOME_LEAVE', '2025-02-20', '2025-02-25'),
    ];
    // 5 in hospital and 3 at home count; 5 and 2 do not.
    expect(days(rules, known)).toContain('d 2025-02 21');
  });

  it('are settled for the person: a change of bed is no new absence', () => {
    const stays = [
      { id: 's1', person: 'p1', bed: 'b1', from: '2024-12-01', until: '2025-02-06' },
      { id: 's2', person: 'p1', bed: 'b2', from: '2025-02-06', until: null },
    ];
    const absences = [
      away('h', 'HOSPITAL', '2025-02-01', '2025-02-06'),
      { ...away('i', 'HOSPITAL', '2025-02-06', '2025-02-16'), stay: 's2' },
    ];
    const quantity = {
      count: 'measure',
      unit: 'day',
      measure: { of: 'residentDays', absences: [{ perAbsence: 8 }] },
    };
    const program = { id: 'b', subject: 'bed', rate: { fen: 1 }, quantity };
    const result = claim({ programs: [program], facts: { stays, absences } });
    expect(money(result)).toContain('b 2025-02 5');
    expect(money(result)).toContain('b 2025-02 16');
  });

  it('of a limit that the document does not give refuse the program, also by the class of the month', () => {
    const program = { id: 'p', rate: { fen: 1 } };
    const quantity = { count: 'residentMonths', partial: 'PER_DAY', absences: [{ perYear: null }] };
    const careClasses = {
      order: ['A'],
      names: { A: 'a' },
      scales: { S: { '1': 'A' } },
      month: 'LOWEST',
      absences: [{ perMonth: null }],
    };
    const asking = { ...program, require: { test: 'careClass', in: ['A'] } };
    const refused = (programs: object[], more = {}): string[] =>
      claim({ programs, more }).refusals.map(({ code }) => code);
    expect(refused([{ ...program, quantity }])).toEqual(['PARAMETER_MISSING']);
    expect(refused([asking], { careClasses })).toEqual(['PARAMETER_MISSING']);
    expect(refused([program], { careClasses })).toEqual([]);
  });

  it('may be an open question: the line shows what the other answer would pay', () => {
    const cases = { A: 'NOT_COUNT', B: [{ kinds: ['HOSPITAL'], perAbsence: 4 }] };
    const measure = { of: 'residentDays', absences: { decision: 'Q', cases } };
    const program = {
      id: 'd',
      rate: { fen: 1 },
      quantity: { count: 'measure', measure, unit: 'day' },
    };
    const options = ['A', 'B'].map((id) => ({ id, text: id }));
    const decisions = [{ id: 'Q', question: 'q', chosen: 'A', options }];
    const absences = [away('h', 'HOSPITAL', '2025-02-01', '2025-02-11')];
    const { lines } = claim({ programs: [program], more: { decisions }, facts: { absences } });
    const line = lines.find(({ month }) => month === '2025-02');
    expect([line?.amountFen, line?.alternatives[0]?.amountFen]).toEqual([18, 22]);
  });
});
