import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar, PageArgs } from '@yibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { AbsenceKindEnum, enumOf, StayStatusEnum } from './bed-map.graphql.js';
import type { ChecklistCode } from './checklist.rules.js';
import { ChecklistCodeEnum } from './stay.graphql.js';
import { STAY_ORDERS } from './stay.queries.js';
import type { AbsenceKind, StayStatus } from './stay.rules.js';

const MAX_REASON = 500;
const MAX_NOTE = 500;
/** More than a checklist has items. */
const MAX_OVERRIDES = 40;
const MAX_ABSENCE_NOTE = 200;
const OPTIONAL = { nullable: true } as const;

export const CHECKLIST_ACTIONS = ['RESERVE', 'ADMIT', 'TRANSFER', 'DISCHARGE', 'DEATH'] as const;
export type ChecklistAction = (typeof CHECKLIST_ACTIONS)[number];
export const ChecklistActionEnum = enumOf(CHECKLIST_ACTIONS);
registerEnumType(ChecklistActionEnum, { name: 'ChecklistAction' });

export const AWAY_FILTERS = ['ANY', 'HOME_LEAVE', 'HOSPITAL', 'OVERDUE'] as const;
export type AwayFilter = (typeof AWAY_FILTERS)[number];
export const AwayFilterEnum = enumOf(AWAY_FILTERS);
registerEnumType(AwayFilterEnum, { name: 'AwayFilter' });

const Text =
  (max: number): PropertyDecorator =>
  (target, key) => {
    Field(() => String, OPTIONAL)(target, key);
    IsOptional()(target, key);
    IsString()(target, key);
    MaxLength(max)(target, key);
  };

const OptionalDay = (): PropertyDecorator => Field(() => LocalDateScalar, OPTIONAL);

@InputType({ description: 'A reason in writing that stands in for an open item.' })
export class ChecklistOverrideInput {
  @Field(() => ChecklistCodeEnum) code: ChecklistCode;
  @Field(() => String) @MaxLength(MAX_REASON) reason: string;
}

@InputType()
export class ReserveBedInput {
  @Field(() => ID) centerId: string;
  @Field(() => ID) residentId: string;
  @Field(() => ID) bedId: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @OptionalDay() untilOn?: LocalDate | null;
  @Text(MAX_NOTE) note?: string | null;
  @Text(100) idempotencyKey?: string | null;
}

@InputType()
export class AdmitResidentInput {
  @Field(() => ID) centerId: string;
  @Field(() => ID) residentId: string;
  @Field(() => ID) bedId: string;
  @Field(() => LocalDateScalar) on: LocalDate;
  @OptionalDay() expectedUntilOn?: LocalDate | null;
  @Text(MAX_NOTE) note?: string | null;
  @Text(MAX_REASON) reason?: string | null;
  @Field(() => ID, OPTIONAL) reservationId?: string | null;
  @Field(() => [ChecklistOverrideInput], OPTIONAL)
  @IsOptional()
  @ArrayMaxSize(MAX_OVERRIDES)
  @ValidateNested({ each: true })
  @Type(() => ChecklistOverrideInput)
  overrides?: ChecklistOverrideInput[] | null;
  @Text(100) idempotencyKey?: string | null;
}

@InputType()
export class CancelReservationInput {
  @Field(() => ID) stayId: string;
  @Field(() => Int) version: number;
  @Text(MAX_REASON) reason?: string | null;
}

@InputType()
export class TransferResidentInput {
  @Field(() => ID) stayId: string;
  @Field(() => Int) version: number;
  @Field(() => ID) bedId: string;
  @Field(() => LocalDateScalar) on: LocalDate;
  @Text(MAX_REASON) reason?: string | null;
}

@InputType()
export class SwapBedsInput {
  @Field(() => ID) stayId: string;
  @Field(() => Int) version: number;
  @Field(() => ID) otherStayId: string;
  @Field(() => Int) otherVersion: number;
  @Field(() => LocalDateScalar) on: LocalDate;
  @Text(MAX_REASON) reason?: string | null;
}

@InputType()
export class EndStayInput {
  @Field(() => ID) stayId: string;
  @Field(() => Int) version: number;
  @Field(() => LocalDateScalar) on: LocalDate;
  @Text(MAX_NOTE) note?: string | null;
  @Text(MAX_REASON) reason?: string | null;
  @Field(() => [ChecklistOverrideInput], OPTIONAL)
  @IsOptional()
  @ArrayMaxSize(MAX_OVERRIDES)
  @ValidateNested({ each: true })
  @Type(() => ChecklistOverrideInput)
  overrides?: ChecklistOverrideInput[] | null;
}

