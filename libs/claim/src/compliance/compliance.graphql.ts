import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar } from '@yibu/platform';
import {
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';

import { PackText } from '../packs/pack.graphql.js';
import { COMPLIANCE_STATUSES, type ComplianceStatus } from './compliance.rules.js';

const StatusEnum = Object.fromEntries(COMPLIANCE_STATUSES.map((status) => [status, status]));
registerEnumType(StatusEnum, { name: 'ComplianceStatus' });

const MAX_KEY = 80;
const MAX_EVIDENCE = 500;

@ObjectType({ description: 'One thing a document asks, and what was found.' })
export class ComplianceItem {
  @Field(() => String) key: string;
  @Field(() => String) clauseId: string;
  @Field(() => String) clause: string;
  @Field(() => PackText) says: PackText;
  @Field(() => PackText) name: PackText;
  @Field(() => Boolean, {
    description: 'A figure is measured; otherwise something is there or not',
  })
  isFigure: boolean;
  @Field(() => String, { nullable: true }) op: string | null;
  @Field(() => [Float]) figures: number[];
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => Float, { nullable: true, description: 'The rate is per so many; ask for the size' })
  per: number | null;
  @Field(() => Float, { nullable: true, description: 'Asked at least, for the recorded size' })
  askedLeast: number | null;
  @Field(() => Float, { nullable: true }) askedMost: number | null;
  @Field(() => String, { nullable: true }) due: string | null;
  @Field(() => StatusEnum) status: ComplianceStatus;
  @Field(() => Float, { nullable: true }) figure: number | null;
  @Field(() => Float, { nullable: true }) size: number | null;
  @Field(() => String, { nullable: true }) evidence: string | null;
  @Field(() => String, { nullable: true }) checkedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) checkedAt: Date | null;
}

@ObjectType({ description: 'What the rules in force ask of a center, item by item.' })
export class ComplianceSheet {
  @Field(() => String, { nullable: true }) packCode: string | null;
  @Field(() => PackText) packTitle: PackText;
  @Field(() => [ComplianceItem]) items: ComplianceItem[];
  @Field(() => Int) registeredBeds: number;
  @Field(() => Float, { nullable: true }) areaM2: number | null;
}

@ObjectType({ description: 'What one center gives to a count of the county.' })
export class CenterCount {
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => Float) value: number;
  @Field(() => Float, { nullable: true }) outOf: number | null;
}

@ObjectType({ description: 'A count over the records of the county’s centers, today.' })
export class CountyCount {
  @Field(() => String) key: string;
  @Field(() => Float) value: number;
  @Field(() => Float, { nullable: true, description: 'Of how many' }) outOf: number | null;
  @Field(() => [CenterCount]) centers: CenterCount[];
}

@ObjectType()
export class CenterCompliance {
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => Int) met: number;
  @Field(() => Int) notMet: number;
  @Field(() => Int) unknown: number;
}

@ObjectType({ description: 'How far a county has come with the targets of its documents.' })
export class CountyProgressSheet {
  @Field(() => String, { nullable: true }) packCode: string | null;
  @Field(() => PackText) packTitle: PackText;
  @Field(() => [CountyCount]) counts: CountyCount[];
  @Field(() => [ComplianceItem]) items: ComplianceItem[];
  @Field(() => [CenterCompliance]) centers: CenterCompliance[];
}

@InputType()
export class RecordComplianceInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String) @Length(1, MAX_KEY) key: string;
  @Field(() => StatusEnum) @IsIn(COMPLIANCE_STATUSES) status: ComplianceStatus;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() @Min(0) figure?: number | null;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() @Min(0) size?: number | null;
  @Field(() => String) @MaxLength(MAX_EVIDENCE) evidence: string;
}

@InputType()
export class RecordProgressInput {
  @Field(() => String) @Matches(/^\d{6}$/) countyCode: string;
  @Field(() => String) @Length(1, MAX_KEY) key: string;
  @Field(() => StatusEnum) @IsIn(COMPLIANCE_STATUSES) status: ComplianceStatus;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() @Min(0) figure?: number | null;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() @Min(0) size?: number | null;
  @Field(() => String) @MaxLength(MAX_EVIDENCE) evidence: string;
}
