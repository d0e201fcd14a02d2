import { AssessmentCounterEntity, AssessmentEntity } from './assessment.entity.js';
import { LevelPeriodEntity } from './level-period.entity.js';

export { AssessmentEntity, LevelPeriodEntity };
export {
  ASSESSMENT_KINDS,
  type AssessmentKind,
  type AssessmentStatus,
} from './assessment.rules.js';
export { AssessmentService, type SaveDraft, type StartAssessment } from './assessment.service.js';
export { ExternalResultService, type ExternalResult } from './external-result.service.js';
export { levelFacts, type LevelFact } from './level-facts.js';
export { LevelService, type AcceptLevel, type WantedDates } from './level.service.js';
export { LevelsModule } from './levels.module.js';
export type { QueueTab } from './queue.repository.js';
export { AssessmentQueueService } from './queue.service.js';
export { ResidenceRegistry } from './residence.registry.js';

export const LEVEL_ENTITIES = [AssessmentEntity, AssessmentCounterEntity, LevelPeriodEntity];
