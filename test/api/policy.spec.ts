import type { INestApplication } from '@nestjs/common';
import fs from 'node:fs';
import path from 'node:path';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { codeOf, idOf, PolicyDesk, UPLOAD } from '../support/policy-desk.js';

let api: TestApp<INestApplication>;
let world: ClaimWorld;
let desk: PolicyDesk;
let april: Awaited<ReturnType<ClaimWorld['decided']>>;

jest.setTimeout(240_000);

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-06-03');
  world = await ClaimWorld.create(api);
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await world.resident({ from: '2025-03-10', level: 1, bed: 1, name: '周二' });
  await world.nothingOnPaper('2025-01');
  april = await world.decided((await world.submitted('2025-04')).id);
  desk = await PolicyDesk.open(api, world);
});
afterAll(async () => {
  await api.close();
});

describe('a county’s packs', () => {
  it('are listed with what is in force apart from what is only published', async () => {
    const all = await desk.packs();
    expect(all.find(({ code }) => code === `yangcheng-2022.${desk.countyCode}`)).toMatchObject({
      standing: 'IN_FORCE',
      fromOn: '2022-04-01',
      untilOn: null,
    });
    expect(all.find(({ code }) => code === 'template-2024')).toMatchObject({
      standing: 'PUBLISHED',
    });
    // The template gives no figure at all: each missing one is counted.
    expect(all.find(({ code }) => code === 'template-2024')?.missingCount).toBeGreaterThan(5);
  });

  it('show each clause of the document beside what the pack makes of it', async () => {
    const { data } = await desk.send<{ policyPack: { clauses: unknown[]; rates: unknown[] } }>(
      await desk.signIn('CLAIMS_OFFICER'),
      `query ($packId: ID!) { policyPack(packId: $packId) { documents { id title { zh en } }
         clauses { id clause treatment says { zh en } does { zh } programs values { name { zh } op figures unit per } }
         programs { id linesZh linesEn } rates { id fen isFloor } contradictions { id } } }`,
      { packId: (await desk.inForce()).id },
    );
    expect(data.policyPack.clauses).toHaveLength(26);
    expect(data.policyPack.clauses).toContainEqual(
      expect.objectContaining({ id: 'YC-21', treatment: 'COMPUTED', programs: ['bed-subsidy'] }),
    );
    expect(data.policyPack.rates).toContainEqual({ id: 'bed-full', fen: 30_000, isFloor: false });
    expect(data.policyPack.rates).toContainEqual({
      id: 'operating-2',
      fen: 5_000_000,
      isFloor: true,
    });
  });

  it('that contain mistakes are refused with path and reason, and nothing is stored', async () => {
    const before = (await desk.packs()).length;
    const broken = await desk.upload('{ "schema": "pack/1", ');
    expect(broken).toMatchObject({ __typename: 'PackRefused', problems: [{ path: '$' }] });
    const pack = await desk.download((await desk.inForce()).id);
    const wrong = await desk.upload(
      JSON.stringify({ ...pack, programs: [{ ...pack.programs[0], ratte: 1 }] }),
    );
    expect(wrong.__typename).toBe('PackRefused');
    expect(wrong.problems?.map(({ path: where }) => where)).toContain('$.programs[0].ratte');
    expect(wrong.problems?.[0]?.textZh).not.toBe('');
    expect(await desk.packs()).toHaveLength(before);
  });

  it('larger than a pack can be are refused unread', async () => {
    const answer = await desk.send(desk.clerk, UPLOAD, {
      input: { countyCode: desk.countyCode, text: ' '.repeat(500_001) },
    });
    expect(codeOf(answer)).toBe('INPUT_INVALID');
  });

  it('come back as a file that the published schema describes, and are known again', async () => {
    const { id } = await desk.inForce();
    const again = await desk.upload(JSON.stringify(await desk.download(id)));
    expect(again).toMatchObject({ isKnown: true, pack: { id } });
    const schema = await desk.file(desk.clerk, '/export/pack/schema');
    const published = path.join(process.cwd(), 'libs/claim-engine/pack.schema.json');
    expect(JSON.parse(schema.bytes.toString('utf8'))).toEqual(
      JSON.parse(fs.readFileSync(published, 'utf8')),
    );
  });

  it('are no business of the operator to change', async () => {
    const officer = await desk.signIn('CLAIMS_OFFICER');
    expect(codeOf(await desk.send(officer, UPLOAD, { input: { text: '{}' } }))).toBe('FORBIDDEN');
    expect((await desk.packs(officer)).length).toBeGreaterThan(4);
  });
});

