import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { factsOf, life } from './test/random-lives.js';
import {
  canonicalJson,
  computeAssessment,
  parsePack,
  shippedPackUrl,
  type Assessment,
  type Facts,
  type Ledger,
  type LedgerEntry,
  type Pack,
} from './index.js';

const pack: Pack = parsePack(JSON.parse(readFileSync(shippedPackUrl('yangcheng-2022'), 'utf8')));

const lives = fc.array(life, { minLength: 1, maxLength: 4 });
const month = fc.integer({ min: 1, max: 11 }).map((m) => `2025-${String(m).padStart(2, '0')}`);
const next = (name: string): string => `2025-${String(Number(name.slice(5)) + 1).padStart(2, '0')}`;
const compute = (facts: Facts, period: string, ledger: Ledger | null = null): Assessment =>
  computeAssessment(pack, facts, period, ledger);

/** What a claim, once submitted, leaves in the ledger. */
const ledgerOf = (assessment: Assessment): LedgerEntry[] =>
  assessment.lines
    .filter((line) => line.status === 'PAYABLE')
    .map(({ program, subject, month: of, amountFen, id, digest }) => ({
      program,
      subject,
      month: of,
      amountFen,
      status: 'SUBMITTED' as const,
      line: id,
      digest,
    }));

const ledger = (entries: readonly LedgerEntry[]): Ledger => ({ schema: 'ledger/1', entries });

/** Money by program, subject and month. */
function money(
  entries: readonly {
    program: string;
    subject: { id: string };
    month: string;
    amountFen: number;
  }[],
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { program, subject, month: of, amountFen } of entries) {
    const key = `${program} ${subject.id} ${of}`;
    sums[key] = (sums[key] ?? 0) + amountFen;
  }
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, sum]) => sum !== 0)
      .sort(),
  );
}

const RUNS = { numRuns: 100 };

