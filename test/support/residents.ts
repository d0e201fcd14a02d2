import type { INestApplicationContext } from '@nestjs/common';
import { localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';
import { ResidentEntity } from '@yibu/resident';
import type { DataSource } from 'typeorm';

import type { World } from './world.js';

/** A resident of the world's center, put there directly: for suites whose subject is something else. */
export async function insertResident(
  test: { readonly app: INestApplicationContext; readonly dataSource: DataSource },
  world: World,
  overrides: { readonly name?: string; readonly diedOn?: string; readonly centerId?: string } = {},
): Promise<string> {
  const id = newId();
  await test.dataSource.manager.insert(ResidentEntity, {
    id,
    centerId: overrides.centerId ?? world.centerId,
    name: overrides.name ?? `周${id.slice(-4)}`,
    pinyin: `zhou${id.slice(-4).toLowerCase()}`,
    initials: 'z',
    sex: 'F',
    bornOn: localDate('1940-05-06'),
    diedOn: overrides.diedOn === undefined ? null : localDate(overrides.diedOn),
    idType: 'NONE',
    noIdReason: '测试',
    updatedAt: new Date(),
    createdAt: new Date(),
  });
  return id;
}
