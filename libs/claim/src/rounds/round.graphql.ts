import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen } from '@yibu/kernel';
import { FenScalar, InstantScalar } from '@yibu/platform';
import { IsString, Length, Matches } from 'class-validator';

import { PERIOD_TEXT } from '../claims/claim.inputs.js';

const MAX_KEY = 255;

export const ROUND_STATES = ['WAITING', 'COMPUTING', 'DONE', 'SKIPPED', 'FAILED'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
const ClaimRoundStateEnum = Object.fromEntries(ROUND_STATES.map((state) => [state, state]));
registerEnumType(ClaimRoundStateEnum, {
  name: 'ClaimRoundState',
  description: 'SKIPPED: the center has claimed this period already',
});

@ObjectType({ description: 'One center of a round.' })
export class ClaimRoundItem {
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => ClaimRoundStateEnum) state: RoundState;
  @Field(() => ID, { nullable: true }) claimId: string | null;
  @Field(() => String, { nullable: true }) errorCode: string | null;
  @Field(() => String, { nullable: true, description: 'JSON parameters of the error' })
  errorParams: string | null;
  @Field(() => Int, { nullable: true, description: 'What stands in the way of its submission' })
  blockCount: number | null;
  @Field(() => FenScalar, { nullable: true }) claimedFen: Fen | null;
}

@ObjectType({ description: 'One deed that prepares a period for all centers of an operator.' })
export class ClaimRound {
  @Field(() => ID) id: string;
  @Field(() => String) period: string;
  @Field(() => String) startedByName: string;
  @Field(() => InstantScalar) startedAt: Date;
  @Field(() => Int, { description: 'Centers in reach' }) total: number;
  @Field(() => Int) done: number;
  @Field(() => Int) skipped: number;
  @Field(() => Int) failed: number;
  @Field(() => Boolean, { description: 'Nothing waits or is being computed any more' })
  isOver: boolean;
  @Field(() => [ClaimRoundItem]) items: ClaimRoundItem[];
}

@InputType()
export class PrepareClaimsInput {
  @Field(() => String, { description: '2025-04, 2025-Q2, 2025-H1 or 2025' })
  @Matches(PERIOD_TEXT)
  period: string;
  @Field(() => String) @IsString() @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class RetryClaimsInput {
  @Field(() => ID) @IsString() roundId: string;
}
