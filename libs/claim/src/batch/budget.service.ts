import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, type Clock } from '@yibu/kernel';
import { CLOCK, isDuplicate, newId, UnitOfWork, type Scope } from '@yibu/platform';

import { AppropriationEntity } from './batch.entities.js';
import type { AddAppropriationInput, YearBudget } from './batch.graphql.js';
import { readBudget } from './budget.queries.js';

/** The county's money of a year, as its documents say. Entries are added; a mistake is taken back by a further one. */
@Injectable()
export class BudgetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(scope: Scope, countyCode: string, year: number): Promise<YearBudget> {
    assertCounty(scope, countyCode);
    return await readBudget(this.unitOfWork.read(scope), countyCode, year);
  }

  async add(scope: Scope, input: AddAppropriationInput): Promise<YearBudget> {
    assertCounty(scope, input.countyCode);
    if (input.amountFen === 0) {
      throw new InputError([{ path: 'amountFen', rule: 'fen' }]);
    }
    await this.unitOfWork.run(scope, async (tx) => {
      const id = newId();
      try {
        await tx.insert(AppropriationEntity, {
          ...input,
          id,
          documentNumber: input.documentNumber.trim(),
          note: input.note ?? null,
          enteredBy: scope.userId,
          enteredAt: this.clock.now(),
        });
      } catch (error) {
        if (isDuplicate(error)) {
          throw new AppError('APPROPRIATION_TAKEN', `Document ${input.documentNumber} is entered`, {
            document: input.documentNumber,
          });
        }
        throw error;
      }
      tx.audit({
        entity: 'appropriation',
        entityId: id,
        centerId: null,
        action: 'add',
        changes: [
          { field: 'year', from: null, to: input.year },
          { field: 'amountFen', from: null, to: input.amountFen },
          { field: 'documentNumber', from: null, to: input.documentNumber },
        ],
        reason: input.note ?? null,
      });
    });
    return await this.read(scope, input.countyCode, input.year);
  }
}

function assertCounty(scope: Scope, countyCode: string): void {
  if (!scope.countyCodes.includes(countyCode)) {
    throw new AppError('NOT_FOUND', `No county ${countyCode} in reach`, {
      entity: 'county',
      id: countyCode,
    });
  }
}
