import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import {
  AcceptRosterInput,
  CheckRosterInput,
  RosterImport,
  RosterRowPage,
  RosterRowsInput,
  toRosterImport,
  toRosterRow,
} from './roster.graphql.js';
import { RosterService } from './roster.service.js';

@Resolver(() => RosterImport)
export class RosterResolver {
  constructor(private readonly lists: RosterService) {}

  @Query(() => RosterImport)
  @Allow('roster.import')
  async rosterImport(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RosterImport> {
    return toRosterImport(await this.lists.get(scope, id));
  }

  @Query(() => [RosterImport], { description: 'The latest twenty of a center' })
  @Allow('roster.import')
  async rosterImports(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
  ): Promise<RosterImport[]> {
    return (await this.lists.recent(scope, centerId)).map(toRosterImport);
  }

  @Query(() => RosterRowPage)
  @Allow('roster.import')
  async rosterRows(
    @CurrentScope() scope: Scope,
    @Args('input') input: RosterRowsInput,
  ): Promise<RosterRowPage> {
    const { items, total } = await this.lists.rows(scope, input);
    return { items: items.map(toRosterRow), total };
  }

  @Mutation(() => RosterImport, {
    description: 'Names the columns and looks at every row; writes nothing',
  })
  @Allow('roster.import')
  async checkRoster(
    @CurrentScope() scope: Scope,
    @Args('input') input: CheckRosterInput,
  ): Promise<RosterImport> {
    const { importId, version, mapping, createBeds, floorPattern } = input;
    const options = { createBeds, floorPattern, building: input.building.trim() };
    const categoryWords = input.categoryWords?.map(({ word, code }) => ({
      word: word.trim(),
      code: code ?? null,
    }));
    return toRosterImport(
      await this.lists.startCheck(scope, { importId, version, mapping, options, categoryWords }),
    );
  }

  @Mutation(() => RosterImport)
  @Allow('roster.import')
  async acceptRoster(
    @CurrentScope() scope: Scope,
    @Args('input') input: AcceptRosterInput,
  ): Promise<RosterImport> {
    return toRosterImport(await this.lists.startAccept(scope, input));
  }

  @Mutation(() => Boolean, { description: 'Forgets the file; what was written from it stays' })
  @Allow('roster.import')
  async discardRoster(
    @CurrentScope() scope: Scope,
    @Args('importId', { type: () => ID }) importId: string,
  ): Promise<boolean> {
    return await this.lists.discard(scope, importId);
  }
}
