import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar } from '@yibu/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

import { BedKindEnum, enumOf, SexPolicyEnum } from './bed-map.graphql.js';
import type { BedKind } from './kind.rules.js';
import { MAX_BEDS_AT_ONCE, MAX_NAME_LENGTH } from './naming.rules.js';
import type { SexPolicy } from './place.entities.js';
import { PLACE_KINDS, type PlaceKind } from './place.repository.js';

export const PlaceKindEnum = enumOf(PLACE_KINDS);
registerEnumType(PlaceKindEnum, { name: 'PlaceKind' });

const MAX_FLOORS = 60;
const MAX_ROOMS = 100;
const MAX_BEDS_PER_ROOM = 12;
const MAX_NUMBER = 9999;

@InputType({
  description: 'Floors, rooms and beds at once, named by patterns: {f} {n} {nn} {r} {A}.',
})
export class LayOutBuildingInput {
  @Field(() => ID) centerId: string;
  @Field(() => ID, { nullable: true }) buildingId?: string | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NAME_LENGTH)
  buildingName?: string | null;
  @Field(() => Int) @IsInt() @Min(-5) @Max(MAX_FLOORS) floorFrom: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_FLOORS) floorCount: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_NAME_LENGTH) floorPattern: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_ROOMS) roomsPerFloor: number;
  @Field(() => Int) @IsInt() @Min(0) @Max(MAX_NUMBER) roomStart: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_NAME_LENGTH) roomPattern: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_BEDS_PER_ROOM) bedsPerRoom: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_NAME_LENGTH) bedPattern: string;
  @Field(() => SexPolicyEnum) sexPolicy: SexPolicy;
  @Field(() => LocalDateScalar) openedOn: LocalDate;
  @Field(() => BedKindEnum, { nullable: true, description: 'null: not said yet' })
  @IsOptional()
  kind?: BedKind | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(100)
  idempotencyKey?: string | null;
}

@InputType()
export class AddRoomsInput {
  @Field(() => ID) floorId: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_ROOMS) count: number;
  @Field(() => Int) @IsInt() @Min(0) @Max(MAX_NUMBER) start: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_NAME_LENGTH) pattern: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_BEDS_PER_ROOM) bedsPerRoom: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_NAME_LENGTH) bedPattern: string;
  @Field(() => SexPolicyEnum) sexPolicy: SexPolicy;
  @Field(() => LocalDateScalar) openedOn: LocalDate;
  @Field(() => BedKindEnum, { nullable: true, description: 'null: not said yet' })
  @IsOptional()
  kind?: BedKind | null;
}

@InputType()
export class AddBedsInput {
  @Field(() => ID) roomId: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_BEDS_PER_ROOM) count: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_NUMBER) start: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_NAME_LENGTH) pattern: string;
  @Field(() => LocalDateScalar) openedOn: LocalDate;
  @Field(() => BedKindEnum, { nullable: true, description: 'null: not said yet' })
  @IsOptional()
  kind?: BedKind | null;
}

@InputType()
export class UpdatePlaceInput {
  @Field(() => PlaceKindEnum) kind: PlaceKind;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_NAME_LENGTH) name: string;
  @Field(() => SexPolicyEnum, { nullable: true }) sexPolicy?: SexPolicy | null;
}

@InputType()
export class SortPlacesInput {
  @Field(() => PlaceKindEnum) kind: PlaceKind;
  @Field(() => [ID]) @ArrayMaxSize(MAX_BEDS_AT_ONCE) ids: string[];
}

@InputType()
export class RemovePlaceInput {
  @Field(() => PlaceKindEnum) @IsIn(PLACE_KINDS) kind: PlaceKind;
  @Field(() => ID) id: string;
}

@InputType()
export class StartRepairInput {
  @Field(() => ID) bedId: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn?: LocalDate | null;
  @Field(() => String) @MaxLength(200) reason: string;
}

@InputType()
export class EndRepairInput {
  @Field(() => ID) @IsString() bedId: string;
  @Field(() => LocalDateScalar) on: LocalDate;
}

@InputType()
export class CloseBedInput {
  @Field(() => ID) bedId: string;
  @Field(() => LocalDateScalar) on: LocalDate;
  @Field(() => String) @MaxLength(200) reason: string;
}

@InputType()
export class ReopenBedInput {
  @Field(() => ID) bedId: string;
  @Field(() => String) @MaxLength(200) reason: string;
}

@InputType({ description: 'Beds of one house are of a kind from a day on' })
export class SetBedKindsInput {
  @Field(() => [ID]) @ArrayMinSize(1) @ArrayMaxSize(MAX_BEDS_AT_ONCE) bedIds: string[];
  @Field(() => BedKindEnum) kind: BedKind;
  @Field(() => LocalDateScalar, { description: 'For a bed that opened later: from its first day' })
  fromOn: LocalDate;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) reason?: string | null;
}

@ObjectType()
export class PlannedRoom {
  @Field(() => String) name: string;
  @Field(() => Boolean, { description: 'A room of this name exists on the floor' })
  isTaken: boolean;
  @Field(() => [String]) beds: string[];
}

@ObjectType()
export class PlannedFloor {
  @Field(() => String) name: string;
  @Field(() => Boolean, { description: 'The floor exists; rooms are added to it' })
  isExisting: boolean;
  @Field(() => [PlannedRoom]) rooms: PlannedRoom[];
}
