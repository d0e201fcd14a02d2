import type { NestExpressApplication } from '@nestjs/platform-express';
import { nameRequest, sameSiteOnly, validationPipe, type Config } from '@yibu/platform';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const MAX_BODY = '1mb';
const ONE_YEAR_SECONDS = 31_536_000;

/** No page of ours looks, listens, locates or pays by the browser; a photo of a paper is chosen as a file. */
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/**
 * What every answer passes, that to a body which cannot be read too: its headers and its number first, then whose page
 * asks, then the body.
 */
export function openFrontDoor(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // Answers of the API are asked for by POST: a hash of each would be computed and never compared. Files keep theirs.
  app.set('etag', false);
  app.use(nameRequest);
  app.use(headersOf(config));
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Permissions-Policy', PERMISSIONS);
    next();
  });
  app.use(sameSiteOnly(config));
  app.useBodyParser('json', { limit: MAX_BODY });
  app.useGlobalPipes(validationPipe());
}

const headersOf = (config: Config): ReturnType<typeof helmet> =>
  helmet({
    hsts: config.isTls ? { maxAge: ONE_YEAR_SECONDS } : false,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: config.isTls ? [] : null,
      },
    },
  });
