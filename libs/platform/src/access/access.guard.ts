import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { AppError } from '@yibu/kernel';
import type { GraphQLResolveInfo } from 'graphql';

import { requireBounds } from './input-bounds.js';
import { ACCESS, NEEDS_PASSWORD, REACHES_FORMER, type Access } from './permission.js';
import { requestOf } from './request-context.js';
import { requireReach } from './reach.js';
import { requirePermission, type SessionScope } from './scope.js';

/** What a user with a first password may still do. */
const BEFORE_PASSWORD_CHANGE: ReadonlySet<string> = new Set([
  'session',
  'signOut',
  'changePassword',
  'setLocale',
]);

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (isInnerField(context)) {
      return true;
    }
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') {
      boundsOf(context);
      return true;
    }
    const { session } = requestOf(context);
    if (!session) {
      throw new AppError('UNAUTHENTICATED', 'No session');
    }
    this.requireRight(context, session, access);
    boundsOf(context);
    const withFormer =
      this.reflector.get<boolean | undefined>(REACHES_FORMER, context.getHandler()) === true;
    requireReach(session.scope, argumentsOf(context), withFormer);
    return true;
  }

  private requireRight(
    context: ExecutionContext,
    session: SessionScope,
    access: Access | undefined,
  ): void {
    const operation = context.getHandler().name;
    if (access === undefined) {
      throw new AppError('FORBIDDEN', `${operation} declares no access`);
    }
    if (session.mustChangePassword && !BEFORE_PASSWORD_CHANGE.has(operation)) {
      throw new AppError(
        'PASSWORD_CHANGE_REQUIRED',
        `User ${session.scope.userId} has a first password`,
      );
    }
    if (access !== 'signed-in' && access !== 'public') {
      requirePermission(session.scope, access);
    }
    if (this.reflector.get<boolean>(NEEDS_PASSWORD, context.getHandler()) && !session.isConfirmed) {
      throw new AppError(
        'PASSWORD_CONFIRMATION_REQUIRED',
        `${operation} asks user ${session.scope.userId} for the password`,
      );
    }
  }
}

/** What the request is about: GraphQL's arguments, or what the address says. */
function argumentsOf(context: ExecutionContext): Readonly<Record<string, unknown>> {
  return context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getArgs<Record<string, unknown>>()
    : { ...requestOf(context).query, ...requestOf(context).params };
}

/** Of plain routes, `QueryMiddleware` looks at the parameters. */
function boundsOf(context: ExecutionContext): void {
  if (context.getType<string>() === 'graphql') {
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    const field = info.parentType.getFields()[info.fieldName];
    requireBounds(field?.args ?? [], argumentsOf(context));
  }
}

function isInnerField(context: ExecutionContext): boolean {
  if (context.getType<string>() !== 'graphql') {
    return false;
  }
  const info = GqlExecutionContext.create(context).getInfo<{ path: { prev: unknown } }>();
  return info.path.prev !== undefined;
}
