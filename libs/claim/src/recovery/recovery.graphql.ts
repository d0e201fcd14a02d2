import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate } from '@yibu/kernel';
import { FenScalar, LocalDateScalar, PageArgs } from '@yibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { ClaimContent } from '../claims/claim.contents.js';
import { ClaimKindEnum } from '../claims/claim.graphql.js';
import type { ClaimKind } from '../life/claim.kinds.js';

const MAX_PARTS = 60;
const MAX_TEXT = 500;
const MAX_KEY = 255;

export const InstalmentStateEnum = { DONE: 'DONE', OPEN: 'OPEN', OVERDUE: 'OVERDUE' } as const;
registerEnumType(InstalmentStateEnum, { name: 'InstalmentState' });

@ObjectType()
export class RecoveryInstalment {
  @Field(() => Int) seq: number;
  @Field(() => LocalDateScalar) dueOn: LocalDate;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => FenScalar) coveredFen: Fen;
  @Field(() => InstalmentStateEnum) state: keyof typeof InstalmentStateEnum;
}

@ObjectType()
export class OffsetCandidate {
  @Field(() => ID) claimId: string;
  @Field(() => String) number: string;
  @Field(() => String) period: string;
  @Field(() => ClaimKindEnum) kind: ClaimKind;
  @Field(() => String, { description: 'Empty for a monthly claim' }) program: string;
  @Field(() => [ClaimContent]) contents: ClaimContent[];
  @Field(() => FenScalar) openFen: Fen;
}

@ObjectType({ description: 'A decision below zero: what an operator owes, and how it comes back.' })
export class Recovery {
  @Field(() => ID) claimId: string;
  @Field(() => String) number: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String) organizationName: string;
  @Field(() => String) period: string;
  @Field(() => ClaimKindEnum) kind: ClaimKind;
  @Field(() => String, { description: 'Empty for a monthly claim' }) program: string;
  @Field(() => [ClaimContent]) contents: ClaimContent[];
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
  @Field(() => FenScalar) debtFen: Fen;
  @Field(() => FenScalar, { description: 'Paid back' }) cashFen: Fen;
  @Field(() => FenScalar, { description: 'Netted against other claims' }) offsetFen: Fen;
  @Field(() => FenScalar) openFen: Fen;
  @Field(() => FenScalar, { description: 'All of it, or by the plan' }) dueFen: Fen;
  @Field(() => LocalDateScalar, { nullable: true }) agreedOn: LocalDate | null;
  @Field(() => String, { nullable: true }) documentNumber: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => [RecoveryInstalment]) instalments: RecoveryInstalment[];
  @Field(() => [OffsetCandidate], { description: 'Claims of the center to net against' })
  candidates: OffsetCandidate[];
  @Field(() => Boolean) canPlan: boolean;
  @Field(() => Boolean) canOffset: boolean;
}

@ObjectType()
export class RecoveryPage {
  @Field(() => [Recovery]) items: Recovery[];
  @Field(() => Int) total: number;
  @Field(() => FenScalar) openFen: Fen;
}

@ArgsType()
export class RecoveriesArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() isOpen?: boolean;
}

@ObjectType({ description: 'A line of the account between the county and an operator.' })
export class AccountEntry {
  @Field(() => ID) id: string;
  @Field(() => LocalDateScalar) on: LocalDate;
  @Field(() => String, { description: 'DECIDED, PAID, RECOVERED or OFFSET' }) kind: string;
  @Field(() => ID) claimId: string;
  @Field(() => String) number: string;
  @Field(() => String) period: string;
  @Field(() => ClaimKindEnum) claimKind: ClaimKind;
  @Field(() => String, { description: 'Empty for a monthly claim' }) program: string;
  @Field(() => String, { nullable: true, description: 'Voucher, document, or the other claim' })
  reference: string | null;
  @Field(() => FenScalar, { description: 'Decided: to the operator. Paid: taken off' })
  amountFen: Fen;
  @Field(() => FenScalar, { description: 'Owed to the operator after it; negative: owed by it' })
  balanceFen: Fen;
}

@ObjectType()
export class AccountStatement {
  @Field(() => String) centerName: string;
  @Field(() => FenScalar) decidedFen: Fen;
  @Field(() => FenScalar) paidFen: Fen;
  @Field(() => FenScalar) recoveredFen: Fen;
  @Field(() => FenScalar) offsetFen: Fen;
  @Field(() => FenScalar) balanceFen: Fen;
  @Field(() => [AccountEntry]) entries: AccountEntry[];
}

@InputType()
export class InstalmentInput {
  @Field(() => LocalDateScalar) dueOn: LocalDate;
  @Field(() => FenScalar) @IsInt() @Min(1) amountFen: Fen;
}

@InputType()
export class AgreeRecoveryPlanInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => LocalDateScalar) agreedOn: LocalDate;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) documentNumber?:
    | string
    | null;
  @Field(() => String) @Length(1, MAX_TEXT) note: string;
  @Field(() => [InstalmentInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_PARTS)
  @ValidateNested({ each: true })
  @Type(() => InstalmentInput)
  instalments: InstalmentInput[];
}

@InputType()
export class OffsetDebtInput {
  @Field(() => ID, { description: 'The claim decided below zero' }) @IsString() claimId: string;
  @Field(() => ID, { description: 'A claim of the same center with money coming' })
  @IsString()
  againstClaimId: string;
  @Field(() => FenScalar) @IsInt() @Min(1) amountFen: Fen;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}
