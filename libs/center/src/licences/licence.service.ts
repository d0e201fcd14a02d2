import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  idempotent,
  newId,
  UnitOfWork,
  type Scope,
} from '@yibu/platform';

import { CenterLicenceEntity } from './licence.entity.js';
import type {
  AddCenterLicenceInput,
  CenterLicence,
  CenterLicenceFieldsInput,
  CorrectCenterLicenceInput,
  RemoveCenterLicenceInput,
} from './licence.graphql.js';
import { findLicence } from './licence.queries.js';
import { assertLicence } from './licence.rules.js';

const FIELDS = ['kind', 'number', 'issuer', 'passed', 'remark', 'validFrom', 'validUntil'] as const;

/** The dated papers of a house: a renewed one is added, a mistyped one corrected or removed with a reason. */
@Injectable()
export class LicenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(scope: Scope, input: AddCenterLicenceInput): Promise<CenterLicence> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { centerId, idempotencyKey: key, ...rest } = input;
      tx.requireCenter(centerId);
      const fields = fieldsOf(input);
      const request = { key, operation: 'addCenterLicence', input: { centerId, ...rest } };
      const id = await idempotent(tx, request, async () => {
        const licenceId = newId();
        const createdAt = this.clock.now();
        await tx.insert(CenterLicenceEntity, { id: licenceId, centerId, ...fields, createdAt });
        tx.audit({
          entity: 'centerLicence',
          entityId: licenceId,
          centerId,
          action: 'create',
          changes: changesOf(fields),
        });
        return licenceId;
      });
      return await findLicence(tx, this.clock.today(), id);
    });
  }

  async correct(scope: Scope, input: CorrectCenterLicenceInput): Promise<CenterLicence> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findLicence(tx, this.clock.today(), input.id);
      const after = fieldsOf(input);
      await tx.update(CenterLicenceEntity, input, after);
      tx.audit({
        entity: 'centerLicence',
        entityId: input.id,
        centerId: before.centerId,
        action: 'correct',
        changes: changesBetween(before, after, FIELDS),
        reason: input.reason,
      });
      return await findLicence(tx, this.clock.today(), input.id);
    });
  }

  /** Entered by mistake. It stays in the table and the history, and counts nowhere. */
  async remove(scope: Scope, input: RemoveCenterLicenceInput): Promise<boolean> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findLicence(tx, this.clock.today(), input.id);
      await tx.update(CenterLicenceEntity, input, { removedAt: this.clock.now() });
      tx.audit({
        entity: 'centerLicence',
        entityId: input.id,
        centerId: before.centerId,
        action: 'remove',
        changes: [{ field: 'kind', from: before.kind, to: null }],
        reason: input.reason,
      });
      return true;
    });
  }
}

function textOf(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function fieldsOf(input: CenterLicenceFieldsInput): Pick<CenterLicence, (typeof FIELDS)[number]> {
  const fields = {
    kind: input.kind,
    number: textOf(input.number),
    issuer: textOf(input.issuer),
    passed: input.passed,
    remark: textOf(input.remark),
    validFrom: input.validFrom,
    validUntil: input.validUntil ?? null,
  };
  assertLicence(fields);
  return fields;
}
