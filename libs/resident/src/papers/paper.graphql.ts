import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar } from '@yibu/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';

import {
  AGREEMENT_CLAUSES,
  CONSENT_PURPOSES,
  type AgreementClause,
  type CategoryCode,
  type ConsentBasis,
  type ConsentPurpose,
  type GuardianBasis,
  type IdType,
  type Relation,
} from '../resident.codes.js';
import {
  AgreementClauseEnum,
  CategoryCodeEnum,
  ConsentBasisEnum,
  ConsentPurposeEnum,
  GuardianBasisEnum,
  IdTypeEnum,
  RelationEnum,
} from '../resident.enums.js';

@ObjectType()
export class ResidentContact {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => RelationEnum) relation: Relation;
  @Field(() => String, { nullable: true, description: 'Masked for a bureau' })
  phone: string | null;
  @Field(() => String, { nullable: true }) idNumberMasked: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => Boolean) isEmergency: boolean;
  @Field(() => Boolean) isSigner: boolean;
  @Field(() => Boolean) isPayer: boolean;
  @Field(() => Boolean) isGuardian: boolean;
  @Field(() => GuardianBasisEnum, { nullable: true }) guardianBasis: GuardianBasis | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Int) version: number;
}

@ObjectType()
export class ResidentCategory {
  @Field(() => ID) id: string;
  @Field(() => CategoryCodeEnum) code: CategoryCode;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  untilOn: LocalDate | null;
  @Field(() => String, { nullable: true }) evidence: string | null;
  @Field(() => Boolean, { description: 'Taken back as a mistake' }) isVoided: boolean;
  @Field(() => Int) version: number;
}

@ObjectType()
export class Consent {
  @Field(() => ID) id: string;
  @Field(() => ConsentPurposeEnum) purpose: ConsentPurpose;
  @Field(() => ConsentBasisEnum) basis: ConsentBasis;
  @Field(() => String) textVersion: string;
  @Field(() => Boolean) isGiven: boolean;
  @Field(() => String) signer: string;
  @Field(() => RelationEnum) relation: Relation;
  @Field(() => LocalDateScalar) signedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) withdrawnOn: LocalDate | null;
  @Field(() => Int) version: number;
}

@ObjectType()
export class SettledClause {
  @Field(() => AgreementClauseEnum) clause: AgreementClause;
  @Field(() => String) text: string;
}

@ObjectType()
export class ServiceAgreement {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => LocalDateScalar) signedOn: LocalDate;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn: LocalDate | null;
  @Field(() => String) signer: string;
  @Field(() => RelationEnum) relation: Relation;
  @Field(() => [SettledClause]) clauses: SettledClause[];
  @Field(() => [AgreementClauseEnum], { description: 'What must still be settled' })
  openClauses: AgreementClause[];
  @Field(() => Int) version: number;
}

@ObjectType()
export class ResidentDocument {
  @Field(() => ID) id: string;
  @Field(() => IdTypeEnum) type: IdType;
  @Field(() => String) numberMasked: string;
  @Field(() => LocalDateScalar, { nullable: true }) validUntil: LocalDate | null;
  @Field(() => Boolean, { description: 'A former number, kept because papers carry it' })
  isFormer: boolean;
}

@InputType()
export class ContactDraftInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(60) name: string;
  @Field(() => RelationEnum) relation: Relation;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) phone?: string | null;
  @Field(() => String, { nullable: true, description: 'On a change: null keeps the number' })
  @IsOptional()
  @MaxLength(60)
  idNumber?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) address?: string | null;
  @Field(() => Boolean) @IsBoolean() isEmergency: boolean;
  @Field(() => Boolean) @IsBoolean() isSigner: boolean;
  @Field(() => Boolean) @IsBoolean() isPayer: boolean;
  @Field(() => Boolean) @IsBoolean() isGuardian: boolean;
  @Field(() => GuardianBasisEnum, { nullable: true })
  @IsOptional()
  guardianBasis?: GuardianBasis | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) note?: string | null;
}

@InputType()
export class AddContactInput extends ContactDraftInput {
  @Field(() => ID) @IsString() residentId: string;
}

@InputType()
export class UpdateContactInput extends ContactDraftInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
}

@InputType({ description: 'Takes one paper of a resident away, for a reason' })
export class TakeBackInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class CategoryDraftInput {
  @Field(() => CategoryCodeEnum) code: CategoryCode;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  @IsOptional()
  untilOn?: LocalDate | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) evidence?: string | null;
}

@InputType()
export class AddCategoryInput extends CategoryDraftInput {
  @Field(() => ID) @IsString() residentId: string;
}

@InputType()
export class UpdateCategoryInput extends CategoryDraftInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class ConsentDraftInput {
  @Field(() => ConsentPurposeEnum) purpose: ConsentPurpose;
  @Field(() => ConsentBasisEnum) basis: ConsentBasis;
  @Field(() => String) @IsNotEmpty() @MaxLength(40) textVersion: string;
  @Field(() => Boolean) @IsBoolean() isGiven: boolean;
  @Field(() => String) @IsNotEmpty() @MaxLength(60) signer: string;
  @Field(() => RelationEnum) relation: Relation;
  @Field(() => LocalDateScalar) signedOn: LocalDate;
}

@InputType()
export class RecordConsentsInput {
  @Field(() => ID) @IsString() residentId: string;
  @Field(() => [ConsentDraftInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(CONSENT_PURPOSES.length)
  @ValidateNested({ each: true })
  @Type(() => ConsentDraftInput)
  consents: ConsentDraftInput[];
}

@InputType()
export class WithdrawConsentInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => LocalDateScalar) withdrawnOn: LocalDate;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class SettledClauseInput {
  @Field(() => AgreementClauseEnum) clause: AgreementClause;
  @Field(() => String) @IsString() @MaxLength(1000) text: string;
}

@InputType()
export class AgreementDraftInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(40) number: string;
  @Field(() => LocalDateScalar) signedOn: LocalDate;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() untilOn?: LocalDate | null;
  @Field(() => String) @IsNotEmpty() @MaxLength(60) signer: string;
  @Field(() => RelationEnum) relation: Relation;
  @Field(() => [SettledClauseInput])
  @ArrayMaxSize(AGREEMENT_CLAUSES.length)
  @ValidateNested({ each: true })
  @Type(() => SettledClauseInput)
  clauses: SettledClauseInput[];
}

@InputType()
export class SignAgreementInput extends AgreementDraftInput {
  @Field(() => ID) @IsString() residentId: string;
}

@InputType()
export class UpdateAgreementInput extends AgreementDraftInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class AddDocumentInput {
  @Field(() => ID) @IsString() residentId: string;
  @Field(() => IdTypeEnum) type: IdType;
  @Field(() => String) @IsNotEmpty() @MaxLength(60) number: string;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() validUntil?: LocalDate | null;
  @Field(() => Boolean, { defaultValue: false }) @IsBoolean() isFormer: boolean;
}

@InputType()
export class RemoveDocumentInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}
