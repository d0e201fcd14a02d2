import { Module } from '@nestjs/common';
import { ExportRegistry, HistoryRegistry, UnitOfWork } from '@yibu/platform';

import { serviceExport } from './care.export.js';
import { CareResolver } from './care.resolver.js';
import { CareService } from './care.service.js';

@Module({ providers: [CareService, CareResolver], exports: [CareService] })
export class CareModule {
  constructor(history: HistoryRegistry, exports: ExportRegistry, unitOfWork: UnitOfWork) {
    history.register('service', 'service.read');
    exports.register(serviceExport(unitOfWork));
  }
}
