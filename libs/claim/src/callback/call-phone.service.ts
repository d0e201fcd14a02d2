import { Injectable } from '@nestjs/common';
import { AppError } from '@yibu/kernel';
import { UnitOfWork, type Scope } from '@yibu/platform';
import { PersonalData, type SealedPlace } from '@yibu/resident';

import type { CallPhone } from './call.graphql.js';
import { auditCall, lockCall } from './call.service.js';

interface SealedPhone {
  readonly id: string;
  readonly what: 'resident' | 'resident_contact';
  readonly name: string;
  readonly relation: string;
  readonly phone: Buffer;
}

/** The numbers of a person and their contacts, for who calls and as long as the call is open; each look is kept. */
@Injectable()
export class CallPhoneService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personal: PersonalData,
  ) {}

  async reveal(scope: Scope, callId: string): Promise<CallPhone[]> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const call = await lockCall(tx, callId);
      if (call.status !== 'OPEN') {
        throw new AppError('CALL_SETTLED', `Call ${call.id} is ${call.status}`);
      }
      const sealed = await tx.rows<SealedPhone>(
        `SELECT r.id, 'resident' AS what, r.name, 'SELF' AS relation, r.phone_cipher AS phone, 0 AS place
         FROM callback_call k JOIN resident r ON r.id = k.subject_id AND r.center_id = k.center_id
         WHERE k.id = ? AND k.center_id IN (?) AND r.phone_cipher IS NOT NULL
         UNION ALL
         SELECT t.id, 'resident_contact', t.name, t.relation, t.phone_cipher, 1
         FROM callback_call k JOIN resident_contact t ON t.resident_id = k.subject_id AND t.center_id = k.center_id
         WHERE k.id = ? AND k.center_id IN (?) AND t.phone_cipher IS NOT NULL
         ORDER BY place, id`,
        [callId, tx.centers, callId, tx.centers],
      );
      if (sealed.length === 0) {
        throw new AppError('CALL_NO_PHONE', `Nobody of call ${callId} has a phone`);
      }
      auditCall(tx, callId, 'revealPhone', { numbers: String(sealed.length) });
      return await Promise.all(
        sealed.map(async ({ id, what, name, relation, phone }) => {
          const place: SealedPlace = { table: what, column: 'phone', rowId: id };
          return {
            name,
            relation,
            phone: await this.personal.open(call.countyCode, place, phone),
          };
        }),
      );
    });
  }
}
