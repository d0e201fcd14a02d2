import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import {
  Allow,
  CLOCK,
  CurrentScope,
  NeedsPassword,
  PageArgs,
  UnitOfWork,
  type Scope,
} from '@yibu/platform';

import { GradeService } from './grade.service.js';
import {
  AddCenterGradeInput,
  BankAccount,
  Center,
  CenterGrade,
  CenterPage,
  CorrectCenterGradeInput,
  County,
  CountyInput,
  CreateCenterInput,
  CreateContractInput,
  CreateOrganizationInput,
  EndContractInput,
  OperatingContract,
  OrganizationPage,
  SetBankAccountInput,
  UpdateCenterInput,
} from './place.graphql.js';
import {
  findCenter,
  listCenters,
  listContracts,
  listCounties,
  listGrades,
  listOrganizations,
} from './place.queries.js';
import { PlaceService } from './place.service.js';

const CENTER_ID = { type: () => ID } as const;
const SEARCH = { type: () => String, nullable: true } as const;

@Resolver(() => Center)
export class PlaceResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly places: PlaceService,
    private readonly grades: GradeService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [County])
  @Allow('center.read')
  async counties(@CurrentScope() scope: Scope): Promise<County[]> {
    return await listCounties(this.unitOfWork.read(scope));
  }

  @Query(() => CenterPage)
  @Allow('center.read')
  async centers(
    @CurrentScope() scope: Scope,
    @Args() page: PageArgs,
    @Args('search', SEARCH) search?: string,
  ): Promise<CenterPage> {
    const paging = { page: page.page, pageSize: page.pageSize, search: search ?? null };
    return await listCenters(this.unitOfWork.read(scope), this.clock.today(), paging);
  }

  @Query(() => Center)
  @Allow('center.read')
  async center(@CurrentScope() scope: Scope, @Args('id', CENTER_ID) id: string): Promise<Center> {
    return await findCenter(this.unitOfWork.read(scope), this.clock.today(), id);
  }

  @Query(() => OrganizationPage)
  @Allow('center.read')
  async organizations(
    @CurrentScope() scope: Scope,
    @Args() page: PageArgs,
    @Args('search', SEARCH) search?: string,
  ): Promise<OrganizationPage> {
    const paging = { page: page.page, pageSize: page.pageSize, search: search ?? null };
    return await listOrganizations(this.unitOfWork.read(scope), this.clock.today(), paging);
  }

  @Query(() => [OperatingContract])
  @Allow('center.read')
  async contracts(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER_ID) centerId: string,
  ): Promise<OperatingContract[]> {
    return await listContracts(this.unitOfWork.read(scope), centerId);
  }

  @Query(() => [CenterGrade])
  @Allow('center.read')
  async centerGrades(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER_ID) centerId: string,
  ): Promise<CenterGrade[]> {
    return await listGrades(this.unitOfWork.read(scope), centerId);
  }

  @Query(() => BankAccount, { nullable: true })
  @Allow('claim.read')
  async bankAccount(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER_ID) centerId: string,
  ): Promise<BankAccount | null> {
    return await this.grades.bankAccount(scope, centerId);
  }

  @Mutation(() => County)
  @Allow('organization.manage')
  async saveCounty(
    @CurrentScope() scope: Scope,
    @Args('input') input: CountyInput,
  ): Promise<County> {
    return await this.places.saveCounty(scope, input);
  }

  @Mutation(() => ID)
  @Allow('organization.manage')
  async createOrganization(
    @CurrentScope() scope: Scope,
    @Args('input') input: CreateOrganizationInput,
  ): Promise<string> {
    return await this.places.createOrganization(scope, input);
  }

  @Mutation(() => ID)
  @Allow('center.manage')
  async createCenter(
    @CurrentScope() scope: Scope,
    @Args('input') input: CreateCenterInput,
  ): Promise<string> {
    return await this.places.createCenter(scope, input);
  }

  @Mutation(() => Center)
  @Allow('center.manage')
  async updateCenter(
    @CurrentScope() scope: Scope,
    @Args('input') input: UpdateCenterInput,
  ): Promise<Center> {
    return await this.places.updateCenter(scope, input);
  }

  @Mutation(() => OperatingContract)
  @Allow('contract.manage')
  async createContract(
    @CurrentScope() scope: Scope,
    @Args('input') input: CreateContractInput,
  ): Promise<OperatingContract> {
    return await this.places.createContract(scope, input);
  }

  @Mutation(() => OperatingContract)
  @Allow('contract.manage')
  async endContract(
    @CurrentScope() scope: Scope,
    @Args('input') input: EndContractInput,
  ): Promise<OperatingContract> {
    return await this.places.endContract(scope, input);
  }

  @Mutation(() => CenterGrade)
  @Allow('grade.write')
  async addCenterGrade(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddCenterGradeInput,
  ): Promise<CenterGrade> {
    return await this.grades.add(scope, input);
  }

  @Mutation(() => CenterGrade)
  @Allow('grade.write')
  async correctCenterGrade(
    @CurrentScope() scope: Scope,
    @Args('input') input: CorrectCenterGradeInput,
  ): Promise<CenterGrade> {
    return await this.grades.correct(scope, input);
  }

  @Mutation(() => BankAccount)
  @Allow('account.write')
  @NeedsPassword()
  async setBankAccount(
    @CurrentScope() scope: Scope,
    @Args('input') input: SetBankAccountInput,
  ): Promise<BankAccount> {
    return await this.grades.setBankAccount(scope, input);
  }
}
