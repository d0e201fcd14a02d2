import { claim, held, money, source } from './test/one-person.js';

// Each of these was a difference between the engine and the reference implementation of test/reference/language.

describe('what is settled', () => {
  it('lets a notice raise only a figure that the pack calls a floor', () => {
    const more = { notices: [{ rate: 'r', from: '2025-02-01', fen: 300, source }] };
    const rate = { id: 'r', fen: 100 };
    expect(money(claim({ programs: [{ id: 'a', rate }], more }))).toContain('a 2025-02 100');
    const raised = claim({ programs: [{ id: 'a', rate: { ...rate, notice: 'RAISES' } }], more });
    expect(money(raised)).toContain('a 2025-02 300');
  });

  it('covers every day by categories that follow each other, and not by one that is entered twice', () => {
    const require = { test: 'category', anyOf: ['DESTITUTE', 'LOW_INCOME'], held: 'EVERY_DAY' };
    const paid = (...categories: readonly object[]): string[] =>
      money(
        claim({
          programs: [{ id: 'a', rate: { fen: 100 }, require }],
          facts: { people: [{ id: 'p1', bornOn: '1940-01-01', categories }] },
        }),
      );
    const destitute = { code: 'DESTITUTE', from: '2025-02-01', until: '2025-02-15' };
    expect(paid(destitute, { code: 'LOW_INCOME', from: '2025-02-15' })).toEqual(['a 2025-02 100']);
    expect(paid(destitute, { code: 'LOW_INCOME', from: '2025-02-16' })).toEqual([]);
    expect(paid(destitute, { ...destitute, from: '2025-02-02' })).toEqual([]);
  });

  it('refuses at once where a confirmation asks for a grade that the pack does not know', () => {
    const confirm = [
      {
        when: { test: 'grade', scheme: 'G', in: ['1'], known: ['1', '2'] },
        code: 'ASK',
        text: 'x',
      },
    ];
    const rate = { range: { minFen: 100, maxFen: 200 } };
    const facts = {
      center: { id: 'c1', grades: [{ scheme: 'G', grade: '9', from: '2020-01-01' }] },
    };
    const result = claim({ programs: [{ id: 'a', rate, confirm }], facts });
    expect(result.refusals.map(({ program }) => program)).toEqual(['a']);
  });

  it('keeps what an earlier project was paid when a later one shares its limit', () => {
    const project = { subject: 'project', per: 'ONCE', rate: { fen: 100 } };
    const programs = [
      { id: 'a', ...project },
      { id: 'b', ...project, projectKinds: ['MEAL_POINT'] },
    ];
    const stacking = [{ id: 's', rule: 'CAP', programs: ['a', 'b'], by: 'CENTER', fen: 100 }];
    const facts = {
      projects: [
        { id: 'j1', kind: 'HOME', completedOn: '2025-02-03' },
        { id: 'j2', kind: 'HOME', completedOn: '2025-01-10' },
      ],
    };
    const paid = { ...held('a', '2025-01', 100), subject: { kind: 'project', id: 'j2' } as const };
    const result = claim({
      programs,
      more: { stacking },
      facts,
      entries: [paid],
    });
    expect(money(result)).toEqual([]);
  });

  it('measures occupancy against the beds of each day, where a house grew in mid-month', () => {
    const occupancy = { of: 'occupancy', over: 'UNIT' };
    const earns = (atLeast: number): string[] =>
      money(
        claim({
          programs: [
            {
              id: 'a',
              rate: { fen: 100 },
              require: { test: 'compare', measure: occupancy, atLeast },
            },
          ],
          facts: {
            center: {
              id: 'c1',
              registeredBeds: [
                { value: 1, from: '2024-01-01', until: '2025-02-15' },
                { value: 3, from: '2025-02-15' },
              ],
            },
          },
        }),
      );
    // One resident for 28 days: 28 of 14 × 1 + 14 × 3 = 56 bed days.
    expect(earns(50)).toContain('a 2025-02 100');
    expect(earns(51)).not.toContain('a 2025-02 100');
  });

  it('takes all back from somebody who turns out never to have lived there', () => {
    const result = claim({
      programs: [{ id: 'a', rate: { fen: 100 } }],
      facts: { stays: [] },
      entries: [held('a', '2025-01', 100)],
    });
    expect(money(result)).toEqual(['a 2025-01 -100']);
  });

  it('does not open a claim year for what the ledger holds of a year that begins in July', () => {
    const result = claim({
      programs: [
        { id: 'july', yearStart: 7, rate: { fen: 100 } },
        { id: 'calendar', rate: { fen: 100 } },
      ],
      entries: [held('july', '2024-12', 100)],
    });
    expect(money(result).filter((line) => line.includes('2024'))).toEqual([]);
  });

  it('rounds every step as the pack says, a share of what was measured too', () => {
    const measure = { of: 'number', field: 'center.areaM2' };
    const by = (rounding: string): string[] =>
      money(
        claim({
          programs: [
            {
              id: 'a',
              rounding,
              rate: { fen: 100 },
              adjust: [{ do: 'cap', measure, percent: 50 }],
            },
            { id: 'b', rounding, rate: { percentOf: measure, percent: 50 } },
            { id: 'c', rounding, rate: { fen: 33 }, adjust: [{ do: 'multiply', percent: 50 }] },
          ],
        }),
      ).filter((line) => line.includes('2025-02'));
    expect(by('half-up')).toEqual(['a 2025-02 17', 'b 2025-02 17', 'c 2025-02 17']);
    expect(by('floor')).toEqual(['a 2025-02 16', 'b 2025-02 16', 'c 2025-02 16']);
  });

  it('pays of a whole center the program that is highest in all, not the one with the largest line', () => {
    const result = claim({
      programs: [
        { id: 'people', rate: { fen: 100 } },
        { id: 'house', subject: 'center', rate: { fen: 150 } },
      ],
      more: {
        stacking: [{ id: 's', rule: 'HIGHEST_ONLY', by: 'CENTER', programs: ['people', 'house'] }],
      },
      facts: {
        people: ['p1', 'p2'].map((id) => ({ id, bornOn: '1940-01-01' })),
        stays: ['p1', 'p2'].map((id) => ({ id, person: id, bed: id, from: '2025-02-01' })),
      },
    });
    const february = money(result).filter((line) => line.includes('2025-02'));
    expect(february).toEqual(['people 2025-02 100', 'people 2025-02 100']);
  });

  it('counts of a closed month of the year what was granted, not what the records say of it today', () => {
    const limited = {
      programs: [{ id: 'a', rate: { fen: 100 } }],
      more: { stacking: [{ id: 's', rule: 'CAP', over: 'YEAR', programs: ['a'], fen: 150 }] },
    };
    expect(money(claim(limited))).toEqual(['a 2025-01 100', 'a 2025-02 50']);
    const cut = { ...held('a', '2025-01', 100), settledFen: 80 };
    const closed = { entries: [cut], closedThrough: '2025-01' };
    expect(money(claim({ ...limited, ...closed }))).toEqual(['a 2025-02 70']);
    const otherYear = { entries: [held('a', '2024-12', 100)], closedThrough: '2025-01' };
    expect(money(claim({ ...limited, ...otherYear }))).toEqual(['a 2025-02 100']);
  });

  it('counts of a closed month also what a program was granted that pays nothing today, or refuses', () => {
    const more = {
      stacking: [{ id: 's', rule: 'CAP', over: 'YEAR', programs: ['a', 'b'], fen: 150 }],
    };
    const before = { entries: [held('b', '2025-01', 80)], closedThrough: '2025-01' };
    for (const rate of [{ fen: 0 }, { fen: null }]) {
      const programs = [
        { id: 'a', rate: { fen: 100 } },
        { id: 'b', rate },
      ];
      expect(money(claim({ programs, more, ...before }))).toEqual(['a 2025-02 70']);
    }
  });

  it('takes back from somebody who is not among those paid, and asks no more of that person', () => {
    // No row fits p1, which would refuse the program: but p1 never lived there and owes, while p2 is paid.
    const result = claim({
      programs: [
        {
          id: 'a',
          rate: {
            rows: [{ fen: 100, when: { test: 'category', anyOf: ['LOW_INCOME'] } }],
            otherwise: 'REFUSE',
          },
        },
      ],
      facts: {
        people: [
          { id: 'p1', bornOn: '1940-01-01' },
          {
            id: 'p2',
            bornOn: '1940-01-01',
            categories: [{ code: 'LOW_INCOME', from: '2020-01-01' }],
          },
        ],
        stays: [{ id: 's2', person: 'p2', bed: 'b1', from: '2025-01-01' }],
      },
      entries: [held('a', '2025-01', 100)],
    });
    expect(result.refusals).toEqual([]);
    expect(money(result)).toEqual(['a 2025-01 -100', 'a 2025-01 100', 'a 2025-02 100']);
    const [taken] = result.toJSON().lines;
    expect(taken?.trace.map(({ code }) => code)).toEqual([
      'NOT_AMONG_THOSE_PAID',
      'ENTITLEMENT_SHRANK',
    ]);
    expect(taken?.alternatives).toEqual([]);
  });

  it('pays once in the first month in which it is due, and does not take it back from whoever leaves', () => {
    const award = {
      id: 'once',
      per: 'ONCE',
      require: { test: 'compare', measure: { of: 'residentDays' }, atLeast: 20 },
      rate: { fen: 50000 },
    };
    const facts = { stays: [{ id: 's1', person: 'p1', from: '2025-01-05', until: '2025-02-03' }] };
    expect(money(claim({ programs: [award], facts }))).toEqual(['once 2025-01 50000']);
    const entries = [held('once', '2025-01', 50000)];
    expect(money(claim({ programs: [award], facts, entries }))).toEqual([]);
    // What it rested on turns out to be wrong: now it is taken back.
    const wrong = { stays: [{ id: 's1', person: 'p1', from: '2025-01-25', until: '2025-02-03' }] };
    expect(money(claim({ programs: [award], facts: wrong, entries }))).toEqual([
      'once 2025-01 -50000',
    ]);
  });

  it('limits a day by the figure of that day, where the rate changes inside the month', () => {
    const meal = (id: string, fen: number): object => ({
      id,
      population: 'FED',
      quantity: { count: 'measure', measure: { of: 'meals' }, unit: 'meal' },
      rate: { dated: [{ fen }, { from: '2025-02-15', fen: fen * 2 }], on: 'EACH_DAY' },
    });
    const result = claim({
      programs: [meal('basic', 100), meal('more', 250)],
      more: {
        stacking: [{ id: 's', rule: 'DAY_CAP', programs: ['basic', 'more'], fen: 400 }],
      },
      facts: {
        meals: ['2025-02-14', '2025-02-15'].map((on) => ({
          id: on,
          person: 'p1',
          on,
          meal: 'LUNCH',
        })),
      },
    });
    // 14 February: 100 and 250; 15 February: 200 and, of 500, the 200 that are left of the day.
    expect(money(result)).toEqual(['basic 2025-02 300', 'more 2025-02 450']);
  });

  it('asks how long a member of staff has been here, not only in the month', () => {
    const result = claim({
      programs: [
        {
          id: 'stayed',
          subject: 'staff',
          per: 'ONCE',
          require: {
            test: 'compare',
            measure: { of: 'monthsEmployed', over: 'EVER' },
            atLeast: 12,
          },
          rate: { fen: 300000 },
        },
      ],
      facts: {
        staff: [
          { id: 'e1', from: '2024-02-01' },
          { id: 'e2', from: '2024-02-02' },
          { id: 'e3', from: '2024-01-15', until: '2025-01-14' },
          { id: 'e4', from: '2024-02-28' },
        ],
      },
    });
    const told = result.lines.filter(({ amountFen }) => amountFen > 0);
    expect(told.map(({ subject, month }) => `${subject.id} ${month}`)).toEqual([
      'e1 2025-01',
      'e2 2025-02',
      'e4 2025-02',
    ]);
  });
});
