import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { BuiltPaper } from '@yibu/filing';
import { Allow, CurrentScope, ReachesFormer, sendFile, type Scope } from '@yibu/platform';
import type { Response } from 'express';

import { PaperService } from './paper.service.js';

export const sendPaper = (response: Response, { fileName, bytes }: BuiltPaper): void => {
  sendFile(response, { fileName, mediaType: 'application/pdf', bytes });
};

/** The papers that follow a filing, as PDF: `?language=en` for English. They name people in full, like the filing. */
@Controller('export')
export class PaperController {
  constructor(private readonly papers: PaperService) {}

  @Get('difference/:claimId')
  @Allow('filing.read')
  async difference(
    @CurrentScope() scope: Scope,
    @Param('claimId') claimId: string,
    @Query('language') language: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    sendPaper(response, await this.papers.difference(scope, claimId, language));
  }

  @Get('receipt/:paymentId')
  @Allow('filing.read')
  async receipt(
    @CurrentScope() scope: Scope,
    @Param('paymentId') paymentId: string,
    @Query('language') language: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    sendPaper(response, await this.papers.receipt(scope, paymentId, language));
  }

  @Get('account/:centerId')
  @Allow('filing.read')
  @ReachesFormer()
  async account(
    @CurrentScope() scope: Scope,
    @Param('centerId') centerId: string,
    @Query() asked: Record<string, string>,
    @Res() response: Response,
  ): Promise<void> {
    const { year = '', language } = asked;
    sendPaper(response, await this.papers.account(scope, centerId, { year, language }));
  }
}
