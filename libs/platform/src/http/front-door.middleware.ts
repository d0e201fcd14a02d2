import { AppError } from '@yibu/kernel';
import type { NextFunction, Request, Response } from 'express';

import { requestIds, type YibuRequest } from '../access/request-context.js';
import type { Config } from '../config.js';
import { newId } from '../data/id.js';

/** The number under which an answer, that to an unreadable request too, is found in the log. */
export function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const requestId = newId();
  (request as YibuRequest).requestId = requestId;
  response.setHeader('X-Request-Id', requestId);
  requestIds.run(requestId, next);
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A deed comes from a page of ours, or from no page at all. `SameSite` keeps the cookie from other sites; another port
 * or a neighbour's subdomain is the same site, and a form of theirs could send a file here.
 */
export function sameSiteOnly({ publicUrl }: Pick<Config, 'publicUrl'>) {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (READS.has(request.method) || isOwnPage(request, publicHost)) {
      next();
      return;
    }
    throw new AppError('FORBIDDEN', `A page of ${request.headers.origin ?? 'another site'} asks`, {
      permission: 'origin',
    });
  };
}

function isOwnPage({ headers }: Request, publicHost: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    return site === 'same-origin' || site === 'none';
  }
  // Browsers leave the mark above out on a plain address of a LAN.
  const { origin, host } = headers;
  if (origin === undefined) {
    return true;
  }
  const from = URL.canParse(origin) ? new URL(origin).host : null;
  return from !== null && (from === host || from === publicHost);
}
