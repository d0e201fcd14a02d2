import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import { FenScalar, InstantScalar, LocalDateScalar, YearMonthScalar } from '@yibu/platform';

import { ClaimWindow } from '../clock/stage.graphql.js';
import { CLAIM_KINDS, type ClaimKind } from '../life/claim.kinds.js';
import { CLAIM_STATUSES, type ClaimStatus } from '../life/claim.states.js';
import type { LineKind, LineStatus, Severity } from './claim.entities.js';
import { ClaimAlternative, ClaimTraceStep } from './line.graphql.js';
import { ClaimStatement } from './statement.graphql.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const ClaimStatusEnum = enumOf(CLAIM_STATUSES);
registerEnumType(ClaimStatusEnum, { name: 'ClaimStatus' });
export const ClaimKindEnum = enumOf(CLAIM_KINDS);
registerEnumType(ClaimKindEnum, { name: 'ClaimKind' });
export const ClaimLineKindEnum = enumOf(['NORMAL', 'CATCH_UP', 'REVERSAL']);
registerEnumType(ClaimLineKindEnum, { name: 'ClaimLineKind' });
export const ClaimLineStatusEnum = enumOf(['PAYABLE', 'NOT_PAYABLE', 'NEEDS_DECISION']);
registerEnumType(ClaimLineStatusEnum, { name: 'ClaimLineStatus' });
export const CheckSeverityEnum = enumOf(['BLOCK', 'WARN', 'INFO']);
registerEnumType(CheckSeverityEnum, { name: 'CheckSeverity' });
export const LineVerdictEnum = enumOf(['ACCEPTED', 'RETURNED', 'HELD', 'CUT']);
registerEnumType(LineVerdictEnum, { name: 'LineVerdict' });

/** What the signed-in user may do with a claim in its present state; the rule, so that no screen repeats it. */
export const CLAIM_ACTIONS = [
  'RECOMPUTE',
  'DISCARD',
  'SUBMIT',
  'WITHDRAW',
  'OPEN_REVIEW',
  'GIVE_VERDICT',
  'RETURN_CLAIM',
  'DECIDE',
  'START_NOTICE',
  'RECORD_PAYMENT',
  'CLOSE',
  'RECORD_PAPER_DECISION',
  'RECORD_PAPER_PAYMENT',
  'ANNUL_PAPER_DECISION',
  'DECIDE_SUPPLEMENT',
  'RECORD_PAPER_SUPPLEMENT',
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];
export const ClaimActionEnum = enumOf(CLAIM_ACTIONS);
registerEnumType(ClaimActionEnum, { name: 'ClaimAction' });

@ObjectType()
export class ClaimProgramTotal {
  @Field(() => String) program: string;
  @Field(() => FenScalar) payableFen: Fen;
  @Field(() => FenScalar, { description: 'Zero or negative' }) reversalFen: Fen;
}

@ObjectType({
  description: 'A program that could not be computed: what is missing, and who can supply it.',
})
export class ClaimRefusal {
  @Field(() => String) program: string;
  @Field(() => String) code: string;
  @Field(() => String, { description: 'JSON' }) params: string;
  @Field(() => String) textZh: string;
  @Field(() => String) textEn: string;
}

@ObjectType()
export class ClaimFiling {
  @Field(() => ID) id: string;
  @Field(() => String) language: string;
  @Field(() => Int) size: number;
  @Field(() => String) sha256: string;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => String, { description: 'Path of the download' }) path: string;
}

@ObjectType()
export class ClaimPayment {
  @Field(() => ID) id: string;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => LocalDateScalar) paidOn: LocalDate;
  @Field(() => String) receiptNumber: string;
  @Field(() => String, { description: 'BUREAU or PAPER' }) source: string;
  @Field(() => String, { description: 'CASH, or OFFSET where a debt was netted' }) kind: string;
  @Field(() => String, { nullable: true, description: 'The other claim of an offset' })
  offsetNumber: string | null;
  @Field(() => String, { nullable: true }) batchNumber: string | null;
  @Field(() => ID, { nullable: true }) attachmentId: string | null;
  @Field(() => String, { nullable: true }) recordedByName: string | null;
  @Field(() => InstantScalar) createdAt: Date;
}

