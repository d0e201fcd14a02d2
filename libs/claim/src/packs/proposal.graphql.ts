import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import {
  FenScalar,
  InstantScalar,
  LocalDateScalar,
  PageArgs,
  YearMonthScalar,
} from '@yibu/platform';
import { IsIn, IsOptional, IsString, Length, Matches, Min } from 'class-validator';

import {
  PROPOSAL_KINDS,
  PROPOSAL_STATUSES,
  type ProposalKind,
  type ProposalStatus,
} from './proposal.rules.js';

const ProposalKindEnum = Object.fromEntries(PROPOSAL_KINDS.map((kind) => [kind, kind]));
registerEnumType(ProposalKindEnum, { name: 'ProposalKind' });
const ProposalStatusEnum = Object.fromEntries(PROPOSAL_STATUSES.map((status) => [status, status]));
registerEnumType(ProposalStatusEnum, { name: 'ProposalStatus' });

const COUNTY = /^\d{6}$/;
const MAX_REASON = 500;

@ObjectType({ description: 'A change of the county’s rules: proposed by one, settled by another.' })
export class PolicyProposal {
  @Field(() => ID) id: string;
  @Field(() => String) countyCode: string;
  @Field(() => ProposalKindEnum) kind: ProposalKind;
  @Field(() => ProposalStatusEnum) status: ProposalStatus;
  @Field(() => ID) packId: string;
  @Field(() => String) packCode: string;
  @Field(() => Int) packVersion: number;
  @Field(() => String) packTitleZh: string;
  @Field(() => String) packTitleEn: string;
  @Field(() => LocalDateScalar, { nullable: true }) fromOn: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn: LocalDate | null;
  @Field(() => String, { nullable: true }) decision: string | null;
  @Field(() => String, { nullable: true }) oldOption: string | null;
  @Field(() => String, { nullable: true }) newOption: string | null;
  @Field(() => String, { nullable: true }) rate: string | null;
  @Field(() => FenScalar, { nullable: true }) fen: Fen | null;
  @Field(() => String, { nullable: true }) documentNumber: string | null;
  @Field(() => String, { nullable: true }) documentTitle: string | null;
  @Field(() => String, { nullable: true }) clause: string | null;
  @Field(() => ID, { nullable: true }) scanId: string | null;
  @Field(() => ID, { nullable: true, description: 'The trial run that showed the effect' })
  runId: string | null;
  @Field(() => String) reason: string;
  @Field(() => String) proposedByName: string;
  @Field(() => InstantScalar) proposedAt: Date;
  @Field(() => Boolean, { description: 'The caller proposed it, and may take it back' })
  isOwn: boolean;
  @Field(() => String, { nullable: true }) settledByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) settledAt: Date | null;
  @Field(() => String, { nullable: true }) settledReason: string | null;
}

@ObjectType()
export class PolicyProposalPage {
  @Field(() => [PolicyProposal]) items: PolicyProposal[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'A dated notice that sets a figure of a pack in this county.' })
export class CountyNotice {
  @Field(() => ID) id: string;
  @Field(() => String) packCode: string;
  @Field(() => String) rate: string;
  @Field(() => FenScalar) fen: Fen;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn: LocalDate | null;
  @Field(() => Boolean, { description: 'Taken back before it began' }) isVoid: boolean;
  @Field(() => String) documentNumber: string;
  @Field(() => String) documentTitle: string;
  @Field(() => String) clause: string;
  @Field(() => ID) scanId: string;
  @Field(() => String) scanName: string;
  @Field(() => String) proposedByName: string;
  @Field(() => String) confirmedByName: string;
  @Field(() => InstantScalar) confirmedAt: Date;
}

@ArgsType()
export class ProposalsArgs extends PageArgs {
  @Field(() => String) @Matches(COUNTY) countyCode: string;
  @Field(() => ProposalStatusEnum, { nullable: true })
  @IsOptional()
  @IsIn(PROPOSAL_STATUSES)
  status?: ProposalStatus;
}

@InputType()
export class ProposeActivationInput {
  @Field(() => String) @Matches(COUNTY) countyCode: string;
  @Field(() => ID) @IsString() packId: string;
  @Field(() => YearMonthScalar, { description: 'First month that it is in force' })
  fromMonth: YearMonth;
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
  @Field(() => ID, { nullable: true, description: 'The trial run that was looked at' })
  @IsOptional()
  @IsString()
  runId?: string;
}

@InputType()
export class ProposeDecisionInput {
  @Field(() => String) @Matches(COUNTY) countyCode: string;
  @Field(() => ID) @IsString() packId: string;
  @Field(() => String) @Length(1, 40) decision: string;
  @Field(() => String) @Length(1, 60) option: string;
  @Field(() => ID, { description: 'A finished trial run of exactly this switch' })
  @IsString()
  runId: string;
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
}

@InputType()
export class ProposeNoticeInput {
  @Field(() => String) @Matches(COUNTY) countyCode: string;
  @Field(() => ID) @IsString() packId: string;
  @Field(() => String) @Length(1, 60) rate: string;
  @Field(() => FenScalar) @Min(0) fen: Fen;
  @Field(() => YearMonthScalar, { description: 'First month that pays the figure' })
  fromMonth: YearMonth;
  @Field(() => YearMonthScalar, { nullable: true, description: 'Last month, if it ends' })
  @IsOptional()
  lastMonth?: YearMonth | null;
  @Field(() => String) @Length(1, 80) documentNumber: string;
  @Field(() => String) @Length(1, 200) documentTitle: string;
  @Field(() => String) @Length(1, 80) clause: string;
  @Field(() => ID) @IsString() scanId: string;
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
}

@InputType()
export class ProposeNoticeEndInput {
  @Field(() => String) @Matches(COUNTY) countyCode: string;
  @Field(() => ID) @IsString() noticeId: string;
  @Field(() => YearMonthScalar, { description: 'First month that no longer pays the figure' })
  fromMonth: YearMonth;
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
}

@InputType()
export class SettleProposalInput {
  @Field(() => ID) @IsString() proposalId: string;
  @Field(() => String, { description: 'Why, for the record' })
  @Length(1, MAX_REASON)
  reason: string;
}

@InputType()
export class ConfirmProposalInput {
  @Field(() => ID) @IsString() proposalId: string;
}
