import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, isUnifiedSocialCreditCode, type Clock } from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  isDuplicate,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';

import {
  CenterEntity,
  CountyEntity,
  OperatingContractEntity,
  OrganizationEntity,
} from './place.entities.js';
import type {
  Center,
  County,
  CountyInput,
  CreateCenterInput,
  CreateContractInput,
  CreateOrganizationInput,
  EndContractInput,
  OperatingContract,
  UpdateCenterInput,
} from './place.graphql.js';
import { limitsSaid } from './check-limits.js';
import { findCenter, listContracts, listCounties } from './place.queries.js';
import { assertOneOperator, countyChanges } from './place.rules.js';

const CENTER_FIELDS = [
  'name',
  'ownership',
  'forProfit',
  'registeredBeds',
  'areaM2',
  'openedOn',
  'filedOn',
  'address',
  'phone',
] as const;

async function findCounty(tx: Tx, code: string): Promise<County | undefined> {
  return (await listCounties(tx)).find((county) => county.code === code);
}

/** What the platform administrator does: counties, organizations, centers and their contracts. */
@Injectable()
export class PlaceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async saveCounty(scope: Scope, input: CountyInput): Promise<County> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const settings = {
        assessmentValidMonths: input.assessmentValidMonths ?? null,
        noticeDays: input.noticeDays ?? null,
        appealDays: input.appealDays ?? null,
        decidesOnPaper: input.decidesOnPaper,
        paysThroughFinance: input.paysThroughFinance,
        ...(input.checkLimits ? { checkLimits: limitsSaid(input.checkLimits) } : {}),
      };
      const before = await findCounty(tx, input.code);
      if (input.version === undefined) {
        await refuseDuplicate('code', async () => {
          await tx.insert(CountyEntity, { ...input, settings, version: 1 });
        });
      } else {
        const changed = await tx.execute(
          'UPDATE county SET name = ?, name_en = ?, settings = JSON_MERGE_PATCH(settings, ?), version = version + 1 WHERE code = ? AND version = ?',
          [input.name, input.nameEn, JSON.stringify(settings), input.code, input.version],
        );
        if (changed !== 1) {
          throw new AppError('STALE_VERSION', `county ${input.code}`, {
            entity: 'county',
            id: input.code,
          });
        }
      }
      const county = await findCounty(tx, input.code);
      if (!county) {
        throw new AppError('NOT_FOUND', `county ${input.code}`, {
          entity: 'county',
          id: input.code,
        });
      }
      tx.audit({
        entity: 'county',
        entityId: input.code,
        centerId: null,
        action: 'save',
        changes: countyChanges(before, county),
      });
      return county;
    });
  }

  async createOrganization(scope: Scope, input: CreateOrganizationInput): Promise<string> {
    if ((input.kind === 'BUREAU') !== (input.countyCode !== undefined)) {
      throw new InputError([{ path: 'countyCode', rule: 'isForBureau' }]);
    }
    if (input.uscc !== undefined && !isUnifiedSocialCreditCode(input.uscc)) {
      throw new InputError([{ path: 'uscc', rule: 'isUscc' }]);
    }
    return await this.unitOfWork.run(scope, async (tx) => {
      const id = newId();
      await tx.insert(OrganizationEntity, { id, ...input, createdAt: this.clock.now() });
      tx.audit({
        entity: 'organization',
        entityId: id,
        centerId: null,
        action: 'create',
        changes: changesOf({ ...input }),
      });
      return id;
    });
  }

  async createCenter(scope: Scope, input: CreateCenterInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const id = newId();
      await refuseDuplicate('code', async () => {
        await tx.insert(CenterEntity, { id, ...input, createdAt: this.clock.now() });
      });
      tx.audit({
        entity: 'center',
        entityId: id,
        centerId: id,
        action: 'create',
        changes: changesOf({ ...input }),
      });
      return id;
    });
  }

  async updateCenter(scope: Scope, input: UpdateCenterInput): Promise<Center> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findCenter(tx, this.clock.today(), input.id);
      const after = {
        name: input.name,
        ownership: input.ownership,
        forProfit: input.forProfit,
        registeredBeds: input.registeredBeds,
        areaM2: input.areaM2 ?? null,
        openedOn: input.openedOn,
        filedOn: input.filedOn ?? null,
        address: input.address ?? null,
        phone: input.phone ?? null,
      };
      await tx.update(CenterEntity, input, after);
      tx.audit({
        entity: 'center',
        entityId: input.id,
        centerId: input.id,
        action: 'update',
        changes: changesBetween(before, after, CENTER_FIELDS),
        reason: input.reason,
      });
      return await findCenter(tx, this.clock.today(), input.id);
    });
  }

  async createContract(scope: Scope, input: CreateContractInput): Promise<OperatingContract> {
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      // The center's row is the lock: two contracts at once are checked one after the other.
      await tx.rows('SELECT id FROM center WHERE id = ? FOR UPDATE', [input.centerId]);
      const contract = {
        id: newId(),
        centerId: input.centerId,
        organizationId: input.organizationId,
        number: input.number ?? null,
        fromOn: input.fromOn,
        untilOn: input.untilOn ?? null,
      };
      if (contract.untilOn !== null && contract.untilOn <= contract.fromOn) {
        throw new InputError([{ path: 'untilOn', rule: 'isAfterFrom' }]);
      }
      assertOneOperator(await listContracts(tx, input.centerId), contract);
      await tx.insert(OperatingContractEntity, contract);
      tx.audit({
        entity: 'contract',
        entityId: contract.id,
        centerId: input.centerId,
        action: 'create',
        changes: changesOf({
          organizationId: contract.organizationId,
          fromOn: contract.fromOn,
          untilOn: contract.untilOn,
        }),
      });
      return findContract(await listContracts(tx, input.centerId), contract.id);
    });
  }

  async endContract(scope: Scope, input: EndContractInput): Promise<OperatingContract> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const row = await tx.row<{ centerId: string; fromOn: string; untilOn: string | null }>(
        `SELECT center_id AS centerId, from_on AS fromOn, until_on AS untilOn FROM operating_contract
         WHERE id = ? AND center_id IN (?)`,
        [input.id, tx.centers],
      );
      if (!row) {
        throw new AppError('NOT_FOUND', `contract ${input.id}`, {
          entity: 'contract',
          id: input.id,
        });
      }
      if (input.untilOn <= row.fromOn) {
        throw new InputError([{ path: 'untilOn', rule: 'isAfterFrom' }]);
      }
      await tx.rows('SELECT id FROM center WHERE id = ? FOR UPDATE', [row.centerId]);
      await tx.update(OperatingContractEntity, input, { untilOn: input.untilOn });
      const contracts = await listContracts(tx, row.centerId);
      const contract = findContract(contracts, input.id);
      assertOneOperator(contracts, contract);
      tx.audit({
        entity: 'contract',
        entityId: input.id,
        centerId: row.centerId,
        action: 'end',
        changes: [{ field: 'untilOn', from: row.untilOn, to: input.untilOn }],
        reason: input.reason,
      });
      return contract;
    });
  }
}

function findContract(contracts: OperatingContract[], id: string): OperatingContract {
  const contract = contracts.find((candidate) => candidate.id === id);
  if (!contract) {
    throw new AppError('NOT_FOUND', `contract ${id}`, { entity: 'contract', id });
  }
  return contract;
}

export async function refuseDuplicate(path: string, insert: () => Promise<void>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    throw isDuplicate(error) ? new InputError([{ path, rule: 'isUnique' }]) : error;
  }
}
