import { Module, type OnModuleInit } from '@nestjs/common';
import { AttachmentRegistry, HistoryRegistry, type NamesOf } from '@yibu/platform';

import { AssessmentReader } from './assessment.reader.js';
import { AssessmentRepository } from './assessment.repository.js';
import { AssessmentResolver } from './assessment.resolver.js';
import { AssessmentService } from './assessment.service.js';
import { ExternalResultService } from './external-result.service.js';
import { LevelPeriodRepository } from './level-period.repository.js';
import { LevelProposalService } from './level-proposal.service.js';
import { LevelResolver } from './level.resolver.js';
import { LevelService } from './level.service.js';
import { LevelWriter } from './level.writer.js';
import { QueueExport } from './queue.export.js';
import { QueueRepository } from './queue.repository.js';
import { AssessmentQueueService } from './queue.service.js';
import { ResidenceRegistry } from './residence.registry.js';

/** A level period by its level and its first day. */
const namesOfPeriods: NamesOf = async (db, ids) =>
  await db.rows(
    `SELECT id, CONCAT(level, ' · ', from_on) AS name FROM level_period
     WHERE id IN (?) AND center_id IN (?)`,
    [ids, db.centers],
  );

@Module({
  providers: [
    AssessmentRepository,
    LevelPeriodRepository,
    QueueRepository,
    ResidenceRegistry,
    AssessmentReader,
    AssessmentService,
    ExternalResultService,
    LevelWriter,
    LevelService,
    LevelProposalService,
    AssessmentQueueService,
    QueueExport,
    AssessmentResolver,
    LevelResolver,
  ],
  exports: [
    AssessmentService,
    ExternalResultService,
    LevelService,
    AssessmentQueueService,
    ResidenceRegistry,
  ],
})
export class LevelsModule implements OnModuleInit {
  constructor(
    private readonly histories: HistoryRegistry,
    private readonly attachments: AttachmentRegistry,
  ) {}

  onModuleInit(): void {
    this.histories.register('assessment', 'assessment.read');
    this.histories.register('level_period', 'assessment.read');
    this.histories.nameField('replacesId', namesOfPeriods);
    this.attachments.register('assessment', {
      read: 'assessment.read',
      write: 'assessment.write',
      table: 'assessment_record',
    });
  }
}
