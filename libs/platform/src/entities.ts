import { AuditChainEntity, AuditEventEntity } from './audit/audit.entity.js';
import { CountyKeyEntity, IdempotencyKeyEntity } from './data/county-key.entity.js';
import { AttachmentEntity } from './files/attachment.entity.js';
import { JobEntity } from './jobs/job.entity.js';

export const PLATFORM_ENTITIES = [
  AuditEventEntity,
  AuditChainEntity,
  CountyKeyEntity,
  IdempotencyKeyEntity,
  JobEntity,
  AttachmentEntity,
];
