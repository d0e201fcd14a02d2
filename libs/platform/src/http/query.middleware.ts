import { Injectable, type NestMiddleware } from '@nestjs/common';
import { InputError } from '@yibu/kernel';
import type { NextFunction, Request, Response } from 'express';

import { textRule } from '../access/input-bounds.js';

const MAX_LENGTH = 200;

/** A query parameter of a plain route is one short text: given twice, or a page long, it is refused by its name. */
@Injectable()
export class QueryMiddleware implements NestMiddleware {
  use(request: Request, _response: Response, next: NextFunction): void {
    const problems = Object.entries(request.query).flatMap(([path, value]) => {
      if (typeof value !== 'string') {
        return [{ path, rule: 'isString' }];
      }
      const problem = textRule(value, MAX_LENGTH);
      return problem === null ? [] : [{ path, ...problem }];
    });
    if (problems.length > 0) {
      throw new InputError(problems);
    }
    next();
  }
}
