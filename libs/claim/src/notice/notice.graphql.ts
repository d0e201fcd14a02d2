import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate } from '@yibu/kernel';
import { FenScalar, InstantScalar, LocalDateScalar, PageArgs } from '@yibu/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
} from 'class-validator';

import { ClaimContent } from '../claims/claim.contents.js';
import { ClaimKindEnum } from '../claims/claim.graphql.js';
import type { ClaimKind } from '../life/claim.kinds.js';
import type { ObjectionOutcome, ObjectionSource } from './notice.entities.js';

const MAX_CLAIMS = 500;

export const ObjectionSourceEnum = {
  ONLINE: 'ONLINE',
  PHONE: 'PHONE',
  PAPER: 'PAPER',
  VISIT: 'VISIT',
} as const;
registerEnumType(ObjectionSourceEnum, {
  name: 'ObjectionSource',
  description: 'How an objection reached the bureau',
});
export const ObjectionOutcomeEnum = { UPHELD: 'UPHELD', REJECTED: 'REJECTED' } as const;
registerEnumType(ObjectionOutcomeEnum, { name: 'ObjectionOutcome' });

@ObjectType({ description: 'One person or center and program, as the public sees it.' })
export class PublicNoticeRow {
  @Field(() => Int) seq: number;
  @Field(() => String, { nullable: true, description: 'Masked; null for the center itself' })
  name: string | null;
  @Field(() => String) programZh: string;
  @Field(() => String) programEn: string;
  @Field(() => [String]) months: readonly string[];
  @Field(() => FenScalar) amountFen: Fen;
}

@ObjectType()
export class PublicNoticeCenter {
  @Field(() => String) name: string;
  @Field(() => Int) people: number;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => [PublicNoticeRow]) rows: PublicNoticeRow[];
}

@ObjectType()
export class PublicNoticeBasis {
  @Field(() => String) documentZh: string;
  @Field(() => String) documentEn: string;
  @Field(() => String) clause: string;
}

@ObjectType({ description: 'A notice as it hangs in public: nothing that is not printed on it.' })
export class PublicNoticePageView {
  @Field(() => String) number: string;
  @Field(() => String) bureauName: string;
  @Field(() => String) countyName: string;
  @Field(() => String) period: string;
  @Field(() => LocalDateScalar) from: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The last day' }) lastDay: LocalDate;
  @Field(() => Int) days: number;
  @Field(() => Boolean, { description: 'Objections are taken on the page today' }) isOpen: boolean;
  @Field(() => String) contact: string;
  @Field(() => String, { nullable: true }) howTo: string | null;
  @Field(() => Int) people: number;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => InstantScalar) publishedAt: Date;
  @Field(() => InstantScalar, { nullable: true }) withdrawnAt: Date | null;
  @Field(() => String, { nullable: true }) withdrawnReason: string | null;
  @Field(() => [PublicNoticeBasis]) basis: PublicNoticeBasis[];
  @Field(() => [PublicNoticeCenter]) centers: PublicNoticeCenter[];
}

@ObjectType({ description: 'A row of the bureau’s list of notices.' })
export class PublicNotice {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'The public page is at /notice/<code>' }) code: string;
  @Field(() => String) number: string;
  @Field(() => String) period: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The first day on which it no longer hangs' })
  untilOn: LocalDate;
  @Field(() => String) contact: string;
  @Field(() => String, { nullable: true }) howTo: string | null;
  @Field(() => Int) people: number;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => Int) claimCount: number;
  @Field(() => Int) objectionCount: number;
  @Field(() => Int) openObjectionCount: number;
  @Field(() => String) publishedByName: string;
  @Field(() => InstantScalar) publishedAt: Date;
  @Field(() => InstantScalar, { nullable: true }) withdrawnAt: Date | null;
  @Field(() => String, { nullable: true }) withdrawnReason: string | null;
}

@ObjectType()
export class PublicNoticePage {
  @Field(() => [PublicNotice]) items: PublicNotice[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class PublicNoticeClaim {
  @Field(() => ID) claimId: string;
  @Field(() => String) number: string;
  @Field(() => String) period: string;
  @Field(() => ClaimKindEnum) kind: ClaimKind;
  @Field(() => String, { description: 'Empty for a monthly claim' }) program: string;
  @Field(() => [ClaimContent]) contents: ClaimContent[];
  @Field(() => String) centerName: string;
}

@ObjectType()
export class PublicNoticeDetail extends PublicNotice {
  @Field(() => [PublicNoticeClaim]) claims: PublicNoticeClaim[];
  @Field(() => [PublicNoticeCenter]) centers: PublicNoticeCenter[];
}

@ObjectType({ description: 'A decided claim that hangs in no notice.' })
export class NoticeCandidate {
  @Field(() => ID) claimId: string;
  @Field(() => String) number: string;
  @Field(() => String) centerName: string;
  @Field(() => String) period: string;
  @Field(() => ClaimKindEnum) kind: ClaimKind;
  @Field(() => String, { description: 'Empty for a monthly claim' }) program: string;
  @Field(() => [ClaimContent]) contents: ClaimContent[];
  @Field(() => FenScalar) decidedFen: Fen;
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
}

@ObjectType()
export class NoticeCandidates {
  @Field(() => [NoticeCandidate], { description: 'The newest periods' }) items: NoticeCandidate[];
  @Field(() => Int, { description: 'Of all that could be chosen' }) total: number;
  @Field(() => Int, { nullable: true, description: 'Days the county asks for; null: none set' })
  minDays: number | null;
}

@InputType()
export class PublishNoticeInput {
  @Field(() => [ID])
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_CLAIMS)
  @IsString({ each: true })
  claimIds: string[];
  @Field(() => String) @Length(1, 60) number: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The last day on which it hangs' })
  lastDay: LocalDate;
  @Field(() => String) @Length(2, 200) contact: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) howTo?: string | null;
  @Field(() => String) @Length(1, 255) idempotencyKey: string;
}

