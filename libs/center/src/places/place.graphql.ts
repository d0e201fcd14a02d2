import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar, type OrganizationKind } from '@yibu/platform';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';

import { OrganizationKindEnum } from '../doors/door.graphql.js';
import { OWNERSHIPS, type Ownership } from './place.entities.js';

export const OwnershipEnum = Object.fromEntries(OWNERSHIPS.map((value) => [value, value]));
registerEnumType(OwnershipEnum, { name: 'Ownership' });

@ObjectType({ description: 'From where on the checks ask about a figure; null: as proposed' })
export class CheckLimitsSaid {
  @Field(() => Int, { nullable: true }) workMinutesADay: number | null;
  @Field(() => Int, { nullable: true }) portionsADay: number | null;
  @Field(() => Int, { nullable: true }) traceDays: number | null;
  @Field(() => Int, { nullable: true }) traceSharePercent: number | null;
  @Field(() => Int, { nullable: true }) levelJump: number | null;
  @Field(() => Int, { nullable: true }) lateDays: number | null;
  @Field(() => Int, { nullable: true }) latePercent: number | null;
  @Field(() => Int, { nullable: true }) changePercent: number | null;
  @Field(() => Int, { nullable: true }) unusedBedsPercent: number | null;
}

@ObjectType()
export class County {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String) nameEn: string;
  @Field(() => Int, { nullable: true, description: 'null: the county has not said' })
  assessmentValidMonths: number | null;
  @Field(() => Int, { nullable: true }) noticeDays: number | null;
  @Field(() => Boolean, { description: 'Operators enter decisions made on paper' })
  decidesOnPaper: boolean;
  @Field(() => Boolean, { description: 'Paid only in batches of the finance bureau' })
  paysThroughFinance: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'In which an operator may appeal; null: no limit',
  })
  appealDays: number | null;
  @Field(() => CheckLimitsSaid) checkLimits: CheckLimitsSaid;
  @Field(() => Int) version: number;
}

@ObjectType()
export class Organization {
  @Field(() => ID) id: string;
  @Field(() => OrganizationKindEnum) kind: OrganizationKind;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) countyCode: string | null;
  @Field(() => String, { nullable: true }) uscc: string | null;
  @Field(() => String, { nullable: true }) contactName: string | null;
  @Field(() => String, { nullable: true }) contactPhone: string | null;
  @Field(() => Int, { description: 'Centers under a contract in force' }) centerCount: number;
  @Field(() => Int) version: number;
}

@ObjectType()
export class OrganizationPage {
  @Field(() => [Organization]) items: Organization[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class Center {
  @Field(() => ID) id: string;
  @Field(() => String) countyCode: string;
  @Field(() => String) countyName: string;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => OwnershipEnum) ownership: Ownership;
  @Field(() => Boolean) forProfit: boolean;
  @Field(() => Int) registeredBeds: number;
  @Field(() => Int, { nullable: true }) areaM2: number | null;
  @Field(() => LocalDateScalar) openedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) filedOn: LocalDate | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => String, { nullable: true, description: 'Of the contract in force' })
  operatorName: string | null;
  @Field(() => Int) version: number;
}

@ObjectType()
export class CenterPage {
  @Field(() => [Center]) items: Center[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class OperatingContract {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => ID) organizationId: string;
  @Field(() => String) organizationName: string;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  untilOn: LocalDate | null;
  @Field(() => Int) version: number;
}

@ObjectType({
  description: 'Evaluated grade of a center under a scheme of the county (综合评估级别).',
})
export class CenterGrade {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) scheme: string;
  @Field(() => String) grade: string;
  @Field(() => String, { nullable: true }) issuer: string | null;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn: LocalDate | null;
  @Field(() => Int) version: number;
}

@ObjectType({
  description: 'Where subsidies are paid to; the number shows its last four digits only.',
})
export class BankAccount {
  @Field(() => ID) id: string;
  @Field(() => String) holderName: string;
  @Field(() => String) bankName: string;
  @Field(() => String) numberMasked: string;
}

@InputType()
export class CheckLimitsInput {
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(1440) workMinutesADay?:
    | number
    | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(27) portionsADay?:
    | number
    | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(31) traceDays?:
    | number
    | null;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  traceSharePercent?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(9) levelJump?:
    | number
    | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(365) lateDays?:
    | number
    | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(100) latePercent?:
    | number
    | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(1000) changePercent?:
    | number
    | null;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  unusedBedsPercent?: number | null;
}

@InputType()
export class CountyInput {
  @Field(() => String) @Matches(/^\d{6}$/) code: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(60) name: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(80) nameEn: string;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  assessmentValidMonths?: number;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(60) noticeDays?: number;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  appealDays?: number | null;
  @Field(() => Boolean, { defaultValue: false }) @IsBoolean() decidesOnPaper: boolean;
  @Field(() => Boolean, { defaultValue: false }) @IsBoolean() paysThroughFinance: boolean;
  @Field(() => CheckLimitsInput, { nullable: true, description: 'Absent: as it was' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CheckLimitsInput)
  checkLimits?: CheckLimitsInput;
  @Field(() => Int, { nullable: true, description: 'Absent: a new county' })
  @IsOptional()
  @IsInt()
  version?: number;
}

@InputType()
export class CreateOrganizationInput {
  @Field(() => String) @IsIn(['OPERATOR', 'BUREAU']) kind: 'OPERATOR' | 'BUREAU';
  @Field(() => String) @IsNotEmpty() @MaxLength(120) name: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^\d{6}$/) countyCode?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(18) uscc?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) contactName?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) contactPhone?: string;
}

@InputType()
export class CenterFieldsInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(120) name: string;
  @Field(() => OwnershipEnum) @IsIn(OWNERSHIPS) ownership: Ownership;
  @Field(() => Boolean) @IsBoolean() forProfit: boolean;
  @Field(() => Int) @IsInt() @Min(0) @Max(5000) registeredBeds: number;
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  areaM2?: number;
  @Field(() => LocalDateScalar) openedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() filedOn?: LocalDate;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) address?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) phone?: string;
}

@InputType()
export class CreateCenterInput extends CenterFieldsInput {
  @Field(() => String) @Matches(/^\d{6}$/) countyCode: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(30) code: string;
}

@InputType()
export class UpdateCenterInput extends CenterFieldsInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String, { description: 'Why; kept in the history' })
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

@InputType()
export class CreateContractInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => ID) @IsString() organizationId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) number?: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() untilOn?: LocalDate;
}

@InputType()
export class EndContractInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => LocalDateScalar, { description: 'First day it no longer holds' }) untilOn: LocalDate;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class AddCenterGradeInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(60) scheme: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(20) grade: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(120) issuer?: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() untilOn?: LocalDate;
}

@InputType()
export class CorrectCenterGradeInput extends AddCenterGradeInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class SetBankAccountInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(120) holderName: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(120) bankName: string;
  @Field(() => String) @Matches(/^[0-9 ]{8,40}$/) number: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}
