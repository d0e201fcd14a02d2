import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentScope, sendFile, type Scope } from '@yibu/platform';
import type { Response } from 'express';

import { SheetPaperService } from './sheet-paper.service.js';

/** `GET /export/institution-sheet/<id>?language=en`: a filed sheet as PDF. */
@Controller('export/institution-sheet')
export class SheetController {
  constructor(private readonly papers: SheetPaperService) {}

  @Get(':sheetId')
  @Allow('sheet.read')
  async paper(
    @CurrentScope() scope: Scope,
    @Param('sheetId') sheetId: string,
    @Query('language') language: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, bytes } = await this.papers.paper(scope, sheetId, language);
    sendFile(response, { fileName, mediaType: 'application/pdf', bytes });
  }
}
