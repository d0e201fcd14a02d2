import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import {
  FenScalar,
  InstantScalar,
  LocalDateScalar,
  PageArgs,
  YearMonthScalar,
} from '@yibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { ClaimKindEnum } from '../claims/claim.graphql.js';
import type { ClaimKind } from '../life/claim.kinds.js';
import type { BatchItemState, BatchStatus } from './batch.entities.js';

const MAX_ITEMS = 500;
const MAX_TEXT = 500;
const MAX_KEY = 255;

export const BatchStatusEnum = { SENT: 'SENT', DONE: 'DONE', CANCELLED: 'CANCELLED' } as const;
registerEnumType(BatchStatusEnum, { name: 'PaymentBatchStatus' });
export const BatchItemStateEnum = {
  ASKED: 'ASKED',
  PAID: 'PAID',
  REFUSED: 'REFUSED',
  CANCELLED: 'CANCELLED',
} as const;
registerEnumType(BatchItemStateEnum, { name: 'PaymentBatchItemState' });

@ObjectType({ description: 'A decided claim that still has money coming.' })
export class PayableClaim {
  @Field(() => ID) claimId: string;
  @Field(() => String) number: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String) organizationName: string;
  @Field(() => String) period: string;
  @Field(() => ClaimKindEnum) kind: ClaimKind;
  @Field(() => String, { description: 'Empty for a monthly claim' }) program: string;
  @Field(() => FenScalar) decidedFen: Fen;
  @Field(() => FenScalar) paidFen: Fen;
  @Field(() => FenScalar) openFen: Fen;
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its notice runs until then' })
  noticeUntil: LocalDate | null;
  @Field(() => Boolean, { description: 'The notice that the county asks for is over' })
  isDue: boolean;
  @Field(() => String, { nullable: true, description: 'The open batch that holds it' })
  batchName: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why the finance bureau refused it, where it did the last time it was asked',
  })
  refusedReason: string | null;
  @Field(() => FenScalar, { description: 'Debts of the center due today; netted first' })
  debtDueFen: Fen;
  @Field(() => Boolean, { description: 'The center has a payee account on file' })
  hasPayee: boolean;
}

@ObjectType()
export class PayableClaimList {
  @Field(() => [PayableClaim], { description: 'The oldest decisions' }) items: PayableClaim[];
  @Field(() => Int, { description: 'Of all that wait for money' }) total: number;
}

@ObjectType()
export class Appropriation {
  @Field(() => ID) id: string;
  @Field(() => LocalDateScalar) onDay: LocalDate;
  @Field(() => FenScalar, { description: 'Negative where the county took back' }) amountFen: Fen;
  @Field(() => String) documentNumber: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) enteredByName: string | null;
}

@ObjectType({ description: 'What a county may spend in a year, and what stands against it.' })
export class YearBudget {
  @Field(() => String) countyCode: string;
  @Field(() => Int) year: number;
  @Field(() => FenScalar) appropriatedFen: Fen;
  @Field(() => FenScalar, { description: 'Decided in the year, reversals taken off' })
  decidedFen: Fen;
  @Field(() => FenScalar, { description: 'Money that went out in the year, less what came back' })
  paidFen: Fen;
  @Field(() => FenScalar, { description: 'Asked for in open batches' }) inBatchFen: Fen;
  @Field(() => FenScalar, { description: 'Appropriated less paid and asked for' }) leftFen: Fen;
  @Field(() => [Appropriation]) entries: Appropriation[];
}

@ObjectType()
export class PaymentBatchItem {
  @Field(() => ID) id: string;
  @Field(() => ID) claimId: string;
  @Field(() => String) number: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String) organizationName: string;
  @Field(() => String) period: string;
  @Field(() => ClaimKindEnum) kind: ClaimKind;
  @Field(() => String, { description: 'Empty for a monthly claim' }) program: string;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => BatchItemStateEnum) state: BatchItemState;
  @Field(() => FenScalar) paidFen: Fen;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String, { nullable: true }) settledByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) settledAt: Date | null;
  @Field(() => String, { nullable: true }) payeeHolder: string | null;
  @Field(() => String, { nullable: true }) payeeBank: string | null;
  @Field(() => String, { nullable: true, description: 'Last four digits' }) payeeLast4:
    | string
    | null;
  @Field(() => String, { nullable: true }) receiptNumber: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) paidOn: LocalDate | null;
  @Field(() => ID, { nullable: true }) attachmentId: string | null;
}

@ObjectType()
export class PaymentBatchSummary {
  @Field(() => ID) id: string;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => String) number: string;
  @Field(() => BatchStatusEnum) status: BatchStatus;
  @Field(() => FenScalar) totalFen: Fen;
  @Field(() => FenScalar) paidFen: Fen;
  @Field(() => Int) itemCount: number;
  @Field(() => Int, { description: 'Items neither paid nor refused' }) openCount: number;
  @Field(() => Int, { description: 'Items that the finance bureau refused' }) refusedCount: number;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) createdByName: string | null;
  @Field(() => InstantScalar) createdAt: Date;
}

@ObjectType()
export class PaymentBatch extends PaymentBatchSummary {
  @Field(() => [PaymentBatchItem]) items: PaymentBatchItem[];
  @Field(() => Boolean, { description: 'The signed-in user may confirm or refuse its items' })
  canConfirm: boolean;
  @Field(() => Boolean) canCancel: boolean;
  @Field(() => YearBudget) budget: YearBudget;
}

@ObjectType()
export class PaymentBatchPage {
  @Field(() => [PaymentBatchSummary]) items: PaymentBatchSummary[];
  @Field(() => Int) total: number;
}

@ArgsType()
export class PaymentBatchesArgs extends PageArgs {
  @Field(() => BatchStatusEnum, { nullable: true }) @IsOptional() status?: BatchStatus;
}

@InputType()
export class BatchItemInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => FenScalar) @IsInt() @Min(1) amountFen: Fen;
}

@InputType()
export class CreatePaymentBatchInput {
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => String) @Length(1, 40) number: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_TEXT) note?: string | null;
  @Field(() => [BatchItemInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => BatchItemInput)
  items: BatchItemInput[];
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class ConfirmBatchItemInput {
  @Field(() => ID) @IsString() itemId: string;
  @Field(() => FenScalar, { description: 'All of it, or the part that the money reaches for' })
  @IsInt()
  @Min(1)
  amountFen: Fen;
  @Field(() => LocalDateScalar) paidOn: LocalDate;
  @Field(() => String, { description: 'Number of the voucher' })
  @Length(1, 80)
  receiptNumber: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() attachmentId?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class RefuseBatchItemInput {
  @Field(() => ID) @IsString() itemId: string;
  @Field(() => String) @Length(1, MAX_TEXT) reason: string;
}

@InputType()
export class CancelPaymentBatchInput {
  @Field(() => ID) @IsString() batchId: string;
  @Field(() => String) @Length(1, MAX_TEXT) reason: string;
}

@InputType()
export class AddAppropriationInput {
  @Field(() => String) @IsString() countyCode: string;
  @Field(() => Int) @IsInt() @Min(2000) @Max(2200) year: number;
  @Field(() => LocalDateScalar) onDay: LocalDate;
  @Field(() => FenScalar) @IsInt() amountFen: Fen;
  @Field(() => String) @Length(1, 80) documentNumber: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_TEXT) note?: string | null;
}