@ObjectType({ description: 'A row of a list of claims.' })
export class ClaimSummary {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => ID) organizationId: string;
  @Field(() => String) organizationName: string;
  @Field(() => ClaimKindEnum) kind: ClaimKind;
  @Field(() => String, { description: 'Of an application by itself; else empty' }) program: string;
  @Field(() => String, { description: '2025-04, 2025-Q2, 2025-H1 or 2025' }) period: string;
  @Field(() => Int) revision: number;
  @Field(() => ClaimStatusEnum) status: ClaimStatus;
  @Field(() => Int) lineCount: number;
  @Field(() => Int) blockCount: number;
  @Field(() => Int) warnCount: number;
  @Field(() => FenScalar) claimedFen: Fen;
  @Field(() => FenScalar, { nullable: true }) decidedFen: Fen | null;
  @Field(() => FenScalar) paidFen: Fen;
  @Field(() => InstantScalar, { nullable: true }) submittedAt: Date | null;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => Int, { nullable: true, description: 'Messages of the other side not read yet' })
  unreadCount?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Records of the county that came after the submission; in the bureau’s queue only',
  })
  newMatchCount?: number | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the step it waits for is due; null where the county set no days',
  })
  dueOn: LocalDate | null;
  @Field(() => Int, { nullable: true, description: 'Submitted so many days after the window' })
  lateDays: number | null;
}

@ObjectType()
export class ClaimPage {
  @Field(() => [ClaimSummary]) items: ClaimSummary[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class Claim extends ClaimSummary {
  @Field(() => Int) version: number;
  @Field(() => YearMonthScalar) yearFrom: YearMonth;
  @Field(() => String) packCode: string;
  @Field(() => String, { nullable: true }) packSha256: string | null;
  @Field(() => ID, { nullable: true, description: 'The last job that computed it' }) jobId:
    | string
    | null;
  @Field(() => InstantScalar, { nullable: true }) computedAt: Date | null;
  @Field(() => Boolean, { description: 'A draft that is being computed at this moment' })
  isComputing: boolean;
  @Field(() => FenScalar, {
    nullable: true,
    description:
      'Difference to claimed when computed again from the records of the day of opening; null before that',
  })
  adjustedFen: Fen | null;
  @Field(() => ID) preparedBy: string;
  @Field(() => String, { nullable: true }) preparedByName: string | null;
  @Field(() => InstantScalar) preparedAt: Date;
  @Field(() => ID, { nullable: true }) submittedBy: string | null;
  @Field(() => String, { nullable: true }) submittedByName: string | null;
  @Field(() => Boolean) isSinglePerson: boolean;
  @Field(() => ID, { nullable: true }) reviewedBy: string | null;
  @Field(() => String, { nullable: true }) reviewedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) openedAt: Date | null;
  @Field(() => LocalDateScalar, { nullable: true }) noticeFrom: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) noticeUntil: LocalDate | null;
  @Field(() => InstantScalar, { nullable: true }) closedAt: Date | null;
  @Field(() => String, { nullable: true }) returnCode: string | null;
  @Field(() => String, { nullable: true }) returnText: string | null;
  @Field(() => ID, { nullable: true, description: 'The revision before this one' })
  previousClaimId: string | null;
  @Field(() => String, { nullable: true }) lateReason: string | null;
  @Field(() => ClaimWindow, { nullable: true, description: 'null: the county set none' })
  window: ClaimWindow | null;
  @Field(() => [ClaimProgramTotal]) totals: ClaimProgramTotal[];
  @Field(() => [ClaimRefusal]) refusals: ClaimRefusal[];
  @Field(() => ClaimStatement) statement: ClaimStatement;
  @Field(() => [ClaimPayment]) payments: ClaimPayment[];
  @Field(() => [ClaimFiling]) filings: ClaimFiling[];
  @Field(() => [ClaimActionEnum], { description: 'What the signed-in user may do now' })
  actions: ClaimAction[];
  @Field(() => Int, {
    description: 'Lines without a verdict while in review; of an award also an unanswered question',
  })
  openLineCount: number;
}

