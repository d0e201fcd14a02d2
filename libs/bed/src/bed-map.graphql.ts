import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar } from '@yibu/platform';

import { BED_KINDS, type BedKind } from './kind.rules.js';
import type { SexPolicy } from './place.entities.js';
import { SEX_POLICIES } from './place.entities.js';
import { ABSENCE_KINDS, STAY_STATUSES, type AbsenceKind, type StayStatus } from './stay.rules.js';

export const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value) => [value, value]));

export const BedKindEnum = enumOf(BED_KINDS);
registerEnumType(BedKindEnum, {
  name: 'BedKind',
  description: 'ORDINARY: 普通床位. NURSING: 护理型床位.',
});
export const SexPolicyEnum = enumOf(SEX_POLICIES);
registerEnumType(SexPolicyEnum, { name: 'SexPolicy' });
export const StayStatusEnum = enumOf(STAY_STATUSES);
registerEnumType(StayStatusEnum, { name: 'StayStatus' });
export const AbsenceKindEnum = enumOf(ABSENCE_KINDS);
registerEnumType(AbsenceKindEnum, { name: 'AbsenceKind' });

/** What a bed is on one day. */
export const BED_MAP_STATES = [
  'FREE',
  'OCCUPIED',
  'RESERVED',
  'LEAVE',
  'HOSPITAL',
  'REPAIR',
  'CLOSED',
] as const;
export type BedMapState = (typeof BED_MAP_STATES)[number];
export const BedMapStateEnum = enumOf(BED_MAP_STATES);
registerEnumType(BedMapStateEnum, { name: 'BedMapState' });

@ObjectType({ description: 'Who holds a bed on the day of the map, or comes next.' })
export class BedMapStay {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID, { description: 'First stay of the chain of transfers' }) spellId: string;
  @Field(() => LocalDateScalar, { description: 'Day of admission, in whatever bed' })
  admittedOn: LocalDate;
  @Field(() => StayStatusEnum) status: StayStatus;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'null: without an end' })
  untilOn: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'null: not said' })
  expectedUntilOn: LocalDate | null;
  @Field(() => ID) residentId: string;
  @Field(() => String) residentName: string;
  @Field(() => String) sex: string;
  @Field(() => LocalDateScalar) bornOn: LocalDate;
  @Field(() => Int, { nullable: true, description: 'Level in force on the day; null: none' })
  level: number | null;
  @Field(() => String, { nullable: true }) levelScale: string | null;
}

@ObjectType()
export class BedMapAbsence {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => AbsenceKindEnum) kind: AbsenceKind;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'null: not said' })
  plannedUntilOn: LocalDate | null;
}

@ObjectType()
export class BedMapRepair {
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'null: until it is done' })
  untilOn: LocalDate | null;
  @Field(() => String) reason: string;
}

@ObjectType()
export class BedMapBed {
  @Field(() => ID) id: string;
  @Field(() => String) label: string;
  @Field(() => String, { description: 'As people say it: 301-1' }) name: string;
  @Field(() => Int) version: number;
  @Field(() => BedMapStateEnum) state: BedMapState;
  @Field(() => BedKindEnum, { nullable: true, description: 'On the day; null: nobody has said' })
  kind: BedKind | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of that kind' })
  kindFromOn: LocalDate | null;
  @Field(() => LocalDateScalar) openedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) closedOn: LocalDate | null;
  @Field(() => BedMapStay, { nullable: true, description: 'null: nobody on that day' })
  stay: BedMapStay | null;
  @Field(() => BedMapAbsence, { nullable: true, description: 'null: at home in the house' })
  absence: BedMapAbsence | null;
  @Field(() => BedMapRepair, { nullable: true }) repair: BedMapRepair | null;
  @Field(() => BedMapStay, { nullable: true, description: 'The next reservation after that day' })
  next: BedMapStay | null;
}

@ObjectType()
export class BedMapRoom {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => SexPolicyEnum) sexPolicy: SexPolicy;
  @Field(() => Int) version: number;
  @Field(() => [BedMapBed]) beds: BedMapBed[];
}

@ObjectType()
export class BedMapFloor {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int) version: number;
  @Field(() => [BedMapRoom]) rooms: BedMapRoom[];
}

@ObjectType()
export class BedMapBuilding {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int) version: number;
  @Field(() => [BedMapFloor]) floors: BedMapFloor[];
}

@ObjectType()
export class BedMapCounts {
  @Field(() => Int, { description: 'Beds that are open on that day, in repair or not' })
  beds: number;
  @Field(() => Int) occupied: number;
  @Field(() => Int) away: number;
  @Field(() => Int) reserved: number;
  @Field(() => Int) free: number;
  @Field(() => Int) repair: number;
  @Field(() => Int) closed: number;
  @Field(() => Int, { description: 'Of the open beds, those of the nursing kind' }) nursing: number;
  @Field(() => Int, { description: 'Of the open beds, those whose kind nobody has said' })
  unsaid: number;
}

@ObjectType({ description: 'The house from building to bed, as of one day.' })
export class BedMap {
  @Field(() => LocalDateScalar) asOf: LocalDate;
  @Field(() => BedMapCounts) counts: BedMapCounts;
  @Field(() => [BedMapBuilding]) buildings: BedMapBuilding[];
}
