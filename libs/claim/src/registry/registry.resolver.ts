import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, UnitOfWork, type Scope } from '@yibu/platform';

import {
  AcceptRegistryListInput,
  RegistryList,
  RegistryListInput,
  RegistryListPage,
  RegistryListsArgs,
  RegistryPersonInput,
  RegistryRemarkPage,
  RegistryRemarksArgs,
  RegistryRow,
  RegistryRowPage,
  RegistryRowsArgs,
  WithdrawRegistryListInput,
  WithdrawRegistryRowInput,
} from './registry.graphql.js';
import { RegistryDesk } from './registry-desk.service.js';
import { findList, listLists, pageRemarks } from './registry.queries.js';
import { ListAcceptanceService } from './list-acceptance.service.js';
import { RegistryWithdrawal } from './registry-withdrawal.service.js';

/** What the county's registers say, list by list. The bureau's alone. */
@Resolver()
export class RegistryResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acceptance: ListAcceptanceService,
    private readonly withdrawal: RegistryWithdrawal,
    private readonly desk: RegistryDesk,
  ) {}

  @Query(() => RegistryListPage)
  @Allow('registry.read')
  async registryLists(
    @CurrentScope() scope: Scope,
    @Args() args: RegistryListsArgs,
  ): Promise<RegistryListPage> {
    return await listLists(this.unitOfWork.read(scope), args);
  }

  @Query(() => RegistryList)
  @Allow('registry.read')
  async registryList(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RegistryList> {
    return await findList(this.unitOfWork.read(scope), id);
  }

  @Query(() => RegistryRemarkPage, { description: 'Problems and warnings, in the order of rows' })
  @Allow('registry.read')
  async registryRemarks(
    @CurrentScope() scope: Scope,
    @Args() args: RegistryRemarksArgs,
  ): Promise<RegistryRemarkPage> {
    return await pageRemarks(this.unitOfWork.read(scope), args);
  }

  @Query(() => RegistryRowPage)
  @Allow('registry.read')
  async registryRows(
    @CurrentScope() scope: Scope,
    @Args() args: RegistryRowsArgs,
  ): Promise<RegistryRowPage> {
    await findList(this.unitOfWork.read(scope), args.listId);
    return await this.desk.rows(scope, args);
  }

  @Query(() => [RegistryRow], { description: 'By the exact ID number, every version' })
  @Allow('registry.read')
  async registryPerson(
    @CurrentScope() scope: Scope,
    @Args('input') input: RegistryPersonInput,
  ): Promise<RegistryRow[]> {
    return await this.desk.ofPerson(scope, input.fullIdNumber);
  }

  @Mutation(() => RegistryList, {
    description: 'Begins the work: good rows come in, the others stay outside',
  })
  @Allow('registry.import')
  async acceptRegistryList(
    @CurrentScope() scope: Scope,
    @Args('input') input: AcceptRegistryListInput,
  ): Promise<RegistryList> {
    const id = await this.acceptance.begin(scope, input);
    return await findList(this.unitOfWork.read(scope), id);
  }

  @Mutation(() => Boolean, { description: 'A list that was only tried' })
  @Allow('registry.import')
  async discardRegistryList(
    @CurrentScope() scope: Scope,
    @Args('input') input: RegistryListInput,
  ): Promise<boolean> {
    return await this.withdrawal.discard(scope, input.listId);
  }

  @Mutation(() => RegistryList, { description: 'Nothing that the list said holds any more' })
  @Allow('registry.import')
  async withdrawRegistryList(
    @CurrentScope() scope: Scope,
    @Args('input') input: WithdrawRegistryListInput,
  ): Promise<RegistryList> {
    const id = await this.withdrawal.withdrawList(scope, input);
    return await findList(this.unitOfWork.read(scope), id);
  }

  @Mutation(() => RegistryList)
  @Allow('registry.import')
  async withdrawRegistryRow(
    @CurrentScope() scope: Scope,
    @Args('input') input: WithdrawRegistryRowInput,
  ): Promise<RegistryList> {
    const id = await this.withdrawal.withdrawRow(scope, input);
    return await findList(this.unitOfWork.read(scope), id);
  }
}
