import { fen, localDate } from '@yibu/kernel';

import { assertPlan, coverInstalments, dueOfDebt } from './recovery.rules.js';

const part = (dueOn: string, amountFen: number) => ({
  dueOn: localDate(dueOn),
  amountFen: fen(amountFen),
});
const plan = [part('2025-07-10', 40_000), part('2025-08-10', 40_000), part('2025-09-10', 40_000)];

const refused = (debt: number, parts: typeof plan): boolean => {
  try {
    assertPlan(debt, parts);
    return false;
  } catch (error) {
    return (error as { code: string }).code === 'RECOVERY_PLAN_INVALID';
  }
};

describe('a plan of recovery', () => {
  it('comes to the debt to the fen, in parts with days that follow each other', () => {
    expect(refused(120_000, plan)).toBe(false);
    expect(refused(120_001, plan)).toBe(true);
    expect(refused(120_000, [...plan].reverse())).toBe(true);
    expect(refused(0, [])).toBe(true);
    expect(refused(40_000, [part('2025-07-10', 80_000), part('2025-08-10', -40_000)])).toBe(true);
  });

  it('is covered in the order of its parts', () => {
    expect(
      coverInstalments(plan, 50_000, localDate('2025-08-11')).map(
        ({ coveredFen, state }) => `${coveredFen} ${state}`,
      ),
    ).toEqual(['40000 DONE', '10000 OVERDUE', '0 OPEN']);
  });

  it('asks on a day for what is due by then, and without a plan for everything', () => {
    const debt = { openFen: 70_000, recoveredSincePlanFen: 50_000 };
    expect(dueOfDebt(debt, plan, localDate('2025-07-09'))).toBe(0);
    expect(dueOfDebt(debt, plan, localDate('2025-08-10'))).toBe(30_000);
    expect(dueOfDebt(debt, plan, localDate('2026-01-01'))).toBe(70_000);
    expect(dueOfDebt(debt, null, localDate('2025-01-01'))).toBe(70_000);
  });
});
