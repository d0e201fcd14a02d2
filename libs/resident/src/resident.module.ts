import { Inject, Module } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';
import {
  AttachmentRegistry,
  CLOCK,
  ExportRegistry,
  HistoryRegistry,
  type NamesOf,
} from '@yibu/platform';

import { LevelsModule } from './levels/index.js';
import { AgreementService } from './papers/agreement.service.js';
import { CategoryService } from './papers/category.service.js';
import { ConsentService } from './papers/consent.service.js';
import { ContactService } from './papers/contact.service.js';
import { DocumentService } from './papers/document.service.js';
import { PaperDesk } from './papers/paper-desk.service.js';
import { PaperResolver } from './papers/paper.resolver.js';
import { DeathService } from './person/death.service.js';
import { PersonalData } from './person/personal-data.js';
import { ResidentDesk } from './person/resident-desk.service.js';
import { ResidentDirectory } from './person/resident-directory.js';
import { residentExport } from './person/resident.export.js';
import { ResidentRepository } from './person/resident.repository.js';
import { ResidentResolver } from './person/resident.resolver.js';
import { ResidentService } from './person/resident.service.js';

const namesOfResidents: NamesOf = async (db, ids) =>
  await db.rows('SELECT id, name FROM resident WHERE id IN (?) AND center_id IN (?)', [
    ids,
    db.centers,
  ]);

@Module({
  imports: [LevelsModule],
  providers: [
    ResidentRepository,
    ResidentDirectory,
    PersonalData,
    ResidentDesk,
    ResidentService,
    DeathService,
    ContactService,
    CategoryService,
    ConsentService,
    AgreementService,
    DocumentService,
    PaperDesk,
    ResidentResolver,
    PaperResolver,
  ],
  exports: [
    LevelsModule,
    ResidentDirectory,
    ResidentDesk,
    ResidentService,
    DeathService,
    ContactService,
    CategoryService,
    ConsentService,
    AgreementService,
    PersonalData,
  ],
})
export class ResidentModule {
  constructor(
    history: HistoryRegistry,
    attachments: AttachmentRegistry,
    exports: ExportRegistry,
    desk: ResidentDesk,
    @Inject(CLOCK) clock: Clock,
  ) {
    history.register('resident', 'resident.read');
    history.nameField('residentId', namesOfResidents);
    history.nameField('resident', namesOfResidents);
    attachments.register('resident', {
      read: 'resident.read',
      write: 'resident.write',
      table: 'resident',
    });
    exports.register(residentExport(desk, () => clock.today()));
  }
}
