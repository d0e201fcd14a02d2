import type { INestApplication } from '@nestjs/common';
import { readSheet, UnitOfWork, XLSX_TYPE } from '@yibu/platform';
import request from 'supertest';

import { PackService } from '../../libs/claim/src/packs/pack.service.js';
import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { codeOf, idOf, PolicyDesk } from '../support/policy-desk.js';

let api: TestApp<INestApplication>;
let world: ClaimWorld;
let desk: PolicyDesk;

jest.setTimeout(240_000);

beforeAll(async () => {
  api = await startApi();
  // Half past midnight: elsewhere it is still the day before.
  api.clock.set(new Date('2025-06-03T00:30:00+08:00'));
  world = await ClaimWorld.create(api);
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await world.resident({ from: '2025-03-10', level: 1, bed: 1, name: '周二' });
  await world.nothingOnPaper('2025-01');
  await world.decided((await world.submitted('2025-04')).id);
  desk = await PolicyDesk.open(api, world);
});
afterAll(async () => {
  await api.close();
});

const ledgerCount = async (): Promise<number> => {
  const [row] = await api.database.query<{ n: number }>(
    'SELECT (SELECT COUNT(*) FROM ledger_entry) + (SELECT COUNT(*) FROM claim_line) AS n',
  );
  return Number(row?.n);
};

describe('an open question', () => {
  it('is switched only after its effect on the months that are over was computed, by two people', async () => {
    const { id: packId } = await desk.inForce();
    const choice = { decision: 'YC-A1', option: 'PROSPECTIVE' };
    const other = await desk.run({
      kind: 'EFFECT',
      packId,
      decisions: [{ decision: 'YC-A5', option: 'PER_DAY' }],
    });
    const asked = { packId, ...choice, reason: '按县局意见不追溯' };
    expect(codeOf(await desk.propose(desk.clerk, 'Decision', { ...asked, runId: other.id }))).toBe(
      'EFFECT_NOT_SEEN',
    );
    const before = await ledgerCount();
    const { id: runId, view } = await desk.run({ kind: 'EFFECT', packId, decisions: [choice] });
    expect(await ledgerCount()).toBe(before);
    // Prospective pays from the month after the three months were reached: May alone stays.
    expect(view.head).toMatchObject({ status: 'DONE', oldFen: 150_000 });
    expect(view.lostLines).toBeGreaterThan(0);
    expect(view.head.newFen).toBeLessThan(view.head.oldFen);
    expect(view.months.map(({ key }) => key)).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
      '2025-04',
      '2025-05',
    ]);
    const id = idOf(await desk.propose(desk.clerk, 'Decision', { ...asked, runId }));
    const chosen = async (): Promise<unknown> =>
      (
        await desk.send<{ packDecisions: readonly { id: string; chosen: string }[] }>(
          desk.clerk,
          `query ($countyCode: String!, $packId: ID!) { packDecisions(countyCode: $countyCode, packId: $packId) {
             id chosen shipped isCountyChoice decidedByName proposedByName reason } }`,
          { countyCode: desk.countyCode, packId },
        )
      ).data.packDecisions.find((decision) => decision.id === 'YC-A1');
    expect(await chosen()).toMatchObject({ chosen: 'RETROACTIVE', isCountyChoice: false });
    await desk.settle(desk.leader, 'confirm', id);
    expect(await chosen()).toMatchObject({
      chosen: 'PROSPECTIVE',
      shipped: 'RETROACTIVE',
      isCountyChoice: true,
      reason: '按县局意见不追溯',
    });
    const scope = await world.as('leader');
    const rules = await api.app
      .get(PackService)
      .inForce(api.app.get(UnitOfWork).read(scope), desk.countyCode, api.clock.today());
    expect(rules.body.decisions?.find((decision) => decision.id === 'YC-A1')).toMatchObject({
      chosen: 'PROSPECTIVE',
      on: '2025-06-03',
    });
    // What was decided is owed back by a line of the next claim, not by a changed claim.
    const may = await world.draft('2025-05');
    expect((await world.payable(may.id)).some((line) => line.includes('REVERSAL'))).toBe(true);
  });
});

