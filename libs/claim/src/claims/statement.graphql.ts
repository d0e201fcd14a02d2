import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Fen, LocalDate } from '@yibu/kernel';
import { FenScalar, InstantScalar, LocalDateScalar } from '@yibu/platform';

@ObjectType({ description: 'Lines that the decision held, decided afterwards by themselves.' })
export class ClaimSupplement {
  @Field(() => ID) id: string;
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
  @Field(() => String, { nullable: true }) documentNumber: string | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { description: 'BUREAU or PAPER' }) source: string;
  @Field(() => ID, { nullable: true }) attachmentId: string | null;
  @Field(() => FenScalar) decidedFen: Fen;
}

@ObjectType({
  description: 'A decision entered from paper by mistake: it counts nowhere, and stays.',
})
export class AnnulledDecision {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'DECISION or SUPPLEMENT' }) kind: string;
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
  @Field(() => String, { nullable: true }) documentNumber: string | null;
  @Field(() => FenScalar) decidedFen: Fen;
  @Field(() => ID, { nullable: true }) attachmentId: string | null;
  @Field(() => InstantScalar) annulledAt: Date;
  @Field(() => String, { nullable: true }) annulledByName: string | null;
  @Field(() => String) annulReason: string;
}

@ObjectType({ description: 'claimed = returned + cut + held − released + decided, to the fen' })
export class ClaimStatement {
  @Field(() => FenScalar) claimedFen: Fen;
  @Field(() => FenScalar) returnedFen: Fen;
  @Field(() => FenScalar) cutFen: Fen;
  @Field(() => FenScalar) heldFen: Fen;
  @Field(() => FenScalar) releasedFen: Fen;
  @Field(() => FenScalar) decidedFen: Fen;
  @Field(() => FenScalar) paidFen: Fen;
  @Field(() => Boolean, { description: 'False while the review goes on: these are figures so far' })
  isFinal: boolean;
  @Field(() => String, { nullable: true, description: 'BUREAU or PAPER; null until decided' })
  source: string | null;
  @Field(() => String, { nullable: true }) documentNumber: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn: LocalDate | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => ID, { nullable: true }) attachmentId: string | null;
  @Field(() => Boolean) isSinglePerson: boolean;
  @Field(() => [ClaimSupplement], { description: 'Their amounts are within released and decided' })
  supplements: ClaimSupplement[];
  @Field(() => [AnnulledDecision]) annulled: AnnulledDecision[];
}
