import { Module } from '@nestjs/common';
import { ExportRegistry, HistoryRegistry } from '@yibu/platform';

import { CountySheetService } from './county.service.js';
import { SheetPaperService } from './sheet-paper.service.js';
import { SheetController } from './sheet.controller.js';
import { countyExport, sheetExport } from './sheet.export.js';
import { SheetResolver } from './sheet.resolver.js';
import { SheetService } from './sheet.service.js';

@Module({
  controllers: [SheetController],
  providers: [SheetService, CountySheetService, SheetPaperService, SheetResolver],
  exports: [SheetService],
})
export class InstitutionModule {
  constructor(
    exports: ExportRegistry,
    history: HistoryRegistry,
    papers: SheetPaperService,
    county: CountySheetService,
  ) {
    exports.registerWorkbook(sheetExport(papers));
    exports.registerWorkbook(countyExport(county));
    history.register('institutionSheet', 'sheet.read');
  }
}