describe('a further version', () => {
  it('is published, compared in words, and in force only after a second person has confirmed it', async () => {
    const old = await desk.inForce();
    const next = await desk.withFullRate(40_000, '2');
    expect(next).toMatchObject({ standing: 'PUBLISHED', code: old.code, version: 2 });
    expect((await desk.inForce()).id).toBe(old.id);
    const compared = await desk.send<{
      packComparison: {
        parts: readonly { removedZh: string[]; addedZh: string[] }[];
        paths: string[];
      };
    }>(
      desk.clerk,
      `query ($oldPackId: ID!, $packId: ID!) { packComparison(oldPackId: $oldPackId, packId: $packId) {
         old { version } now { version } parts { kind part removedZh addedZh addedEn } paths } }`,
      { oldPackId: old.id, packId: next.id },
    );
    const [part] = compared.data.packComparison.parts;
    expect(part?.removedZh.join()).toContain('300.00元');
    expect(part?.addedZh.join()).toContain('400.00元');
    expect(compared.data.packComparison.paths.join()).toContain('30000 → 40000');

    const proposed = await desk.propose(desk.clerk, 'Activation', {
      packId: next.id,
      fromMonth: '2025-05',
      reason: '县里提高标准',
    });
    const id = idOf(proposed);
    const colleague = await desk.signIn('BUREAU_REVIEWER');
    expect(codeOf(await desk.settle(colleague, 'confirm', id))).toBe('FORBIDDEN');
    expect(codeOf(await desk.settle(colleague, 'reject', id))).toBe('FORBIDDEN');
    expect(codeOf(await desk.settle(desk.leader, 'withdraw', id))).toBe('PROPOSAL_NOT_YOURS');
    expect(
      codeOf(
        await desk.propose(desk.leader, 'Activation', {
          packId: next.id,
          fromMonth: '2025-07',
          reason: '另一提议',
        }),
      ),
    ).toBe('PROPOSAL_OPEN');
    expect((await desk.inForce()).id).toBe(old.id);
    const confirmed = await desk.settle(desk.leader, 'confirm', id);
    expect(confirmed.data['confirmProposal']).toMatchObject({ status: 'CONFIRMED', isOwn: false });
    const all = await desk.packs();
    expect(all.find((pack) => pack.id === next.id)).toMatchObject({
      standing: 'IN_FORCE',
      fromOn: '2025-05-01',
    });
    expect(all.find((pack) => pack.id === old.id)).toMatchObject({
      standing: 'SUPERSEDED',
      untilOn: '2025-05-01',
    });
    expect(codeOf(await desk.settle(desk.leader, 'reject', id))).toBe('PROPOSAL_SETTLED');
  });

  it('that a leader proposes waits for another leader', async () => {
    const next = await desk.withFullRate(40_500, '2b');
    const proposed = await desk.propose(desk.leader, 'Activation', {
      packId: next.id,
      fromMonth: '2025-08',
      reason: '县里再提高标准',
    });
    const id = idOf(proposed);
    expect(codeOf(await desk.settle(desk.leader, 'confirm', id))).toBe('PROPOSAL_TWO_PEOPLE');
    const { data } = await desk.settle(desk.leader, 'withdraw', id);
    expect(data['withdrawProposal']).toMatchObject({ status: 'WITHDRAWN' });
  });

  it('that two people settle at the same moment is settled once', async () => {
    const next = await desk.withFullRate(41_000, '3');
    const id = idOf(
      await desk.propose(desk.clerk, 'Activation', {
        packId: next.id,
        fromMonth: '2025-09',
        reason: '下半年',
      }),
    );
    const second = await desk.signIn('BUREAU_LEADER');
    const answers = await Promise.all([
      desk.settle(desk.leader, 'confirm', id),
      desk.settle(second, 'reject', id),
      desk.settle(desk.clerk, 'withdraw', id),
    ]);
    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
    expect(
      answers
        .flatMap((answer) => codeOf(answer) ?? [])
        .filter((code) => code !== 'PROPOSAL_SETTLED'),
    ).toEqual([]);
  });

  it('does not touch decided months: the next claim carries the difference', async () => {
    // January to April were decided under the first version; the second pays 400 in claims from May on.
    expect(april.decidedFen).toBe(120_000);
    const may = await world.draft('2025-05');
    expect((await world.payable(may.id)).sort()).toEqual([
      '周一 2025-01 CATCH_UP 10000',
      '周一 2025-02 CATCH_UP 10000',
      '周一 2025-03 CATCH_UP 10000',
      '周一 2025-04 CATCH_UP 10000',
      '周一 2025-05 NORMAL 40000',
    ]);
    const now = await world.claims.detail(await world.as('leader'), april.id);
    expect(now.decidedFen).toBe(120_000);
  });

  it('cannot be confirmed by its author behind the product’s back either', async () => {
    const next = await desk.withFullRate(42_000, '4');
    const id = idOf(
      await desk.propose(desk.clerk, 'Activation', {
        packId: next.id,
        fromMonth: '2025-10',
        reason: '试',
      }),
    );
    await expect(
      api.database.run(
        `UPDATE policy_proposal SET status = 'CONFIRMED', open_key = NULL, settled_by = proposed_by,
           settled_by_name = 'x', settled_at = NOW() WHERE id = '${id}'`,
      ),
    ).rejects.toThrow(/ck_policy_proposal_two_people/);
    expect((await desk.settle(desk.clerk, 'withdraw', id)).data['withdrawProposal']).toMatchObject({
      status: 'WITHDRAWN',
    });
    await expect(
      api.database.run(`UPDATE policy_proposal SET settled_reason = 'other' WHERE id = '${id}'`),
    ).rejects.toThrow(/stays as it is/);
  });
});
