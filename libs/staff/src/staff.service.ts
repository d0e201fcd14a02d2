import { Inject, Injectable } from '@nestjs/common';
import { InputError, readIdNumber, type Clock } from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  FieldCrypto,
  idempotent,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';
import { pinyin } from 'pinyin-pro';

import { StaffCertificateEntity, StaffMemberEntity } from './staff.entities.js';
import type {
  AddCertificateInput,
  CertificateFieldsInput,
  CertificateReasonInput,
  CorrectCertificateInput,
  CreateStaffMemberInput,
  StaffCertificate,
  StaffMember,
  StaffMemberFieldsInput,
  UpdateStaffMemberInput,
} from './staff.graphql.js';
import { findCertificate, findStaff } from './staff.queries.js';
import { assertCertificateDates, assertEmployment } from './staff.rules.js';

const MEMBER_FIELDS = ['name', 'sex', 'bornOn', 'phone', 'post', 'fromOn', 'untilOn'] as const;
const CERTIFICATE_FIELDS = [
  'type',
  'number',
  'level',
  'issuer',
  'issuedOn',
  'validityKind',
  'validUntil',
] as const;

@Injectable()
export class StaffService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: FieldCrypto,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(scope: Scope, input: CreateStaffMemberInput): Promise<StaffMember> {
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      const { idempotencyKey: key, ...rest } = input;
      const id = await idempotent(
        tx,
        { key, operation: 'createStaffMember', input: rest },
        async () => {
          const fields = memberFields(input);
          const staffId = newId();
          const sealed = await this.sealIdNumber(
            tx,
            { id: staffId, centerId: input.centerId },
            input,
          );
          await tx.insert(StaffMemberEntity, {
            id: staffId,
            centerId: input.centerId,
            ...fields,
            ...sealed,
            createdAt: this.clock.now(),
          });
          tx.audit({
            entity: 'staff',
            entityId: staffId,
            centerId: input.centerId,
            action: 'create',
            changes: changesOf(fields),
          });
          return staffId;
        },
      );
      return await findStaff(tx, this.clock.today(), id);
    });
  }

  async update(scope: Scope, input: UpdateStaffMemberInput): Promise<StaffMember> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findStaff(tx, this.clock.today(), input.id);
      const after = memberFields(input);
      const sealed = await this.sealIdNumber(tx, before, input);
      await tx.update(StaffMemberEntity, input, { ...after, ...sealed });
      tx.audit({
        entity: 'staff',
        entityId: input.id,
        centerId: before.centerId,
        action: 'update',
        changes: [
          ...changesBetween(before, after, MEMBER_FIELDS),
          ...(sealed.idLast4 === undefined
            ? []
            : [
                {
                  field: 'idNumber',
                  from: before.idNumberMasked,
                  to: `**************${sealed.idLast4}`,
                },
              ]),
        ],
        reason: input.reason,
      });
      return await findStaff(tx, this.clock.today(), input.id);
    });
  }

  async addCertificate(scope: Scope, input: AddCertificateInput): Promise<StaffCertificate> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const member = await findStaff(tx, this.clock.today(), input.staffId);
      const id = newId();
      const fields = this.certificateFields(input);
      await tx.insert(StaffCertificateEntity, {
        id,
        centerId: member.centerId,
        staffId: member.id,
        ...fields,
      });
      tx.audit({
        entity: 'certificate',
        entityId: id,
        centerId: member.centerId,
        action: 'create',
        changes: changesOf({ staff: member.name, ...fields }),
      });
      return await findCertificate(tx, this.clock.today(), id);
    });
  }

  /** A corrected certificate is no longer verified: somebody looks at the paper again. */
  async correctCertificate(
    scope: Scope,
    input: CorrectCertificateInput,
  ): Promise<StaffCertificate> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findCertificate(tx, this.clock.today(), input.id);
      const after = this.certificateFields(input);
      await tx.update(StaffCertificateEntity, input, {
        ...after,
        verifiedBy: null,
        verifiedAt: null,
      });
      tx.audit({
        entity: 'certificate',
        entityId: input.id,
        centerId: before.centerId,
        action: 'correct',
        changes: changesBetween(before, after, CERTIFICATE_FIELDS),
        reason: input.reason,
      });
      return await findCertificate(tx, this.clock.today(), input.id);
    });
  }

  async removeCertificate(scope: Scope, input: CertificateReasonInput): Promise<boolean> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findCertificate(tx, this.clock.today(), input.id);
      await tx.update(StaffCertificateEntity, input, { removedAt: this.clock.now() });
      tx.audit({
        entity: 'certificate',
        entityId: input.id,
        centerId: before.centerId,
        action: 'remove',
        changes: [{ field: 'type', from: before.type, to: null }],
        reason: input.reason,
      });
      return true;
    });
  }

  /** “Seen in the original”: who looked at the paper, and when. */
  async verifyCertificate(
    scope: Scope,
    at: { readonly id: string; readonly version: number },
  ): Promise<StaffCertificate> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findCertificate(tx, this.clock.today(), at.id);
      const verifiedAt = this.clock.now();
      await tx.update(StaffCertificateEntity, at, { verifiedBy: scope.userId, verifiedAt });
      tx.audit({
        entity: 'certificate',
        entityId: at.id,
        centerId: before.centerId,
        action: 'verify',
        changes: [{ field: 'verifiedBy', from: before.verifiedByName, to: scope.userName }],
      });
      return await findCertificate(tx, this.clock.today(), at.id);
    });
  }

  private certificateFields(
    input: CertificateFieldsInput,
  ): Pick<StaffCertificate, (typeof CERTIFICATE_FIELDS)[number]> {
    const dates = {
      validityKind: input.validityKind,
      issuedOn: input.issuedOn,
      validUntil: input.validUntil ?? null,
    };
    return {
      type: input.type,
      number: input.number?.trim() ?? null,
      level: input.level ?? null,
      issuer: input.issuer?.trim() ?? null,
      issuedOn: input.issuedOn,
      validityKind: input.validityKind,
      validUntil: assertCertificateDates(dates, this.clock.today()),
    };
  }

  private async sealIdNumber(
    tx: Tx,
    owner: { readonly id: string; readonly centerId: string },
    input: StaffMemberFieldsInput,
  ): Promise<{ idNumberCipher?: Buffer; idLast4?: string }> {
    if (input.idNumber == null || input.idNumber.trim() === '') {
      return {};
    }
    const reading = readIdNumber(input.idNumber);
    if (!reading.ok) {
      throw new InputError([{ path: 'idNumber', rule: `ID_${reading.problem}` }]);
    }
    const county = await tx.row<{ code: string }>(
      'SELECT county_code AS code FROM center WHERE id = ?',
      [owner.centerId],
    );
    const place = {
      countyCode: county?.code ?? '',
      table: 'staff_member',
      column: 'id_number',
      rowId: owner.id,
    };
    const idNumberCipher = await this.crypto.encrypt(place, reading.number);
    return { idNumberCipher, idLast4: reading.number.slice(-4) };
  }
}

function memberFields(
  input: StaffMemberFieldsInput,
): Pick<StaffMember, (typeof MEMBER_FIELDS)[number]> & { pinyin: string } {
  const untilOn = input.untilOn ?? null;
  assertEmployment(input.fromOn, untilOn);
  const name = input.name.trim();
  return {
    name,
    pinyin: pinyin(name, { toneType: 'none', type: 'array' }).join('').toLowerCase().slice(0, 120),
    sex: input.sex,
    bornOn: input.bornOn ?? null,
    phone: input.phone?.trim() ?? null,
    post: input.post,
    fromOn: input.fromOn,
    untilOn,
  };
}
