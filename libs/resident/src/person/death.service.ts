import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, type Clock, type LocalDate } from '@yibu/kernel';
import { changesBetween, CLOCK, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import type { ResidentEntity } from './resident.entity.js';
import { ResidentRepository } from './resident.repository.js';

export interface DeathRecord {
  readonly residentId: string;
  readonly diedOn: LocalDate;
  readonly certificate?: string | null;
  readonly reason?: string | null;
}

/** The day of a death comes from the end of a stay (libs/bed), or from a dated record of its own, here. */
@Injectable()
export class DeathService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly residents: ResidentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For somebody who died elsewhere. In the house a death ends the stay, and is recorded there. */
  async record(scope: Scope, record: DeathRecord & { readonly version: number }): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await this.residents.findForUpdate(tx, record.residentId);
      await refuseOpenStay(tx, before);
      await this.write(tx, { ...before, version: record.version }, record);
      return before.id;
    });
  }

  /** A death that was entered by mistake. */
  async revoke(
    scope: Scope,
    entry: { readonly residentId: string; readonly version: number; readonly reason: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await this.residents.findForUpdate(tx, entry.residentId);
      if (before.diedOn === null) {
        throw new AppError('DEATH_NOT_RECORDED', `Resident ${before.id} has no day of death`);
      }
      await refuseStayEndedByDeath(tx, before);
      const at = { ...before, version: entry.version };
      await this.save(tx, at, { diedOn: null, deathCertificate: null }, entry.reason);
      return before.id;
    });
  }

  private async write(tx: Tx, before: ResidentEntity, record: DeathRecord): Promise<void> {
    const today = this.clock.today();
    if (record.diedOn > today) {
      throw new InputError([{ path: 'diedOn', rule: 'notAfter', params: { limit: today } }]);
    }
    if (record.diedOn < before.bornOn) {
      throw new InputError([
        { path: 'diedOn', rule: 'notBefore', params: { limit: before.bornOn } },
      ]);
    }
    const isCorrection = before.diedOn !== null && before.diedOn !== record.diedOn;
    if (isCorrection && (record.reason ?? '').trim() === '') {
      throw new AppError('REASON_REQUIRED', `Another day of death of resident ${before.id}`, {
        fields: ['diedOn'],
      });
    }
    const after = {
      diedOn: record.diedOn,
      deathCertificate: record.certificate?.trim() || before.deathCertificate,
    };
    await this.save(tx, before, after, record.reason ?? null);
  }

  private async save(
    tx: Tx,
    before: ResidentEntity,
    after: Pick<ResidentEntity, 'diedOn' | 'deathCertificate'>,
    reason: string | null,
  ): Promise<void> {
    await this.residents.update(tx, before, { ...after, updatedAt: this.clock.now() });
    tx.audit({
      entity: 'resident',
      entityId: before.id,
      centerId: before.centerId,
      action: after.diedOn === null ? 'revokeDeath' : 'recordDeath',
      changes: changesBetween(before, after, ['diedOn', 'deathCertificate']),
      reason,
    });
  }
}

async function refuseOpenStay(tx: Tx, resident: ResidentEntity): Promise<void> {
  const stay = await tx.row<{ id: string }>(
    `SELECT id FROM stay WHERE resident_id = ? AND center_id IN (?) AND status IN ('RESERVED', 'ACTIVE') LIMIT 1`,
    [resident.id, tx.centers],
  );
  if (stay) {
    throw new AppError('RESIDENT_HAS_OPEN_STAY', `Resident ${resident.id} has stay ${stay.id}`, {
      stayId: stay.id,
      residentId: resident.id,
    });
  }
}

async function refuseStayEndedByDeath(tx: Tx, resident: ResidentEntity): Promise<void> {
  const stay = await tx.row<{ id: string }>(
    `SELECT id FROM stay WHERE resident_id = ? AND center_id IN (?) AND status = 'ENDED' AND end_kind = 'DEATH' LIMIT 1`,
    [resident.id, tx.centers],
  );
  if (stay) {
    throw new AppError('RESIDENT_HAS_OPEN_STAY', `Stay ${stay.id} ended by this death`, {
      stayId: stay.id,
      residentId: resident.id,
    });
  }
}
