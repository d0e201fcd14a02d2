import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import type { Response } from 'express';

import { Allow, ReachesFormer } from '../access/permission.js';
import { CurrentScope } from '../access/request-context.js';
import { requireReach } from '../access/reach.js';
import { requirePermission, type Scope } from '../access/scope.js';
import { CLOCK } from '../clock.js';
import { UnitOfWork } from '../data/unit-of-work.js';
import { sendFile } from '../files/files.controller.js';
import { writeWorkbook, XLSX_TYPE } from '../spreadsheet/write-xlsx.js';
import { ExportRegistry } from './export.registry.js';

/** `GET /export/<list>?filters`: the current filter of a list as XLSX, with an entry in the audit trail. */
@Controller('export')
export class ExportController {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':list')
  @Allow('signed-in')
  @ReachesFormer()
  async download(
    @CurrentScope() scope: Scope,
    @Param('list') name: string,
    @Query() filters: Record<string, string>,
    @Res() response: Response,
  ): Promise<void> {
    const list = this.registry.get(name);
    if (!list) {
      throw new AppError('NOT_FOUND', `No list ${name} to export`, { entity: 'list', id: name });
    }
    requirePermission(scope, list.permission);
    requireReach(scope, filters, list.reachesFormer === true);
    const sheets = await list.sheets(scope, filters);
    const title = list.title(scope.locale);
    const bytes = await writeWorkbook(sheets);
    const centerId = filters['centerId'];
    const audited = centerId !== undefined && scope.centerIds.includes(centerId) ? centerId : null;
    await this.unitOfWork.run(scope, (tx) => {
      tx.audit({
        entity: 'export',
        entityId: scope.userId,
        centerId: audited,
        action: 'export',
        changes: [
          { field: 'list', from: null, to: name },
          {
            field: 'rows',
            from: null,
            to: sheets.reduce((sum, { rowCount }) => sum + rowCount, 0),
          },
        ],
      });
      return Promise.resolve();
    });
    const fileName = `${title}-${this.clock.today()}.xlsx`;
    sendFile(response, { fileName, mediaType: XLSX_TYPE, bytes });
  }
}
