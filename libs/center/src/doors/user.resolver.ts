import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, PageArgs, type Scope } from '@yibu/platform';

import {
  InvitationLink,
  InviteUserInput,
  Role,
  UpdateUserInput,
  User,
  UserPage,
  UserReasonInput,
  UserStatusEnum,
} from './door.graphql.js';
import { UserService } from './user.service.js';

@Resolver(() => User)
export class UserResolver {
  constructor(private readonly service: UserService) {}

  @Query(() => UserPage)
  @Allow('user.read')
  async users(
    @CurrentScope() scope: Scope,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true }) search?: string,
    @Args('status', { type: () => UserStatusEnum, nullable: true }) status?: string,
  ): Promise<UserPage> {
    return await this.service.list(scope, {
      page: page.page,
      pageSize: page.pageSize,
      search: search ?? null,
      status: status ?? null,
    });
  }

  @Query(() => User)
  @Allow('user.read')
  async user(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<User> {
    return await this.service.get(scope, id);
  }

  @Query(() => [Role])
  @Allow('user.read')
  async roles(@CurrentScope() scope: Scope): Promise<Role[]> {
    return await this.service.roles(scope);
  }

  @Mutation(() => InvitationLink)
  @Allow('user.manage')
  async inviteUser(
    @CurrentScope() scope: Scope,
    @Args('input') input: InviteUserInput,
  ): Promise<InvitationLink> {
    return await this.service.invite(scope, input);
  }

  @Mutation(() => User)
  @Allow('user.manage')
  async updateUser(
    @CurrentScope() scope: Scope,
    @Args('input') input: UpdateUserInput,
  ): Promise<User> {
    return await this.service.update(scope, input);
  }

  @Mutation(() => User)
  @Allow('user.manage')
  async disableUser(
    @CurrentScope() scope: Scope,
    @Args('input') input: UserReasonInput,
  ): Promise<User> {
    return await this.service.disable(scope, input.id, input.reason);
  }

  @Mutation(() => User)
  @Allow('user.manage')
  async enableUser(
    @CurrentScope() scope: Scope,
    @Args('input') input: UserReasonInput,
  ): Promise<User> {
    return await this.service.enable(scope, input.id, input.reason);
  }

  @Mutation(() => InvitationLink)
  @Allow('user.manage')
  async resetUserPassword(
    @CurrentScope() scope: Scope,
    @Args('input') input: UserReasonInput,
  ): Promise<InvitationLink> {
    return await this.service.resetPassword(scope, input.id, input.reason);
  }
}
