import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentScope, sendFile, type Scope } from '@yibu/platform';
import type { Response } from 'express';

import { FilingService } from './filing.service.js';

/** `GET /export/filing/<claim>?language=zh-CN`: the package of a submitted claim. */
@Controller('export/filing')
export class FilingController {
  constructor(private readonly filings: FilingService) {}

  @Get(':claimId')
  @Allow('filing.read')
  async download(
    @CurrentScope() scope: Scope,
    @Param('claimId') claimId: string,
    @Query('language') language: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, bytes } = await this.filings.open(scope, claimId, language ?? 'zh-CN');
    sendFile(response, { fileName, mediaType: 'application/zip', bytes });
  }
}
