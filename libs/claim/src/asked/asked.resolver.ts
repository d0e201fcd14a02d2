import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import {
  AskedFact,
  CorrectFactInput,
  FactSubjectInput,
  RecordFactInput,
  VoidFactInput,
} from './asked.graphql.js';
import { AskedFactService } from './asked.service.js';

/** Beside the permission here, which its writers all have, the service asks for that of the register itself. */
@Resolver(() => AskedFact)
export class AskedFactResolver {
  constructor(private readonly asked: AskedFactService) {}

  @Query(() => [AskedFact], { description: 'What the county’s rules ask of one of them' })
  @Allow('center.read')
  async askedFacts(
    @CurrentScope() scope: Scope,
    @Args('subject') subject: FactSubjectInput,
  ): Promise<AskedFact[]> {
    return await this.asked.list(scope, subject);
  }

  @Mutation(() => [AskedFact])
  @Allow('resident.write')
  async recordFact(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordFactInput,
  ): Promise<AskedFact[]> {
    return await this.asked.record(scope, input);
  }

  @Mutation(() => [AskedFact], { description: 'The wrong value stays to be seen, taken back' })
  @Allow('resident.write')
  async correctFact(
    @CurrentScope() scope: Scope,
    @Args('input') input: CorrectFactInput,
  ): Promise<AskedFact[]> {
    return await this.asked.correct(scope, input);
  }

  @Mutation(() => [AskedFact])
  @Allow('resident.write')
  async voidFact(
    @CurrentScope() scope: Scope,
    @Args('input') input: VoidFactInput,
  ): Promise<AskedFact[]> {
    return await this.asked.void(scope, input);
  }
}