describe('a claim', () => {
  it('totals exactly the sum of its payable lines', () => {
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const result = compute(factsOf(people), period);
        const sum = result.lines.reduce(
          (total, line) => total + (line.status === 'PAYABLE' ? line.amountFen : 0),
          0,
        );
        expect(result.totalFen).toBe(sum);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of people and records', () => {
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const facts = factsOf(people);
        const turned: Facts = {
          ...facts,
          people: [...facts.people].reverse(),
          stays: [...facts.stays].reverse(),
          absences: [...facts.absences].reverse(),
          assessments: [...facts.assessments].reverse(),
          services: [...facts.services].reverse(),
        };
        const told = (result: Assessment): string =>
          canonicalJson(
            result.toJSON().lines.map((line) => ({
              ...line,
              trace: line.trace.map((step) => ({ ...step, facts: [...step.facts].sort() })),
            })),
          );
        expect(told(compute(turned, period))).toBe(told(compute(facts, period)));
      }),
      RUNS,
    );
  });

  it('is the same to the byte, however often it is computed', () => {
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const facts = factsOf(people);
        expect(JSON.stringify(compute(facts, period))).toBe(JSON.stringify(compute(facts, period)));
      }),
      { numRuns: 40 },
    );
  });

  it('of one person does not change through another person', () => {
    fc.assert(
      fc.property(lives, life, month, (people, other, period) => {
        const alone = compute(factsOf(people), period);
        const together = compute(factsOf([...people, other]), period);
        const own = together.lines.filter((line) => line.subject.id !== `p${people.length}`);
        expect(JSON.stringify(own)).toBe(JSON.stringify(alone.lines));
      }),
      RUNS,
    );
  });

  it('for one month and then the next is the claim for both at once', () => {
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const facts = factsOf(people);
        const first = ledgerOf(compute(facts, period));
        const second = ledgerOf(compute(facts, next(period), ledger(first)));
        const atOnce = ledgerOf(compute(facts, next(period)));
        expect(money([...first, ...second])).toEqual(money(atOnce));
      }),
      RUNS,
    );
  });

  it('repeated with nothing changed asks for nothing', () => {
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const facts = factsOf(people);
        const again = compute(facts, period, ledger(ledgerOf(compute(facts, period))));
        expect(again.lines.filter((line) => line.status === 'PAYABLE')).toEqual([]);
        expect(again.totalFen).toBe(0);
      }),
      RUNS,
    );
  });

  it('gives back exactly what it asked for when the fact behind it is taken away', () => {
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const facts = factsOf(people);
        const claimed = ledgerOf(compute(facts, period));
        const gone: Facts = {
          ...facts,
          stays: facts.stays.filter((stay) => stay.person !== 'p0'),
          absences: facts.absences.filter((absence) => !absence.stay.startsWith('s0-')),
        };
        const after = compute(gone, period, ledger(claimed));
        const back = ledgerOf(after).filter((entry) => entry.program === 'bed-subsidy');
        const own = claimed.filter(
          (entry) => entry.program === 'bed-subsidy' && entry.subject.id === 'p0',
        );
        expect(money([...own, ...back])).toEqual({});
        expect(back.every((entry) => entry.subject.id === 'p0')).toBe(true);
        const restored = ledgerOf(compute(facts, period, ledger([...claimed, ...ledgerOf(after)])));
        expect(money([...claimed, ...ledgerOf(after), ...restored])).toEqual(money(claimed));
      }),
      RUNS,
    );
  });

  it('for an old month is the same at any later day, when only later things happened', () => {
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const facts = factsOf(people);
        const horizon = `${next(period)}-01`;
        const cut: Facts = {
          ...facts,
          people: facts.people.map((person) =>
            person.diedOn != null && person.diedOn >= horizon
              ? { ...person, diedOn: null }
              : person,
          ),
          stays: facts.stays
            .filter((stay) => stay.from < horizon)
            .map((stay) =>
              stay.until != null && stay.until > horizon ? { ...stay, until: null } : stay,
            ),
          services: facts.services.filter((service) => service.on < horizon),
          assessments: facts.assessments.filter((assessment) => assessment.from < horizon),
        };
        const stays = new Set(cut.stays.map((stay) => stay.id));
        const known: Facts = {
          ...cut,
          absences: cut.absences.filter(
            (absence) => stays.has(absence.stay) && absence.from < horizon,
          ),
        };
        expect(money(ledgerOf(compute(known, period)))).toEqual(
          money(ledgerOf(compute(facts, period))),
        );
      }),
      RUNS,
    );
  });

  it('under a later rate does not change an earlier month', () => {
    const raw = JSON.parse(readFileSync(shippedPackUrl('yangcheng-2022'), 'utf8')) as {
      programs: { rate: { rows: { id: string; fen?: number; dated?: unknown }[] } }[];
    };
    for (const row of raw.programs[0]?.rate.rows ?? []) {
      row.dated = [{ fen: row.fen }, { from: '2025-07-01', fen: (row.fen ?? 0) + 5000 }];
      delete row.fen;
    }
    const raised = parsePack(raw);
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const facts = factsOf(people);
        const before = (result: Assessment): Record<string, number> =>
          money(ledgerOf(result).filter((entry) => entry.month < '2025-07'));
        expect(before(computeAssessment(raised, facts, period))).toEqual(
          before(compute(facts, period)),
        );
      }),
      RUNS,
    );
  });

  it('returned and not mended comes back outside the total, and once mended inside it', () => {
    fc.assert(
      fc.property(lives, month, (people, period) => {
        const facts = factsOf(people);
        const returned = ledgerOf(compute(facts, period)).map((entry) => ({
          ...entry,
          status: 'RETURNED' as const,
        }));
        const again = compute(facts, period, ledger(returned));
        expect(again.totalFen).toBe(0);
        expect(again.lines.filter((line) => line.status === 'NEEDS_DECISION')).toHaveLength(
          returned.length,
        );
        const mended = returned.map((entry) => ({ ...entry, digest: 'other' }));
        expect(compute(facts, period, ledger(mended)).totalFen).toBe(
          compute(facts, period).totalFen,
        );
        const later = compute(facts, next(period), ledger(returned));
        const unchanged = later.lines.filter((line) =>
          returned.some((entry) => entry.line === line.id && entry.amountFen === line.amountFen),
        );
        expect(unchanged.filter((line) => line.status !== 'NEEDS_DECISION')).toEqual([]);
      }),
      RUNS,
    );
  });
});
