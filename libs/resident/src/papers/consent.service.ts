import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, type Clock, type LocalDate } from '@yibu/kernel';
import { changesOf, CLOCK, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { ResidentDirectory } from '../person/resident-directory.js';
import type { ConsentBasis, ConsentPurpose, Relation } from '../resident.codes.js';
import { ConsentEntity } from './paper.entities.js';
import { findPaper } from './paper.store.js';

export interface ConsentDraft {
  readonly purpose: ConsentPurpose;
  readonly basis: ConsentBasis;
  readonly textVersion: string;
  /** A refusal is recorded too: nobody asks again as if nothing had been said. */
  readonly isGiven: boolean;
  readonly signer: string;
  readonly relation: Relation;
  readonly signedOn: LocalDate;
}

@Injectable()
export class ConsentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ResidentDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Several purposes are signed on one sheet, and each is one record. */
  async record(scope: Scope, residentId: string, drafts: readonly ConsentDraft[]): Promise<string> {
    return await this.unitOfWork.run(
      scope,
      async (tx) => await this.recordIn(tx, residentId, drafts),
    );
  }

  async recordIn(tx: Tx, residentId: string, drafts: readonly ConsentDraft[]): Promise<string> {
    const { centerId } = await this.directory.lock(tx, residentId);
    const today = this.clock.today();
    for (const draft of drafts) {
      if (draft.signedOn > today) {
        throw new InputError([{ path: 'signedOn', rule: 'notAfter', params: { limit: today } }]);
      }
      const row = { ...draft, signer: draft.signer.trim(), textVersion: draft.textVersion.trim() };
      await tx.insert(ConsentEntity, {
        ...row,
        id: newId(),
        centerId,
        residentId,
        withdrawnOn: null,
        createdAt: this.clock.now(),
      });
      tx.audit({
        entity: 'resident',
        entityId: residentId,
        centerId,
        action: draft.isGiven ? 'giveConsent' : 'refuseConsent',
        changes: changesOf({ ...row }),
      });
    }
    return residentId;
  }

  async withdraw(
    scope: Scope,
    at: {
      readonly id: string;
      readonly version: number;
      readonly withdrawnOn: LocalDate;
      readonly reason: string;
    },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findPaper(tx, ConsentEntity, at.id);
      if (before.withdrawnOn !== null) {
        throw new AppError('CONSENT_ALREADY_WITHDRAWN', `Consent ${before.id} was withdrawn`, {
          on: before.withdrawnOn,
        });
      }
      const today = this.clock.today();
      if (at.withdrawnOn > today) {
        throw new InputError([{ path: 'withdrawnOn', rule: 'notAfter', params: { limit: today } }]);
      }
      if (at.withdrawnOn < before.signedOn) {
        const params = { limit: before.signedOn };
        throw new InputError([{ path: 'withdrawnOn', rule: 'notBefore', params }]);
      }
      await tx.update(ConsentEntity, at, { withdrawnOn: at.withdrawnOn });
      tx.audit({
        entity: 'resident',
        entityId: before.residentId,
        centerId: before.centerId,
        action: 'withdrawConsent',
        changes: [
          { field: 'purpose', from: before.purpose, to: before.purpose },
          { field: 'withdrawnOn', from: null, to: at.withdrawnOn },
        ],
        reason: at.reason,
      });
      return before.residentId;
    });
  }
}
