import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, NeedsPassword, UnitOfWork, type Scope } from '@yibu/platform';

import {
  ConfirmProposalInput,
  CountyNotice,
  PolicyProposal,
  PolicyProposalPage,
  ProposalsArgs,
  ProposeActivationInput,
  ProposeDecisionInput,
  ProposeNoticeEndInput,
  ProposeNoticeInput,
  SettleProposalInput,
} from './proposal.graphql.js';
import { listNotices, listProposals } from './proposal.queries.js';
import { ProposalService } from './proposal.service.js';
import {
  PolicyRun,
  PolicyRunChangePage,
  PolicyRunChangesArgs,
  PolicyRunDetail,
  PolicyRunPage,
  PolicyRunsArgs,
  StartPolicyRunInput,
} from './run.graphql.js';
import { listRuns, runChanges, runDetail } from './run.queries.js';
import { PolicyRunService } from './run.service.js';

/** How a county changes its rules, and tries a change before. */
@Resolver()
export class PolicyResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalService,
    private readonly runs: PolicyRunService,
  ) {}

  @Query(() => PolicyProposalPage, { description: 'Open ones first' })
  @Allow('pack.read')
  async policyProposals(
    @CurrentScope() scope: Scope,
    @Args() args: ProposalsArgs,
  ): Promise<PolicyProposalPage> {
    return await listProposals(this.unitOfWork.read(scope), args);
  }

  @Query(() => [CountyNotice])
  @Allow('pack.read')
  async countyNotices(
    @CurrentScope() scope: Scope,
    @Args('countyCode') countyCode: string,
  ): Promise<CountyNotice[]> {
    return await listNotices(this.unitOfWork.read(scope), countyCode);
  }

  @Query(() => PolicyRunPage)
  @Allow('pack.manage')
  async policyRuns(
    @CurrentScope() scope: Scope,
    @Args() args: PolicyRunsArgs,
  ): Promise<PolicyRunPage> {
    return await listRuns(this.unitOfWork.read(scope), args);
  }

  @Query(() => PolicyRunDetail)
  @Allow('pack.manage')
  async policyRun(
    @CurrentScope() scope: Scope,
    @Args('runId', { type: () => ID }) runId: string,
  ): Promise<PolicyRunDetail> {
    return await runDetail(this.unitOfWork.read(scope), runId);
  }

  @Query(() => PolicyRunChangePage)
  @Allow('pack.manage')
  async policyRunChanges(
    @CurrentScope() scope: Scope,
    @Args() args: PolicyRunChangesArgs,
  ): Promise<PolicyRunChangePage> {
    return await runChanges(this.unitOfWork.read(scope), args);
  }

  @Mutation(() => PolicyRun)
  @Allow('pack.manage')
  async startPolicyRun(
    @CurrentScope() scope: Scope,
    @Args('input') input: StartPolicyRunInput,
  ): Promise<PolicyRun> {
    return await this.runs.start(scope, input);
  }

  @Mutation(() => PolicyProposal)
  @Allow('pack.manage')
  async proposeActivation(
    @CurrentScope() scope: Scope,
    @Args('input') input: ProposeActivationInput,
  ): Promise<PolicyProposal> {
    return await this.proposals.proposeActivation(scope, input);
  }

  @Mutation(() => PolicyProposal)
  @Allow('pack.manage')
  async proposeDecision(
    @CurrentScope() scope: Scope,
    @Args('input') input: ProposeDecisionInput,
  ): Promise<PolicyProposal> {
    return await this.proposals.proposeDecision(scope, input);
  }

  @Mutation(() => PolicyProposal)
  @Allow('pack.manage')
  async proposeNotice(
    @CurrentScope() scope: Scope,
    @Args('input') input: ProposeNoticeInput,
  ): Promise<PolicyProposal> {
    return await this.proposals.proposeNotice(scope, input);
  }

  @Mutation(() => PolicyProposal)
  @Allow('pack.manage')
  async proposeNoticeEnd(
    @CurrentScope() scope: Scope,
    @Args('input') input: ProposeNoticeEndInput,
  ): Promise<PolicyProposal> {
    return await this.proposals.proposeNoticeEnd(scope, input);
  }

  @Mutation(() => PolicyProposal, {
    description: 'By the leader, and by another person than the one who proposed it',
  })
  @Allow('pack.confirm')
  @NeedsPassword()
  async confirmProposal(
    @CurrentScope() scope: Scope,
    @Args('input') input: ConfirmProposalInput,
  ): Promise<PolicyProposal> {
    return await this.proposals.confirm(scope, input.proposalId);
  }

  @Mutation(() => PolicyProposal, {
    description: 'By the leader, and by another person than the one who proposed it',
  })
  @Allow('pack.confirm')
  async rejectProposal(
    @CurrentScope() scope: Scope,
    @Args('input') input: SettleProposalInput,
  ): Promise<PolicyProposal> {
    return await this.proposals.reject(scope, input.proposalId, input.reason);
  }

  @Mutation(() => PolicyProposal, { description: 'By the person who proposed it' })
  @Allow('pack.manage')
  async withdrawProposal(
    @CurrentScope() scope: Scope,
    @Args('input') input: SettleProposalInput,
  ): Promise<PolicyProposal> {
    return await this.proposals.withdraw(scope, input.proposalId, input.reason);
  }
}
