import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar } from '@yibu/platform';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

import {
  LICENCE_EXPIRIES,
  LICENCE_KINDS,
  type LicenceExpiry,
  type LicenceKind,
} from './licence.rules.js';

const LicenceKindEnum = Object.fromEntries(LICENCE_KINDS.map((value) => [value, value]));
registerEnumType(LicenceKindEnum, {
  name: 'LicenceKind',
  description: 'Papers a house has to hold',
});
const LicenceExpiryEnum = Object.fromEntries(LICENCE_EXPIRIES.map((value) => [value, value]));
registerEnumType(LicenceExpiryEnum, {
  name: 'LicenceExpiry',
  description: 'Today; DUE_60 and DUE_30: runs out within so many days',
});

@ObjectType({ description: 'A paper of the house with its days (许可、备案、检查意见、保险)' })
export class CenterLicence {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => LicenceKindEnum) kind: LicenceKind;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => String, { nullable: true }) issuer: string | null;
  @Field(() => Boolean, { description: 'false: looked at and found not to pass' }) passed: boolean;
  @Field(() => String, { nullable: true, description: 'Reason and opinion, as on the paper' })
  remark: string | null;
  @Field(() => LocalDateScalar) validFrom: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day it holds, as printed' })
  validUntil: LocalDate | null;
  @Field(() => LicenceExpiryEnum) expiry: LicenceExpiry;
  @Field(() => Int) version: number;
}

@InputType()
export class CenterLicenceFieldsInput {
  @Field(() => LicenceKindEnum) @IsIn(LICENCE_KINDS) kind: LicenceKind;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) number?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(120) issuer?: string | null;
  @Field(() => Boolean) @IsBoolean() passed: boolean;
  @Field(() => String, { nullable: true, description: 'Needed where it did not pass' })
  @IsOptional()
  @MaxLength(500)
  remark?: string | null;
  @Field(() => LocalDateScalar) validFrom: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day it holds, as printed' })
  @IsOptional()
  validUntil?: LocalDate | null;
}

@InputType()
export class AddCenterLicenceInput extends CenterLicenceFieldsInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) idempotencyKey?: string;
}

@InputType()
export class CorrectCenterLicenceInput extends CenterLicenceFieldsInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class RemoveCenterLicenceInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}
