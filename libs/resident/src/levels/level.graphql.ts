import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { reassessmentState, type ReassessmentState, type ScaleId } from '@yibu/assessment';
import { daysBetween, type LocalDate, type Sex } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar, PageArgs } from '@yibu/platform';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  Min,
} from 'class-validator';

import { SexEnum } from '../resident.enums.js';
import {
  AssessmentKindEnum,
  AssessmentOriginEnum,
  AssessmentStatusEnum,
} from './assessment.graphql.js';
import {
  ASSESSMENT_KINDS,
  type AssessmentKind,
  type AssessmentOrigin,
  type AssessmentStatus,
} from './assessment.rules.js';
import { levelName } from './assessment.view.js';
import { ScaleEnum, Words } from './form.graphql.js';
import type { LevelPeriodEntity } from './level-period.entity.js';
import type { LevelProposal as Proposal } from './level-proposal.service.js';
import { QUEUE_TABS, type QueueRow, type QueueTab } from './queue.repository.js';

const constOf = <T extends string>(values: readonly T[]): Record<T, T> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const ReassessmentStateEnum = constOf<ReassessmentState>([
  'VALID',
  'DUE_60',
  'DUE_30',
  'DUE_7',
  'OVERDUE',
  'OPEN_ENDED',
]);
registerEnumType(ReassessmentStateEnum, { name: 'ReassessmentState' });
export const QueueTabEnum = constOf(QUEUE_TABS);
registerEnumType(QueueTabEnum, {
  name: 'AssessmentQueueTab',
  description:
    'DUE within 60 days, OVERDUE, NEVER assessed, OPEN forms, results PENDING acceptance.',
});

@ObjectType({
  description: 'From when until when an accepted level holds. Superseded versions stay.',
})
export class LevelPeriod {
  @Field(() => ID) id: string;
  @Field(() => ID) residentId: string;
  @Field(() => ID) assessmentId: string;
  @Field(() => ScaleEnum) scale: ScaleId;
  @Field(() => AssessmentKindEnum) kind: AssessmentKind;
  @Field(() => Int) level: number;
  @Field(() => Words, { nullable: true, description: 'null where the result is a score' })
  levelName: Words | null;
  @Field(() => LocalDateScalar) from: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  until: LocalDate | null;
  @Field(() => ReassessmentStateEnum) state: ReassessmentState;
  @Field(() => ID, { nullable: true, description: 'The version it replaced' }) replacesId:
    | string
    | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String) acceptedBy: string;
  @Field(() => InstantScalar) acceptedAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Since then it no longer counts' })
  supersededAt: Date | null;
  @Field(() => String, { nullable: true }) supersededBy: string | null;
  @Field(() => String, { nullable: true }) supersededReason: string | null;
  @Field(() => Int) version: number;
}

export function toLevelPeriod(period: LevelPeriodEntity, today: LocalDate): LevelPeriod {
  return {
    id: period.id,
    residentId: period.residentId,
    assessmentId: period.assessmentId,
    scale: period.scale,
    kind: period.kind,
    level: period.level,
    levelName: levelName(period.scale, period.level),
    from: period.fromOn,
    until: period.untilOn,
    state: reassessmentState(period.untilOn, today),
    replacesId: period.replacesId,
    reason: period.reason,
    acceptedBy: period.createdName,
    acceptedAt: period.createdAt,
    supersededAt: period.supersededAt,
    supersededBy: period.supersededName,
    supersededReason: period.supersededReason,
    version: period.version,
  };
}

@ObjectType()
export class DisplacedLevel {
  @Field(() => LevelPeriod) period: LevelPeriod;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'It will end on this day; null: it is replaced as a whole',
  })
  endsOn: LocalDate | null;
}

@ObjectType({ description: 'What accepting a result would do.' })
export class LevelProposal {
  @Field(() => LocalDateScalar) from: LocalDate;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'As the paper or the county says; null: neither does, and whoever accepts must',
  })
  until: LocalDate | null;
  @Field(() => Int, { nullable: true, description: 'Months a result holds in this county' })
  validMonths: number | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Its end, when a later level begins',
  })
  placedUntil: LocalDate | null;
  @Field(() => [DisplacedLevel]) displaced: DisplacedLevel[];
  @Field(() => Boolean) needsReason: boolean;
}

