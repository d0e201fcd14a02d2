import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { assert } from '@yibu/kernel';
import {
  Allow,
  CONFIG,
  CurrentRequest,
  CurrentScope,
  sessionCookieName,
  type Config,
  type GraphqlContext,
  type Scope,
  type YibuRequest,
} from '@yibu/platform';
import type { Response } from 'express';

import { AuthService } from './auth.service.js';
import {
  AcceptInvitationInput,
  ChangePasswordInput,
  ConfirmPasswordInput,
  SessionInfo,
  SetLocaleInput,
  SignInInput,
} from './door.graphql.js';
import { SESSION_HOURS } from './password.rules.js';
import { SessionInfoService } from './session-info.service.js';

@Resolver(() => SessionInfo)
export class AuthResolver {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly auth: AuthService,
    private readonly sessions: SessionInfoService,
  ) {}

  @Query(() => SessionInfo, { nullable: true, description: 'null: nobody is signed in' })
  @Allow('public')
  async session(@CurrentRequest() request: YibuRequest): Promise<SessionInfo | null> {
    return request.session ? await this.sessions.describe(request.session.scope) : null;
  }

  @Mutation(() => SessionInfo)
  @Allow('public')
  async signIn(
    @Args('input') input: SignInInput,
    @Context() { req, res }: GraphqlContext,
  ): Promise<SessionInfo> {
    const token = await this.auth.signIn(input.userName, input.password, req.requestId);
    return await this.enter(res, token);
  }

  @Mutation(() => SessionInfo)
  @Allow('public')
  async acceptInvitation(
    @Args('input') input: AcceptInvitationInput,
    @Context() { req, res }: GraphqlContext,
  ): Promise<SessionInfo> {
    const token = await this.auth.acceptInvitation(input.token, input.password, req.requestId);
    return await this.enter(res, token);
  }

  @Mutation(() => Boolean)
  @Allow('signed-in')
  async signOut(@Context() { req, res }: GraphqlContext): Promise<boolean> {
    assert(req.session, 'the guard let only a session pass');
    await this.auth.signOut(req.session.sessionId, req.session.scope);
    this.clearCookie(res);
    return true;
  }

  @Mutation(() => Boolean)
  @Allow('signed-in')
  async signOutEverywhere(
    @CurrentScope() scope: Scope,
    @Context() { res }: GraphqlContext,
  ): Promise<boolean> {
    await this.auth.signOutEverywhere(scope);
    this.clearCookie(res);
    return true;
  }

  @Mutation(() => Boolean)
  @Allow('signed-in')
  async changePassword(
    @Args('input') input: ChangePasswordInput,
    @Context() { req }: GraphqlContext,
  ): Promise<boolean> {
    assert(req.session, 'the guard let only a session pass');
    await this.auth.changePassword(req.session.scope, {
      current: input.currentPassword,
      next: input.newPassword,
      sessionId: req.session.sessionId,
    });
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'The password once more: for five minutes this session may submit, decide and pay',
  })
  @Allow('signed-in')
  async confirmPassword(
    @Args('input') input: ConfirmPasswordInput,
    @Context() { req }: GraphqlContext,
  ): Promise<boolean> {
    assert(req.session, 'the guard let only a session pass');
    await this.auth.confirmPassword(req.session.scope, req.session.sessionId, input.password);
    return true;
  }

  @Mutation(() => Boolean)
  @Allow('signed-in')
  async setLocale(
    @CurrentScope() scope: Scope,
    @Args('input') input: SetLocaleInput,
  ): Promise<boolean> {
    await this.auth.setLocale(scope, input.locale);
    return true;
  }

  private async enter(response: Response, token: string): Promise<SessionInfo> {
    response.cookie(sessionCookieName(this.config), token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isTls,
      path: '/',
      maxAge: SESSION_HOURS * 3_600_000,
    });
    return await this.sessions.describeByToken(token);
  }

  private clearCookie(response: Response): void {
    response.clearCookie(sessionCookieName(this.config), {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isTls,
      path: '/',
    });
  }
}
