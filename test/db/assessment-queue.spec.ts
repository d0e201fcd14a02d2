import { newId } from '@yibu/platform';
import {
  AssessmentQueueService,
  type AssessmentEntity,
  type ExternalResult,
  type QueueTab,
} from '@yibu/resident';
import { addDays, localDate } from '@yibu/kernel';

import { LevelDesk } from '../support/level-desk.js';
import { BedWorld } from '../support/bed-world.js';
import { World } from '../support/world.js';

let desk: LevelDesk;
let house: BedWorld;
let bed = 0;

beforeAll(async () => {
  desk = await LevelDesk.open();
  house = await BedWorld.create(desk.services, desk.world, 20);
});
afterAll(async () => {
  await desk.services.close();
});

/** Lives here since the first of May, put there directly: admission is another suite's subject. */
async function livesHere(name: string): Promise<string> {
  const residentId = await house.resident(name);
  const id = newId();
  await desk.services.database.run(
    `INSERT INTO stay (id, center_id, resident_id, bed_id, spell_id, status, from_on, source, created_at)
     VALUES (?, ?, ?, ?, ?, 'ACTIVE', '2026-05-01', 'ENTERED', '2026-05-01')`,
    [id, desk.world.centerId, residentId, house.bed(bed++), id],
  );
  return residentId;
}

async function levelUntil(
  residentId: string,
  until: string,
  more: Partial<ExternalResult> = {},
): Promise<AssessmentEntity> {
  const record = await desk.entered(residentId, more);
  await desk.accepted(record, '2025-06-01', until);
  return record;
}

async function names(tab: QueueTab, search?: string): Promise<string[]> {
  const { items } = await desk.services.app
    .get(AssessmentQueueService)
    .page(await desk.as(desk.nurse), {
      centerId: desk.world.centerId,
      tab,
      search,
      page: 1,
      pageSize: 50,
    });
  return items.map((item) => item.residentName);
}

const inDays = (days: number): string => addDays(localDate('2026-06-15'), days);

describe('the list of assessments', () => {
  it('tells who falls due within 60 days, soonest first, and who is overdue since today', async () => {
    await levelUntil(await livesHere('甲六十'), inDays(60));
    await levelUntil(await livesHere('乙一'), inDays(1));
    await levelUntil(await livesHere('丙六一'), inDays(61));
    await levelUntil(await livesHere('丁零'), inDays(0));
    await levelUntil(await livesHere('戊过'), inDays(-30));
    expect(await names('DUE')).toEqual(['乙一', '甲六十']);
    expect(await names('OVERDUE')).toEqual(['戊过', '丁零']);
  });

  it('forgets those whose level was renewed, also by the successor of the old scale', async () => {
    const renewed = await livesHere('己续');
    await levelUntil(renewed, inDays(3), { scale: 'MZT039', level: 2 });
    await levelUntil(renewed, inDays(300));
    expect([...(await names('DUE')), ...(await names('OVERDUE'))]).not.toContain('己续');
  });

  it('keeps asking for a scale that no other renews', async () => {
    const both = await livesHere('庚护');
    await levelUntil(both, inDays(5), { scale: 'LTC', level: 3 });
    await levelUntil(both, inDays(300));
    expect(await names('DUE')).toContain('庚护');
  });

  it('names those who live here and were never assessed, not those who left or never came', async () => {
    await livesHere('辛新');
    await house.resident('壬未住');
    expect(await names('NEVER')).toEqual(['辛新']);
  });

  it('shows what is open and what waits for a decision, and finds people by name', async () => {
    const open = await livesHere('癸开');
    await desk.filled(open);
    await desk.signed(await livesHere('子签'));
    expect(await names('OPEN')).toContain('癸开');
    expect(await names('PENDING')).toEqual(['子签']);
    expect(await names('PENDING', '丑')).toEqual([]);
  });

  it('counts each tab as long as it is', async () => {
    const scope = await desk.as(desk.nurse);
    const counts = await desk.services.app
      .get(AssessmentQueueService)
      .counts(scope, desk.world.centerId);
    const tabs = ['DUE', 'OVERDUE', 'NEVER', 'OPEN', 'PENDING'] as const;
    for (const tab of tabs) {
      expect(counts[tab]).toBe((await names(tab)).length);
    }
  });

  it('of another operator’s center is empty', async () => {
    const stranger = await World.create(desk.services);
    const counts = await desk.services.app
      .get(AssessmentQueueService)
      .counts(await stranger.as('CENTER_MANAGER'), desk.world.centerId);
    expect(counts).toEqual({ DUE: 0, OVERDUE: 0, NEVER: 0, OPEN: 0, PENDING: 0 });
  });
});
