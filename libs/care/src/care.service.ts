import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import {
  changesOf,
  CLOCK,
  isDuplicate,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { ServiceRecordEntity } from './care.entities.js';
import type { RecordServicesInput } from './care.graphql.js';
import { assertService } from './care.rules.js';

@Injectable()
export class CareService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many were new: a phone that sends the same records again changes nothing. */
  async record(scope: Scope, input: RecordServicesInput): Promise<number> {
    assertService(input, this.clock.today());
    try {
      return await this.recordOnce(scope, input);
    } catch (error) {
      // The same records arrived twice at once and the other call was first: now they are known.
      if (isDuplicate(error)) {
        return await this.recordOnce(scope, input);
      }
      throw error;
    }
  }

  private async recordOnce(scope: Scope, input: RecordServicesInput): Promise<number> {
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      await assertPeople(tx, input);
      const residentIds = [...new Set(input.residentIds)];
      const known = await tx.rows<{ opId: string }>(
        'SELECT op_id AS opId FROM service_record WHERE center_id = ? AND op_id IN (?) FOR UPDATE',
        [input.centerId, residentIds.map((id) => opId(input, id))],
      );
      const done = new Set(known.map((row) => row.opId));
      const records = residentIds
        .filter((residentId) => !done.has(opId(input, residentId)))
        .map((residentId) => this.newRecord(scope, input, residentId));
      await tx.insert(ServiceRecordEntity, records);
      for (const record of records) {
        tx.audit({
          entity: 'service',
          entityId: record.id,
          centerId: input.centerId,
          action: 'record',
          changes: changesOf({
            resident: record.residentId,
            type: record.type,
            onDate: record.onDate,
            minutes: record.minutes,
            valueFen: record.valueFen,
          }),
        });
      }
      return records.length;
    });
  }

  async void(scope: Scope, id: string, reason: string): Promise<boolean> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const row = await tx.row<{ centerId: string; voidedAt: Date | null }>(
        `SELECT center_id AS centerId, voided_at AS voidedAt FROM service_record
         WHERE id = ? AND center_id IN (?) FOR UPDATE`,
        [id, tx.centers],
      );
      if (!row) {
        throw new AppError('NOT_FOUND', `No service record ${id}`, { entity: 'service', id });
      }
      if (row.voidedAt !== null) {
        return false;
      }
      await tx.execute(
        'UPDATE service_record SET voided_at = ?, void_reason = ? WHERE id = ? AND center_id IN (?)',
        [this.clock.now(), reason, id, tx.centers],
      );
      tx.audit({ entity: 'service', entityId: id, centerId: row.centerId, action: 'void', reason });
      return true;
    });
  }

  private newRecord(
    scope: Scope,
    input: RecordServicesInput,
    residentId: string,
  ): Omit<ServiceRecordEntity, 'voidedAt' | 'voidReason'> {
    return {
      id: newId(),
      centerId: input.centerId,
      residentId,
      staffId: input.staffId ?? null,
      type: input.type,
      onDate: input.onDate,
      minutes: input.minutes,
      valueFen: input.valueFen,
      note: input.note?.trim() ?? null,
      opId: opId(input, residentId),
      createdBy: scope.userId,
      createdAt: this.clock.now(),
    };
  }
}

const opId = (input: RecordServicesInput, residentId: string): string =>
  `${input.opId}:${residentId}`;

async function assertPeople(tx: Tx, input: RecordServicesInput): Promise<void> {
  const ids = [...new Set(input.residentIds)];
  const found = await tx.rows<{ id: string; name: string; diedOn: string | null }>(
    'SELECT id, name, died_on AS diedOn FROM resident WHERE id IN (?) AND center_id = ? AND center_id IN (?)',
    [ids, input.centerId, tx.centers],
  );
  if (found.length !== ids.length) {
    throw new AppError('NOT_FOUND', 'A resident is not in the center', {
      entity: 'resident',
      id: '',
    });
  }
  const dead = found.find(({ diedOn }) => diedOn !== null && input.onDate >= diedOn);
  if (dead) {
    throw new AppError('SERVICE_AFTER_DEATH', `Resident ${dead.id} died before ${input.onDate}`, {
      name: dead.name,
      diedOn: dead.diedOn,
    });
  }
  if (input.staffId) {
    const staff = await tx.row<{ fromOn: string; untilOn: string | null; name: string }>(
      `SELECT name, from_on AS fromOn, until_on AS untilOn FROM staff_member
       WHERE id = ? AND center_id = ? AND center_id IN (?)`,
      [input.staffId, input.centerId, tx.centers],
    );
    if (!staff) {
      throw new AppError('NOT_FOUND', 'The staff member is not in the center', {
        entity: 'staff',
        id: input.staffId,
      });
    }
    const isEmployed =
      staff.fromOn <= input.onDate && (staff.untilOn === null || input.onDate < staff.untilOn);
    if (!isEmployed) {
      throw new AppError('STAFF_NOT_EMPLOYED', `Staff ${input.staffId} on ${input.onDate}`, {
        name: staff.name,
        onDate: input.onDate,
      });
    }
  }
}
