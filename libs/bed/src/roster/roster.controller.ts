import { Controller, Get, Param, Post, Query, Res, UploadedFile } from '@nestjs/common';
import { AppError } from '@yibu/kernel';
import {
  Allow,
  CurrentScope,
  OneFile,
  sendFile,
  XLSX_TYPE,
  readUpload,
  type Scope,
  type UploadedBytes,
} from '@yibu/platform';
import type { Response } from 'express';

import { ROSTER_KINDS, type RosterKind } from './roster.fields.js';
import { RosterFiles } from './roster.files.js';
import { RosterService } from './roster.service.js';

/** 20,000 rows are two megabytes. */
const MAX_MEGABYTES = 6;

/** Lists on their way in and out. */
@Controller('files/roster')
export class RosterController {
  constructor(
    private readonly lists: RosterService,
    private readonly files: RosterFiles,
  ) {}

  @Post()
  @Allow('roster.import')
  @OneFile(MAX_MEGABYTES)
  async upload(
    @CurrentScope() scope: Scope,
    @UploadedFile() file: UploadedBytes | undefined,
    @Query() target: Record<string, string>,
  ): Promise<{ id: string }> {
    const list = await this.lists.upload(scope, {
      centerId: target['centerId'] ?? '',
      kind: kindOf(target['kind']),
      ...readUpload(file),
    });
    return { id: list.id };
  }

  @Get('template/:kind')
  @Allow('roster.import')
  async template(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.template(kindOf(kind), scope.locale);
    sendFile(response, { ...file, mediaType: XLSX_TYPE });
  }

  @Get(':id/problems')
  @Allow('roster.import')
  async problems(
    @CurrentScope() scope: Scope,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendFile(response, { ...(await this.files.problems(scope, id)), mediaType: XLSX_TYPE });
  }
}

function kindOf(text: string | undefined): RosterKind {
  const kind = ROSTER_KINDS.find((known) => known === text);
  if (kind === undefined) {
    throw new AppError('NOT_FOUND', `No kind of list ${text ?? ''}`, { entity: 'rosterKind' });
  }
  return kind;
}
