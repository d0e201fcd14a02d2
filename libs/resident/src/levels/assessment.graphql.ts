import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ChangeRuleCode, ScaleId, Stacking } from '@yibu/assessment';
import type { LocalDate, Sex } from '@yibu/kernel';
import { InstantScalar, LocalDateScalar } from '@yibu/platform';

import { SexEnum } from '../resident.enums.js';
import { ScaleEnum, Words } from './form.graphql.js';
import {
  ASSESSMENT_KINDS,
  ASSESSMENT_ORIGINS,
  ASSESSMENT_STATUSES,
  type AssessmentKind,
  type AssessmentOrigin,
  type AssessmentStatus,
} from './assessment.rules.js';

const constOf = <T extends string>(values: readonly T[]): Record<T, T> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const AssessmentKindEnum = constOf(ASSESSMENT_KINDS);
registerEnumType(AssessmentKindEnum, {
  name: 'AssessmentKind',
  description: 'INSTITUTION: the house’s own. OFFICIAL: organised by the bureau.',
});
export const AssessmentOriginEnum = constOf(ASSESSMENT_ORIGINS);
registerEnumType(AssessmentOriginEnum, { name: 'AssessmentOrigin' });
export const AssessmentStatusEnum = constOf(ASSESSMENT_STATUSES);
registerEnumType(AssessmentStatusEnum, { name: 'AssessmentStatus' });
export const ChangeRuleEnum = constOf<ChangeRuleCode>(['COMA', 'MENTAL_DIAGNOSIS', 'RISK_EVENTS']);
registerEnumType(ChangeRuleEnum, {
  name: 'LevelChangeRule',
  description: 'Reasons of C.4 that change the preliminary level.',
});
export const StackingEnum = constOf<Stacking>(['ONE_STEP', 'CUMULATIVE']);
registerEnumType(StackingEnum, { name: 'LevelStacking' });

@ObjectType()
export class MedicationEntry {
  @Field(() => String) name: string;
  @Field(() => String) method: string;
  @Field(() => String) dose: string;
  @Field(() => String) frequency: string;
}

@ObjectType()
export class AnswerEntry {
  @Field(() => ID) itemId: string;
  @Field(() => ID) optionId: string;
}

@ObjectType({
  description: 'What was entered in one field; one of the four, by the kind of the field.',
})
export class BackgroundEntry {
  @Field(() => ID) fieldId: string;
  @Field(() => String, { nullable: true, description: 'Text, or the ticked option' }) text?: string;
  @Field(() => Number, { nullable: true }) number?: number;
  @Field(() => [ID], { nullable: true }) ticks?: string[];
  @Field(() => [MedicationEntry], { nullable: true }) medications?: MedicationEntry[];
}

@ObjectType()
export class DimensionScore {
  @Field(() => ID) dimensionId: string;
  @Field(() => Int) points: number;
}

@ObjectType()
export class AppliedRule {
  @Field(() => ChangeRuleEnum) code: ChangeRuleCode;
  @Field(() => [ID], { description: 'The entries it rests on' }) evidence: string[];
}

@ObjectType({ description: 'Two entries that cannot both be true.' })
export class FormContradiction {
  @Field(() => String) code: string;
  @Field(() => [ID]) fields: string[];
}

@ObjectType()
export class AssessorSignature {
  @Field(() => ID) userId: string;
  @Field(() => String) name: string;
  @Field(() => InstantScalar) at: Date;
}

@ObjectType()
export class AssessedPersonView {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => SexEnum) sex: Sex;
  @Field(() => LocalDateScalar) bornOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) diedOn: LocalDate | null;
  @Field(() => String, { nullable: true }) idNumberMasked: string | null;
  @Field(() => String, { nullable: true, description: 'GB/T 3304' }) nation: string | null;
}

@ObjectType({
  description: 'One report of a person’s ability, or a result entered from somebody else’s.',
})
export class Assessment {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => AssessedPersonView) resident: AssessedPersonView;
  @Field(() => String, { description: '评估编号' }) number: string;
  @Field(() => AssessmentOriginEnum) origin: AssessmentOrigin;
  @Field(() => ScaleEnum) scale: ScaleId;
  @Field(() => AssessmentKindEnum) kind: AssessmentKind;
  @Field(() => AssessmentStatusEnum) status: AssessmentStatus;
  @Field(() => LocalDateScalar) assessedOn: LocalDate;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field(() => [AnswerEntry]) answers: AnswerEntry[];
  @Field(() => [BackgroundEntry]) background: BackgroundEntry[];
  @Field(() => [DimensionScore], { description: 'Running while the form is open' })
  subscores: DimensionScore[];
  @Field(() => Int, { description: 'Running while the form is open' }) total: number;
  @Field(() => [ID], { description: 'Items and fields still to be filled' }) missing: string[];
  @Field(() => [FormContradiction]) contradictions: FormContradiction[];
  @Field(() => Int, { nullable: true, description: 'Before the rules of C.4; once signed' })
  preliminaryLevel: number | null;
  @Field(() => [AppliedRule]) rules: AppliedRule[];
  @Field(() => StackingEnum, { nullable: true }) stacking: Stacking | null;
  @Field(() => Int, { nullable: true, description: 'What the report proposes; once signed' })
  proposedLevel: number | null;
  @Field(() => Words, { nullable: true }) proposedLevelName: Words | null;
  @Field(() => String, { nullable: true }) issuer: string | null;
  @Field(() => String, { nullable: true }) externalNumber: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  validUntil: LocalDate | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => ID, { nullable: true }) correctsId: string | null;
  @Field(() => AssessorSignature, { nullable: true }) assessor1: AssessorSignature | null;
  @Field(() => AssessorSignature, { nullable: true }) assessor2: AssessorSignature | null;
  @Field(() => AssessorSignature, { nullable: true, description: 'Who accepted or rejected' })
  decision: AssessorSignature | null;
  @Field(() => String, { nullable: true }) decisionReason: string | null;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => InstantScalar) updatedAt: Date;
  @Field(() => Int) version: number;
}
