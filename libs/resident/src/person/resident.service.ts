import { Inject, Injectable } from '@nestjs/common';
import { InputError, type Clock, tidyPhone } from '@yibu/kernel';
import {
  changesOf,
  CLOCK,
  idempotent,
  newId,
  UnitOfWork,
  type AuditChange,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { ResidentDocumentEntity } from '../papers/paper.entities.js';
import { readIdentity, type Identity } from './identity.rules.js';
import { soundOf } from './name.rules.js';
import { PersonalData } from './personal-data.js';
import {
  auditablePlain,
  draftChanges,
  draftProblems,
  isCorrection,
  maskedLast4,
  maskedNumber,
  plainFields,
  requireReason,
  type ResidentDraft,
  type ResidentUpdate,
} from './resident-draft.js';
import type { ResidentEntity } from './resident.entity.js';
import { ResidentRepository, takenBy } from './resident.repository.js';

@Injectable()
export class ResidentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly residents: ResidentRepository,
    private readonly personal: PersonalData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(
    scope: Scope,
    centerId: string,
    draft: ResidentDraft,
    idempotencyKey?: string | null,
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const request = {
        key: idempotencyKey,
        operation: 'createResident',
        input: { centerId, draft },
      };
      return await idempotent(tx, request, async () => await this.createIn(tx, centerId, draft));
    });
  }

  /** Within somebody else's transaction: the roster import. */
  async createIn(tx: Tx, centerId: string, draft: ResidentDraft): Promise<string> {
    tx.requireCenter(centerId);
    const identity = this.identityOf(draft, null);
    const countyCode = await this.personal.countyOf(tx, centerId);
    const id = newId();
    const sealed = await this.personal.sealNumber(countyCode, id, identity);
    await this.refuseTaken(tx, { centerId, index: sealed.idNumberIndex, exceptId: null });
    const now = this.clock.now();
    const { idNumber: _number, ...kept } = identity;
    await this.residents.insert(tx, {
      id,
      centerId,
      ...kept,
      ...soundOf(identity.name),
      ...sealed,
      ...plainFields(draft),
      ...(await this.sealedPhone(countyCode, id, draft.phone)),
      createdAt: now,
      updatedAt: now,
    });
    tx.audit({
      entity: 'resident',
      entityId: id,
      centerId,
      action: 'create',
      changes: changesOf({
        ...kept,
        idNumber: maskedNumber(identity),
        ...auditablePlain(plainFields(draft)),
      }),
      reason: draft.contradictionReason ?? null,
    });
    return id;
  }

  async update(scope: Scope, update: ResidentUpdate): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await this.residents.findForUpdate(tx, update.id);
      await this.updateIn(tx, before, update);
      return before.id;
    });
  }

  async updateIn(tx: Tx, before: ResidentEntity, update: ResidentUpdate): Promise<void> {
    const countyCode = await this.personal.countyOf(tx, before.centerId);
    const place = { table: 'resident', column: 'id_number', rowId: before.id } as const;
    const oldNumber =
      before.idNumberCipher === null
        ? null
        : await this.personal.open(countyCode, place, before.idNumberCipher);
    const identity = this.identityOf(update, before.idType === update.idType ? oldNumber : null);
    const isNumberNew = identity.idNumber !== oldNumber;
    const sealed = isNumberNew
      ? await this.personal.sealNumber(countyCode, before.id, identity)
      : null;
    const { idNumber: _number, ...kept } = identity;
    const after = { ...kept, ...plainFields(update) };
    const changes = [
      ...draftChanges(before, after),
      ...(isNumberNew
        ? [{ field: 'idNumber', from: maskedLast4(before.idLast4), to: maskedNumber(identity) }]
        : []),
    ];
    requireReason(changes, update);
    if (sealed !== null) {
      await this.refuseTaken(tx, {
        centerId: before.centerId,
        index: sealed.idNumberIndex,
        exceptId: before.id,
      });
      await this.keepFormerNumber(tx, before, { countyCode, oldNumber });
    }
    const phone = await this.phoneChange(countyCode, before, update.phone);
    await this.residents.update(
      tx,
      { ...before, version: update.version },
      {
        ...after,
        ...soundOf(identity.name),
        ...sealed,
        ...phone.columns,
        updatedAt: this.clock.now(),
      },
    );
    tx.audit({
      entity: 'resident',
      entityId: before.id,
      centerId: before.centerId,
      action: isCorrection(changes) ? 'correct' : 'update',
      changes: [...changes, ...phone.changes],
      reason: update.reason ?? update.contradictionReason ?? null,
    });
  }

  /** What a list says, over what is kept; the rest stays as it was. Within the list's transaction. */
  async mergeIn(
    tx: Tx,
    residentId: string,
    merge: { readonly draft: ResidentDraft; readonly reason: string },
  ): Promise<string> {
    const before = await this.residents.findForUpdate(tx, residentId);
    const { id, version, phoneCipher: _phone, ...kept } = before;
    const { idNumber: _number, ...said } = merge.draft;
    await this.updateIn(tx, before, { ...kept, ...said, id, version, reason: merge.reason });
    return id;
  }

  private identityOf(draft: ResidentDraft, knownNumber: string | null): Identity {
    const typed = draft.idNumber ?? '';
    const reading = readIdentity(
      {
        name: draft.name,
        sex: draft.sex ?? null,
        bornOn: draft.bornOn ?? null,
        idType: draft.idType,
        idNumber: typed === '' ? knownNumber : typed,
        noIdReason: draft.noIdReason ?? null,
        contradictionReason: draft.contradictionReason ?? null,
      },
      this.clock.today(),
    );
    const more = draftProblems(draft);
    if (!reading.ok || more.length > 0) {
      throw new InputError([...(reading.ok ? [] : reading.problems), ...more]);
    }
    return reading.identity;
  }

  private async refuseTaken(
    tx: Tx,
    number: {
      readonly centerId: string;
      readonly index: Buffer | null;
      readonly exceptId: string | null;
    },
  ): Promise<void> {
    if (number.index === null) {
      return;
    }
    const holder = await this.residents.holderOf(tx, number.centerId, number.index);
    if (holder !== null && holder.id !== number.exceptId) {
      throw takenBy(holder);
    }
  }

  /** Papers keep carrying the old number: it still finds the person. */
  private async keepFormerNumber(
    tx: Tx,
    before: ResidentEntity,
    at: { readonly countyCode: string; readonly oldNumber: string | null },
  ): Promise<void> {
    if (at.oldNumber === null || before.idNumberIndex === null) {
      return;
    }
    const id = newId();
    const place = { table: 'resident_document', column: 'number', rowId: id } as const;
    await tx.insert(ResidentDocumentEntity, {
      id,
      centerId: before.centerId,
      residentId: before.id,
      type: before.idType,
      numberCipher: await this.personal.seal(at.countyCode, place, at.oldNumber),
      numberIndex: before.idNumberIndex,
      numberLast4: at.oldNumber.slice(-4),
      validUntil: before.idValidUntil,
      isFormer: true,
      createdAt: this.clock.now(),
      removedAt: null,
    });
  }

  private async sealedPhone(
    countyCode: string,
    rowId: string,
    text: string | null | undefined,
  ): Promise<Pick<ResidentEntity, 'phoneCipher' | 'phoneLast4'>> {
    const phone = tidyPhone(text ?? '');
    if (phone === '') {
      return { phoneCipher: null, phoneLast4: null };
    }
    const place = { table: 'resident', column: 'phone', rowId } as const;
    return {
      phoneCipher: await this.personal.seal(countyCode, place, phone),
      phoneLast4: phone.slice(-4),
    };
  }

  private async phoneChange(
    countyCode: string,
    before: ResidentEntity,
    text: string | null | undefined,
  ): Promise<{ columns: Partial<ResidentEntity>; changes: AuditChange[] }> {
    if (text === undefined) {
      return { columns: {}, changes: [] };
    }
    const columns = await this.sealedPhone(countyCode, before.id, text);
    const place = { table: 'resident', column: 'phone', rowId: before.id } as const;
    const old =
      before.phoneCipher === null
        ? ''
        : await this.personal.open(countyCode, place, before.phoneCipher);
    if (old === tidyPhone(text ?? '')) {
      return { columns: {}, changes: [] };
    }
    const change = {
      field: 'phone',
      from: maskedLast4(before.phoneLast4),
      to: maskedLast4(columns.phoneLast4),
    };
    return { columns, changes: [change] };
  }
}
