import { SupplementService } from '@yibu/claim';
import { fen, localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import { outcome } from '../support/level-desk.js';
import { usePaperDesk } from '../support/paper-desk.js';

const at = usePaperDesk();

describe('a supplementary decision on paper', () => {
  const supplement = async (
    claimId: string,
    says: { readonly released?: string[]; readonly refused?: string[]; readonly on?: string } = {},
  ): Promise<string> =>
    await outcome(
      at.desk.test.app.get(SupplementService).recordPaper(await at.desk.world.as('owner'), {
        claimId,
        version: await at.desk.versionOf(claimId),
        decidedOn: says.on === undefined ? at.desk.test.clock.today() : localDate(says.on),
        attachmentId: await at.desk.scanOf(claimId),
        documentNumber: '民审〔2025〕9号',
        released: says.released ?? [],
        refused: says.refused ?? [],
        idempotencyKey: newId(),
      }),
    );

  const leave = async (): Promise<void> => {
    await at.desk.test.dataSource.query(
      `UPDATE operating_contract SET until_on = '2025-05-01' WHERE center_id = ?`,
      [at.desk.world.world.centerId],
    );
  };

  async function held(): Promise<{ april: string; lines: string[] }> {
    const april = await at.desk.world.submitted('2025-04');
    const lines = [
      await at.desk.lineOf(april.id, '2025-02'),
      await at.desk.lineOf(april.id, '2025-03'),
    ];
    const verdicts = lines.map((lineId) => ({
      lineId,
      verdict: 'HELD',
      code: 'PAPERS_MISSING',
      text: '缺住养证明',
      heldUntil: localDate('2025-06-30'),
    }));
    await at.desk.decide(april.id, verdicts);
    return { april: april.id, lines };
  }

  it('says of each held line what became of it, closes to the fen and is paid', async () => {
    const { april, lines } = await held();
    const [february = '', march = ''] = lines;
    expect(await supplement(april, { released: [february] })).toBe('SUPPLEMENT_CARRIED');
    await leave();
    const before = await at.desk.world.claims.detail(await at.desk.world.as('owner'), april);
    expect(before.actions).toContain('RECORD_PAPER_SUPPLEMENT');
    expect(await supplement(april, { released: [february], on: '2025-05-02' })).toBe(
      'INPUT_INVALID',
    );
    expect(await supplement(april, { released: [newId()] })).toBe('NOT_FOUND');
    expect(await supplement(april)).toBe('SUPPLEMENT_NOTHING');
    expect(await supplement(april, { released: [february], refused: [march] })).toBe('done');
    const after = await at.desk.world.claims.detail(await at.desk.world.as('owner'), april);
    expect(after.statement).toMatchObject({
      heldFen: 60_000,
      releasedFen: 30_000,
      decidedFen: 90_000,
      supplements: [{ decidedFen: 30_000, documentNumber: '民审〔2025〕9号' }],
    });
    expect(after.actions).not.toContain('RECORD_PAPER_SUPPLEMENT');
    expect(await at.desk.ledgerOf(april)).toEqual(['ACCEPTED', 'ACCEPTED', 'RETURNED', 'ACCEPTED']);
    await at.desk.world.payments.record(
      await at.desk.world.as('officer'),
      {
        claimId: april,
        amountFen: fen(90_000),
        paidOn: at.desk.test.clock.today(),
        receiptNumber: '银-9',
        idempotencyKey: newId(),
      },
      'PAPER',
    );
    expect((await at.desk.world.claims.detail(await at.desk.world.as('owner'), april)).status).toBe(
      'PAID',
    );
  });

  it('is annulled before it is paid: its lines are held again, and it is entered rightly', async () => {
    const { april, lines } = await held();
    const [february = '', march = ''] = lines;
    await leave();
    const pay = async (amount: number): Promise<string> =>
      await outcome(
        at.desk.world.payments.record(
          await at.desk.world.as('officer'),
          {
            claimId: april,
            amountFen: fen(amount),
            paidOn: at.desk.test.clock.today(),
            receiptNumber: `银-${amount}`,
            idempotencyKey: newId(),
          },
          'PAPER',
        ),
      );
    await pay(60_000);
    expect(await supplement(april, { released: [february], refused: [march] })).toBe('done');
    expect(await at.desk.annul(april)).toBe('done');
    const back = await at.desk.world.claims.detail(await at.desk.world.as('owner'), april);
    expect([back.status, back.decidedFen]).toEqual(['PAID', 60_000]);
    expect(back.statement).toMatchObject({
      supplements: [],
      annulled: [{ kind: 'SUPPLEMENT', decidedFen: 30_000 }],
    });
    expect(await at.desk.ledgerOf(april)).toEqual(['PAID', 'HELD', 'HELD', 'PAID']);
    expect(await at.desk.annul(april)).toBe('DECISION_RESTED_ON');
    expect(await supplement(april, { released: [march], refused: [february] })).toBe('done');
    await pay(30_000);
    expect(await at.desk.ledgerOf(april)).toEqual(['PAID', 'RETURNED', 'PAID', 'PAID']);
    expect(await at.desk.annul(april)).toBe('DECISION_RESTED_ON');
    const paid = await at.desk.world.claims.detail(await at.desk.world.as('owner'), april);
    expect([paid.status, paid.actions]).toEqual(['PAID', []]);
  });

  it('that only refuses is entered too, and leaves what was paid as it is', async () => {
    const { april, lines } = await held();
    await leave();
    await at.desk.world.payments.record(
      await at.desk.world.as('officer'),
      {
        claimId: april,
        amountFen: fen(60_000),
        paidOn: at.desk.test.clock.today(),
        receiptNumber: '银-1',
        idempotencyKey: newId(),
      },
      'PAPER',
    );
    expect(await supplement(april, { refused: lines })).toBe('done');
    const after = await at.desk.world.claims.detail(await at.desk.world.as('owner'), april);
    expect([after.status, after.decidedFen, after.paidFen]).toEqual(['PAID', 60_000, 60_000]);
    expect(await at.desk.ledgerOf(april)).toEqual(['PAID', 'RETURNED', 'RETURNED', 'PAID']);
    expect(await at.desk.annul(april)).toBe('done');
    expect(await at.desk.ledgerOf(april)).toEqual(['PAID', 'HELD', 'HELD', 'PAID']);
  });

  it('of two who enter it at once grants once', async () => {
    const { april, lines } = await held();
    await leave();
    const both = await Promise.all([
      supplement(april, { released: lines }),
      supplement(april, { released: lines }),
    ]);
    expect(both.filter((one) => one === 'done')).toHaveLength(1);
    const { decidedFen } = await at.desk.world.claims.detail(
      await at.desk.world.as('owner'),
      april,
    );
    expect(decidedFen).toBe(120_000);
  });
});
