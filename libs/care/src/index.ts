export { CARE_ENTITIES, ServiceRecordEntity } from './care.entities.js';
export { CareModule } from './care.module.js';
export { serviceFacts, type ServiceFact } from './care.queries.js';
export { SERVICE_TYPES, type ServiceType } from './care.rules.js';
export { CareService } from './care.service.js';
