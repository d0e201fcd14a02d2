import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import {
  Allow,
  CLOCK,
  CurrentScope,
  offsetOf,
  PageArgs,
  UnitOfWork,
  type Scope,
} from '@yibu/platform';

import {
  AddCertificateInput,
  CertificateReasonInput,
  CertificateSummary,
  CorrectCertificateInput,
  CreateStaffMemberInput,
  ExpiryStateEnum,
  StaffCertificate,
  StaffCertificatePage,
  StaffMember,
  StaffMemberPage,
  StaffPostEnum,
  UpdateStaffMemberInput,
} from './staff.graphql.js';
import {
  certificateBoard,
  certificatesOf,
  certificateSummary,
  findStaff,
  listStaff,
} from './staff.queries.js';
import type { ExpiryState } from './staff.rules.js';
import { StaffService } from './staff.service.js';

const REF = { type: () => ID } as const;
const OPTIONAL_TEXT = { type: () => String, nullable: true } as const;

@Resolver(() => StaffMember)
export class StaffResolver {
  constructor(
    private readonly service: StaffService,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => StaffMemberPage)
  @Allow('staff.read')
  async staffMembers(
    @CurrentScope() scope: Scope,
    @Args() page: PageArgs,
    @Args('centerId', REF) centerId: string,
    @Args('search', OPTIONAL_TEXT) search?: string,
    @Args('post', { type: () => StaffPostEnum, nullable: true }) post?: string,
    @Args('isEmployed', { type: () => Boolean, nullable: true }) isEmployed?: boolean,
  ): Promise<StaffMemberPage> {
    return await listStaff(this.unitOfWork.read(scope), {
      centerId,
      today: this.clock.today(),
      search: search ?? null,
      post: post ?? null,
      isEmployed: isEmployed ?? null,
      limit: page.pageSize,
      offset: offsetOf(page),
    });
  }

  @Query(() => StaffMember)
  @Allow('staff.read')
  async staffMember(
    @CurrentScope() scope: Scope,
    @Args('id', REF) id: string,
  ): Promise<StaffMember> {
    return await findStaff(this.unitOfWork.read(scope), this.clock.today(), id);
  }

  @Query(() => [StaffCertificate])
  @Allow('staff.read')
  async staffCertificates(
    @CurrentScope() scope: Scope,
    @Args('staffId', REF) staffId: string,
  ): Promise<StaffCertificate[]> {
    return await certificatesOf(this.unitOfWork.read(scope), this.clock.today(), staffId);
  }

  @Query(() => StaffCertificatePage)
  @Allow('staff.read')
  async certificateBoard(
    @CurrentScope() scope: Scope,
    @Args() page: PageArgs,
    @Args('centerId', REF) centerId: string,
    @Args('state', { type: () => ExpiryStateEnum, nullable: true }) state?: ExpiryState,
  ): Promise<StaffCertificatePage> {
    return await certificateBoard(this.unitOfWork.read(scope), {
      centerId,
      today: this.clock.today(),
      state: state ?? null,
      limit: page.pageSize,
      offset: offsetOf(page),
    });
  }

  @Query(() => CertificateSummary)
  @Allow('staff.read')
  async certificateSummary(
    @CurrentScope() scope: Scope,
    @Args('centerId', REF) centerId: string,
  ): Promise<CertificateSummary> {
    return await certificateSummary(this.unitOfWork.read(scope), this.clock.today(), centerId);
  }

  @Mutation(() => StaffMember)
  @Allow('staff.write')
  async createStaffMember(
    @CurrentScope() scope: Scope,
    @Args('input') input: CreateStaffMemberInput,
  ): Promise<StaffMember> {
    return await this.service.create(scope, input);
  }

  @Mutation(() => StaffMember)
  @Allow('staff.write')
  async updateStaffMember(
    @CurrentScope() scope: Scope,
    @Args('input') input: UpdateStaffMemberInput,
  ): Promise<StaffMember> {
    return await this.service.update(scope, input);
  }

  @Mutation(() => StaffCertificate)
  @Allow('staff.write')
  async addCertificate(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddCertificateInput,
  ): Promise<StaffCertificate> {
    return await this.service.addCertificate(scope, input);
  }

  @Mutation(() => StaffCertificate)
  @Allow('staff.write')
  async correctCertificate(
    @CurrentScope() scope: Scope,
    @Args('input') input: CorrectCertificateInput,
  ): Promise<StaffCertificate> {
    return await this.service.correctCertificate(scope, input);
  }

  @Mutation(() => Boolean)
  @Allow('staff.write')
  async removeCertificate(
    @CurrentScope() scope: Scope,
    @Args('input') input: CertificateReasonInput,
  ): Promise<boolean> {
    return await this.service.removeCertificate(scope, input);
  }

  @Mutation(() => StaffCertificate)
  @Allow('staff.write')
  async verifyCertificate(
    @CurrentScope() scope: Scope,
    @Args('id', REF) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<StaffCertificate> {
    return await this.service.verifyCertificate(scope, { id, version });
  }
}
