import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';
import { CLOCK, ExportRegistry, HistoryRegistry, UnitOfWork } from '@yibu/platform';

import { stayExport } from './stay.export.js';

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
    this.exports.register(stayExport(this.unitOfWork, () => this.clock.today()));
  }
}
