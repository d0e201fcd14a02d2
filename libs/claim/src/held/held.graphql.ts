import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import {
  FenScalar,
  InstantScalar,
  LocalDateScalar,
  PageArgs,
  YearMonthScalar,
} from '@yibu/platform';
import { IsOptional, IsString, Length } from 'class-validator';

import type { LineKind } from '../claims/claim.entities.js';
import { ClaimLineKindEnum } from '../claims/claim.graphql.js';

const MAX_TEXT = 500;

export const HeldStateEnum = {
  OPEN: 'OPEN',
  OVERDUE: 'OVERDUE',
  RELEASED: 'RELEASED',
  CARRIED: 'CARRIED',
  REFUSED: 'REFUSED',
} as const;
export type HeldState = keyof typeof HeldStateEnum;
registerEnumType(HeldStateEnum, {
  name: 'HeldState',
  description: 'OVERDUE: open past its day. RELEASED: the next decision carries it. CARRIED: done.',
});

@ArgsType()
export class HeldLinesArgs extends PageArgs {
  @Field(() => HeldStateEnum, { nullable: true }) @IsOptional() state?: HeldState;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Held by this claim, or carried by its decision',
  })
  @IsOptional()
  @IsString()
  claimId?: string;
}

@ObjectType({ description: 'A line that a decision left open, and what became of it.' })
export class HeldLine {
  @Field(() => ID) lineId: string;
  @Field(() => ID) claimId: string;
  @Field(() => String) claimNumber: string;
  @Field(() => String) period: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String) program: string;
  @Field(() => ClaimLineKindEnum) kind: LineKind;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => String, { nullable: true }) code: string | null;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => LocalDateScalar) heldUntil: LocalDate;
  @Field(() => HeldStateEnum) state: HeldState;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was released or refused' })
  settledAt: Date | null;
  @Field(() => String, { nullable: true, description: 'null: released by the paper that arrived' })
  settledByName: string | null;
  @Field(() => String, { nullable: true }) settleText: string | null;
  @Field(() => ID, { nullable: true }) carriedInClaimId: string | null;
  @Field(() => String, { nullable: true }) carriedInNumber: string | null;
  @Field(() => Boolean, { description: 'The signed-in user may release it' }) canRelease: boolean;
  @Field(() => Boolean, { description: 'The signed-in user may refuse it' }) canRefuse: boolean;
}

@ObjectType()
export class HeldLinePage {
  @Field(() => [HeldLine]) items: HeldLine[];
  @Field(() => Int) total: number;
  @Field(() => FenScalar, { description: 'Of everything the filter finds' }) sumFen: Fen;
}

@InputType()
export class ReleaseLineInput {
  @Field(() => ID) @IsString() lineId: string;
  @Field(() => String) @Length(1, MAX_TEXT) reason: string;
}

@InputType()
export class RefuseHeldLineInput {
  @Field(() => ID) @IsString() lineId: string;
  @Field(() => String) @Length(1, MAX_TEXT) reason: string;
}
