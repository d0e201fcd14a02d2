import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import {
  FenScalar,
  InstantScalar,
  LocalDateScalar,
  PageArgs,
  YearMonthScalar,
} from '@yibu/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

import type { CallStatus, MoneyAnswer, RenderedAnswer, TryOutcome } from './call.entities.js';

export const CallStatusEnum = { OPEN: 'OPEN', REACHED: 'REACHED', GIVEN_UP: 'GIVEN_UP' } as const;
registerEnumType(CallStatusEnum, { name: 'CallStatus' });
export const RenderedAnswerEnum = {
  YES: 'YES',
  NO: 'NO',
  PARTLY: 'PARTLY',
  UNSURE: 'UNSURE',
} as const;
registerEnumType(RenderedAnswerEnum, { name: 'RenderedAnswer' });
export const MoneyAnswerEnum = { NO: 'NO', YES: 'YES', UNSURE: 'UNSURE' } as const;
registerEnumType(MoneyAnswerEnum, { name: 'MoneyAnswer' });
export const TryOutcomeEnum = {
  REACHED: 'REACHED',
  NO_ANSWER: 'NO_ANSWER',
  WRONG_NUMBER: 'WRONG_NUMBER',
  REFUSED: 'REFUSED',
  LATER: 'LATER',
  GIVEN_UP: 'GIVEN_UP',
} as const;
registerEnumType(TryOutcomeEnum, {
  name: 'TryOutcome',
  description: 'REACHED: both questions answered. GIVEN_UP: nobody calls again.',
});

const MAX_LINES = 500;
const MAX_NOTE = 500;
const MAX_KEY = 255;

@ObjectType({ description: 'A person whom the bureau calls, and what they said.' })
export class Call {
  @Field(() => ID) id: string;
  @Field(() => ID) claimId: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String) period: string;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => String, { nullable: true, description: 'null: all of the claim' })
  program: string | null;
  @Field(() => ID, { nullable: true }) sampleId: string | null;
  @Field(() => CallStatusEnum) status: CallStatus;
  @Field(() => RenderedAnswerEnum, { nullable: true }) rendered: RenderedAnswer | null;
  @Field(() => MoneyAnswerEnum, { nullable: true }) askedMoney: MoneyAnswer | null;
  @Field(() => FenScalar, { nullable: true }) moneyFen: Fen | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) nextOn: LocalDate | null;
  @Field(() => Int) tryCount: number;
  @Field(() => InstantScalar) queuedAt: Date;
  @Field(() => String, { nullable: true }) doneByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) doneAt: Date | null;
  @Field(() => Int) version: number;
}

@ObjectType()
export class CallTry {
  @Field(() => ID) id: string;
  @Field(() => TryOutcomeEnum) outcome: TryOutcome;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) nextOn: LocalDate | null;
  @Field(() => String, { nullable: true }) triedByName: string | null;
  @Field(() => InstantScalar) triedAt: Date;
}

@ObjectType({ description: 'What the claim says of the person: to ask about.' })
export class CallSubject {
  @Field(() => String) program: string;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => String, { nullable: true }) quantity: string | null;
  @Field(() => String, { nullable: true }) unit: string | null;
}

@ObjectType()
export class CallDetail extends Call {
  @Field(() => [CallTry]) tries: CallTry[];
  @Field(() => [CallSubject]) subjects: CallSubject[];
  @Field(() => ID, { nullable: true, description: 'The next one that waits' })
  nextCallId: string | null;
}

@ObjectType()
export class CallPage {
  @Field(() => [Call]) items: Call[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class CallFigures {
  @Field(() => Int, { description: 'In the queue at all' }) total: number;
  @Field(() => Int, { description: 'Somebody tried' }) called: number;
  @Field(() => Int) reached: number;
  @Field(() => Int, { description: 'Not rendered, in part only, or money was asked' })
  contradicted: number;
  @Field(() => Int, { description: 'To be called today' }) due: number;
}

@ObjectType({ description: 'Shown to who calls; the trail keeps that it was.' })
export class CallPhone {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'SELF or the relation of the contact' }) relation: string;
  @Field(() => String) phone: string;
}

@ArgsType()
export class CallsArgs extends PageArgs {
  @Field(() => CallStatusEnum, { nullable: true })
  @IsOptional()
  @IsEnum(CallStatusEnum)
  status?: CallStatus;
}

@InputType()
export class QueueSampleCallsInput {
  @Field(() => ID) @IsString() sampleId: string;
}

@InputType()
export class QueueLineCallsInput {
  @Field(() => [ID])
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LINES)
  @IsString({ each: true })
  lineIds: string[];
}

@InputType()
export class DrawCallsInput {
  @Field(() => YearMonthScalar) period: YearMonth;
  @Field(() => String) @Length(1, 60) program: string;
  @Field(() => Int, { description: 'Per cent of the people of the program, rounded up' })
  @IsInt()
  @Min(1)
  @Max(100)
  percent: number;
  @Field(() => String, { nullable: true }) @IsOptional() @Length(1, 64) seed?: string | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(MAX_NOTE)
  note?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class RevealCallPhonesInput {
  @Field(() => ID) @IsString() callId: string;
}

@InputType()
export class RecordCallInput {
  @Field(() => ID) @IsString() callId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => TryOutcomeEnum) @IsEnum(TryOutcomeEnum) outcome: TryOutcome;
  @Field(() => RenderedAnswerEnum, { nullable: true })
  @IsOptional()
  @IsEnum(RenderedAnswerEnum)
  rendered?: RenderedAnswer | null;
  @Field(() => MoneyAnswerEnum, { nullable: true })
  @IsOptional()
  @IsEnum(MoneyAnswerEnum)
  askedMoney?: MoneyAnswer | null;
  @Field(() => FenScalar, { nullable: true }) @IsOptional() @IsInt() moneyFen?: Fen | null;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() nextOn?: LocalDate | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(MAX_NOTE)
  note?: string | null;
}
