import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import {
  ComplianceSheet,
  CountyProgressSheet,
  RecordComplianceInput,
  RecordProgressInput,
} from './compliance.graphql.js';
import { ComplianceService } from './compliance.service.js';

/** The checklist of a center and the progress sheet of a county. */
@Resolver()
export class ComplianceResolver {
  constructor(private readonly compliance: ComplianceService) {}

  @Query(() => ComplianceSheet)
  @Allow('pack.read')
  async complianceSheet(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
  ): Promise<ComplianceSheet> {
    return await this.compliance.sheet(scope, centerId);
  }

  @Query(() => CountyProgressSheet)
  @Allow('pack.manage')
  async countyProgress(
    @CurrentScope() scope: Scope,
    @Args('countyCode') countyCode: string,
  ): Promise<CountyProgressSheet> {
    return await this.compliance.progress(scope, countyCode);
  }

  @Mutation(() => ComplianceSheet)
  @Allow('grade.write')
  async recordCompliance(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordComplianceInput,
  ): Promise<ComplianceSheet> {
    return await this.compliance.record(scope, input);
  }

  @Mutation(() => CountyProgressSheet)
  @Allow('pack.manage')
  async recordCountyProgress(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordProgressInput,
  ): Promise<CountyProgressSheet> {
    return await this.compliance.recordProgress(scope, input);
  }
}
