import {
  ArgsType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import type { Fen, LocalDate } from '@yibu/kernel';
import { Attachment, FenScalar, LocalDateScalar, PageArgs } from '@yibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { LineInspection } from '../sampling/sample.graphql.js';
import { ClaimStatusEnum, LineVerdictEnum } from '../claims/claim.graphql.js';
import type { ClaimStatus } from '../life/claim.states.js';
import type { Verdict } from './review.entities.js';

/** As many lines as a reviewer can mean with one gesture. */
const MAX_LINES = 2000;
const MAX_TEXT = 500;
const MAX_KEY = 255;

export const ReviewStageEnum = {
  UNFINISHED: 'UNFINISHED',
  TO_OPEN: 'TO_OPEN',
  REVIEWING: 'REVIEWING',
  TO_DECIDE: 'TO_DECIDE',
  TO_PAY: 'TO_PAY',
  TO_CLOSE: 'TO_CLOSE',
  CLOSED: 'CLOSED',
  RETURNED: 'RETURNED',
  OVERDUE: 'OVERDUE',
  DECISIONS: 'DECISIONS',
  ALL: 'ALL',
} as const;
export type ReviewStage = keyof typeof ReviewStageEnum;
registerEnumType(ReviewStageEnum, {
  name: 'ReviewStage',
  description:
    'What the bureau has to do next with a claim; DECISIONS: every one it decided here, whatever follows',
});

@ObjectType()
export class ReviewCounts {
  @Field(() => Int) toOpen: number;
  @Field(() => Int, { description: 'With lines that nobody judged yet' }) reviewing: number;
  @Field(() => Int, { description: 'Every line judged' }) toDecide: number;
  @Field(() => Int) toPay: number;
  @Field(() => Int) toClose: number;
  @Field(() => Int, { description: 'Past the day by which their step was due' }) overdue: number;
  @Field(() => Int, { description: 'Held lines past the day to decide by' }) heldOverdue: number;
}

@ArgsType()
export class ReviewQueueArgs extends PageArgs {
  @Field(() => ClaimStatusEnum, { nullable: true }) @IsOptional() status?: ClaimStatus;
  @Field(() => ReviewStageEnum, { nullable: true }) @IsOptional() stage?: ReviewStage;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
  @Field(() => Int, { nullable: true, description: 'Calendar year of the period' })
  @IsOptional()
  @IsInt()
  year?: number;
}

@ObjectType()
export class EvidenceSpan {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'STAY, HOSPITAL, HOME_LEAVE, a level or a category' })
  what: string;
  @Field(() => LocalDateScalar) from: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) until: LocalDate | null;
  @Field(() => String, { nullable: true, description: 'Scale and kind of an assessment' })
  detail: string | null;
}

@ObjectType({ description: 'What another center of the county claims for the same person' })
export class ClaimedElsewhere {
  @Field(() => ID) id: string;
  @Field(() => String) centerName: string;
  @Field(() => String) program: string;
  @Field(() => String, { nullable: true, description: 'Of the claim; null: claimed on paper' })
  number: string | null;
  @Field(() => String, { description: 'As in the ledger' }) status: string;
  @Field(() => String, { nullable: true }) quantity: string | null;
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => Int, { description: 'Days of the month with a bed in both centers' }) days: number;
}

@ObjectType({ description: 'A bed of the same person in another center of the county' })
export class HousedElsewhere {
  @Field(() => ID) id: string;
  @Field(() => String) centerName: string;
  @Field(() => LocalDateScalar) from: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) until: LocalDate | null;
}

@ObjectType({ description: 'In the month of a line: for the bureau alone' })
export class LineElsewhere {
  @Field(() => [ClaimedElsewhere]) claims: ClaimedElsewhere[];
  @Field(() => [HousedElsewhere]) stays: HousedElsewhere[];
}

