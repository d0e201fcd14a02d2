import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen } from '@yibu/kernel';
import { FenScalar } from '@yibu/platform';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

import {
  CHARGING_MODES,
  CONTRACTED_MEDICAL,
  FOUNDERS,
  INTERNAL_MEDICAL,
  LEGAL_FORMS,
  LOCATIONS,
  OPERATING_STATES,
  PREFERENCES,
  PREMISES,
  UNIT_LEVELS,
} from './profile.rules.js';

const NULLABLE = { nullable: true } as const;
const TEXT = (): unknown => String;

function word<Value extends string>(name: string, values: readonly Value[]): PropertyDecorator {
  const members = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(members, { name });
  return both(
    Field(() => members, NULLABLE),
    IsOptional(),
    IsIn(values),
  );
}

function words<Value extends string>(name: string, values: readonly Value[]): PropertyDecorator {
  const members = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(members, { name, description: 'NONE stands alone: asked, and there is none' });
  return both(
    Field(() => [members], NULLABLE),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(values.length),
    ArrayUnique(),
    IsIn(values, { each: true }),
  );
}

const text = (max: number): PropertyDecorator =>
  both(Field(TEXT as () => typeof String, NULLABLE), IsOptional(), IsString(), MaxLength(max));

const yesOrNo = (): PropertyDecorator =>
  both(
    Field(() => Boolean, NULLABLE),
    IsOptional(),
    IsBoolean(),
  );

const fee = (): PropertyDecorator =>
  both(
    Field(() => FenScalar, NULLABLE),
    IsOptional(),
    IsInt(),
    Min(0),
    Max(100_000_000),
  );

const degrees = (min: number, max: number): PropertyDecorator =>
  both(
    Field(() => Float, NULLABLE),
    IsOptional(),
    IsNumber({ maxDecimalPlaces: 6 }),
    Min(min),
    Max(max),
  );

function both(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => decorators.forEach((decorate) => decorate(target, key));
}

/** null: not recorded. Nothing here is a count of people, beds, services or staff: those are queries. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
export class ProfileFacts {
  @Field(() => String, { nullable: true, description: 'Of the institution itself (GB 32100)' })
  @IsOptional()
  @MaxLength(18)
  uscc: string | null;
  @word('LegalForm', LEGAL_FORMS) legalForm: (typeof LEGAL_FORMS)[number] | null;
  @text(120) registrar: string | null;
  @word('UnitLevel', UNIT_LEVELS) unitLevel: (typeof UNIT_LEVELS)[number] | null;
  @word('Founder', FOUNDERS) founder: (typeof FOUNDERS)[number] | null;
  @word('OperatingState', OPERATING_STATES) operatingState:
    | (typeof OPERATING_STATES)[number]
    | null;
  @text(60) principalName: string | null;
  @text(40) principalPhone: string | null;
  @Field(() => String, { nullable: true, description: 'Twelve digits, down to the village' })
  @IsOptional()
  @Matches(/^\d{12}$/)
  areaCode: string | null;
  @text(200) areaName: string | null;
  @word('SiteLocation', LOCATIONS) location: (typeof LOCATIONS)[number] | null;
  @degrees(73, 136) longitude: number | null;
  @degrees(3, 54) latitude: number | null;
  @Field(() => Int, NULLABLE)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  landAreaM2: number | null;
  @word('Premises', PREMISES) premises: (typeof PREMISES)[number] | null;
  @yesOrNo() isDestituteSupport: boolean | null;
  @yesOrNo() isGloryHome: boolean | null;
  @yesOrNo() isStreetCenter: boolean | null;
  @yesOrNo() isLongTermCareDesignated: boolean | null;
  @yesOrNo() isMedicalDesignated: boolean | null;
  @words('InternalMedical', INTERNAL_MEDICAL) internalMedical:
    | (typeof INTERNAL_MEDICAL)[number][]
    | null;
  @words('ContractedMedical', CONTRACTED_MEDICAL) contractedMedical:
    | (typeof CONTRACTED_MEDICAL)[number][]
    | null;
  @text(120) contractedMedicalName: string | null;
  @words('Preference', PREFERENCES) preferences: (typeof PREFERENCES)[number][] | null;
  @word('ChargingMode', CHARGING_MODES) chargingMode: (typeof CHARGING_MODES)[number] | null;
  @yesOrNo() hasMembership: boolean | null;
  @fee() careMinFen: Fen | null;
  @fee() careMaxFen: Fen | null;
  @fee() bedMinFen: Fen | null;
  @fee() bedMaxFen: Fen | null;
  @fee() mealMinFen: Fen | null;
  @fee() mealMaxFen: Fen | null;
  @fee() depositMinFen: Fen | null;
  @fee() depositMaxFen: Fen | null;
  @fee() otherFeeMinFen: Fen | null;
  @fee() otherFeeMaxFen: Fen | null;
}

@ObjectType({ description: 'What is settled about a house (机构资料); null: not recorded' })
export class CenterProfile extends ProfileFacts {
  @Field(() => ID) centerId: string;
  @Field(() => Int, { description: '0: nothing recorded yet' }) version: number;
}

@InputType({ description: 'The whole profile; what is absent is not recorded' })
export class SaveCenterProfileInput extends ProfileFacts {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => Int) @IsInt() @Min(0) version: number;
  @Field(() => String, { nullable: true, description: 'Why; needed from the second time on' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}
