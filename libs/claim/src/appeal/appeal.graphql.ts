import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import {
  FenScalar,
  InstantScalar,
  LocalDateScalar,
  PageArgs,
  YearMonthScalar,
} from '@yibu/platform';
import { IsInt, IsOptional, IsString, Length, MaxLength, Min } from 'class-validator';

import type { AppealGround } from './appeal.types.js';

const MAX_TEXT = 1000;

export const AppealGroundEnum = { CUT: 'CUT', REFUSED: 'REFUSED' } as const;
registerEnumType(AppealGroundEnum, {
  name: 'AppealGround',
  description: 'CUT: the decision took from the line. REFUSED: held, and not granted in the end.',
});

export const AppealStateEnum = {
  OPEN: 'OPEN',
  UPHELD: 'UPHELD',
  CARRIED: 'CARRIED',
  REJECTED: 'REJECTED',
  ANNULLED: 'ANNULLED',
} as const;
export type AppealState = keyof typeof AppealStateEnum;
registerEnumType(AppealStateEnum, {
  name: 'AppealState',
  description: 'UPHELD: the next decision of the center carries the money. CARRIED: it did.',
});

@ArgsType()
export class AppealsArgs extends PageArgs {
  @Field(() => AppealStateEnum, { nullable: true }) @IsOptional() state?: AppealState;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
  @Field(() => ID, { nullable: true, description: 'Of this claim, or carried by its decision' })
  @IsOptional()
  @IsString()
  claimId?: string;
}

@ObjectType({ description: 'A line against whose outcome an operator may appeal.' })
export class AppealableLine {
  @Field(() => ID) lineId: string;
  @Field(() => String) program: string;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => AppealGroundEnum) ground: AppealGround;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => FenScalar, { description: 'What was taken or refused' }) askedFen: Fen;
  @Field(() => String, { nullable: true }) code: string | null;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null: no limit stated' })
  untilOn: LocalDate | null;
  @Field(() => Boolean, { description: 'Appeal and answer go on paper; entered once answered' })
  isOnPaper: boolean;
}

@ObjectType()
export class Appeal {
  @Field(() => ID) id: string;
  @Field(() => ID) lineId: string;
  @Field(() => ID) claimId: string;
  @Field(() => String) claimNumber: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String) program: string;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => AppealGroundEnum) ground: AppealGround;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => FenScalar) askedFen: Fen;
  @Field(() => String, { nullable: true, description: 'Why the bureau cut or refused' })
  code: string | null;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => String) reason: string;
  @Field(() => InstantScalar) appealedAt: Date;
  @Field(() => String, { nullable: true }) appealedByName: string | null;
  @Field(() => AppealStateEnum) state: AppealState;
  @Field(() => FenScalar) grantedFen: Fen;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => InstantScalar, { nullable: true }) answeredAt: Date | null;
  @Field(() => String, { nullable: true }) answeredByName: string | null;
  @Field(() => ID, { nullable: true, description: 'The scan of an answer that came on paper' })
  attachmentId: string | null;
  @Field(() => String, { nullable: true }) documentNumber: string | null;
  @Field(() => ID, { nullable: true }) carriedInClaimId: string | null;
  @Field(() => String, { nullable: true }) carriedInNumber: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Entered from paper by mistake' })
  annulledAt: Date | null;
  @Field(() => String, { nullable: true }) annulledByName: string | null;
  @Field(() => String, { nullable: true }) annulReason: string | null;
  @Field(() => Boolean, { description: 'The signed-in user may annul the entry' })
  canAnnul: boolean;
  @Field(() => Boolean, { description: 'The signed-in user may answer it' }) canAnswer: boolean;
  @Field(() => Boolean, { description: 'The signed-in user may add papers to it' })
  canAddPapers: boolean;
}

@ObjectType()
export class AppealPage {
  @Field(() => [Appeal]) items: Appeal[];
  @Field(() => Int) total: number;
}

@InputType()
export class AppealLineInput {
  @Field(() => ID) @IsString() lineId: string;
  @Field(() => String) @Length(1, MAX_TEXT) reason: string;
  @Field(() => String) @Length(1, 255) idempotencyKey: string;
}

@InputType()
export class AnswerAppealInput {
  @Field(() => ID) @IsString() appealId: string;
  @Field(() => FenScalar, { description: 'Of what was asked; 0: the appeal is rejected' })
  @IsInt()
  @Min(0)
  grantedFen: Fen;
  @Field(() => String) @Length(1, MAX_TEXT) answer: string;
  @Field(() => String) @Length(1, 255) idempotencyKey: string;
}

@InputType({ description: 'An appeal that was made and answered on paper' })
export class RecordPaperAppealInput {
  @Field(() => ID) @IsString() lineId: string;
  @Field(() => LocalDateScalar, { description: 'The day it was handed in' }) appealedOn: LocalDate;
  @Field(() => String) @Length(1, MAX_TEXT) reason: string;
  @Field(() => LocalDateScalar) answeredOn: LocalDate;
  @Field(() => FenScalar, { description: 'Of what was asked; 0: the appeal is rejected' })
  @IsInt()
  @Min(0)
  grantedFen: Fen;
  @Field(() => String) @Length(1, MAX_TEXT) answer: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) documentNumber?:
    | string
    | null;
  @Field(() => ID, { description: 'The scan of the answer, attached to the claim' })
  @IsString()
  attachmentId: string;
  @Field(() => String) @Length(1, 255) idempotencyKey: string;
}

@InputType({ description: 'An appeal and its answer that were entered wrongly from paper' })
export class AnnulPaperAppealInput {
  @Field(() => ID) @IsString() appealId: string;
  @Field(() => String, { description: 'What was wrong with the entry' })
  @Length(1, 500)
  reason: string;
  @Field(() => String) @Length(1, 255) idempotencyKey: string;
}
