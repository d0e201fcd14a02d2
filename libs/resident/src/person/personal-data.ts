import { Injectable } from '@nestjs/common';
import { AppError, maskPhone } from '@yibu/kernel';
import { FieldCrypto, type Db } from '@yibu/platform';

import type { IdType } from '../resident.codes.js';
import { indexedNumber, type Identity } from './identity.rules.js';

/** Where a sealed value lies: it opens in no other place. */
export interface SealedPlace {
  readonly table: 'resident' | 'resident_contact' | 'resident_document';
  readonly column: 'id_number' | 'phone' | 'number';
  readonly rowId: string;
}

export interface SealedNumber {
  readonly idNumberCipher: Buffer | null;
  readonly idNumberIndex: Buffer | null;
  readonly idLast4: string | null;
}

/** Seals and opens what a stolen disk must not tell: numbers of papers and phones. */
@Injectable()
export class PersonalData {
  constructor(private readonly crypto: FieldCrypto) {}

  /** One statement; the county of a center never changes within a request. */
  async countyOf(db: Db, centerId: string): Promise<string> {
    const row = await db.row<{ code: string }>(
      'SELECT county_code AS code FROM center WHERE id = ? AND id IN (?)',
      [centerId, db.centers],
    );
    if (!row) {
      throw new AppError('NOT_FOUND', `No center ${centerId} within the caller's reach`, {
        entity: 'center',
        id: centerId,
      });
    }
    return row.code;
  }

  async sealNumber(
    countyCode: string,
    residentId: string,
    identity: Identity,
  ): Promise<SealedNumber> {
    const { idNumber, idType } = identity;
    if (idNumber === null) {
      return { idNumberCipher: null, idNumberIndex: null, idLast4: null };
    }
    const place = { table: 'resident', column: 'id_number', rowId: residentId } as const;
    return {
      idNumberCipher: await this.seal(countyCode, place, idNumber),
      idNumberIndex: await this.indexOf(countyCode, idType, idNumber),
      idLast4: idNumber.slice(-4),
    };
  }

  async indexOf(countyCode: string, idType: IdType, number: string): Promise<Buffer> {
    return await this.crypto.blindIndex(countyCode, 'id_number', indexedNumber(idType, number));
  }

  async seal(countyCode: string, place: SealedPlace, text: string): Promise<Buffer> {
    return await this.crypto.encrypt({ countyCode, ...place }, text);
  }

  async open(countyCode: string, place: SealedPlace, sealed: Buffer): Promise<string> {
    return await this.crypto.decrypt({ countyCode, ...place }, sealed);
  }

  /**
   * Phones are called, so the staff of the house reads them in full; a bureau sees them masked: it needs them for no
   * claim (个人信息保护法 第三十四条).
   */
  async phone(
    db: Db,
    at: { readonly countyCode: string; readonly place: SealedPlace },
    sealed: Buffer | null,
  ): Promise<string | null> {
    if (sealed === null) {
      return null;
    }
    const phone = await this.open(at.countyCode, at.place, sealed);
    return db.scope.organizationKind === 'OPERATOR' ? phone : maskPhone(phone);
  }
}
