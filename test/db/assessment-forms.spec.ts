import { localDate } from '@yibu/kernel';

import { dates, LevelDesk, outcome } from '../support/level-desk.js';
import { World } from '../support/world.js';

let desk: LevelDesk;

beforeAll(async () => {
  desk = await LevelDesk.open();
});
afterAll(async () => {
  await desk.services.close();
});

describe('a form', () => {
  it('is scored on the server when the first assessor signs, and fixed by the second', async () => {
    const first = await desk.forms.sign(
      await desk.as(desk.nurse),
      await desk.filled(await desk.person()),
    );
    expect(first).toMatchObject({ status: 'AWAITING_SECOND', proposedLevel: 1 });
    const done = await desk.forms.sign(await desk.as(desk.manager), first);
    expect(done).toMatchObject({
      status: 'SIGNED',
      assessor1Id: desk.nurse,
      assessor2Id: desk.manager,
      result: { total: 66, finalLevel: 1, stacking: 'ONE_STEP', edition: 'GB/T 42195-2022' },
    });
  });

  it('is not signed twice by one hand', async () => {
    const first = await desk.forms.sign(
      await desk.as(desk.nurse),
      await desk.filled(await desk.person()),
    );
    expect(await outcome(desk.forms.sign(await desk.as(desk.nurse), first))).toBe('ASSESSOR_SAME');
  });

  it('keeps what was saved, refuses a stale save, and says what is missing when signed too early', async () => {
    const started = await desk.forms.start(await desk.as(desk.nurse), {
      residentId: await desk.person(),
      kind: 'INSTITUTION',
      assessedOn: localDate('2026-06-10'),
    });
    const draft = { ...started, place: null, answers: { 'B.1.1': '4' }, background: {} };
    const saved = await desk.forms.save(await desk.as(desk.nurse), draft);
    expect((await desk.forms.get(await desk.as(desk.manager), saved.id)).answers).toEqual({
      'B.1.1': '4',
    });
    expect(await outcome(desk.forms.save(await desk.as(desk.manager), draft))).toBe(
      'STALE_VERSION',
    );
    await expect(desk.forms.sign(await desk.as(desk.nurse), saved)).rejects.toMatchObject({
      code: 'ASSESSMENT_INCOMPLETE',
      params: { missing: expect.arrayContaining(['B.1.2', 'A.5.11']) as unknown },
    });
  });

  it('takes no answer that is not on the form', async () => {
    const draft = await desk.filled(await desk.person());
    const wrong = { ...draft, answers: { ...draft.answers, 'B.2.4': '4' } };
    await expect(desk.forms.save(await desk.as(desk.nurse), wrong)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'answers.B.2.4', rule: 'aboveMax', params: { max: 3 } }],
    });
  });

  it('is opened once for a person, also by two at the same moment', async () => {
    const residentId = await desk.person();
    const input = { residentId, kind: 'INSTITUTION', assessedOn: localDate('2026-06-10') } as const;
    const outcomes = await Promise.all(
      [desk.nurse, desk.manager].map(
        async (user) => await outcome(desk.forms.start(await desk.as(user), input)),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['ASSESSMENT_OPEN', 'done']);
  });

  it('gives a retried start the same form', async () => {
    const input = {
      residentId: await desk.person(),
      kind: 'INSTITUTION',
      assessedOn: localDate('2026-06-10'),
      idempotencyKey: 'start-1',
    } as const;
    const [one, two] = [
      await desk.forms.start(await desk.as(desk.nurse), input),
      await desk.forms.start(await desk.as(desk.nurse), input),
    ];
    expect(two.id).toBe(one.id);
  });

  it('goes back to be mended before the second signature, and the first one falls', async () => {
    const first = await desk.forms.sign(
      await desk.as(desk.nurse),
      await desk.filled(await desk.person()),
    );
    const open = await desk.forms.reopen(await desk.as(desk.manager), {
      ...first,
      reason: 'B.1.6 有误',
    });
    expect(open).toMatchObject({ status: 'DRAFT', assessor1Id: null, result: null });
  });

  it('once signed does not change and does not vanish, not even behind the product’s back', async () => {
    const record = await desk.signed(await desk.person());
    const attack = async (sql: string): Promise<string> =>
      await desk.services.database.run(sql, [record.id]).then(
        () => 'changed',
        (error: unknown) => (error as Error).message,
      );
    expect(await attack(`UPDATE assessment_record SET proposed_level = 4 WHERE id = ?`)).toMatch(
      /does not change/,
    );
    expect(await attack(`UPDATE assessment_record SET answers = '{}' WHERE id = ?`)).toMatch(
      /does not change/,
    );
    expect(await attack(`UPDATE assessment_record SET status = 'DRAFT' WHERE id = ?`)).toMatch(
      /does not change/,
    );
    expect(await attack('DELETE FROM assessment_record WHERE id = ?')).toMatch(/kept/);
    expect(await outcome(desk.forms.save(await desk.as(desk.nurse), { ...record }))).toBe(
      'ASSESSMENT_WRONG_STATE',
    );
  });

  it('cannot be an official one when the house itself fills it', async () => {
    const input = {
      residentId: await desk.person(),
      kind: 'OFFICIAL',
      assessedOn: localDate('2026-06-10'),
    };
    const start = desk.forms.start(await desk.as(desk.nurse), { ...input, kind: 'OFFICIAL' });
    expect(await outcome(start)).toBe('OFFICIAL_FORM_BY_BUREAU');
  });

  it('of another operator’s resident does not exist', async () => {
    const stranger = await World.create(desk.services);
    const record = await desk.signed(await desk.person());
    const scope = await stranger.as('CENTER_MANAGER');
    expect(await outcome(desk.forms.get(scope, record.id))).toBe('NOT_FOUND');
    expect(
      await outcome(
        desk.levels.accept(scope, {
          assessmentId: record.id,
          version: 1,
          ...dates('2026-06-10', null),
        }),
      ),
    ).toBe('NOT_FOUND');
  });
});

describe('the history', () => {
  it('names each hand that touched a report, with its reason', async () => {
    const record = await desk.signed(await desk.person());
    await desk.levels.reject(await desk.as(desk.manager), { ...record, reason: '与实际不符' });
    const events = await desk.services.database.query<{ action: string; reason: string | null }>(
      'SELECT action, reason FROM audit_event WHERE entity_id = ? ORDER BY seq',
      [record.id],
    );
    expect(events.map((event) => event.action)).toEqual([
      'start',
      'save',
      'sign',
      'countersign',
      'reject',
    ]);
    expect(events.at(-1)?.reason).toBe('与实际不符');
  });
});
