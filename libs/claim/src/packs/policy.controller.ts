import { Controller, Get, Param, Post, Query, Res, UploadedFile } from '@nestjs/common';
import { packJsonSchema } from '@yibu/claim-engine';
import {
  Allow,
  CurrentScope,
  MAX_UPLOAD_MEGABYTES,
  OneFile,
  sendFile,
  readUpload,
  type Scope,
  type UploadedBytes,
} from '@yibu/platform';
import type { Response } from 'express';

import { PackLibraryService } from './library.service.js';
import { PolicyScanService } from './scan.service.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Packs as files, the schema that editors check them by, and the papers of notices. */
@Controller()
export class PolicyController {
  constructor(
    private readonly library: PackLibraryService,
    private readonly scans: PolicyScanService,
  ) {}

  @Get('export/pack/schema')
  @Allow('pack.read')
  schema(@Res() response: Response): void {
    const bytes = Buffer.from(`${JSON.stringify(packJsonSchema(), null, 2)}\n`);
    sendFile(response, { fileName: 'pack.schema.json', mediaType: JSON_TYPE, bytes });
  }

  @Get('export/pack/:packId')
  @Allow('pack.read')
  async pack(
    @CurrentScope() scope: Scope,
    @Param('packId') packId: string,
    @Res() response: Response,
  ): Promise<void> {
    sendFile(response, { ...(await this.library.file(scope, packId)), mediaType: JSON_TYPE });
  }

  @Post('files/policy-scan')
  @Allow('pack.manage')
  @OneFile(MAX_UPLOAD_MEGABYTES)
  async upload(
    @CurrentScope() scope: Scope,
    @UploadedFile() file: UploadedBytes | undefined,
    @Query('countyCode') countyCode: string | undefined,
  ): Promise<{ id: string; fileName: string }> {
    return await this.scans.add(scope, {
      countyCode: countyCode ?? '',
      ...readUpload(file),
    });
  }

  @Get('files/policy-scan/:scanId')
  @Allow('pack.read')
  async scan(
    @CurrentScope() scope: Scope,
    @Param('scanId') scanId: string,
    @Res() response: Response,
  ): Promise<void> {
    sendFile(response, await this.scans.open(scope, scanId));
  }
}
