import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';

import type { YibuRequest } from '../access/request-context.js';
import { ScopeSource } from '../access/scope.js';
import { CONFIG, type Config } from '../config.js';

/** `__Host-` binds the cookie to this host and to TLS; without TLS browsers would refuse the name. */
export const sessionCookieName = (config: Config): string =>
  config.isTls ? '__Host-yibu' : 'yibu_session';

/** Gives a request, from the cookie, its session. One statement; nothing is cached between requests. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scopes: ScopeSource,
  ) {}

  use(request: YibuRequest, _response: Response, next: NextFunction): void {
    this.attach(request).then(() => {
      next();
    }, next);
  }

  private async attach(request: YibuRequest): Promise<void> {
    const token = readCookie(request.headers.cookie, sessionCookieName(this.config));
    const isBackground = request.headers['x-yibu-background'] === '1';
    request.session =
      token === null ? null : await this.scopes.forSession(token, request.requestId, isBackground);
  }
}

export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && value !== '') {
      return value;
    }
  }
  return null;
}
