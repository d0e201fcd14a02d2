import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ErrorParams } from '@yibu/kernel';
import { InstantScalar } from '@yibu/platform';
import { CATEGORY_CODES, CategoryCodeEnum, type CategoryCode } from '@yibu/resident';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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

import { MAX_WORD, type SettledWord } from './category.rules.js';
import { missingFields } from './mapping.rules.js';
import {
  OPEN_LEVEL_CHOICES,
  ROSTER_STATUSES,
  ROW_OUTCOMES,
  type CheckedRow,
  type OpenLevelChoice,
  type RosterImportEntity,
  type RosterStatus,
  type RosterSummary,
  type RowOutcome,
} from './roster.entity.js';
import {
  FIELDS_OF,
  REQUIRED_OF,
  ROSTER_FIELDS,
  ROSTER_KINDS,
  type RosterField,
  type RosterKind,
} from './roster.fields.js';
import { ACCEPT_MODES, type AcceptMode } from './roster.service.js';
import type { RowRemark } from './row-reader.js';

function graphqlEnum(name: string, values: readonly string[]): Readonly<Record<string, string>> {
  const members = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(members, { name });
  return members;
}

export const RosterKindEnum = graphqlEnum('RosterKind', ROSTER_KINDS);
export const RosterFieldEnum = graphqlEnum('RosterField', ROSTER_FIELDS);
export const RosterStatusEnum = graphqlEnum('RosterStatus', ROSTER_STATUSES);
export const RowOutcomeEnum = graphqlEnum('RosterRowOutcome', ROW_OUTCOMES);
export const AcceptModeEnum = graphqlEnum('RosterAcceptMode', ACCEPT_MODES);
export const OpenLevelChoiceEnum = graphqlEnum('RosterOpenLevelChoice', OPEN_LEVEL_CHOICES);

@ObjectType()
export class RosterColumn {
  @Field(() => Int) index: number;
  @Field(() => String) heading: string;
  @Field(() => RosterFieldEnum, { nullable: true, description: 'null: not taken over' })
  field: RosterField | null;
  @Field(() => [String], { description: 'A few cells, long numbers masked' })
  samples: readonly string[];
}

@ObjectType()
export class RosterCounts {
  @Field(() => Int) total: number;
  @Field(() => Int) fresh: number;
  @Field(() => Int) changed: number;
  @Field(() => Int) unchanged: number;
  @Field(() => Int) problem: number;
  @Field(() => Int) written: number;
  @Field(() => Int) warnings: number;
  @Field(() => Int) newBeds: number;
  @Field(() => Int, { description: 'Levels to come that the list gives no end' })
  openLevels: number;
}

@ObjectType({ description: 'A word in the column of categories that is none of them' })
export class RosterUnknownCategory {
  @Field(() => String) word: string;
  @Field(() => Int, { description: 'In how many rows it stands' }) rows: number;
}

@ObjectType({ description: 'What a word of this list stands for' })
export class RosterCategoryWord {
  @Field(() => String) word: string;
  @Field(() => CategoryCodeEnum, { nullable: true, description: 'null: no category' })
  code: CategoryCode | null;
}

@ObjectType({ description: 'A list on its way in' })
export class RosterImport {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => RosterKindEnum) kind: RosterKind;
  @Field(() => RosterStatusEnum) status: RosterStatus;
  @Field(() => String) fileName: string;
  @Field(() => String) sheetName: string;
  @Field(() => Int) rowCount: number;
  @Field(() => [RosterColumn]) columns: RosterColumn[];
  @Field(() => [RosterFieldEnum], { description: 'What this kind of list may say' })
  fields: readonly RosterField[];
  @Field(() => [RosterFieldEnum]) requiredFields: readonly RosterField[];
  @Field(() => [RosterFieldEnum], { description: 'Required, and named by no column yet' })
  missingFields: readonly RosterField[];
  @Field(() => Boolean) createBeds: boolean;
  @Field(() => String) building: string;
  @Field(() => String) floorPattern: string;
  @Field(() => [RosterCategoryWord]) categoryWords: readonly SettledWord[];
  @Field(() => [RosterUnknownCategory], {
    description: 'To be settled; their rows wait. At most fifty are told',
  })
  unknownCategories: readonly RosterUnknownCategory[];
  @Field(() => RosterCounts, { nullable: true, description: 'After a check' })
  counts: RosterCounts | null;
  @Field(() => ID, { nullable: true }) jobId: string | null;
  @Field(() => String) createdBy: string;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => Int) version: number;
}

@ObjectType()
export class RosterRemark {
  @Field(() => RosterFieldEnum, { nullable: true, description: 'null: the row as a whole' })
  field: RosterField | null;
  @Field(() => String) rule: string;
  @Field(() => String, { description: 'JSON' }) params: string;
}

@ObjectType()
export class RosterDifference {
  @Field(() => RosterFieldEnum) field: RosterField;
  @Field(() => String, { nullable: true }) from: string | null;
  @Field(() => String) to: string;
}

