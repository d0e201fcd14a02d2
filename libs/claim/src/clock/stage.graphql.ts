import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar } from '@yibu/platform';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

import type { LateRule } from './stage.entities.js';

const MOST = 366;

export const LateRuleEnum = { FLAG: 'FLAG', REFUSE: 'REFUSE' } as const;
registerEnumType(LateRuleEnum, {
  name: 'LateRule',
  description: 'FLAG: taken with a reason that stays with the claim. REFUSE: not taken.',
});

@ObjectType({ description: 'When a claim of a period may come in; both days belong to it.' })
export class ClaimWindow {
  @Field(() => LocalDateScalar) opensOn: LocalDate;
  @Field(() => LocalDateScalar) closesOn: LocalDate;
  @Field(() => LateRuleEnum) lateRule: LateRule;
  @Field(() => Int, { description: 'Days past it today, 0 while it is open' }) daysLate: number;
}

@ObjectType({ description: 'What a county expects of both sides, from a day on.' })
export class ClaimStageRule {
  @Field(() => ID) id: string;
  @Field(() => String) countyCode: string;
  @Field(() => String) countyName: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => Int, { nullable: true }) windowFromDay: number | null;
  @Field(() => Int, { nullable: true }) windowUntilDay: number | null;
  @Field(() => LateRuleEnum, { nullable: true }) lateRule: LateRule | null;
  @Field(() => Int, { nullable: true }) intakeDays: number | null;
  @Field(() => Int, { nullable: true }) reviewDays: number | null;
  @Field(() => Int, { nullable: true }) decisionDays: number | null;
  @Field(() => Int, { nullable: true }) paymentDays: number | null;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true }) setByName: string | null;
  @Field(() => InstantScalar) setAt: Date;
}

@InputType()
export class SetClaimStageRuleInput {
  @Field(() => String) @IsString() countyCode: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => Int, { nullable: true, description: 'Days after the period, the first being 1' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  windowFromDay?: number | null;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  windowUntilDay?: number | null;
  @Field(() => LateRuleEnum, { nullable: true }) @IsOptional() lateRule?: LateRule | null;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  intakeDays?: number | null;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  reviewDays?: number | null;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  decisionDays?: number | null;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  paymentDays?: number | null;
  @Field(() => String, { description: 'The document it follows from, or why' })
  @Length(1, 500)
  reason: string;
}