@InputType()
export class UndoStayInput {
  @Field(() => ID) stayId: string;
  @Field(() => Int) version: number;
  @Field(() => String) @MaxLength(MAX_REASON) reason: string;
}

@InputType()
export class CorrectStayInput {
  @Field(() => ID) stayId: string;
  @Field(() => Int) version: number;
  @OptionalDay() fromOn?: LocalDate | null;
  @OptionalDay() untilOn?: LocalDate | null;
  @OptionalDay() expectedUntilOn?: LocalDate | null;
  @Field(() => ID, OPTIONAL) bedId?: string | null;
  @Field(() => String) @MaxLength(MAX_REASON) reason: string;
}

@InputType()
export class RecordStayInput {
  @Field(() => ID) centerId: string;
  @Field(() => ID) residentId: string;
  @Field(() => ID) bedId: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @OptionalDay() untilOn?: LocalDate | null;
  @Field(() => String, OPTIONAL) @IsOptional() @IsIn(['DISCHARGE', 'DEATH']) endKind?:
    | 'DISCHARGE'
    | 'DEATH'
    | null;
  @Text(MAX_NOTE) note?: string | null;
  @Field(() => String) @MaxLength(MAX_REASON) reason: string;
}

@InputType()
export class StartAbsenceInput {
  @Field(() => ID) stayId: string;
  @Field(() => AbsenceKindEnum) kind: AbsenceKind;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @OptionalDay() plannedUntilOn?: LocalDate | null;
  @OptionalDay() untilOn?: LocalDate | null;
  @Text(MAX_ABSENCE_NOTE) note?: string | null;
  @Field(() => Boolean, { ...OPTIONAL, description: 'Whether the bed is kept meanwhile' })
  @IsOptional()
  bedHeld?: boolean | null;
  @Text(MAX_REASON) reason?: string | null;
  @Text(100) idempotencyKey?: string | null;
}

@InputType()
export class EndAbsenceInput {
  @Field(() => ID) absenceId: string;
  @Field(() => Int) version: number;
  @Field(() => LocalDateScalar) on: LocalDate;
  @Text(MAX_REASON) reason?: string | null;
}

@InputType()
export class CorrectAbsenceInput {
  @Field(() => ID) absenceId: string;
  @Field(() => Int) version: number;
  @Field(() => AbsenceKindEnum) kind: AbsenceKind;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @OptionalDay() plannedUntilOn?: LocalDate | null;
  @OptionalDay() untilOn?: LocalDate | null;
  @Text(MAX_ABSENCE_NOTE) note?: string | null;
  @Field(() => Boolean, { ...OPTIONAL, description: 'Whether the bed is kept meanwhile' })
  @IsOptional()
  bedHeld?: boolean | null;
  @Field(() => String) @MaxLength(MAX_REASON) reason: string;
}

@InputType()
export class CancelAbsenceInput {
  @Field(() => ID) absenceId: string;
  @Field(() => Int) version: number;
  @Field(() => String) @MaxLength(MAX_REASON) reason: string;
}

@InputType()
export class StayChecklistInput {
  @Field(() => ChecklistActionEnum) @IsIn(CHECKLIST_ACTIONS) action: ChecklistAction;
  @Field(() => ID) residentId: string;
  @Field(() => LocalDateScalar) on: LocalDate;
  @Field(() => ID, OPTIONAL) bedId?: string | null;
  @Field(() => ID, OPTIONAL) stayId?: string | null;
}

@ArgsType()
export class StaysArgs extends PageArgs {
  @Field(() => ID) centerId: string;
  @Field(() => StayStatusEnum, OPTIONAL) status?: StayStatus | null;
  @Field(() => AwayFilterEnum, OPTIONAL) away?: AwayFilter | null;
  @Text(40) search?: string | null;
  @OptionalDay() from?: LocalDate | null;
  @OptionalDay() to?: LocalDate | null;
  @OptionalDay() beganFrom?: LocalDate | null;
  @OptionalDay() beganTo?: LocalDate | null;
  @Field(() => String, OPTIONAL) @IsOptional() @IsIn(STAY_ORDERS) orderBy?: string | null;
  @Field(() => Boolean, OPTIONAL) descending?: boolean | null;
}
