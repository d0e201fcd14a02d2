import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import fs from 'node:fs';
import path from 'node:path';

const ENCODINGS = [
  ['br', 'br'],
  ['gzip', 'gz'],
] as const;

/**
 * The web app beside the API on one port. Hashed assets are kept for ever (a missing one is a 404, never the shell);
 * every other path that is no API gets the shell, so that any link opens.
 */
export function serveWeb(app: NestExpressApplication): void {
  const admin = path.resolve(import.meta.dirname, '../../../admin');
  app.use('/assets', precompressed(path.join(admin, 'assets')));
  app.use(
    '/assets',
    express.static(path.join(admin, 'assets'), {
      immutable: true,
      maxAge: '1y',
      fallthrough: false,
    }),
  );
  app.use(express.static(admin, { index: false, maxAge: 0 }));
  app.use(shell(path.join(admin, 'index.html')));
}

const API_PATHS = /^\/(graphql|files|export|healthz)(\/|$)/;

/** Notices are for whoever has their address, not for search engines. */
const NOTICE_PAGE = /^\/notice\//;

function shell(file: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (!isPage || API_PATHS.test(request.path)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    if (NOTICE_PAGE.test(request.path)) {
      response.setHeader('X-Robots-Tag', 'noindex, nofollow');
    }
    response.sendFile(file, (error) => {
      if (error && !response.headersSent) {
        next(error);
      }
    });
  };
}

/** The build writes a .br and a .gz beside each text asset. */
function precompressed(dir: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const file = path.join(dir, path.basename(request.path));
    const encoding = ENCODINGS.find(
      ([name, suffix]) => accepted.includes(name) && fs.existsSync(`${file}.${suffix}`),
    );
    if (encoding) {
      response.setHeader('Content-Encoding', encoding[0]);
      response.setHeader('Vary', 'Accept-Encoding');
      response.type(path.extname(request.path));
      request.url = `${request.url}.${encoding[1]}`;
    }
    next();
  };
}
