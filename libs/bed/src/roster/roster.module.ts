import { Module } from '@nestjs/common';
import { HistoryRegistry, JobRegistry } from '@yibu/platform';
import { ResidentModule } from '@yibu/resident';

import { BedModule } from '../bed.module.js';
import { EventChecker } from './event.checker.js';
import { HouseSnapshots } from './house.snapshot.js';
import { RosterChecker } from './roster.checker.js';
import { RosterController } from './roster.controller.js';
import { RosterFiles } from './roster.files.js';
import { RosterResolver } from './roster.resolver.js';
import { RosterService } from './roster.service.js';
import { RosterWorker } from './roster-worker.service.js';
import { RosterWriter } from './roster-writer.service.js';

/** Lists that come in as a whole. */
@Module({
  imports: [BedModule, ResidentModule],
  controllers: [RosterController],
  providers: [
    RosterService,
    RosterFiles,
    HouseSnapshots,
    RosterChecker,
    EventChecker,
    RosterWriter,
    RosterWorker,
    RosterResolver,
  ],
  exports: [RosterService],
})
export class RosterModule {
  constructor(history: HistoryRegistry, jobs: JobRegistry, worker: RosterWorker) {
    history.register('rosterImport', 'roster.import');
    jobs.register('roster-check', async (context: Parameters<RosterWorker['check']>[0]) =>
      worker.check(context),
    );
    jobs.register('roster-accept', async (context: Parameters<RosterWorker['accept']>[0]) =>
      worker.accept(context),
    );
  }
}
