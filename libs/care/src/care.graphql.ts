import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import { FenScalar, InstantScalar, LocalDateScalar } from '@yibu/platform';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

import { SERVICE_TYPES, type ServiceType } from './care.rules.js';

export const ServiceTypeEnum = Object.fromEntries(SERVICE_TYPES.map((type) => [type, type]));
registerEnumType(ServiceTypeEnum, { name: 'ServiceType' });

@ObjectType()
export class ServiceRecord {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => ID) residentId: string;
  @Field(() => String) residentName: string;
  @Field(() => ID, { nullable: true }) staffId: string | null;
  @Field(() => String, { nullable: true }) staffName: string | null;
  @Field(() => ServiceTypeEnum) type: ServiceType;
  @Field(() => LocalDateScalar) onDate: LocalDate;
  @Field(() => Int) minutes: number;
  @Field(() => FenScalar) valueFen: Fen;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String) createdByName: string;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => InstantScalar, { nullable: true }) voidedAt: Date | null;
  @Field(() => String, { nullable: true }) voidReason: string | null;
}

@ObjectType()
export class ServiceRecordPage {
  @Field(() => [ServiceRecord]) items: ServiceRecord[];
  @Field(() => Int) total: number;
  @Field(() => Int, { description: 'Of all records that match, voided ones not counted' })
  totalMinutes: number;
  @Field(() => FenScalar) totalValueFen: Fen;
}

@InputType()
export class RecordServicesInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => [ID], { description: 'One record for each; up to 100' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  residentIds: string[];
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() staffId?: string | null;
  @Field(() => ServiceTypeEnum) @IsIn(SERVICE_TYPES) type: ServiceType;
  @Field(() => LocalDateScalar) onDate: LocalDate;
  @Field(() => Int) @IsInt() minutes: number;
  @Field(() => FenScalar) valueFen: Fen;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) note?: string;
  @Field(() => String, { description: 'Made by the client; the same id is recorded once' })
  @IsNotEmpty()
  @MaxLength(30)
  opId: string;
}

@InputType()
export class VoidServiceInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

export interface ServiceFilter {
  readonly centerId: string;
  readonly month?: YearMonth | null;
  readonly residentId?: string | null;
  readonly staffId?: string | null;
  readonly type?: ServiceType | null;
  readonly limit: number;
  readonly offset: number;
}
