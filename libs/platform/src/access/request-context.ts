import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { AppError } from '@yibu/kernel';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request, Response } from 'express';

import type { Scope, SessionScope } from './scope.js';

/** What the front door learned about a request; put on it by SessionMiddleware. */
export interface YibuRequest extends Request {
  requestId: string;
  session?: SessionScope | null;
}

export interface GraphqlContext {
  readonly req: YibuRequest;
  readonly res: Response;
}

/** Carries the request id to the log, and nothing else. */
export const requestIds = new AsyncLocalStorage<string>();

export function requestOf(context: ExecutionContext): YibuRequest {
  return context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<GraphqlContext>().req
    : context.switchToHttp().getRequest<YibuRequest>();
}

export const CurrentScope = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Scope => {
    const { session } = requestOf(context);
    if (!session) {
      throw new AppError('UNAUTHENTICATED', 'No session');
    }
    return session.scope;
  },
);

/** For sign-in and sign-out only: the request itself. */
export const CurrentRequest = createParamDecorator(
  (_data: unknown, context: ExecutionContext): YibuRequest => requestOf(context),
);
