import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';
import { CLOCK, ExportRegistry, HistoryRegistry, UnitOfWork, type NamesOf } from '@yibu/platform';

import { bedNameSql } from './booking.repository.js';
import { stayExport } from './stay.export.js';

const namesOfBeds: NamesOf = async (db, ids) =>
  await db.rows(
    `SELECT bed.id, ${bedNameSql('room', 'bed')} AS name
     FROM bed JOIN room ON room.id = bed.room_id WHERE bed.id IN (?) AND bed.center_id IN (?)`,
    [ids, db.centers],
  );

/** What the shared parts of the product must know of beds and stays. */
@Injectable()
export class BedRegistrations implements OnModuleInit {
  constructor(
    private readonly history: HistoryRegistry,
    private readonly exports: ExportRegistry,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const entity of ['building', 'floor', 'room', 'bed']) {
      this.history.register(entity, 'bed.read');
    }
    this.history.register('stay', 'stay.read');
    this.history.register('absence', 'stay.read');
    this.history.nameField('bedId', namesOfBeds);
    this.exports.register(stayExport(this.unitOfWork, () => this.clock.today()));
  }
}