@ObjectType()
export class RosterRow {
  @Field(() => Int, { description: 'As the spreadsheet counts' }) number: number;
  @Field(() => String) name: string;
  @Field(() => RowOutcomeEnum) outcome: RowOutcome;
  @Field(() => ID, { nullable: true }) residentId: string | null;
  @Field(() => [RosterRemark]) problems: RosterRemark[];
  @Field(() => [RosterRemark]) warnings: RosterRemark[];
  @Field(() => [RosterDifference]) differences: readonly RosterDifference[];
}

@ObjectType()
export class RosterRowPage {
  @Field(() => [RosterRow]) items: RosterRow[];
  @Field(() => Int) total: number;
}

@InputType()
export class RosterRowsInput {
  @Field(() => ID) @IsString() importId: string;
  @Field(() => RowOutcomeEnum, { nullable: true })
  @IsOptional()
  @IsIn(ROW_OUTCOMES)
  outcome?: RowOutcome | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only rows with a warning' })
  @IsBoolean()
  withWarnings: boolean;
  @Field(() => Int, { defaultValue: 1 }) @IsInt() @Min(1) @Max(100_000) page: number;
  @Field(() => Int, { defaultValue: 20 }) @IsInt() @Min(1) @Max(100) pageSize: number;
}

@InputType()
export class RosterCategoryWordInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_WORD) word: string;
  @Field(() => CategoryCodeEnum, { nullable: true, description: 'null: no category' })
  @IsOptional()
  @IsIn(CATEGORY_CODES)
  code?: CategoryCode | null;
}

@InputType()
export class CheckRosterInput {
  @Field(() => ID) @IsString() importId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => [RosterFieldEnum], { nullable: 'items', description: 'One for each column' })
  @IsArray()
  @ArrayMaxSize(200)
  mapping: (RosterField | null)[];
  @Field(() => Boolean) @IsBoolean() createBeds: boolean;
  @Field(() => String) @IsString() @MaxLength(40) building: string;
  @Field(() => String, { description: '{f}: the number of the floor' })
  @IsNotEmpty()
  @MaxLength(40)
  @Matches(/\{f\}/)
  floorPattern: string;
  @Field(() => [RosterCategoryWordInput], {
    nullable: true,
    description: 'What words for categories stand for; left out: as settled before',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => RosterCategoryWordInput)
  categoryWords?: RosterCategoryWordInput[] | null;
}

@InputType()
export class AcceptRosterInput {
  @Field(() => ID) @IsString() importId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => AcceptModeEnum) @IsIn(ACCEPT_MODES) mode: AcceptMode;
  @Field(() => [Int], { description: 'Rows whose differences are taken over' })
  @IsArray()
  @ArrayMaxSize(20_000)
  changedRows: number[];
  @Field(() => OpenLevelChoiceEnum, { defaultValue: 'ONE_BY_ONE' })
  @IsIn(OPEN_LEVEL_CHOICES)
  openLevels: OpenLevelChoice;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(100) idempotencyKey?:
    | string
    | null;
}

const countsOf = ({
  total,
  counts,
  warnings,
  newBeds,
  openLevels = 0,
}: RosterSummary): RosterCounts => ({
  total,
  fresh: counts.NEW,
  changed: counts.CHANGED,
  unchanged: counts.UNCHANGED,
  problem: counts.PROBLEM,
  written: counts.WRITTEN,
  warnings,
  newBeds,
  openLevels,
});

export const toRosterImport = (row: RosterImportEntity): RosterImport => ({
  id: row.id,
  centerId: row.centerId,
  kind: row.kind,
  status: row.status,
  fileName: row.fileName,
  sheetName: row.sheetName,
  rowCount: row.rowCount,
  columns: row.headings.map((heading, index) => ({
    index,
    heading,
    field: row.mapping[index] ?? null,
    samples: row.samples[index] ?? [],
  })),
  fields: FIELDS_OF[row.kind],
  requiredFields: REQUIRED_OF[row.kind],
  missingFields: missingFields(row.kind, row.mapping),
  createBeds: row.options.createBeds,
  building: row.options.building,
  floorPattern: row.options.floorPattern,
  categoryWords: row.options.categoryWords ?? [],
  unknownCategories: row.summary?.unknownCategories ?? [],
  counts: row.summary && countsOf(row.summary),
  jobId: row.jobId,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
  version: row.version,
});

const toRemark = ({ field, rule, params }: RowRemark): RosterRemark => ({
  field,
  rule,
  params: JSON.stringify((params ?? {}) satisfies ErrorParams),
});

export const toRosterRow = (row: CheckedRow): RosterRow => ({
  number: row.number,
  name: row.name,
  outcome: row.outcome,
  residentId: row.residentId,
  problems: row.problems.map(toRemark),
  warnings: row.warnings.map(toRemark),
  differences: row.differences,
});
