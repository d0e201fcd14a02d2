import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Fen, YearMonth } from '@yibu/kernel';
import { FenScalar, InstantScalar, YearMonthScalar } from '@yibu/platform';

import type { MoneyAnswer, RenderedAnswer } from '../callback/call.entities.js';
import { MoneyAnswerEnum, RenderedAnswerEnum } from '../callback/call.graphql.js';
import { CheckSeverityEnum } from '../claims/claim.graphql.js';
import type { Severity } from '../claims/claim.entities.js';
import { RegistryListSummary, RegistryRow } from '../registry/registry.graphql.js';

@ObjectType({ description: 'An inspection that found nobody.' })
export class MatchedRollCall {
  @Field(() => ID) sampleId: string;
  @Field(() => InstantScalar) seenAt: Date;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) seenByName: string | null;
}

@ObjectType({ description: 'What the person said when called.' })
export class MatchedCall {
  @Field(() => ID) callId: string;
  @Field(() => RenderedAnswerEnum) rendered: RenderedAnswer;
  @Field(() => MoneyAnswerEnum) askedMoney: MoneyAnswer;
  @Field(() => FenScalar, { nullable: true }) moneyFen: Fen | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => InstantScalar) doneAt: Date;
  @Field(() => String, { nullable: true }) doneByName: string | null;
}

@ObjectType({
  description: 'A record of the county that contradicts a line; for the bureau, as of today.',
})
export class ClaimMatch {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => CheckSeverityEnum) severity: Severity;
  @Field(() => ID, { nullable: true, description: 'null: no line, but days lived here' })
  lineId: string | null;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => YearMonthScalar, { nullable: true }) month: YearMonth | null;
  @Field(() => String, { description: 'JSON' }) params: string;
  @Field(() => Boolean, { description: 'Came after the submission' }) isNew: boolean;
  @Field(() => RegistryRow, { nullable: true, description: 'The row of the list' })
  row: RegistryRow | null;
  @Field(() => Boolean, { description: 'The list calls the person otherwise than the claim' })
  isNameDifferent: boolean;
  @Field(() => RegistryListSummary, { nullable: true, description: 'The list that has nobody' })
  list: RegistryListSummary | null;
  @Field(() => MatchedRollCall, { nullable: true }) rollCall: MatchedRollCall | null;
  @Field(() => MatchedCall, { nullable: true }) call: MatchedCall | null;
}
