import type { INestApplicationContext } from '@nestjs/common';
import {
  AbsenceService,
  BedService,
  CorrectionService,
  ExitService,
  MoveService,
  stayFacts,
  StayService,
  type StayFact,
} from '@yibu/bed';
import { UnitOfWork } from '@yibu/platform';

import { startServices, type TestApp } from './app.js';
import { BedWorld, day, OVERRIDES } from './bed-world.js';
import { World } from './world.js';

interface StayRow {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly bedId: string;
  readonly endKind: string | null;
}

/** The desk where people come and go: the services of stays on a real database, and a new house for each test. */
export class StayDesk {
  test: TestApp<INestApplicationContext>;
  house: BedWorld;

  get stays(): StayService {
    return this.test.app.get(StayService);
  }
  get moves(): MoveService {
    return this.test.app.get(MoveService);
  }
  get exits(): ExitService {
    return this.test.app.get(ExitService);
  }
  get corrections(): CorrectionService {
    return this.test.app.get(CorrectionService);
  }
  get absences(): AbsenceService {
    return this.test.app.get(AbsenceService);
  }
  get beds(): BedService {
    return this.test.app.get(BedService);
  }

  async stay(id: string): Promise<StayRow> {
    const [row] = await this.test.database.query<StayRow>(
      `SELECT id, status, version, from_on AS fromOn, until_on AS untilOn, bed_id AS bedId,
         end_kind AS endKind FROM stay WHERE id = ?`,
      [id],
    );
    if (!row) {
      throw new Error('no such stay');
    }
    return row;
  }

  /** What a form that has just been opened sends. */
  async at(id: string): Promise<{ stayId: string; version: number }> {
    return { stayId: id, version: (await this.stay(id)).version };
  }

  async admit(bed = 0, options: { on?: string; residentId?: string } = {}): Promise<string> {
    return await this.stays.admit(await this.house.manager(), {
      centerId: this.house.centerId,
      residentId: options.residentId ?? (await this.house.resident()),
      bedId: this.house.bed(bed),
      on: day(options.on ?? '2026-06-10'),
      overrides: OVERRIDES,
    });
  }

  async diedOn(stayId: string): Promise<string | null> {
    const [row] = await this.test.database.query<{ diedOn: string | null }>(
      'SELECT p.died_on AS diedOn FROM resident p JOIN stay s ON s.resident_id = p.id WHERE s.id = ?',
      [stayId],
    );
    return row?.diedOn ?? null;
  }

  async facts(): Promise<StayFact[]> {
    const db = this.test.app.get(UnitOfWork).read(await this.house.manager());
    return await stayFacts(db, this.house.centerId);
  }
}

export function useStayDesk(): StayDesk {
  const desk = new StayDesk();
  beforeAll(async () => {
    desk.test = await startServices();
  });
  afterAll(async () => {
    await desk.test.close();
  });
  beforeEach(async () => {
    desk.test.clock.setDay('2026-06-15');
    desk.house = await BedWorld.create(desk.test, await World.create(desk.test));
  });
  return desk;
}
