import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { shanghaiDay } from '@yibu/kernel';
import { buildNotice } from '@yibu/filing';
import { Allow, CONFIG, type Config } from '@yibu/platform';
import type { Response } from 'express';

import { sendPaper } from '../papers/paper.controller.js';
import { languageOf } from '../papers/paper.ground.js';
import { paperOf } from './notice.view.js';
import { ObjectionService } from './objection.service.js';

/** `GET /export/notice/<code>?language=en`: the notice as PDF, for whoever has its address, as on the page. */
@Controller('export/notice')
export class NoticeController {
  constructor(
    private readonly objections: ObjectionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':code')
  @Allow('public')
  async paper(
    @Param('code') code: string,
    @Query('language') language: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const notice = await this.objections.publicNotice(code);
    const { publicUrl } = this.config;
    const built = await buildNotice(
      paperOf(notice, {
        language: languageOf(language),
        url: publicUrl === null ? null : `${publicUrl}/notice/${notice.code}`,
        dayOf: shanghaiDay,
      }),
    );
    response.setHeader('X-Robots-Tag', 'noindex, nofollow');
    sendPaper(response, built);
  }
}
