import type { INestApplicationContext } from '@nestjs/common';
import { EvidenceService } from '@yibu/claim';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';

jest.setTimeout(120_000);

let test: TestApp<INestApplicationContext>;
let first: ClaimWorld;
let second: ClaimWorld;
let twinId: string;

beforeAll(async () => {
  test = await startServices();
});
beforeEach(async () => {
  test.clock.setDay('2025-05-03');
  first = await ClaimWorld.create(test);
  await first.nothingOnPaper('2025-01');
  await first.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await first.submitted('2025-04');
  second = await ClaimWorld.create(test, { countyCode: first.world.countyCode });
  await second.nothingOnPaper('2025-01');
  twinId = (await second.resident({ from: '2025-01-10', level: 4, name: '周一' })).residentId;
});
afterAll(async () => {
  await test.close();
});

/** The number that both files have turns out to be the same. */
async function recognize(): Promise<void> {
  const index = Buffer.alloc(32, 7);
  await test.dataSource.query(
    `UPDATE resident SET id_type = 'CITIZEN', id_number_index = ?, id_number_cipher = ? WHERE id = ? OR center_id = ?`,
    [index, index, twinId, first.world.centerId],
  );
}

const findingsOf = async (claimId: string): Promise<{ code: string; params: string }[]> =>
  await test.dataSource.query<{ code: string; params: string }[]>(
    `SELECT code, params FROM claim_check WHERE claim_id = ? AND code LIKE 'N%' ORDER BY code, seq`,
    [claimId],
  );

describe('a person who is claimed in two centers of a county', () => {
  it('blocks the second claim without telling where the first one is', async () => {
    await recognize();
    const findings = await findingsOf((await second.draft('2025-04')).id);
    expect(findings.map(({ code }) => code)).toEqual(['N01', 'N01', 'N01', 'N01', 'N03']);
    expect(JSON.stringify(findings)).not.toContain(first.world.centerId);
  });

  it('is only pointed out when the other center claims something else for the month', async () => {
    await recognize();
    await test.dataSource.query(
      `UPDATE ledger_entry SET program = 'meal-subsidy' WHERE center_id = ?`,
      [first.world.centerId],
    );
    const draft = await second.draft('2025-04');
    const findings = await findingsOf(draft.id);
    expect(findings.map(({ code }) => code)).toEqual(['N03', 'N04', 'N04', 'N04', 'N04']);
    expect(draft.blockCount).toBe(0);
    expect(JSON.parse(findings[4]?.params ?? '')).toMatchObject({
      month: '2025-04',
      program: 'meal-subsidy',
      days: 30,
    });
  });

  it('is seen in full by the bureau, with both centers', async () => {
    const { id } = await second.submitted('2025-04');
    await recognize();
    const april = (await second.lines(id)).find(({ month }) => month === '2025-04')?.id ?? '';
    const evidence = test.app.get(EvidenceService);
    const [center] = await test.dataSource.query<{ name: string }[]>(
      'SELECT name FROM center WHERE id = ?',
      [first.world.centerId],
    );
    expect(await evidence.elsewhere(await first.as('reviewer'), april)).toMatchObject({
      claims: [{ centerName: center?.name, unit: 'person-month', amountFen: 30_000, days: 30 }],
      stays: [{ centerName: center?.name, from: '2025-01-10', until: null }],
    });
  });
});
