import { Controller, Get, Param, Post, Query, Res, UploadedFile } from '@nestjs/common';
import type { Response } from 'express';

import { Allow, ReachesFormer } from '../access/permission.js';
import { CurrentScope } from '../access/request-context.js';
import type { Scope } from '../access/scope.js';
import { AttachmentService, MAX_UPLOAD_MEGABYTES } from './attachment.service.js';
import { OneFile } from './one-file.js';
import { readUpload, type UploadedBytes } from './uploaded-file.js';

/** Upload and download of attachments; what a record may carry is checked by AttachmentService. */
@Controller('files')
export class FilesController {
  constructor(private readonly attachments: AttachmentService) {}

  @Post()
  @Allow('signed-in')
  @ReachesFormer()
  @OneFile(MAX_UPLOAD_MEGABYTES)
  async upload(
    @CurrentScope() scope: Scope,
    @UploadedFile() file: UploadedBytes | undefined,
    @Query() target: Record<string, string>,
  ): Promise<{ id: string; fileName: string; mediaType: string; size: number; sha256: string }> {
    const { centerId = '', entity = '', entityId = '', kind = 'OTHER' } = target;
    const attachment = await this.attachments.add(scope, {
      centerId,
      entity,
      entityId,
      kind: kind.slice(0, 40),
      ...readUpload(file),
    });
    const { id, fileName, mediaType, size, sha256 } = attachment;
    return { id, fileName, mediaType, size, sha256 };
  }

  @Get(':id')
  @Allow('signed-in')
  async download(
    @CurrentScope() scope: Scope,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { attachment, bytes } = await this.attachments.open(scope, id);
    sendFile(response, { ...attachment, bytes });
  }
}

/** `inline` only for what a browser shows safely; the sandbox keeps a hostile PDF or image from acting. */
export function sendFile(
  response: Response,
  file: { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer },
): void {
  const isShown = /^(image\/|application\/pdf)/.test(file.mediaType);
  response.setHeader('Content-Type', file.mediaType);
  response.setHeader('Content-Length', file.bytes.length);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader(
    'Content-Disposition',
    `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
  );
  response.end(file.bytes);
}
