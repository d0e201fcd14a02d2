import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate, Sex } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar } from '@yibu/platform';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

import {
  CERTIFICATE_CODES,
  EXPIRY_STATES,
  POSTS,
  VALIDITY_KINDS,
  type CertificateType,
  type ExpiryState,
  type Post,
  type ValidityKind,
} from './staff.rules.js';

const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value) => [value, value]));

export const StaffPostEnum = enumOf(POSTS);
registerEnumType(StaffPostEnum, { name: 'StaffPost' });
export const CertificateTypeEnum = enumOf(CERTIFICATE_CODES);
registerEnumType(CertificateTypeEnum, { name: 'CertificateType' });
export const ValidityKindEnum = enumOf(VALIDITY_KINDS);
registerEnumType(ValidityKindEnum, { name: 'ValidityKind' });
export const ExpiryStateEnum = enumOf(EXPIRY_STATES);
registerEnumType(ExpiryStateEnum, { name: 'ExpiryState' });

@ObjectType()
export class StaffMember {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'M or F' }) sex: Sex;
  @Field(() => LocalDateScalar, { nullable: true }) bornOn: LocalDate | null;
  @Field(() => String, { nullable: true }) idNumberMasked: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => StaffPostEnum) post: Post;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day no longer employed' })
  untilOn: LocalDate | null;
  @Field(() => Int) certificateCount: number;
  @Field(() => ExpiryStateEnum, { description: 'Of the certificate that runs out first' })
  expiryState: ExpiryState;
  @Field(() => Int) version: number;
}

@ObjectType()
export class StaffMemberPage {
  @Field(() => [StaffMember]) items: StaffMember[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class StaffCertificate {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => ID) staffId: string;
  @Field(() => String) staffName: string;
  @Field(() => CertificateTypeEnum) type: CertificateType;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => Int, {
    nullable: true,
    description: '1 is the highest (技师以上), 5 the entry level',
  })
  level: number | null;
  @Field(() => String, { nullable: true }) issuer: string | null;
  @Field(() => LocalDateScalar) issuedOn: LocalDate;
  @Field(() => ValidityKindEnum) validityKind: ValidityKind;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day it holds; null: does not run out',
  })
  validUntil: LocalDate | null;
  @Field(() => ExpiryStateEnum) state: ExpiryState;
  @Field(() => String, { nullable: true }) verifiedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) verifiedAt: Date | null;
  @Field(() => Int) version: number;
}

@ObjectType()
export class StaffCertificatePage {
  @Field(() => [StaffCertificate]) items: StaffCertificate[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'Certificates of employed staff by how soon they run out.' })
export class CertificateSummary {
  @Field(() => Int) valid: number;
  @Field(() => Int) due60: number;
  @Field(() => Int) due30: number;
  @Field(() => Int) expired: number;
  @Field(() => Int, { description: 'Caregivers without a caregiver certificate' })
  caregiversWithout: number;
}

@InputType()
export class StaffMemberFieldsInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(60) name: string;
  @Field(() => String) @IsIn(['M', 'F']) sex: Sex;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() bornOn?: LocalDate;
  @Field(() => String, { nullable: true, description: 'Checked and sealed; absent: unchanged' })
  @IsOptional()
  @MaxLength(40)
  idNumber?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) phone?: string;
  @Field(() => StaffPostEnum) @IsIn(POSTS) post: Post;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() untilOn?: LocalDate;
}

@InputType()
export class CreateStaffMemberInput extends StaffMemberFieldsInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(100) idempotencyKey?: string;
}

@InputType()
export class UpdateStaffMemberInput extends StaffMemberFieldsInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String, { description: 'Why; kept in the history' })
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

@InputType()
export class CertificateFieldsInput {
  @Field(() => CertificateTypeEnum) @IsIn(CERTIFICATE_CODES) type: CertificateType;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) number?: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(5) level?: number;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(120) issuer?: string;
  @Field(() => LocalDateScalar) issuedOn: LocalDate;
  @Field(() => ValidityKindEnum) @IsIn(VALIDITY_KINDS) validityKind: ValidityKind;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() validUntil?: LocalDate;
}

@InputType()
export class AddCertificateInput extends CertificateFieldsInput {
  @Field(() => ID) @IsString() staffId: string;
}

@InputType()
export class CorrectCertificateInput extends CertificateFieldsInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class CertificateReasonInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}
