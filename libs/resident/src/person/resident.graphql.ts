import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate, Sex } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar, PageArgs } from '@yibu/platform';
import {
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

import type {
  CategoryCode,
  Education,
  IdType,
  IncomeSource,
  LivingSituation,
  MaritalStatus,
  MedicalPayment,
} from '../resident.codes.js';
import {
  CategoryCodeEnum,
  EducationEnum,
  IdTypeEnum,
  IncomeEnum,
  LivingEnum,
  MaritalEnum,
  PaymentEnum,
  ResidenceEnum,
  ResidentSortEnum,
  SexEnum,
} from '../resident.enums.js';
import type { Residence, ResidentSort } from './resident.queries.js';

@ObjectType({ description: 'A person in the file of a center. The ID number is shown masked.' })
export class Resident {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) name: string;
  @Field(() => String) pinyin: string;
  @Field(() => SexEnum) sex: Sex;
  @Field(() => LocalDateScalar) bornOn: LocalDate;
  @Field(() => Boolean) isBirthEstimated: boolean;
  @Field(() => String, { nullable: true }) lunarBirthday: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) diedOn: LocalDate | null;
  @Field(() => String, { nullable: true }) deathCertificate: string | null;
  @Field(() => IdTypeEnum) idType: IdType;
  @Field(() => String, { nullable: true, description: 'null: no papers' })
  idNumberMasked: string | null;
  @Field(() => Boolean, {
    description: 'Seen with 15 digits; the card itself is invalid since 2013',
  })
  isFirstGeneration: boolean;
  @Field(() => LocalDateScalar, { nullable: true }) idValidUntil: LocalDate | null;
  @Field(() => String, { nullable: true, description: 'Why there are no papers' })
  noIdReason: string | null;
  @Field(() => String, { nullable: true }) householdCounty: string | null;
  @Field(() => String, { nullable: true }) householdAddress: string | null;
  @Field(() => String, { nullable: true, description: 'GB/T 3304 code' }) nation: string | null;
  @Field(() => EducationEnum, { nullable: true }) education: Education | null;
  @Field(() => MaritalEnum, { nullable: true }) marital: MaritalStatus | null;
  @Field(() => [LivingEnum]) living: readonly LivingSituation[];
  @Field(() => [PaymentEnum]) payment: readonly MedicalPayment[];
  @Field(() => [IncomeEnum]) income: readonly IncomeSource[];
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => InstantScalar) updatedAt: Date;
  @Field(() => Int) version: number;
  /** Not on the wire: the field `phone` opens it. */
  phoneCipher: Buffer | null;
}

@ObjectType()
export class ResidentListItem {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) name: string;
  @Field(() => SexEnum) sex: Sex;
  @Field(() => LocalDateScalar) bornOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) diedOn: LocalDate | null;
  @Field(() => IdTypeEnum) idType: IdType;
  @Field(() => String, { nullable: true }) idNumberMasked: string | null;
  @Field(() => String, { nullable: true }) householdCounty: string | null;
  @Field(() => [CategoryCodeEnum], { description: 'Those that hold today' })
  categories: readonly CategoryCode[];
  @Field(() => ResidenceEnum) residence: Residence;
  @Field(() => ID, { nullable: true }) stayId: string | null;
  @Field(() => String, { nullable: true, description: 'As people say it: 301-1' })
  bedName: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) stayFrom: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) stayUntil: LocalDate | null;
  @Field(() => String, { nullable: true, description: 'Of the level that holds today' })
  scale: string | null;
  @Field(() => Int, { nullable: true }) level: number | null;
  @Field(() => LocalDateScalar, { nullable: true }) levelUntil: LocalDate | null;
}

@ObjectType()
export class ResidentPage {
  @Field(() => [ResidentListItem]) items: ResidentListItem[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'Somebody in the same center who may be the same person' })
export class ResidentTwin {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => SexEnum) sex: Sex;
  @Field(() => LocalDateScalar) bornOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) diedOn: LocalDate | null;
  @Field(() => String, { nullable: true }) idNumberMasked: string | null;
  @Field(() => Boolean, { description: 'The very same number: a second file is refused' })
  isSameNumber: boolean;
}

@ArgsType()
export class ResidentListArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name, pinyin, initials, bed, whole ID number or its last four characters',
  })
  @IsOptional()
  @MaxLength(60)
  search?: string;
  @Field(() => SexEnum, { nullable: true }) @IsOptional() sex?: Sex;
  @Field(() => CategoryCodeEnum, { nullable: true }) @IsOptional() category?: CategoryCode;
  @Field(() => ResidenceEnum, { nullable: true }) @IsOptional() residence?: Residence;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(150) ageFrom?: number;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(150) ageTo?: number;
  @Field(() => ResidentSortEnum, { defaultValue: 'NAME' }) @IsOptional() sort?: ResidentSort;
}

@InputType()
export class ResidentDraftInput {
  @Field(() => String) @IsString() @MaxLength(120) name: string;
  @Field(() => SexEnum, { nullable: true, description: 'May be left to the ID number' })
  @IsOptional()
  sex?: Sex | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'May be left to the ID number' })
  @IsOptional()
  bornOn?: LocalDate | null;
  @Field(() => Boolean, { defaultValue: false }) @IsBoolean() isBirthEstimated: boolean;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) lunarBirthday?:
    | string
    | null;
  @Field(() => IdTypeEnum) idType: IdType;
  @Field(() => String, { nullable: true, description: 'On a change: null keeps the number' })
  @IsOptional()
  @MaxLength(60)
  idNumber?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() idValidUntil?: LocalDate | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) noIdReason?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why sex or birth date differ from what the number says',
  })
  @IsOptional()
  @MaxLength(500)
  contradictionReason?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) phone?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^(\d{6})?$/) householdCounty?:
    | string
    | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) householdAddress?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'GB/T 3304 code' })
  @IsOptional()
  @Matches(/^\d{2}$/)
  nation?: string | null;
  @Field(() => EducationEnum, { nullable: true }) @IsOptional() education?: Education | null;
  @Field(() => MaritalEnum, { nullable: true }) @IsOptional() marital?: MaritalStatus | null;
  @Field(() => [LivingEnum], { nullable: true }) @IsOptional() living?: LivingSituation[] | null;
  @Field(() => [PaymentEnum], { nullable: true }) @IsOptional() payment?: MedicalPayment[] | null;
  @Field(() => [IncomeEnum], { nullable: true }) @IsOptional() income?: IncomeSource[] | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) note?: string | null;
}

@InputType()
export class CreateResidentInput extends ResidentDraftInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(100) idempotencyKey?: string;
}

@InputType()
export class UpdateResidentInput extends ResidentDraftInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String, {
    nullable: true,
    description: 'Required where name, sex, birth date or papers change',
  })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

@InputType()
export class RecordDeathElsewhereInput {
  @Field(() => ID) @IsString() residentId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => LocalDateScalar) diedOn: LocalDate;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) certificate?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) reason?: string | null;
}

@InputType()
export class RevokeDeathInput {
  @Field(() => ID) @IsString() residentId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class RevealIdNumberInput {
  @Field(() => ID) @IsString() residentId: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType({ description: 'Sent while somebody types: who might already be here' })
export class ResidentTwinsInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String) @IsString() @MaxLength(120) name: string;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() bornOn?: LocalDate | null;
  @Field(() => IdTypeEnum) idType: IdType;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) idNumber?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() exceptId?: string | null;
}