describe('a dated notice of the county', () => {
  const notice = {
    fromMonth: '2025-05',
    documentNumber: '县民〔2025〕8号',
    documentTitle: '关于提高床位补贴标准的通知',
    clause: '二',
    reason: '执行县通知',
  };

  async function scanned(): Promise<string> {
    const response = await request(api.app.getHttpServer())
      .post(`/files/policy-scan?countyCode=${desk.countyCode}`)
      .set('cookie', desk.clerk)
      .attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), 'notice.pdf');
    expect(response.status).toBe(201);
    return (response.body as { id: string }).id;
  }

  it('sets a figure from its month on, with number, clause and scan, once confirmed', async () => {
    const { id: packId } = await desk.inForce();
    const scanId = await scanned();
    const below = await desk.propose(desk.clerk, 'Notice', {
      ...notice,
      packId,
      scanId,
      rate: 'operating-2',
      fen: 4_000_000,
    });
    expect(codeOf(below)).toBe('NOTICE_BELOW_FLOOR');
    const id = idOf(
      await desk.propose(desk.clerk, 'Notice', {
        ...notice,
        packId,
        scanId,
        rate: 'bed-full',
        fen: 45_000,
      }),
    );
    await desk.settle(desk.leader, 'confirm', id);
    const { data } = await desk.send<{ countyNotices: readonly { id: string }[] }>(
      await desk.signIn('CLAIMS_OFFICER'),
      `query ($countyCode: String!) { countyNotices(countyCode: $countyCode) { id rate fen fromOn untilOn isVoid
         documentNumber scanName proposedByName confirmedByName } }`,
      { countyCode: desk.countyCode },
    );
    expect(data.countyNotices).toMatchObject([
      { rate: 'bed-full', fen: 45_000, fromOn: '2025-05-01', isVoid: false },
    ]);
    const officer = await desk.signIn('CLAIMS_OFFICER');
    const paper = await desk.file(officer, `/files/policy-scan/${scanId}`);
    expect(paper.status).toBe(200);

    const may = await world.draft('2025-05');
    const lines = await world.payable(may.id);
    expect(lines).toContain('周一 2025-05 NORMAL 45000');
    expect(lines.some((line) => line.startsWith('周一 2025-04') && line.endsWith('45000'))).toBe(
      false,
    );
    const [paid] = await api.database.query<{ id: string }>(
      `SELECT id FROM claim_line WHERE claim_id = '${may.id}' AND subject_name = '周一' AND month = '2025-05'`,
    );
    const explained = await world.claims.line(await world.as('officer'), paid?.id ?? '');
    expect(JSON.stringify(explained.trace)).toContain('NOTICE-');

    const ended = idOf(
      await desk.propose(desk.clerk, 'NoticeEnd', {
        noticeId: data.countyNotices[0]?.id,
        fromMonth: '2025-05',
        reason: '发文有误',
      }),
    );
    await desk.settle(desk.leader, 'confirm', ended);
    const again = await world.draft('2025-05');
    expect(await world.payable(again.id)).toContain('周一 2025-05 NORMAL 30000');
  });

  it('without its paper is no notice', async () => {
    const { id: packId } = await desk.inForce();
    const answer = await desk.propose(desk.clerk, 'Notice', {
      ...notice,
      packId,
      scanId: '01J00000000000000000000000',
      rate: 'bed-full',
      fen: 46_000,
    });
    expect(codeOf(answer)).toBe('NOT_FOUND');
  });
});

describe('a trial over last year', () => {
  it('tells who gains and what it costs by month and center, exports, and leaves no trace in the ledger', async () => {
    const { id: packId } = await desk.inForce();
    const before = await ledgerCount();
    const { id, view } = await desk.run({
      kind: 'WHAT_IF',
      year: 2025,
      packId,
      rates: [{ rate: 'bed-full', fen: 50_000 }],
    });
    expect(view.head.status).toBe('DONE');
    expect(view.head.newFen).toBeGreaterThan(view.head.oldFen);
    expect(view.centers).toHaveLength(1);
    expect(await ledgerCount()).toBe(before);
    const changes = await desk.send<{
      policyRunChanges: { total: number; items: readonly unknown[] };
    }>(
      desk.leader,
      `query ($runId: ID!) { policyRunChanges(runId: $runId, direction: GAIN) { total
         items { centerName subjectName month oldFen newFen } } }`,
      { runId: id },
    );
    expect(changes.data.policyRunChanges.items[0]).toMatchObject({
      subjectName: '周一',
      newFen: 50_000,
    });
    // Filters that are not set are null, as the screen sends them.
    const all = await desk.send<{ policyRunChanges: { total: number } }>(
      desk.leader,
      `query ($runId: ID!, $direction: PolicyRunDirection, $centerId: ID) {
         policyRunChanges(runId: $runId, direction: $direction, centerId: $centerId) { total } }`,
      { runId: id, direction: null, centerId: null },
    );
    expect(all.data.policyRunChanges.total).toBe(changes.data.policyRunChanges.total);
    const sheet = await desk.file(desk.leader, `/export/policy-run?runId=${id}`);
    const read = await readSheet(sheet.bytes, XLSX_TYPE);
    expect(JSON.stringify(read)).toContain('周一');
    const runs = await desk.send<{ policyRuns: { items: readonly { id: string }[] } }>(
      desk.leader,
      `query ($countyCode: String!) { policyRuns(countyCode: $countyCode, kind: WHAT_IF) { total items { id title
         runByName status oldFen newFen } } }`,
      { countyCode: desk.countyCode },
    );
    expect(runs.data.policyRuns.items.map((item) => item.id)).toEqual([id]);
    const officer = await desk.signIn('CLAIMS_OFFICER');
    expect(
      codeOf(await desk.send(officer, `query { policyRun(runId: "${id}") { gainers } }`)),
    ).toBe('FORBIDDEN');
  });
});
