import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentScope, sendFile, type Scope } from '@yibu/platform';
import type { Response } from 'express';

import { FilingService } from './filing.service.js';

/** `GET /export/filing/<claim>?language=zh-CN`: the package of a submitted claim; `…/key`: whose signature it bears. */
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

  @Get(':claimId/key')
  @Allow('filing.read')
  async key(
    @CurrentScope() scope: Scope,
    @Param('claimId') claimId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, bytes } = await this.filings.publicKey(scope, claimId);
    sendFile(response, { fileName, mediaType: 'application/x-pem-file', bytes });
  }
}
