import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar } from '@yibu/platform';

import {
  AbsenceKindEnum,
  BedMapAbsence,
  enumOf,
  SexPolicyEnum,
  StayStatusEnum,
} from './bed-map.graphql.js';
import {
  CHECKLIST_CODES,
  CHECKLIST_STATES,
  CHECKLIST_TARGETS,
  type ChecklistCode,
  type ChecklistState,
  type ChecklistTargetKind,
} from './checklist.rules.js';
import { BED_STATES, type OutOfUseState } from './booking.rules.js';
import type { SexPolicy } from './place.entities.js';
import {
  END_KINDS,
  STAY_SOURCES,
  type AbsenceKind,
  type EndKind,
  type StaySource,
  type StayStatus,
} from './stay.rules.js';

export const EndKindEnum = enumOf(END_KINDS);
registerEnumType(EndKindEnum, { name: 'StayEndKind' });
export const StaySourceEnum = enumOf(STAY_SOURCES);
registerEnumType(StaySourceEnum, { name: 'StaySource' });
export const ChecklistCodeEnum = enumOf(CHECKLIST_CODES);
registerEnumType(ChecklistCodeEnum, { name: 'ChecklistCode' });
export const ChecklistStateEnum = enumOf(CHECKLIST_STATES);
registerEnumType(ChecklistStateEnum, { name: 'ChecklistState' });
export const ChecklistTargetEnum = enumOf(CHECKLIST_TARGETS);
registerEnumType(ChecklistTargetEnum, { name: 'ChecklistTargetKind' });
export const SettledStateEnum = enumOf([...CHECKLIST_STATES, 'OVERRIDDEN']);
registerEnumType(SettledStateEnum, { name: 'SettledState' });
export const OutOfUseEnum = enumOf(BED_STATES);
registerEnumType(OutOfUseEnum, { name: 'BedOutOfUseState' });

@ObjectType({ description: 'What was checked at admission.' })
export class StaySettledItem {
  @Field(() => ChecklistCodeEnum) code: ChecklistCode;
  @Field(() => SettledStateEnum) state: string;
  @Field(() => String, { nullable: true, description: 'Why it was overridden' })
  reason: string | null;
}

@ObjectType({
  description: 'One person in one bed. A change of bed begins another stay of the same spell.',
})
export class Stay {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => ID) residentId: string;
  @Field(() => String) residentName: string;
  @Field(() => String) sex: string;
  @Field(() => LocalDateScalar) bornOn: LocalDate;
  @Field(() => ID) bedId: string;
  @Field(() => String) bedName: string;
  @Field(() => String) place: string;
  @Field(() => ID) spellId: string;
  @Field(() => StayStatusEnum) status: StayStatus;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day no longer; null: open' })
  untilOn: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) expectedUntilOn: LocalDate | null;
  @Field(() => EndKindEnum, { nullable: true }) endKind: EndKind | null;
  @Field(() => StaySourceEnum) source: StaySource;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Int) version: number;
  @Field(() => Int, { description: 'Days in this bed up to today' }) stayDays: number;
  @Field(() => BedMapAbsence, { nullable: true, description: 'The absence that is open now' })
  absence: BedMapAbsence | null;
  @Field(() => [StaySettledItem]) checklist: StaySettledItem[];
}

@ObjectType()
export class StayPage {
  @Field(() => [Stay]) items: Stay[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'A time away from the house.' })
export class Absence {
  @Field(() => ID) id: string;
  @Field(() => ID) stayId: string;
  @Field(() => ID) residentId: string;
  @Field(() => AbsenceKindEnum) kind: AbsenceKind;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) plannedUntilOn: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of return; null: still away' })
  untilOn: LocalDate | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Boolean, { description: 'Whether the bed was kept meanwhile' }) bedHeld: boolean;
  @Field(() => Boolean) isCancelled: boolean;
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'How a stay stood after one change.' })
export class StayRevision {
  @Field(() => ID) id: string;
  @Field(() => ID) stayId: string;
  @Field(() => Int) revision: number;
  @Field(() => String) action: string;
  @Field(() => StayStatusEnum) status: StayStatus;
  @Field(() => String) bedName: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn: LocalDate | null;
  @Field(() => EndKindEnum, { nullable: true }) endKind: EndKind | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => InstantScalar) recordedAt: Date;
  @Field(() => String) recordedBy: string;
}

@ObjectType()
export class ResidentStays {
  @Field(() => [Stay]) stays: Stay[];
  @Field(() => [Absence]) absences: Absence[];
  @Field(() => [StayRevision]) revisions: StayRevision[];
}

@ObjectType({ description: 'One thing that is looked at, and where to mend it.' })
export class StayChecklistItem {
  @Field(() => ChecklistCodeEnum) code: ChecklistCode;
  @Field(() => ChecklistStateEnum) state: ChecklistState;
  @Field(() => Boolean) mayOverride: boolean;
  @Field(() => ChecklistTargetEnum) targetKind: ChecklistTargetKind;
  @Field(() => ID) targetId: string;
  @Field(() => String, { nullable: true, description: 'Part of the page of that record' })
  targetPart: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day in question' })
  day: LocalDate | null;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field(() => SexPolicyEnum, { nullable: true }) sexPolicy: SexPolicy | null;
}

@ObjectType()
export class StaySaved {
  @Field(() => Stay) stay: Stay;
}

@ObjectType({ description: 'The bed is held by somebody else in those days.' })
export class BedConflict {
  @Field(() => String) bed: string;
  @Field(() => String) holder: string;
  @Field(() => ID) residentId: string;
  @Field(() => ID) stayId: string;
  @Field(() => StayStatusEnum) status: StayStatus;
  @Field(() => LocalDateScalar) from: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'null: without an end' })
  until: LocalDate | null;
}

@ObjectType({ description: 'The person has another bed in those days.' })
export class PersonConflict extends BedConflict {}

@ObjectType({ description: 'The bed is not there in those days.' })
export class BedUnavailable {
  @Field(() => String) bed: string;
  @Field(() => OutOfUseEnum) state: OutOfUseState;
  @Field(() => LocalDateScalar, { nullable: true }) from: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) until: LocalDate | null;
}

@ObjectType({ description: 'Something is open; nothing was saved.' })
export class StayBlocked {
  @Field(() => [StayChecklistItem]) items: StayChecklistItem[];
}

const typeOf = (value: object): string => value.constructor.name;

export const StayResult = createUnionType({
  name: 'StayResult',
  types: () => [StaySaved, BedConflict, PersonConflict, BedUnavailable, StayBlocked] as const,
  resolveType: typeOf,
});

@ObjectType()
export class BedSaved {
  @Field(() => ID) bedId: string;
}

export const BedResult = createUnionType({
  name: 'BedResult',
  types: () => [BedSaved, BedConflict] as const,
  resolveType: typeOf,
});

@ObjectType({ description: 'A bed that is free from one day on.' })
export class FreeBed {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) place: string;
  @Field(() => SexPolicyEnum) sexPolicy: SexPolicy;
  @Field(() => [String], { description: 'Sexes of the others in the room on that day' })
  roommates: string[];
}

@ObjectType({ description: 'Somebody without a bed: to reserve for or to admit.' })
export class StayCandidate {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) sex: string;
  @Field(() => LocalDateScalar) bornOn: LocalDate;
  @Field(() => String, { nullable: true, description: 'Last four of the ID number' })
  idLast4: string | null;
}