@ObjectType({ description: 'What one subject is claimed for one month.' })
export class ClaimLine {
  @Field(() => ID) id: string;
  @Field(() => ID) claimId: string;
  @Field(() => Int) seq: number;
  @Field(() => String) program: string;
  @Field(() => String, { description: 'person, center, …' }) subjectKind: string;
  @Field(() => String) subjectId: string;
  @Field(() => String, { nullable: true, description: 'As it was when the claim was computed' })
  subjectName: string | null;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => ClaimLineKindEnum) kind: LineKind;
  @Field(() => ClaimLineStatusEnum) status: LineStatus;
  @Field(() => String, { nullable: true }) quantity: string | null;
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => FenScalar, { nullable: true }) rateFen: Fen | null;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => Boolean) hasWarning: boolean;
  @Field(() => ID, { nullable: true, description: 'The returned line that this one is again' })
  previousLineId: string | null;
  @Field(() => LineVerdictEnum, { nullable: true, description: 'null: no verdict yet' })
  verdict: string | null;
  @Field(() => String, { nullable: true }) verdictCode: string | null;
  @Field(() => String, { nullable: true }) verdictText: string | null;
  @Field(() => FenScalar, { nullable: true }) cutFen: Fen | null;
  @Field(() => String, { nullable: true, description: 'The rule that a cut rests on' })
  cutClause: string | null;
  @Field(() => String, { nullable: true, description: 'As much of the measure as is recognized' })
  recognized: string | null;
  @Field(() => Float, { nullable: true, description: 'Days, services or people; null: no count' })
  measureTotal: number | null;
  @Field(() => String, { nullable: true }) measureUnit: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) heldUntil: LocalDate | null;
  @Field(() => InstantScalar, { nullable: true }) releasedAt: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Held, and not granted in the end' })
  refusedAt: Date | null;
}

@ObjectType()
export class ClaimLinePage {
  @Field(() => [ClaimLine]) items: ClaimLine[];
  @Field(() => Int) total: number;
  @Field(() => FenScalar, { description: 'Payable amount of everything the filter finds' })
  payableFen: Fen;
}

@ObjectType()
export class ClaimCheck {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Family letter and number: D01; texts lie in the catalogue' })
  code: string;
  @Field(() => CheckSeverityEnum) severity: Severity;
  @Field(() => ID, { nullable: true }) claimLineId: string | null;
  @Field(() => String, { nullable: true, description: 'Kind of the record to mend' })
  entity: string | null;
  @Field(() => String, { nullable: true }) entityId: string | null;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => String, { description: 'JSON' }) params: string;
}

@ObjectType()
export class ClaimCheckPage {
  @Field(() => [ClaimCheck]) items: ClaimCheck[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class ClaimLineDetail extends ClaimLine {
  @Field(() => String, { description: 'Why it pays what it pays, as a sentence' })
  explanationZh: string;
  @Field(() => String) explanationEn: string;
  @Field(() => [ClaimTraceStep]) trace: ClaimTraceStep[];
  @Field(() => [ClaimAlternative]) alternatives: ClaimAlternative[];
  @Field(() => [ClaimCheck], { description: 'What the checks found about this line or its person' })
  checks: ClaimCheck[];
  @Field(() => ClaimLine, { nullable: true }) previousLine: ClaimLine | null;
  @Field(() => String, {
    nullable: true,
    description: 'Number of the claim that held the previous line',
  })
  previousClaimNumber: string | null;
  @Field(() => Boolean, {
    description: 'A returned line, unchanged: the officer may object with a reason',
  })
  canObject: boolean;
  @Field(() => String, { nullable: true }) objectionReason: string | null;
}
