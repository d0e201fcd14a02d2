import { Field, ObjectType } from '@nestjs/graphql';
import type { Fen } from '@yibu/kernel';
import { FenScalar } from '@yibu/platform';

@ObjectType({ description: 'One step of how a line came about.' })
export class ClaimTraceStep {
  @Field(() => String) step: string;
  @Field(() => String) code: string;
  @Field(() => String, { description: 'JSON' }) params: string;
  @Field(() => String, { nullable: true, description: 'As the rules name it for themselves' })
  document: string | null;
  @Field(() => String, { nullable: true, description: 'Title of the document' })
  documentZh: string | null;
  @Field(() => String, { nullable: true }) documentEn: string | null;
  @Field(() => String, { nullable: true }) clause: string | null;
  @Field(() => [String], { description: 'Ids of the facts it rests on' }) facts: string[];
}

@ObjectType({ description: 'The amount had the county read a sentence the other way.' })
export class ClaimAlternative {
  @Field(() => String) decision: string;
  @Field(() => String) option: string;
  @Field(() => String, { description: 'The question that the document leaves open' })
  questionZh: string;
  @Field(() => String) questionEn: string;
  @Field(() => String, { description: 'This answer to it' }) optionZh: string;
  @Field(() => String) optionEn: string;
  @Field(() => FenScalar) amountFen: Fen;
}
