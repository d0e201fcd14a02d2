import { Controller, Get, Query, Res } from '@nestjs/common';
import { AppError, InputError, isYearMonth } from '@yibu/kernel';
import { Allow, CurrentScope, sendFile, XLSX_TYPE, type Scope } from '@yibu/platform';
import type { Response } from 'express';

import { OpeningTemplate } from './opening.template.js';

/** `GET /export/opening-ledger/template?centerId=…&yearFrom=2025-01`: the empty sheet, in the caller's language. */
@Controller('export/opening-ledger')
export class OpeningController {
  constructor(private readonly templates: OpeningTemplate) {}

  @Get('template')
  @Allow('opening.write')
  async template(
    @CurrentScope() scope: Scope,
    @Query('centerId') centerId: string | undefined,
    @Query('yearFrom') yearFrom: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    if (centerId === undefined) {
      throw new AppError('NOT_FOUND', 'A template of no center', { entity: 'center' });
    }
    if (!isYearMonth(yearFrom ?? '')) {
      throw new InputError([{ path: 'yearFrom', rule: 'isYearMonth' }]);
    }
    const file = await this.templates.of(scope, centerId, yearFrom ?? '');
    sendFile(response, { ...file, mediaType: XLSX_TYPE });
  }
}
