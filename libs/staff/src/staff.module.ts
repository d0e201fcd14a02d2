import { Module } from '@nestjs/common';
import {
  AttachmentRegistry,
  CLOCK,
  ExportRegistry,
  HistoryRegistry,
  UnitOfWork,
  type NamesOf,
} from '@yibu/platform';
import type { Clock } from '@yibu/kernel';
import { Inject } from '@nestjs/common';

import { staffExport } from './staff.export.js';
import { StaffResolver } from './staff.resolver.js';
import { StaffService } from './staff.service.js';

const namesOfStaff: NamesOf = async (db, ids) =>
  await db.rows('SELECT id, name FROM staff_member WHERE id IN (?) AND center_id IN (?)', [
    ids,
    db.centers,
  ]);

@Module({ providers: [StaffService, StaffResolver], exports: [StaffService] })
export class StaffModule {
  constructor(
    history: HistoryRegistry,
    attachments: AttachmentRegistry,
    exports: ExportRegistry,
    unitOfWork: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
  ) {
    history.register('staff', 'staff.read');
    history.nameField('staffId', namesOfStaff);
    history.register('certificate', 'staff.read');
    attachments.register('staff', {
      read: 'staff.read',
      write: 'staff.write',
      table: 'staff_member',
    });
    attachments.register('certificate', {
      read: 'staff.read',
      write: 'staff.write',
      table: 'staff_certificate',
    });
    exports.register(staffExport(unitOfWork, clock));
  }
}
