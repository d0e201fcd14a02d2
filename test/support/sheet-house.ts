import type { INestApplicationContext } from '@nestjs/common';
import { AbsenceEntity, StayEntity } from '@yibu/bed';
import { ServiceRecordEntity } from '@yibu/care';
import { fen } from '@yibu/kernel';
import { MealCheckinEntity, type MealKind } from '@yibu/meal';
import { newId } from '@yibu/platform';
import {
  ResidentCategoryEntity,
  ResidentEntity,
  ServiceAgreementEntity,
  type CategoryCode,
} from '@yibu/resident';

import type { TestApp } from './app.js';
import type { BedWorld } from './bed-world.js';
import type { Person } from './sheet-lives.js';

const createdAt = new Date();

/** Writes made-up lives into the tables of a house, behind the services whose rules are another suite's matter. */
export async function settlePeople(
  test: TestApp<INestApplicationContext>,
  house: BedWorld,
  people: readonly Person[],
): Promise<void> {
  for (const person of people) {
    await settle(test, house, person);
  }
}

async function settle(
  test: TestApp<INestApplicationContext>,
  house: BedWorld,
  person: Person,
): Promise<void> {
  const { manager } = test.dataSource;
  const { centerId } = house;
  const mine = { centerId, residentId: person.id, createdAt };
  const { id, name, sex, bornOn } = person;
  const papers = { pinyin: 'x', initials: 'x', idType: 'NONE', noIdReason: '测试' } as const;
  await manager.insert(ResidentEntity, {
    ...{ id, centerId, name, sex, bornOn, createdAt, updatedAt: createdAt },
    ...papers,
  });
  for (const { from, until, bed, ...stay } of person.stays) {
    const days = { fromOn: from, untilOn: until };
    const bedId = house.bed(bed);
    await manager.insert(StayEntity, { ...mine, ...stay, ...days, bedId, source: 'IMPORTED' });
  }
  for (const { from, until, spellId, kind, isCancelled } of person.absences) {
    const days = { fromOn: from, untilOn: until, cancelledAt: isCancelled ? createdAt : null };
    await manager.insert(AbsenceEntity, { ...mine, ...days, id: newId(), stayId: spellId, kind });
  }
  for (const { from, until, code, isVoided } of person.categories) {
    const days = { fromOn: from, untilOn: until, voidedAt: isVoided ? createdAt : null };
    const category = { id: newId(), code: code as CategoryCode };
    await manager.insert(ResidentCategoryEntity, { ...mine, ...days, ...category });
  }
  for (const { from, until } of person.agreements) {
    const number = newId().slice(-12);
    const signed = { signedOn: from, fromOn: from, untilOn: until, signer: name };
    const agreement = { id: newId(), number, relation: 'SELF', clauses: {} } as const;
    await manager.insert(ServiceAgreementEntity, { ...mine, ...signed, ...agreement });
  }
  await levels(test, centerId, person);
  await deeds(test, mine, person);
}

async function levels(
  test: TestApp<INestApplicationContext>,
  centerId: string,
  { id, levels: of }: Person,
): Promise<void> {
  for (const { from, until, kind, level } of of) {
    const assessment = newId();
    await test.dataSource.query(
      `INSERT INTO assessment_record (id, center_id, resident_id, number, origin, scale, kind, status, assessed_on,
         answers, background, proposed_level, created_by, created_at, updated_at)
       VALUES (?, ?, ?, ?, 'EXTERNAL', 'GBT42195', ?, 'ACCEPTED', ?, '{}', '{}', ?, ?, NOW(3), NOW(3))`,
      [assessment, centerId, id, assessment.slice(-18), kind, from, level, id],
    );
    await test.dataSource.query(
      `INSERT INTO level_period (id, center_id, resident_id, assessment_id, scale, kind, level, from_on, until_on,
         created_by, created_name, created_at) VALUES (?, ?, ?, ?, 'GBT42195', ?, ?, ?, ?, ?, 'x', NOW(3))`,
      [newId(), centerId, id, assessment, kind, level, from, until, id],
    );
  }
}

async function deeds(
  test: TestApp<INestApplicationContext>,
  mine: { readonly centerId: string; readonly residentId: string; readonly createdAt: Date },
  { id: createdBy, services, meals }: Person,
): Promise<void> {
  const { manager } = test.dataSource;
  await manager.insert(
    ServiceRecordEntity,
    services.map(({ on, type, isVoided }) => ({
      ...mine,
      ...{ id: newId(), opId: newId(), createdBy, type: type as 'VISIT', onDate: on },
      ...{ minutes: 30, valueFen: fen(100) },
      ...(isVoided ? { voidedAt: createdAt, voidReason: '录错' } : {}),
    })),
  );
  await manager.insert(
    MealCheckinEntity,
    meals.map(({ on, meal, count }) => ({
      ...mine,
      ...{ id: newId(), createdBy, onDate: on, meal: meal as MealKind, count },
    })),
  );
}