@ObjectType({ description: 'The records that a line rests on, as they were when it was frozen.' })
export class LineEvidence {
  @Field(() => [EvidenceSpan]) stays: EvidenceSpan[];
  @Field(() => [EvidenceSpan]) absences: EvidenceSpan[];
  @Field(() => [EvidenceSpan]) levels: EvidenceSpan[];
  @Field(() => [EvidenceSpan]) categories: EvidenceSpan[];
  @Field(() => LocalDateScalar, { nullable: true }) bornOn: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) diedOn: LocalDate | null;
  @Field(() => Int, { description: 'Services in the month of the line' }) serviceCount: number;
  @Field(() => FenScalar) serviceValueFen: Fen;
  @Field(() => Int) serviceMinutes: number;
  @Field(() => Int, { description: 'Meals in the month of the line' }) mealCount: number;
  @Field(() => LineInspection, { nullable: true, description: 'What the last inspection found' })
  inspection: LineInspection | null;
  @Field(() => [Attachment], {
    description: 'Of the person, the assessments, the line and the claim',
  })
  attachments: Attachment[];
}

@InputType()
export class ReviewClaimInput {
  @Field(() => ID) @IsString() claimId: string;
}

@InputType()
export class GiveVerdictInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => [ID])
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LINES)
  @IsString({ each: true })
  lineIds: string[];
  @Field(() => LineVerdictEnum) verdict: Verdict;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) code?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_TEXT) text?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() heldUntil?: LocalDate | null;
  @Field(() => FenScalar, { nullable: true, description: 'What is taken from the line' })
  @IsOptional()
  @IsInt()
  cutFen?: Fen | null;
  @Field(() => String, { nullable: true, description: 'The rule that a cut rests on' })
  @IsOptional()
  @MaxLength(200)
  clause?: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Instead of cutFen: as many days, services or people as are recognized',
  })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  recognizedQuantity?: number | null;
}

@InputType()
export class AcceptLinesInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => [ID], { defaultValue: [], description: 'Lines to leave open' })
  @ArrayMaxSize(MAX_LINES)
  @IsString({ each: true })
  exceptLineIds: string[];
}

@InputType()
export class ReturnClaimInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => String) @Length(1, 40) code: string;
  @Field(() => String) @Length(1, MAX_TEXT) text: string;
}

@InputType()
export class DecideClaimInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) documentNumber?:
    | string
    | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_TEXT) note?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class PaperVerdictInput {
  @Field(() => ID) @IsString() lineId: string;
  @Field(() => LineVerdictEnum) verdict: Verdict;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) code?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_TEXT) text?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() heldUntil?: LocalDate | null;
  @Field(() => FenScalar, { nullable: true }) @IsOptional() @IsInt() cutFen?: Fen | null;
}

@InputType({ description: 'What the paper answers where the rules of an award leave it open' })
export class PaperAwardInput {
  @Field(() => String, { nullable: true, description: 'One of the options, where there are some' })
  @IsOptional()
  @MaxLength(60)
  option?: string | null;
  @Field(() => FenScalar, { nullable: true, description: 'Else the amount, within the bounds' })
  @IsOptional()
  amountFen?: Fen | null;
}

@InputType()
export class RecordPaperDecisionInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) documentNumber?:
    | string
    | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_TEXT) note?: string | null;
  @Field(() => ID, { description: 'The scan, attached to the claim' })
  @IsString()
  attachmentId: string;
  @Field(() => [PaperVerdictInput], {
    defaultValue: [],
    description: 'Lines that were not accepted',
  })
  @ArrayMaxSize(MAX_LINES)
  @ValidateNested({ each: true })
  @Type(() => PaperVerdictInput)
  exceptions: PaperVerdictInput[];
  @Field(() => [ID], { defaultValue: [], description: 'Held lines of earlier claims it releases' })
  @ArrayMaxSize(MAX_LINES)
  @IsString({ each: true })
  released: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Held lines of earlier claims it refuses' })
  @ArrayMaxSize(MAX_LINES)
  @IsString({ each: true })
  refused: string[];
  @Field(() => PaperAwardInput, {
    nullable: true,
    description: 'Required with the number of the document while an award waits for its amount',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PaperAwardInput)
  award?: PaperAwardInput | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class RecordPaymentInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => FenScalar, { description: 'Negative where money came back' })
  @IsInt()
  amountFen: Fen;
  @Field(() => LocalDateScalar) paidOn: LocalDate;
  @Field(() => String) @Length(1, 80) receiptNumber: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() attachmentId?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}
