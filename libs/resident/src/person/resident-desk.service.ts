import { Inject, Injectable } from '@nestjs/common';
import { AppError, readIdNumber, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, FieldCrypto, UnitOfWork, type Db, type Scope } from '@yibu/platform';

import type { IdType } from '../resident.codes.js';
import { indexedNumber, readPaperNumber } from './identity.rules.js';
import { soundOf, tidyName } from './name.rules.js';
import { PersonalData } from './personal-data.js';
import type { ResidentEntity } from './resident.entity.js';
import {
  likelyTwins,
  listResidents,
  type LikelyTwin,
  type ResidentFilter,
  type ResidentRow,
  type SearchKeys,
} from './resident.queries.js';
import { ResidentRepository } from './resident.repository.js';

export interface TwinQuestion {
  readonly centerId: string;
  readonly name: string;
  readonly bornOn?: LocalDate | null;
  readonly idType: IdType;
  readonly idNumber?: string | null;
  readonly exceptId?: string | null;
}

/** Finding people and looking at them. */
@Injectable()
export class ResidentDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly residents: ResidentRepository,
    private readonly personal: PersonalData,
    private readonly crypto: FieldCrypto,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(
    scope: Scope,
    filter: ResidentFilter,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<ResidentRow[]> {
    const keys = await this.keysOf(scope, filter.search ?? '');
    return await listResidents(this.unitOfWork.read(scope), {
      filter,
      keys,
      today: this.clock.today(),
      ...page,
    });
  }

  async get(scope: Scope, id: string): Promise<ResidentEntity> {
    return await this.residents.find(this.unitOfWork.read(scope), id);
  }

  async phoneOf(
    db: Db,
    resident: Pick<ResidentEntity, 'id' | 'centerId' | 'phoneCipher'>,
  ): Promise<string | null> {
    if (resident.phoneCipher === null) {
      return null;
    }
    const countyCode = await this.personal.countyOf(db, resident.centerId);
    const place = { table: 'resident', column: 'phone', rowId: resident.id } as const;
    return await this.personal.phone(db, { countyCode, place }, resident.phoneCipher);
  }

  async twins(scope: Scope, question: TwinQuestion): Promise<LikelyTwin[]> {
    const db = this.unitOfWork.read(scope);
    const countyCode = await this.personal.countyOf(db, question.centerId);
    const name = tidyName(question.name);
    const number =
      question.idType === 'NONE'
        ? null
        : readPaperNumber(question.idType, question.idNumber ?? '').number;
    return await likelyTwins(db, {
      centerId: question.centerId,
      name,
      pinyin: soundOf(name).pinyin,
      bornOn: question.bornOn ?? null,
      numberIndex:
        number === null ? null : await this.personal.indexOf(countyCode, question.idType, number),
      exceptId: question.exceptId ?? '',
    });
  }

  /** The whole number, for somebody who says why; the trail keeps both. */
  async revealIdNumber(scope: Scope, residentId: string, reason: string): Promise<string | null> {
    if (reason.trim() === '') {
      throw new AppError('REASON_REQUIRED', 'A number is shown only for a reason', {
        fields: ['reason'],
      });
    }
    return await this.unitOfWork.run(scope, async (tx) => {
      const resident = await this.residents.find(tx, residentId);
      tx.audit({
        entity: 'resident',
        entityId: resident.id,
        centerId: resident.centerId,
        action: 'revealIdNumber',
        reason: reason.trim(),
      });
      if (resident.idNumberCipher === null) {
        return null;
      }
      const countyCode = await this.personal.countyOf(tx, resident.centerId);
      const place = { table: 'resident', column: 'id_number', rowId: resident.id } as const;
      return await this.personal.open(countyCode, place, resident.idNumberCipher);
    });
  }

  /** A number that somebody typed is looked up by its blind index in each county in reach. */
  private async keysOf(scope: Scope, typed: string): Promise<SearchKeys | null> {
    const text = typed.normalize('NFKC').trim();
    if (text === '') {
      return null;
    }
    const numbers = possibleNumbers(text);
    const indexes = scope.countyCodes.flatMap((county) =>
      numbers.map(async (number) => await this.crypto.blindIndex(county, 'id_number', number)),
    );
    return { text, numberIndexes: await Promise.all(indexes) };
  }
}

const OTHER_PAPERS = ['HK_MACAU_PASS', 'TAIWAN_PASS', 'PASSPORT', 'FOREIGN_PR'] as const;

function possibleNumbers(text: string): string[] {
  const citizen = readIdNumber(text);
  if (citizen.ok) {
    return [citizen.number];
  }
  // Only what carries digits can be the number of a paper; a name costs no look-up.
  return /\d{5}/.test(text)
    ? OTHER_PAPERS.flatMap((type) => {
        const { number } = readPaperNumber(type, text);
        return number === null ? [] : [indexedNumber(type, number)];
      })
    : [];
}
