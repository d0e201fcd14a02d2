import { AppealService, PaperAppealService } from '@yibu/claim';
import { fen, localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import { outcome } from '../support/level-desk.js';
import { usePaperDesk } from '../support/paper-desk.js';

const at = usePaperDesk();

describe('an appeal that was made and answered on paper', () => {
  type Entry = Parameters<PaperAppealService['record']>[1];

  const enter = async (claimId: string, says: Partial<Entry> = {}): Promise<string> =>
    await outcome(
      at.desk.test.app.get(PaperAppealService).record(await at.desk.world.as('owner'), {
        lineId: await at.desk.lineOf(claimId, '2025-03'),
        appealedOn: localDate('2025-05-10'),
        reason: '病案记录有误，附医院更正',
        answeredOn: localDate('2025-05-20'),
        grantedFen: fen(6_000),
        answer: '部分支持',
        documentNumber: '民复〔2025〕2号',
        attachmentId: await at.desk.scanOf(claimId),
        idempotencyKey: newId(),
        ...says,
      }),
    );

  async function cut(): Promise<string> {
    const april = await at.desk.world.submitted('2025-04');
    const lineId = await at.desk.lineOf(april.id, '2025-03');
    const verdict = { lineId, verdict: 'CUT', code: 'D01', text: '住院', cutFen: fen(10_000) };
    await at.desk.decide(april.id, [verdict]);
    at.desk.test.clock.setDay('2025-06-03');
    return april.id;
  }

  it('is entered once with its scan, and what it grants comes with the next decision to the fen', async () => {
    const april = await cut();
    const appeals = at.desk.test.app.get(AppealService);
    // The officer sees what may be appealed, though the owner enters it.
    const seen = await appeals.appealable(await at.desk.world.as('officer'), april);
    expect(seen).toMatchObject([{ isOnPaper: true, askedFen: 10_000 }]);
    expect(await enter(april)).toBe('done');
    expect(await enter(april)).toBe('APPEAL_NOT_OPEN');
    const { id: may } = await at.desk.world.submitted('2025-05');
    await at.desk.decide(may);
    const { statement } = await at.desk.world.claims.detail(await at.desk.world.as('owner'), may);
    expect(statement).toMatchObject({ claimedFen: 30_000, releasedFen: 6_000, decidedFen: 36_000 });
    const [kept] = await at.desk.test.dataSource.query<{ carried: string; name: string }[]>(
      `SELECT a.carried_in_claim_id AS carried, t.file_name AS name FROM claim_appeal a
       JOIN attachment t ON t.id = a.attachment_id WHERE a.claim_id = ?`,
      [april],
    );
    expect(kept).toMatchObject({ carried: may, name: '批复.pdf' });
  });

  it('keeps to what was cut, the order of the days, the county’s term, and a scan of this claim', async () => {
    const april = await cut();
    expect(await enter(april, { grantedFen: fen(10_001) })).toBe('INPUT_INVALID');
    expect(await enter(april, { appealedOn: localDate('2025-05-02') })).toBe('INPUT_INVALID');
    expect(await enter(april, { answeredOn: localDate('2025-05-09') })).toBe('INPUT_INVALID');
    expect(await enter(april, { answeredOn: localDate('2025-06-04') })).toBe('INPUT_INVALID');
    const late = { appealedOn: localDate('2025-06-03'), answeredOn: localDate('2025-06-03') };
    expect(await enter(april, late)).toBe('APPEAL_LATE');
    expect(await enter(april, { attachmentId: newId() })).toBe('NOT_FOUND');
    await at.desk.test.dataSource.query(
      `UPDATE county SET settings = JSON_MERGE_PATCH(settings, '{"decidesOnPaper":false}') WHERE code = ?`,
      [at.desk.world.world.countyCode],
    );
    expect(await enter(april)).toBe('PAPER_NOT_USED');
  });

  it('is annulled while nothing took it over, counts nowhere then, and the line is appealed anew', async () => {
    const april = await cut();
    await enter(april);
    const annulIt = async (): Promise<string> => {
      const [row] = await at.desk.test.dataSource.query<{ id: string }[]>(
        'SELECT id FROM claim_appeal WHERE claim_id = ? ORDER BY id DESC LIMIT 1',
        [april],
      );
      return await outcome(
        at.desk.test.app.get(PaperAppealService).annul(await at.desk.world.as('owner'), {
          appealId: row?.id ?? '',
          reason: '金额录错',
          idempotencyKey: newId(),
        }),
      );
    };
    expect(await annulIt()).toBe('done');
    expect(await annulIt()).toBe('APPEAL_NOT_ON_PAPER');
    expect(await enter(april, { grantedFen: fen(5_000) })).toBe('done');
    at.desk.test.clock.setDay('2025-06-04');
    const may = await at.desk.world.submitted('2025-05');
    expect(await annulIt()).toBe('DECISION_RESTED_ON');
    await at.desk.decide(may.id);
    expect(await annulIt()).toBe('DECISION_RESTED_ON');
    const { statement } = await at.desk.world.claims.detail(
      await at.desk.world.as('owner'),
      may.id,
    );
    expect(statement).toMatchObject({ releasedFen: 5_000, decidedFen: 35_000 });
    // The decision that carried it goes back, and the appeal waits for the next one.
    expect(await at.desk.annul(may.id)).toBe('done');
    await at.desk.decide(may.id);
    const again = await at.desk.world.claims.detail(await at.desk.world.as('owner'), may.id);
    expect(again.statement).toMatchObject({ releasedFen: 5_000, decidedFen: 35_000 });
  });

  it('of two who enter it at once is entered once', async () => {
    const april = await cut();
    const both = await Promise.all([enter(april), enter(april)]);
    expect(both.toSorted()).toEqual(['APPEAL_NOT_OPEN', 'done']);
  });
});
