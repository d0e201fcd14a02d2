import { Inject, Injectable } from '@nestjs/common';
import {
  InputError,
  readIdNumber,
  type Clock,
  type FieldProblem,
  phoneProblems,
  tidyPhone,
} from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  newId,
  UnitOfWork,
  type Db,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { PersonalData } from '../person/personal-data.js';
import { ResidentDirectory } from '../person/resident-directory.js';
import type { GuardianBasis, Relation } from '../resident.codes.js';
import { ResidentContactEntity } from './paper.entities.js';
import { findPaper, papersOf, trimmed } from './paper.store.js';

export interface ContactDraft {
  readonly name: string;
  readonly relation: Relation;
  readonly phone?: string | null;
  /** null or absent on an update: as it was. */
  readonly idNumber?: string | null;
  readonly address?: string | null;
  readonly isEmergency: boolean;
  readonly isSigner: boolean;
  readonly isPayer: boolean;
  readonly isGuardian: boolean;
  readonly guardianBasis?: GuardianBasis | null;
  readonly note?: string | null;
}

export interface ContactView extends ResidentContactEntity {
  readonly phone: string | null;
}

const FIELDS = [
  'name',
  'relation',
  'phoneLast4',
  'idLast4',
  'address',
  'isEmergency',
  'isSigner',
  'isPayer',
  'isGuardian',
  'guardianBasis',
  'note',
] as const;

@Injectable()
export class ContactService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ResidentDirectory,
    private readonly personal: PersonalData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(scope: Scope, residentId: string, draft: ContactDraft): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => await this.addIn(tx, residentId, draft));
  }

  async addIn(tx: Tx, residentId: string, draft: ContactDraft): Promise<string> {
    const { centerId } = await this.directory.lock(tx, residentId);
    const id = newId();
    const row = {
      ...(await this.columnsOf(tx, { id, centerId }, draft)),
      id,
      centerId,
      residentId,
      createdAt: this.clock.now(),
      removedAt: null,
    };
    await tx.insert(ResidentContactEntity, row);
    tx.audit({
      entity: 'resident',
      entityId: residentId,
      centerId,
      action: 'addContact',
      changes: changesOf(Object.fromEntries(FIELDS.map((field) => [field, row[field] ?? null]))),
    });
    return residentId;
  }

  async update(
    scope: Scope,
    at: { readonly id: string; readonly version: number },
    draft: ContactDraft,
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findPaper(tx, ResidentContactEntity, at.id);
      const after = await this.columnsOf(tx, before, draft);
      await tx.update(ResidentContactEntity, at, after);
      tx.audit({
        entity: 'resident',
        entityId: before.residentId,
        centerId: before.centerId,
        action: 'updateContact',
        changes: changesBetween(before, after, FIELDS),
      });
      return before.residentId;
    });
  }

  async remove(
    scope: Scope,
    at: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findPaper(tx, ResidentContactEntity, at.id);
      await tx.update(ResidentContactEntity, at, { removedAt: this.clock.now() });
      tx.audit({
        entity: 'resident',
        entityId: before.residentId,
        centerId: before.centerId,
        action: 'removeContact',
        changes: [{ field: 'contact', from: before.name, to: null }],
        reason: at.reason,
      });
      return before.residentId;
    });
  }

  async list(db: Db, resident: { id: string; centerId: string }): Promise<ContactView[]> {
    const rows = await papersOf(db, ResidentContactEntity, resident.id);
    const present = rows.filter(({ removedAt }) => removedAt === null);
    if (present.length === 0) {
      return [];
    }
    const countyCode = await this.personal.countyOf(db, resident.centerId);
    return await Promise.all(
      present.map(async (row) => {
        const place = { table: 'resident_contact', column: 'phone', rowId: row.id } as const;
        return {
          ...row,
          phone: await this.personal.phone(db, { countyCode, place }, row.phoneCipher),
        };
      }),
    );
  }

  private async columnsOf(
    tx: Tx,
    row: { readonly id: string; readonly centerId: string },
    draft: ContactDraft,
  ): Promise<Partial<ResidentContactEntity>> {
    const phone = tidyPhone(draft.phone ?? '');
    refuse(contactProblems(draft, phone));
    const countyCode = await this.personal.countyOf(tx, row.centerId);
    const place = { table: 'resident_contact', rowId: row.id } as const;
    return {
      name: draft.name.trim(),
      relation: draft.relation,
      phoneCipher:
        phone === ''
          ? null
          : await this.personal.seal(countyCode, { ...place, column: 'phone' }, phone),
      phoneLast4: phone === '' ? null : phone.slice(-4),
      ...(await this.numberColumns(countyCode, row.id, draft.idNumber)),
      address: trimmed(draft.address),
      isEmergency: draft.isEmergency,
      isSigner: draft.isSigner,
      isPayer: draft.isPayer,
      isGuardian: draft.isGuardian,
      guardianBasis: draft.isGuardian ? (draft.guardianBasis ?? null) : null,
      note: trimmed(draft.note),
    };
  }

  private async numberColumns(
    countyCode: string,
    rowId: string,
    text: string | null | undefined,
  ): Promise<Partial<ResidentContactEntity>> {
    if (trimmed(text) === null) {
      return {};
    }
    const reading = readIdNumber(text ?? '');
    if (!reading.ok) {
      throw new InputError([{ path: 'idNumber', rule: `ID_${reading.problem}` }]);
    }
    const place = { table: 'resident_contact', column: 'id_number', rowId } as const;
    return {
      idNumberCipher: await this.personal.seal(countyCode, place, reading.number),
      idLast4: reading.number.slice(-4),
    };
  }
}

function contactProblems(draft: ContactDraft, phone: string): FieldProblem[] {
  return [
    ...(trimmed(draft.name) === null ? [{ path: 'name', rule: 'isNotEmpty' }] : []),
    ...phoneProblems('phone', phone),
    // Somebody to call in an emergency who has no phone cannot be called.
    ...(draft.isEmergency && phone === '' ? [{ path: 'phone', rule: 'isNotEmpty' }] : []),
  ];
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}
