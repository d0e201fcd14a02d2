import { Controller, Get, Param, Post, Query, Res, UploadedFile } from '@nestjs/common';
import { AppError } from '@yibu/kernel';
import {
  Allow,
  CurrentScope,
  OneFile,
  readUpload,
  sendFile,
  XLSX_TYPE,
  type Scope,
  type UploadedBytes,
} from '@yibu/platform';
import type { Response } from 'express';

import { REGISTRY_KINDS, type RegistryKind } from './registry.fields.js';
import { RegistryFiles } from './registry.files.js';
import { RegistryService } from './registry.service.js';

/** 20,000 rows are two megabytes. */
const MAX_MEGABYTES = 6;

/** The county's lists on their way in and out. */
@Controller('files/registry')
export class RegistryController {
  constructor(
    private readonly lists: RegistryService,
    private readonly files: RegistryFiles,
  ) {}

  @Post()
  @Allow('registry.import')
  @OneFile(MAX_MEGABYTES)
  async upload(
    @CurrentScope() scope: Scope,
    @UploadedFile() file: UploadedBytes | undefined,
    @Query('kind') kind: string | undefined,
  ): Promise<{ id: string; isKnown: boolean }> {
    return await this.lists.upload(scope, { kind: kindOf(kind), ...readUpload(file) });
  }

  @Get('template/:kind')
  @Allow('registry.import')
  async template(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.template(kindOf(kind), scope.locale);
    sendFile(response, { ...file, mediaType: XLSX_TYPE });
  }

  @Get(':id/problems')
  @Allow('registry.import')
  async problems(
    @CurrentScope() scope: Scope,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendFile(response, { ...(await this.files.problems(scope, id)), mediaType: XLSX_TYPE });
  }
}

function kindOf(text: string | undefined): RegistryKind {
  const kind = REGISTRY_KINDS.find((known) => known === text);
  if (kind === undefined) {
    throw new AppError('NOT_FOUND', `No kind of list ${text ?? ''}`, { entity: 'registryKind' });
  }
  return kind;
}
