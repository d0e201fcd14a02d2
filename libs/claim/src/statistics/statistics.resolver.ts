import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, UnitOfWork, type Scope } from '@yibu/platform';

import { CountyStatistics, UngrantedLinePage, UngrantedLinesArgs } from './statistics.graphql.js';
import { countyStatistics } from './statistics.queries.js';
import { ungrantedLines } from './ungranted.queries.js';

@Resolver()
export class StatisticsResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => CountyStatistics, { description: 'Of a year, over the centers in reach' })
  @Allow('review.read')
  async countyStatistics(
    @CurrentScope() scope: Scope,
    @Args('year', { type: () => Int }) year: number,
  ): Promise<CountyStatistics> {
    return await countyStatistics(this.unitOfWork.read(scope), year);
  }

  @Query(() => UngrantedLinePage, { description: 'The lines that a figure of its reasons counts' })
  @Allow('review.read')
  async ungrantedLines(
    @CurrentScope() scope: Scope,
    @Args() args: UngrantedLinesArgs,
  ): Promise<UngrantedLinePage> {
    return await ungrantedLines(this.unitOfWork.read(scope), args);
  }
}
