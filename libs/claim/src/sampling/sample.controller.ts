import { Controller, Get, Param, Res } from '@nestjs/common';
import { Allow, CurrentScope, sendFile, type Scope } from '@yibu/platform';
import type { Response } from 'express';

import { SampleService } from './sample.service.js';

/** `GET /export/sample/<id>`: what `yibu sample verify` draws again from. */
@Controller('export/sample')
export class SampleController {
  constructor(private readonly samples: SampleService) {}

  @Get(':sampleId')
  @Allow('review.read')
  async download(
    @CurrentScope() scope: Scope,
    @Param('sampleId') sampleId: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.samples.file(scope, sampleId);
    sendFile(response, {
      fileName: `sample-${file.period}-${file.id}.json`,
      mediaType: 'application/json',
      bytes: Buffer.from(`${JSON.stringify(file, null, 1)}\n`, 'utf8'),
    });
  }
}
