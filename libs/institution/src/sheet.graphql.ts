import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate, Sex, YearMonth } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar, YearMonthScalar } from '@yibu/platform';
import { SexEnum } from '@yibu/resident';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

import { RECORD_PLACES, type RecordPlace } from './sheet.catalogue.js';
import { ROW_SETS, type RowSet } from './sheet.sets.js';

const RowSetEnum = Object.fromEntries(ROW_SETS.map((value) => [value, value]));
registerEnumType(RowSetEnum, { name: 'SheetRowSet', description: 'What kind of rows a figure is' });
const RecordPlaceEnum = Object.fromEntries(RECORD_PLACES.map((value) => [value, value]));
registerEnumType(RecordPlaceEnum, {
  name: 'SheetRecordPlace',
  description: 'Where a fact of the sheet is recorded',
});

@ObjectType({ description: 'One filing of a month; it never changes' })
export class SheetVersion {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: '1 for the first filing of the month' }) number: number;
  @Field(() => InstantScalar) filedAt: Date;
  @Field(() => String) filedByName: string;
  @Field(() => String, { nullable: true, description: 'Why it was filed again' })
  reason: string | null;
  @Field(() => String, { description: 'SHA-256 of what was filed' }) digest: string;
}

@ObjectType({ description: 'One figure or fact, worded in the language of the person' })
export class SheetCellView {
  @Field(() => String) key: string;
  @Field(() => String) label: string;
  @Field(() => String, { nullable: true, description: 'What it means, or why there is none' })
  note: string | null;
  @Field(() => Int, { nullable: true, description: 'null: no count' }) figure: number | null;
  @Field(() => String, { nullable: true, description: 'A fact; null: a count, or not recorded' })
  text: string | null;
  @Field(() => RowSetEnum, { nullable: true, description: 'Rows behind the figure' })
  rows: RowSet | null;
  @Field(() => RecordPlaceEnum, { nullable: true }) recordAt: RecordPlace | null;
  @Field(() => Boolean, { description: 'Another one by the records of today' }) hasDrifted: boolean;
  @Field(() => String, { nullable: true, description: 'By the records of today, where it drifted' })
  today: string | null;
}

@ObjectType()
export class SheetSectionView {
  @Field(() => String) key: string;
  @Field(() => String) label: string;
  @Field(() => [SheetCellView]) cells: SheetCellView[];
}

@ObjectType({ description: 'The monthly sheet of an institution (养老机构基本信息月报)' })
export class InstitutionSheet {
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => LocalDateScalar, { description: 'Last day of the month, Asia/Shanghai' })
  lastDay: LocalDate;
  @Field(() => Boolean, { description: 'The month is over, so that it can be filed' })
  isOver: boolean;
  @Field(() => [SheetVersion], { description: 'Newest first' }) versions: SheetVersion[];
  @Field(() => SheetVersion, { nullable: true, description: 'Shown; null: the records of today' })
  shown: SheetVersion | null;
  @Field(() => [SheetSectionView]) sections: SheetSectionView[];
  @Field(() => Int, { description: 'Figures and facts that are others today' }) driftCount: number;
  @Field(() => String, { description: 'Of the records of today; sent back when filing' })
  liveDigest: string;
}

@ObjectType({ description: 'One row behind a figure' })
export class SheetRow {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int, { description: 'Its share of the figure' }) quantity: number;
  @Field(() => ID, { nullable: true }) residentId: string | null;
  @Field(() => ID, { nullable: true }) staffId: string | null;
  @Field(() => SexEnum, { nullable: true }) sex: Sex | null;
  @Field(() => Int, { nullable: true, description: 'On the last day of the month' })
  age: number | null;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) onDate: LocalDate | null;
  @Field(() => Int, { nullable: true }) level: number | null;
  @Field(() => String, { nullable: true, description: 'Kind of the row as a code' })
  word: string | null;
  @Field(() => String, { nullable: true }) staffName: string | null;
}

@ObjectType()
export class SheetRowPage {
  @Field(() => [SheetRow]) items: SheetRow[];
  @Field(() => Int) total: number;
  @Field(() => Int, { description: 'The figure itself, over all rows' }) quantity: number;
}

@ObjectType({ description: 'A month of a center: filed or not' })
export class SheetMonth {
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => Boolean) isOver: boolean;
  @Field(() => SheetVersion, { nullable: true, description: 'The newest; null: not filed' })
  version: SheetVersion | null;
  @Field(() => Int, { nullable: true }) residents: number | null;
  @Field(() => Int, { nullable: true }) beds: number | null;
}

@ObjectType()
export class SheetFigure {
  @Field(() => String) key: string;
  @Field(() => String) label: string;
  @Field(() => Int) figure: number;
}

@ObjectType({ description: 'A center in a month of its county' })
export class CountySheet {
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String) centerCode: string;
  @Field(() => String, { nullable: true }) operatorName: string | null;
  @Field(() => SheetVersion, { nullable: true, description: 'The newest; null: missing' })
  version: SheetVersion | null;
  @Field(() => [SheetFigure], { description: 'Empty: missing' }) figures: SheetFigure[];
}

@ObjectType()
export class CountySheetPage {
  @Field(() => [CountySheet]) items: CountySheet[];
  @Field(() => Int) total: number;
  @Field(() => Int, { description: 'Centers that filed, over all pages' }) filed: number;
  @Field(() => Int, { description: 'Centers that did not' }) missing: number;
  @Field(() => [SheetFigure], { description: 'Sums over what was filed, over all pages' })
  sums: SheetFigure[];
}

@InputType()
export class FileInstitutionSheetInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => Int, { description: 'Newest version the person saw; 0: none' })
  @IsInt()
  @Min(0)
  basedOn: number;
  @Field(() => String, { description: '`liveDigest` of the sheet the person saw' })
  @IsString()
  @MaxLength(64)
  seen: string;
  @Field(() => String, { nullable: true, description: 'Needed when filing again' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) idempotencyKey?: string;
}
