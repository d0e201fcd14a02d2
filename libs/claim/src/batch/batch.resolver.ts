import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import { Inject } from '@nestjs/common';
import { Allow, CLOCK, CurrentScope, NeedsPassword, UnitOfWork, type Scope } from '@yibu/platform';

import {
  AddAppropriationInput,
  CancelPaymentBatchInput,
  ConfirmBatchItemInput,
  CreatePaymentBatchInput,
  PayableClaimList,
  PaymentBatch,
  PaymentBatchesArgs,
  PaymentBatchPage,
  RefuseBatchItemInput,
  YearBudget,
} from './batch.graphql.js';
import { findBatch, listBatches, payableClaims } from './batch.queries.js';
import { BatchService } from './batch.service.js';
import { BudgetService } from './budget.service.js';

@Resolver()
export class BatchResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: BatchService,
    private readonly budgets: BudgetService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => PayableClaimList, { description: 'What may go into a batch' })
  @Allow('review.read')
  async payableClaims(@CurrentScope() scope: Scope): Promise<PayableClaimList> {
    return await payableClaims(this.unitOfWork.read(scope), this.clock.today());
  }

  @Query(() => PaymentBatchPage)
  @Allow('review.read')
  async paymentBatches(
    @CurrentScope() scope: Scope,
    @Args() args: PaymentBatchesArgs,
  ): Promise<PaymentBatchPage> {
    return await listBatches(this.unitOfWork.read(scope), args);
  }

  @Query(() => PaymentBatch)
  @Allow('review.read')
  async paymentBatch(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<PaymentBatch> {
    return await findBatch(this.unitOfWork.read(scope), id);
  }

  @Query(() => YearBudget)
  @Allow('review.read')
  async yearBudget(
    @CurrentScope() scope: Scope,
    @Args('countyCode') countyCode: string,
    @Args('year', { type: () => Int }) year: number,
  ): Promise<YearBudget> {
    return await this.budgets.read(scope, countyCode, year);
  }

  @Mutation(() => YearBudget)
  @Allow('payment.write')
  async addAppropriation(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddAppropriationInput,
  ): Promise<YearBudget> {
    return await this.budgets.add(scope, input);
  }

  @Mutation(() => PaymentBatch)
  @Allow('payment.write')
  @NeedsPassword()
  async createPaymentBatch(
    @CurrentScope() scope: Scope,
    @Args('input') input: CreatePaymentBatchInput,
  ): Promise<PaymentBatch> {
    return await this.shown(scope, await this.batches.create(scope, input));
  }

  @Mutation(() => PaymentBatch, { description: 'Only while nothing of it is settled' })
  @Allow('payment.write')
  async cancelPaymentBatch(
    @CurrentScope() scope: Scope,
    @Args('input') input: CancelPaymentBatchInput,
  ): Promise<PaymentBatch> {
    return await this.shown(scope, await this.batches.cancel(scope, input));
  }

  @Mutation(() => PaymentBatch, { description: 'The finance bureau paid a claim of the batch' })
  @Allow('payment.confirm')
  @NeedsPassword()
  async confirmBatchPayment(
    @CurrentScope() scope: Scope,
    @Args('input') input: ConfirmBatchItemInput,
  ): Promise<PaymentBatch> {
    return await this.shown(scope, await this.batches.confirm(scope, input));
  }

  @Mutation(() => PaymentBatch, { description: 'The claim is free again for another batch' })
  @Allow('payment.confirm')
  async refuseBatchPayment(
    @CurrentScope() scope: Scope,
    @Args('input') input: RefuseBatchItemInput,
  ): Promise<PaymentBatch> {
    return await this.shown(scope, await this.batches.refuse(scope, input));
  }

  private async shown(scope: Scope, id: string): Promise<PaymentBatch> {
    return await findBatch(this.unitOfWork.read(scope), id);
  }
}
