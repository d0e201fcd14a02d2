import type { INestApplicationContext } from '@nestjs/common';
import { HouseService, KindService, type BedKind } from '@yibu/bed';
import { localDate } from '@yibu/kernel';
import { newId, type Scope } from '@yibu/platform';
import {
  ConsentEntity,
  ResidentContactEntity,
  ResidentEntity,
  ServiceAgreementEntity,
} from '@yibu/resident';
import type { DataSource } from 'typeorm';

import type { World } from './world.js';

const FIRST_DAY = localDate('2024-01-01');
export const day = localDate;

/** Reasons for what a test's person has not got: an assessment on paper only. */
export const OVERRIDES = [{ code: 'ASSESSMENT' as const, reason: '急诊安置，评估随后补做' }];

/** A house of one floor in the world's center, and people to live in it. */
export class BedWorld {
  private constructor(
    private readonly test: {
      readonly app: INestApplicationContext;
      readonly dataSource: DataSource;
    },
    readonly world: World,
    readonly centerId: string,
    readonly beds: readonly string[],
    private readonly managerId: string,
  ) {}

  static async create(
    test: { readonly app: INestApplicationContext; readonly dataSource: DataSource },
    world: World,
    beds = 4,
  ): Promise<BedWorld> {
    const manager = await world.user('CENTER_MANAGER');
    const scope = await world.scopeOf(manager.id);
    const buildingId = await test.app.get(HouseService).layOut(scope, {
      centerId: world.centerId,
      buildingName: '一号楼',
      floorFrom: 3,
      floorCount: 1,
      floorPattern: '{f}层',
      roomsPerFloor: Math.ceil(beds / 2),
      roomStart: 1,
      roomPattern: '{f}{nn}',
      bedsPerRoom: 2,
      bedPattern: '{n}',
      sexPolicy: 'ANY',
      openedOn: FIRST_DAY,
    });
    const rows = await test.dataSource.query<{ id: string }[]>(
      `SELECT bed.id FROM bed JOIN room ON room.id = bed.room_id JOIN floor ON floor.id = room.floor_id
       WHERE floor.building_id = ? ORDER BY room.sort, bed.sort`,
      [buildingId],
    );
    const ids = rows.map(({ id }) => id);
    return new BedWorld(test, world, world.centerId, ids, manager.id);
  }

  /** One per simulated request. */
  async manager(): Promise<Scope> {
    return await this.world.scopeOf(this.managerId);
  }

  /** From that day on the bed is of the kind. */
  async say(index: number, kind: BedKind, from: string): Promise<number> {
    return await this.test.app.get(KindService).set(await this.manager(), {
      ...{ bedIds: [this.bed(index)], kind, fromOn: day(from), reason: '验收单' },
    });
  }

  bed(index: number): string {
    const id = this.beds[index];
    if (id === undefined) {
      throw new Error(`this house has ${this.beds.length} beds`);
    }
    return id;
  }

  /** Somebody with consent, agreement and a daughter to call. */
  async resident(name = '王秀英', sex: 'M' | 'F' = 'F'): Promise<string> {
    const id = newId();
    const { manager } = this.test.dataSource;
    const of = { centerId: this.centerId, residentId: id, createdAt: new Date() };
    await manager.insert(ResidentEntity, {
      id,
      centerId: this.centerId,
      name,
      pinyin: 'x',
      initials: 'x',
      sex,
      bornOn: localDate('1940-05-06'),
      idType: 'NONE',
      noIdReason: '测试用虚构人员',
      createdAt: new Date(),
      updatedAt: new Date(),
    });
    await manager.insert(ConsentEntity, {
      ...of,
      id: newId(),
      purpose: 'HEALTH_DATA',
      basis: 'CONSENT',
      textVersion: '1',
      isGiven: true,
      signer: name,
      relation: 'SELF',
      signedOn: FIRST_DAY,
    });
    await manager.insert(ServiceAgreementEntity, {
      ...of,
      id: newId(),
      number: id.slice(-10),
      signedOn: FIRST_DAY,
      fromOn: FIRST_DAY,
      signer: name,
      relation: 'SELF',
      clauses: {},
    });
    await manager.insert(ResidentContactEntity, {
      ...of,
      id: newId(),
      name: '李梅',
      relation: 'DAUGHTER',
      isEmergency: true,
      isSigner: true,
      isPayer: true,
      isGuardian: false,
    });
    return id;
  }
}