@InputType()
export class WithdrawNoticeInput {
  @Field(() => ID) @IsString() publicNoticeId: string;
  @Field(() => String) @Length(1, 500) reason: string;
}

@ObjectType({ description: 'Meant for the bureau alone: who objects, and what they say.' })
export class NoticeObjection {
  @Field(() => ID) id: string;
  @Field(() => ID) publicNoticeId: string;
  @Field(() => String) noticeNumber: string;
  @Field(() => Int, { nullable: true, description: 'Null: against the notice as a whole' })
  rowSeq: number | null;
  @Field(() => String, { nullable: true, description: 'Center and masked name of the row' })
  rowText: string | null;
  @Field(() => ObjectionSourceEnum) source: ObjectionSource;
  @Field(() => LocalDateScalar) receivedOn: LocalDate;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => String, { nullable: true }) contact: string | null;
  @Field(() => String) text: string;
  @Field(() => String, { description: 'OPEN or ANSWERED' }) status: string;
  @Field(() => ObjectionOutcomeEnum, { nullable: true }) outcome: ObjectionOutcome | null;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => String, { nullable: true }) answeredByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) answeredAt: Date | null;
  @Field(() => String, { nullable: true }) overrideReason: string | null;
  @Field(() => String, { nullable: true }) overriddenByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) overriddenAt: Date | null;
  @Field(() => String, { nullable: true }) enteredByName: string | null;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => Boolean, { description: 'Holds back the money of its row' }) isBlocking: boolean;
  @Field(() => Int) version: number;
}

@ObjectType()
export class NoticeObjectionPage {
  @Field(() => [NoticeObjection]) items: NoticeObjection[];
  @Field(() => Int) total: number;
}

@ArgsType()
export class NoticeObjectionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() publicNoticeId?: string;
  @Field(() => String, { nullable: true, description: 'OPEN or ANSWERED' })
  @IsOptional()
  @IsIn(['OPEN', 'ANSWERED'])
  status?: string;
}

@ObjectType({
  description: 'An objection as both sides of a claim see it: nothing of who objects.',
})
export class ClaimObjectionView {
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => String) program: string;
  @Field(() => LocalDateScalar) receivedOn: LocalDate;
  @Field(() => String) status: string;
  @Field(() => ObjectionOutcomeEnum, { nullable: true }) outcome: ObjectionOutcome | null;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => Boolean) isBlocking: boolean;
}

@ObjectType()
export class ClaimObjections {
  @Field(() => [ClaimObjectionView]) items: ClaimObjectionView[];
  @Field(() => FenScalar, { description: 'Of the decision, what waits for an answer' })
  blockedFen: Fen;
}

@InputType()
export class EnterObjectionInput {
  @Field(() => ID) @IsString() publicNoticeId: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) rowSeq?: number | null;
  @Field(() => ObjectionSourceEnum) @IsIn(['PHONE', 'PAPER', 'VISIT']) source: ObjectionSource;
  @Field(() => LocalDateScalar) receivedOn: LocalDate;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) name?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) contact?: string | null;
  @Field(() => String) @Length(2, 1000) text: string;
  @Field(() => String) @Length(1, 255) idempotencyKey: string;
}

@InputType()
export class ObjectToNoticeInput {
  @Field(() => String) @Length(26, 26) code: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) rowSeq?: number | null;
  @Field(() => String) @Length(1, 40) name: string;
  @Field(() => String) @Length(5, 60) contact: string;
  @Field(() => String) @Length(10, 1000) text: string;
}

@InputType()
export class AnswerObjectionInput {
  @Field(() => ID) @IsString() objectionId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => ObjectionOutcomeEnum) @IsIn(['UPHELD', 'REJECTED']) outcome: ObjectionOutcome;
  @Field(() => String) @Length(2, 1000) answer: string;
}

@InputType()
export class OverrideObjectionInput {
  @Field(() => ID) @IsString() objectionId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @Length(2, 500) reason: string;
}
