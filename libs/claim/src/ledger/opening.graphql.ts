import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, YearMonth } from '@yibu/kernel';
import { FenScalar, InstantScalar, YearMonthScalar } from '@yibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';

const MAX_ROWS = 5000;

@ObjectType()
export class OpeningEntry {
  @Field(() => ID) id: string;
  @Field(() => String) program: string;
  @Field(() => String) subjectKind: string;
  @Field(() => String) subjectId: string;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => FenScalar) amountFen: Fen;
}

@ObjectType({ description: 'What was claimed on paper before the product, for one claim year.' })
export class OpeningLedger {
  @Field(() => YearMonthScalar) yearFrom: YearMonth;
  @Field(() => String, { description: 'UNANSWERED, NOTHING or IMPORTED' }) state: string;
  @Field(() => Int) entryCount: number;
  @Field(() => FenScalar) totalFen: Fen;
  @Field(() => String, { nullable: true }) confirmedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) confirmedAt: Date | null;
  @Field(() => Boolean, {
    description: 'The bureau closed the year: nothing in it changes any more',
  })
  isYearClosed: boolean;
  @Field(() => Boolean, { description: 'False once a claim of the year was submitted' })
  canChange: boolean;
  @Field(() => [OpeningEntry]) entries: OpeningEntry[];
}

@ObjectType({ description: 'A row that cannot be taken, by its number in the sheet or list.' })
export class OpeningProblem {
  @Field(() => Int) row: number;
  @Field(() => String) column: string;
  @Field(() => String, {
    description:
      'UNKNOWN_PERSON, AMBIGUOUS_PERSON, UNKNOWN_PROGRAM, NOT_A_MONTH, OUTSIDE_YEAR, NOT_AN_AMOUNT, TWICE',
  })
  rule: string;
  @Field(() => String, { nullable: true }) value: string | null;
}

@ObjectType()
export class OpeningImport {
  @Field(() => Int) rowCount: number;
  @Field(() => Int) validCount: number;
  @Field(() => FenScalar) totalFen: Fen;
  @Field(() => [OpeningProblem]) problems: OpeningProblem[];
  @Field(() => Boolean, { description: 'False for a dry run, and when any row has a problem' })
  isStored: boolean;
}

@InputType()
export class OpeningRowInput {
  @Field(() => String) @Length(1, 60) program: string;
  @Field(() => ID, { description: 'A resident, or the center for programs that pay the center' })
  @IsString()
  subjectId: string;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => FenScalar) @IsInt() @Min(1) amountFen: Fen;
}

@InputType()
export class ConfirmNothingClaimedInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => YearMonthScalar) yearFrom: YearMonth;
}

@InputType()
export class EnterOpeningInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => YearMonthScalar) yearFrom: YearMonth;
  @Field(() => [OpeningRowInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ROWS)
  @ValidateNested({ each: true })
  @Type(() => OpeningRowInput)
  rows: OpeningRowInput[];
}

@InputType()
export class ImportOpeningInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => YearMonthScalar) yearFrom: YearMonth;
  @Field(() => ID, { description: 'XLSX or CSV attached to the center, kind OPENING_LEDGER' })
  @IsString()
  attachmentId: string;
  @Field(() => Boolean, { defaultValue: false }) @IsOptional() isDryRun?: boolean;
}

@InputType()
export class ClaimYearInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => YearMonthScalar) yearFrom: YearMonth;
  @Field(() => String) @Length(1, 500) reason: string;
}
