import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AskedAttribute } from '@yibu/claim-engine';
import type { LocalDate } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar } from '@yibu/platform';
import { IsIn, IsInt, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';

import { OWNERS, type Owner } from './asked.facts.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

const OwnerEnum = enumOf(OWNERS);
registerEnumType(OwnerEnum, { name: 'FactOwner', description: 'Of whom it is recorded' });
const KindEnum = enumOf(['MONEY', 'NUMBER', 'YES_NO', 'CHOICE', 'TEXT'] as const);
registerEnumType(KindEnum, { name: 'FactKind', description: 'How it is entered' });

@ObjectType()
export class FactOption {
  @Field(() => String) value: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
}

@ObjectType({ description: 'A program that asks, and where its document says so' })
export class FactAsker {
  @Field(() => String) program: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => String) documentZh: string;
  @Field(() => String) documentEn: string;
  @Field(() => String) clause: string;
}

@ObjectType({
  description: 'A recorded value with its days; one that was taken back counts nowhere.',
})
export class FactValue {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Money in fen; true or false' }) value: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  untilOn: LocalDate | null;
  @Field(() => String, { description: 'The paper that shows it' }) evidence: string;
  @Field(() => String) recordedByName: string;
  @Field(() => InstantScalar) recordedAt: Date;
  @Field(() => String, { nullable: true }) voidedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) voidedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was corrected or taken back' })
  voidReason: string | null;
  @Field(() => Int) version: number;
}

@ObjectType({
  description: 'Something that the rules ask and no register has, with all its values.',
})
export class AskedFact {
  @Field(() => String) name: string;
  @Field(() => KindEnum) kind: AskedAttribute['kind'];
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => String, { nullable: true }) unitZh: string | null;
  @Field(() => String, { nullable: true }) unitEn: string | null;
  @Field(() => [FactOption]) options: readonly FactOption[];
  @Field(() => [FactAsker], { description: 'Empty: no rule asks it any more' })
  asks: readonly FactAsker[];
  @Field(() => ID, { nullable: true, description: 'The value of today' }) currentId: string | null;
  @Field(() => [FactValue], { description: 'The newest day first, with those taken back' })
  values: readonly FactValue[];
}

@InputType()
export class FactSubjectInput {
  @Field(() => OwnerEnum) @IsIn(OWNERS) owner: Owner;
  @Field(() => ID, { description: 'The center, the resident or the member of staff' })
  subjectId: string;
}

@InputType()
export class FactFieldsInput extends FactSubjectInput {
  @Field(() => String, { description: 'Money in fen; true or false' })
  @IsNotEmpty()
  @MaxLength(120)
  value: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  @IsOptional()
  untilOn?: LocalDate | null;
  @Field(() => String) @IsNotEmpty() @MaxLength(200) evidence: string;
}

@InputType()
export class RecordFactInput extends FactFieldsInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(80) name: string;
  @Field(() => String, {
    nullable: true,
    description: 'Needed where the value of past days becomes another',
  })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) idempotencyKey?: string;
}

@InputType()
export class CorrectFactInput extends FactFieldsInput {
  @Field(() => ID) factId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class VoidFactInput extends FactSubjectInput {
  @Field(() => ID) factId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}
