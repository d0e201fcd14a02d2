import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar, PageArgs } from '@yibu/platform';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Length,
} from 'class-validator';

import {
  REGISTRY_FIELDS,
  REGISTRY_KINDS,
  REGISTRY_WHATS,
  SUPPORT_WHATS,
  type RegistryField,
  type RegistryKind,
  type RegistryWhat,
  type SupportWhat,
} from './registry.fields.js';
import type { RegistryListStatus, RegistryRowEnd } from './registry.entities.js';

const enumOf = <T extends string>(words: readonly T[]): Readonly<Record<T, T>> =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<T, T>;

export const RegistryKindEnum = enumOf(REGISTRY_KINDS);
registerEnumType(RegistryKindEnum, { name: 'RegistryKind' });
export const RegistryWhatEnum = enumOf(REGISTRY_WHATS);
registerEnumType(RegistryWhatEnum, { name: 'RegistryWhat' });
export const RegistryFieldEnum = enumOf(REGISTRY_FIELDS);
registerEnumType(RegistryFieldEnum, { name: 'RegistryField' });
export const SupportWhatEnum = enumOf(SUPPORT_WHATS);
registerEnumType(SupportWhatEnum, { name: 'SupportWhat' });
type ShownStatus = RegistryListStatus | 'ACCEPTING';
export const RegistryListStatusEnum = enumOf<ShownStatus>([
  'CHECKED',
  'ACCEPTING',
  'ACCEPTED',
  'WITHDRAWN',
]);
registerEnumType(RegistryListStatusEnum, {
  name: 'RegistryListStatus',
  description: 'CHECKED: tried, nothing of it counts yet. ACCEPTING: being taken in',
});
export const RegistryRowEndEnum = enumOf<RegistryRowEnd>(['CORRECTED', 'WITHDRAWN']);
registerEnumType(RegistryRowEndEnum, { name: 'RegistryRowEnd' });

const MAX_REASON = 500;

@ObjectType()
export class RegistryListCounts {
  @Field(() => Int, { description: 'Rows that the county did not have' }) fresh: number;
  @Field(() => Int, { description: 'Rows that the county has already' }) same: number;
  @Field(() => Int, { description: 'Another version of a row' }) corrected: number;
  @Field(() => Int) withdrawn: number;
  @Field(() => Int, { description: 'Left outside' }) problem: number;
}

@ObjectType()
export class RegistryListColumn {
  @Field(() => String) heading: string;
  @Field(() => RegistryFieldEnum, { nullable: true, description: 'null: not kept' })
  field: RegistryField | null;
}

@ObjectType({ description: 'A list of a county register, as the bureau uploaded it.' })
export class RegistryListSummary {
  @Field(() => ID) id: string;
  @Field(() => RegistryKindEnum) kind: RegistryKind;
  @Field(() => RegistryListStatusEnum) status: ShownStatus;
  @Field(() => ID, {
    nullable: true,
    description: 'One’s own work that takes the list in, or that did not succeed',
  })
  jobId: string | null;
  @Field(() => String) fileName: string;
  @Field(() => Int) rowCount: number;
  @Field(() => RegistryListCounts) counts: RegistryListCounts;
  @Field(() => [SupportWhatEnum], { description: 'Names everybody of these, between these days' })
  completeFor: SupportWhat[];
  @Field(() => LocalDateScalar, { nullable: true }) coversFrom: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) coversThrough: LocalDate | null;
  @Field(() => String, { nullable: true }) uploadedByName: string | null;
  @Field(() => InstantScalar) uploadedAt: Date;
  @Field(() => String, { nullable: true }) acceptedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) acceptedAt: Date | null;
  @Field(() => String, { nullable: true }) withdrawnByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) withdrawnAt: Date | null;
  @Field(() => String, { nullable: true }) withdrawnReason: string | null;
  @Field(() => Int, { description: 'People of the county’s centers whom its rows are about' })
  matchedCount: number;
  @Field(() => Int) version: number;
}

