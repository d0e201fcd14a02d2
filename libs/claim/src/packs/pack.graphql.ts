import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar } from '@yibu/platform';
import { Length, Matches } from 'class-validator';

@ObjectType({ description: 'One published text of a policy pack.' })
export class PolicyPack {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => Int) version: number;
  @Field(() => String) sha256: string;
  @Field(() => String, { description: 'BUILT_IN or COUNTY' }) origin: string;
  @Field(() => String) status: string;
  @Field(() => String) titleZh: string;
  @Field(() => String) titleEn: string;
  @Field(() => InstantScalar) createdAt: Date;
}

@ObjectType()
export class CountyPack {
  @Field(() => ID) id: string;
  @Field(() => String) countyCode: string;
  @Field(() => String) packCode: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn: LocalDate | null;
}

@ObjectType()
export class PackOption {
  @Field(() => String) id: string;
  @Field(() => String) textZh: string;
  @Field(() => String) textEn: string;
}

@ObjectType({
  description: 'A sentence that can be read in two ways, and how this county reads it.',
})
export class PackDecision {
  @Field(() => String) id: string;
  @Field(() => String) questionZh: string;
  @Field(() => String) questionEn: string;
  @Field(() => [PackOption]) options: PackOption[];
  @Field(() => String, { nullable: true }) chosen: string | null;
  @Field(() => Boolean, { description: 'False: as the pack ships' }) isCountyChoice: boolean;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) decidedAt: Date | null;
}

@InputType()
export class AdoptPackInput {
  @Field(() => String) @Matches(/^\d{6}$/) countyCode: string;
  @Field(() => String) @Length(1, 80) packCode: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
}

@InputType()
export class DecidePackOptionInput {
  @Field(() => String) @Matches(/^\d{6}$/) countyCode: string;
  @Field(() => String) @Length(1, 80) packCode: string;
  @Field(() => String) @Length(1, 40) decision: string;
  @Field(() => String) @Length(1, 60) chosen: string;
  @Field(() => String) @Length(1, 500) reason: string;
}
