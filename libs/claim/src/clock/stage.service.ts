import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, type Clock } from '@yibu/kernel';
import { CLOCK, isDuplicate, newId, UnitOfWork, type Scope } from '@yibu/platform';

import { ClaimStageRuleEntity } from './stage.entities.js';
import type { ClaimStageRule, SetClaimStageRuleInput } from './stage.graphql.js';
import { listRules } from './stage.queries.js';

/** The county's own calendar of a claim. Rules are added with a day, never changed: an earlier claim keeps its rule. */
@Injectable()
export class StageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope): Promise<ClaimStageRule[]> {
    return await listRules(this.unitOfWork.read(scope));
  }

  async set(scope: Scope, input: SetClaimStageRuleInput): Promise<ClaimStageRule[]> {
    if (!scope.countyCodes.includes(input.countyCode)) {
      throw new AppError('NOT_FOUND', `No county ${input.countyCode} in reach`, {
        entity: 'county',
        id: input.countyCode,
      });
    }
    assertWhole(input);
    await this.unitOfWork.run(scope, async (tx) => {
      const { windowFromDay, windowUntilDay, lateRule, ...rest } = input;
      const days = {
        windowFromDay: windowFromDay ?? null,
        windowUntilDay: windowUntilDay ?? null,
        lateRule: windowUntilDay == null ? null : (lateRule ?? null),
        intakeDays: rest.intakeDays ?? null,
        reviewDays: rest.reviewDays ?? null,
        decisionDays: rest.decisionDays ?? null,
        paymentDays: rest.paymentDays ?? null,
      };
      const id = newId();
      try {
        await tx.insert(ClaimStageRuleEntity, {
          id,
          countyCode: input.countyCode,
          fromOn: input.fromOn,
          ...days,
          reason: input.reason.trim(),
          setBy: scope.userId,
          setAt: this.clock.now(),
        });
      } catch (error) {
        if (isDuplicate(error)) {
          throw new AppError('STAGE_RULE_TAKEN', `${input.countyCode} has a rule of that day`, {
            day: input.fromOn,
          });
        }
        throw error;
      }
      tx.audit({
        entity: 'claimStageRule',
        entityId: id,
        centerId: null,
        action: 'set',
        changes: Object.entries({ fromOn: input.fromOn, ...days }).flatMap(([field, to]) =>
          to === null ? [] : [{ field, from: null, to }],
        ),
        reason: input.reason,
      });
    });
    return await this.list(scope);
  }
}

function assertWhole(input: SetClaimStageRuleInput): void {
  const until = input.windowUntilDay ?? null;
  if (until === null && (input.windowFromDay ?? null) !== null) {
    throw new InputError([{ path: 'windowUntilDay', rule: 'isDefined' }]);
  }
  if (until !== null && (input.lateRule ?? null) === null) {
    throw new InputError([{ path: 'lateRule', rule: 'isDefined' }]);
  }
  if (until !== null && until < (input.windowFromDay ?? 1)) {
    throw new InputError([{ path: 'windowUntilDay', rule: 'min' }]);
  }
}