export function toProposal(proposal: Proposal, today: LocalDate): LevelProposal {
  const { from, until, validMonths, placed, displaced, needsReason } = proposal;
  return {
    from,
    until,
    validMonths,
    placedUntil: placed.until,
    displaced: displaced.map(({ period, remains }) => ({
      period: toLevelPeriod(period, today),
      endsOn: remains === null ? null : remains.until,
    })),
    needsReason,
  };
}

@ArgsType()
export class LevelProposalArgs {
  @Field(() => ID) @IsString() assessmentId: string;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() from?: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() until?: LocalDate;
}

@InputType()
export class AcceptLevelInput {
  @Field(() => ID) @IsString() assessmentId: string;
  @Field(() => Int) @IsInt() @Min(1) version: number;
  @Field(() => LocalDateScalar, { description: 'Effective date' }) from: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  @IsOptional()
  until: LocalDate | null = null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It has no end; then `until` is empty',
  })
  @IsBoolean()
  isOpenEnded: boolean = false;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) reason?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) idempotencyKey?: string;
}

@InputType()
export class CorrectLevelInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() @Min(1) version: number;
  @Field(() => LocalDateScalar) from: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() until: LocalDate | null = null;
  @Field(() => Boolean, { defaultValue: false }) @IsBoolean() isOpenEnded: boolean = false;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@ArgsType()
export class AssessmentQueueArgs extends PageArgs {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => QueueTabEnum) @IsIn(QUEUE_TABS) tab: QueueTab;
  @Field(() => AssessmentKindEnum, { nullable: true })
  @IsOptional()
  @IsIn(ASSESSMENT_KINDS)
  kind?: AssessmentKind;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) search?: string;
}

@ObjectType({ description: 'One person to see to; which fields are filled depends on the tab.' })
export class AssessmentQueueItem {
  @Field(() => ID, { description: 'Unique within the list' }) id: string;
  @Field(() => ID) residentId: string;
  @Field(() => String) residentName: string;
  @Field(() => SexEnum) sex: Sex;
  @Field(() => LocalDateScalar) bornOn: LocalDate;
  @Field(() => AssessmentKindEnum, { nullable: true }) kind: AssessmentKind | null;
  @Field(() => ScaleEnum, { nullable: true }) scale: ScaleId | null;
  @Field(() => Int, { nullable: true }) level: number | null;
  @Field(() => Words, { nullable: true }) levelName: Words | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day the level no longer holds',
  })
  until: LocalDate | null;
  @Field(() => Int, { nullable: true, description: 'Days the level still holds; below 1: overdue' })
  daysLeft: number | null;
  @Field(() => ReassessmentStateEnum, { nullable: true }) state: ReassessmentState | null;
  @Field(() => ID, { nullable: true }) assessmentId: string | null;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => AssessmentStatusEnum, { nullable: true }) status: AssessmentStatus | null;
  @Field(() => AssessmentOriginEnum, { nullable: true }) origin: AssessmentOrigin | null;
  @Field(() => LocalDateScalar, { nullable: true }) assessedOn: LocalDate | null;
  @Field(() => ID, { nullable: true }) assessor1Id: string | null;
  @Field(() => String, { nullable: true }) assessor1Name: string | null;
  @Field(() => ID, { nullable: true, description: 'A form of this person that is open already' })
  openId: string | null;
}

export function toQueueItem(row: QueueRow, today: LocalDate): AssessmentQueueItem {
  const { total: _total, ...fields } = row;
  const { residentId, kind, scale, level, until, assessmentId } = row;
  return {
    ...fields,
    id: `${residentId}:${assessmentId ?? ''}:${kind ?? ''}`,
    levelName: scale === null || level === null ? null : levelName(scale, level),
    daysLeft: until === null ? null : daysBetween(today, until),
    state: until === null ? null : reassessmentState(until, today),
  };
}

@ObjectType()
export class AssessmentQueuePage {
  @Field(() => [AssessmentQueueItem]) items: AssessmentQueueItem[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'How many stand on each tab.' })
export class AssessmentQueueCounts {
  @Field(() => Int) due: number;
  @Field(() => Int) overdue: number;
  @Field(() => Int) never: number;
  @Field(() => Int) open: number;
  @Field(() => Int) pending: number;
}