@ObjectType()
export class RegistryList extends RegistryListSummary {
  @Field(() => [RegistryListColumn]) columns: RegistryListColumn[];
}

@ObjectType()
export class RegistryListPage {
  @Field(() => [RegistryListSummary]) items: RegistryListSummary[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'What is wrong with a row, or worth saying: row, column, cause.' })
export class RegistryRemark {
  @Field(() => Int) row: number;
  @Field(() => RegistryFieldEnum, { nullable: true }) field: RegistryField | null;
  @Field(() => String, { nullable: true, description: 'Of the column, as the file has it' })
  heading: string | null;
  @Field(() => String, { nullable: true, description: 'What stands there; numbers masked' })
  cell: string | null;
  @Field(() => String) rule: string;
  @Field(() => String, { description: 'JSON' }) params: string;
  @Field(() => Boolean, { description: 'false: taken in, but look at it' }) isProblem: boolean;
}

@ObjectType()
export class RegistryRemarkPage {
  @Field(() => [RegistryRemark]) items: RegistryRemark[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class RegistryRow {
  @Field(() => ID) id: string;
  @Field(() => RegistryKindEnum) kind: RegistryKind;
  @Field(() => RegistryWhatEnum) what: RegistryWhat;
  @Field(() => ID) listId: string;
  @Field(() => String) fileName: string;
  @Field(() => Int) rowNumber: number;
  @Field(() => String) name: string;
  @Field(() => String) idNumberMasked: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'As the list writes it' })
  untilOn: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) crematedOn: LocalDate | null;
  @Field(() => String, { nullable: true, description: 'Hospital, or where' }) place: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => InstantScalar) listedAt: Date;
  @Field(() => String, { nullable: true }) listedByName: string | null;
  @Field(() => ID, { nullable: true, description: 'The version that it replaced' })
  previousId: string | null;
  @Field(() => RegistryRowEndEnum, { nullable: true, description: 'null: it holds' })
  endedKind: RegistryRowEnd | null;
  @Field(() => InstantScalar, { nullable: true }) endedAt: Date | null;
  @Field(() => String, { nullable: true }) endedByName: string | null;
  @Field(() => String, { nullable: true }) endedReason: string | null;
  @Field(() => String, { nullable: true, description: 'The later list that says otherwise' })
  endedFileName: string | null;
  @Field(() => [String], { description: 'Centers of the county that keep a file of the person' })
  centerNames: string[];
}

@ObjectType()
export class RegistryRowPage {
  @Field(() => [RegistryRow]) items: RegistryRow[];
  @Field(() => Int) total: number;
}

@ArgsType()
export class RegistryListsArgs extends PageArgs {
  @Field(() => RegistryKindEnum, { nullable: true })
  @IsOptional()
  @IsEnum(RegistryKindEnum)
  kind?: RegistryKind;
}

@ArgsType()
export class RegistryRemarksArgs extends PageArgs {
  @Field(() => ID) @IsString() listId: string;
}

@ArgsType()
export class RegistryRowsArgs extends PageArgs {
  @Field(() => ID) @IsString() listId: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Only people of the centers' })
  @IsBoolean()
  matched: boolean = false;
}

@InputType()
export class RegistryPersonInput {
  @Field(() => String) @Length(15, 18) fullIdNumber: string;
}

@InputType()
export class AcceptRegistryListInput {
  @Field(() => ID) @IsString() listId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => [SupportWhatEnum], { defaultValue: [] })
  @ArrayMaxSize(SUPPORT_WHATS.length)
  @IsEnum(SupportWhatEnum, { each: true })
  completeFor: SupportWhat[];
  @Field(() => LocalDateScalar, { nullable: true })
  @IsOptional()
  coversFrom?: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true })
  @IsOptional()
  coversThrough?: LocalDate | null;
}

@InputType()
export class RegistryListInput {
  @Field(() => ID) @IsString() listId: string;
}

@InputType()
export class WithdrawRegistryListInput extends RegistryListInput {
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
}

@InputType()
export class WithdrawRegistryRowInput {
  @Field(() => ID) @IsString() rowId: string;
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
}
