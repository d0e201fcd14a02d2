import { Inject, Injectable } from '@nestjs/common';
import { InputError, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, newId, UnitOfWork, type Scope } from '@yibu/platform';

import { readPaperNumber } from '../person/identity.rules.js';
import { PersonalData } from '../person/personal-data.js';
import { ResidentDirectory } from '../person/resident-directory.js';
import { ResidentRepository, takenBy } from '../person/resident.repository.js';
import type { IdType } from '../resident.codes.js';
import { ResidentDocumentEntity } from './paper.entities.js';
import { findPaper } from './paper.store.js';

export interface DocumentDraft {
  readonly type: IdType;
  readonly number: string;
  readonly validUntil?: LocalDate | null;
  readonly isFormer: boolean;
}

/** Passport, travel permit and former numbers beside the paper that the file rests on. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ResidentDirectory,
    private readonly residents: ResidentRepository,
    private readonly personal: PersonalData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(scope: Scope, residentId: string, draft: DocumentDraft): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const resident = await this.directory.lock(tx, residentId);
      const number = readNumber(draft);
      const countyCode = await this.personal.countyOf(tx, resident.centerId);
      const numberIndex = await this.personal.indexOf(countyCode, draft.type, number);
      const holder = await this.residents.holderOf(tx, resident.centerId, numberIndex);
      if (holder) {
        throw takenBy(holder);
      }
      const id = newId();
      const place = { table: 'resident_document', column: 'number', rowId: id } as const;
      await tx.insert(ResidentDocumentEntity, {
        id,
        centerId: resident.centerId,
        residentId,
        type: draft.type,
        numberCipher: await this.personal.seal(countyCode, place, number),
        numberIndex,
        numberLast4: number.slice(-4),
        validUntil: draft.validUntil ?? null,
        isFormer: draft.isFormer,
        createdAt: this.clock.now(),
        removedAt: null,
      });
      tx.audit({
        entity: 'resident',
        entityId: residentId,
        centerId: resident.centerId,
        action: 'addDocument',
        changes: [{ field: draft.type, from: null, to: `*${number.slice(-4)}` }],
      });
      return residentId;
    });
  }

  async remove(scope: Scope, id: string, reason: string): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findPaper(tx, ResidentDocumentEntity, id);
      await tx.execute(
        'UPDATE resident_document SET removed_at = ? WHERE id = ? AND center_id IN (?)',
        [this.clock.now(), id, tx.centers],
      );
      tx.audit({
        entity: 'resident',
        entityId: before.residentId,
        centerId: before.centerId,
        action: 'removeDocument',
        changes: [{ field: before.type, from: `*${before.numberLast4}`, to: null }],
        reason,
      });
      return before.residentId;
    });
  }
}

function readNumber(draft: DocumentDraft): string {
  if (draft.type === 'NONE') {
    throw new InputError([{ path: 'type', rule: 'isIn' }]);
  }
  const { number, problems } = readPaperNumber(draft.type, draft.number);
  const [problem] = problems;
  if (problem || number === null) {
    throw new InputError([{ path: 'number', rule: problem?.rule ?? 'isNotEmpty' }]);
  }
  return number;
}
