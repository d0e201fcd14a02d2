import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate } from '@yibu/kernel';
import { FenScalar, InstantScalar, LocalDateScalar } from '@yibu/platform';

import { ClaimKindEnum } from '../claims/claim.graphql.js';
import type { ClaimKind } from '../life/claim.kinds.js';
import { FIELD_TYPES, type FieldType } from './award.rules.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const AwardFieldTypeEnum = enumOf(FIELD_TYPES);
registerEnumType(AwardFieldTypeEnum, { name: 'AwardFieldType' });

export const ITEM_STATES = ['MET', 'NOT_MET', 'MISSING', 'ATTACHED', 'BARE'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
export const AwardItemStateEnum = enumOf(ITEM_STATES);
registerEnumType(AwardItemStateEnum, { name: 'AwardItemState' });

@ObjectType({ description: 'A code with its words.' })
export class AwardWord {
  @Field(() => String) code: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
}

@ObjectType({ description: 'A program that is applied for by itself, by the pack in force.' })
export class ApplicationProgram {
  @Field(() => ClaimKindEnum) kind: ClaimKind;
  @Field(() => String) program: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => String) clause: string;
  @Field(() => [AwardWord], { description: 'Of an award: which projects' }) kinds: AwardWord[];
}

@ObjectType()
export class AwardProject {
  @Field(() => ID) id: string;
  @Field(() => Int) seq: number;
  @Field(() => String) name: string;
  @Field(() => String) kind: string;
  @Field(() => Float, { nullable: true }) areaM2: number | null;
  @Field(() => [String], { description: 'Communities served, by name' }) communities: string[];
  @Field(() => LocalDateScalar, { nullable: true }) completedOn: LocalDate | null;
  @Field(() => FenScalar, { nullable: true }) ownInvestmentFen: Fen | null;
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'A figure that the program tests.' })
export class AwardFieldView {
  @Field(() => String) name: string;
  @Field(() => AwardFieldTypeEnum) type: FieldType;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => [AwardWord]) options: AwardWord[];
  @Field(() => String, { nullable: true, description: 'JSON; null: not entered' }) value:
    | string
    | null;
}

@ObjectType()
export class AwardChecklistItem {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'CONDITION or DOCUMENT' }) kind: string;
  @Field(() => AwardItemStateEnum) state: ItemState;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => String, { nullable: true }) clause: string | null;
  @Field(() => String, { nullable: true, description: 'What was found' }) foundZh: string | null;
  @Field(() => String, { nullable: true }) foundEn: string | null;
  @Field(() => Int) paperCount: number;
}

@ObjectType()
export class AwardOption {
  @Field(() => String) option: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => FenScalar) amountFen: Fen;
}

@ObjectType({
  description: 'What the rules leave to the bureau: one of the options, or an amount.',
})
export class AwardQuestion {
  @Field(() => String) decision: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => [AwardOption], { description: 'Empty: an amount within the bounds' })
  options: AwardOption[];
  @Field(() => FenScalar) minFen: Fen;
  @Field(() => FenScalar) maxFen: Fen;
}

@ObjectType({ description: 'The bureau’s document that answered it.' })
export class AwardSettlement {
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => String) documentNumber: string;
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
  @Field(() => ID) attachmentId: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) recordedByName: string | null;
  @Field(() => InstantScalar) recordedAt: Date;
}

@ObjectType({
  description: 'An award applied for, with its project, checklist and the bureau’s answer.',
})
export class AwardApplication {
  @Field(() => ID) claimId: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) program: string;
  @Field(() => String) programZh: string;
  @Field(() => String) programEn: string;
  @Field(() => String) clause: string;
  @Field(() => AwardProject) project: AwardProject;
  @Field(() => [AwardWord]) kinds: AwardWord[];
  @Field(() => [AwardFieldView]) fields: AwardFieldView[];
  @Field(() => [AwardChecklistItem]) checklist: AwardChecklistItem[];
  @Field(() => Int, { description: 'Rows of the checklist that are answered' }) doneCount: number;
  @Field(() => ID, { nullable: true, description: 'null until it was computed' }) lineId:
    | string
    | null;
  @Field(() => String, { nullable: true }) explanationZh: string | null;
  @Field(() => String, { nullable: true }) explanationEn: string | null;
  @Field(() => AwardQuestion, { nullable: true, description: 'null: nothing is open' })
  question: AwardQuestion | null;
  @Field(() => AwardSettlement, { nullable: true }) settlement: AwardSettlement | null;
  @Field(() => Boolean) canEdit: boolean;
  @Field(() => Boolean, { description: 'The caller may record the bureau’s document now' })
  canSettle: boolean;
  @Field(() => Boolean, { description: 'A next revision may begin' }) canReopen: boolean;
}
