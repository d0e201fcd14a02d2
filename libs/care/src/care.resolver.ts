import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { YearMonth } from '@yibu/kernel';
import {
  Allow,
  CurrentScope,
  offsetOf,
  PageArgs,
  UnitOfWork,
  YearMonthScalar,
  type Scope,
} from '@yibu/platform';

import {
  RecordServicesInput,
  ServiceRecord,
  ServiceRecordPage,
  ServiceTypeEnum,
  VoidServiceInput,
} from './care.graphql.js';
import { listServices } from './care.queries.js';
import type { ServiceType } from './care.rules.js';
import { CareService } from './care.service.js';

const REF = { type: () => ID } as const;
const OPTIONAL_REF = { type: () => ID, nullable: true } as const;

@Resolver(() => ServiceRecord)
export class CareResolver {
  constructor(
    private readonly service: CareService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Query(() => ServiceRecordPage)
  @Allow('service.read')
  async services(
    @CurrentScope() scope: Scope,
    @Args() page: PageArgs,
    @Args('centerId', REF) centerId: string,
    @Args('month', { type: () => YearMonthScalar, nullable: true }) month?: YearMonth,
    @Args('residentId', OPTIONAL_REF) residentId?: string,
    @Args('staffId', OPTIONAL_REF) staffId?: string,
    @Args('type', { type: () => ServiceTypeEnum, nullable: true }) type?: ServiceType,
  ): Promise<ServiceRecordPage> {
    return await listServices(this.unitOfWork.read(scope), {
      centerId,
      month: month ?? null,
      residentId: residentId ?? null,
      staffId: staffId ?? null,
      type: type ?? null,
      limit: page.pageSize,
      offset: offsetOf(page),
    });
  }

  @Mutation(() => Int, { description: 'How many records were new' })
  @Allow('service.write')
  async recordServices(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordServicesInput,
  ): Promise<number> {
    return await this.service.record(scope, input);
  }

  @Mutation(() => Boolean, { description: 'False when it was voided before' })
  @Allow('service.write')
  async voidService(
    @CurrentScope() scope: Scope,
    @Args('input') input: VoidServiceInput,
  ): Promise<boolean> {
    return await this.service.void(scope, input.id, input.reason);
  }
}
