import { ResidentEntity } from './person/resident.entity.js';
import {
  ConsentEntity,
  ResidentCategoryEntity,
  ResidentContactEntity,
  ResidentDocumentEntity,
  ServiceAgreementEntity,
} from './papers/paper.entities.js';

export {
  ConsentEntity,
  ResidentCategoryEntity,
  ResidentContactEntity,
  ResidentDocumentEntity,
  ResidentEntity,
  ServiceAgreementEntity,
};
export * from './resident.codes.js';
export { ResidentModule } from './resident.module.js';

export const RESIDENT_ENTITIES = [
  ResidentEntity,
  ResidentDocumentEntity,
  ResidentContactEntity,
  ResidentCategoryEntity,
  ConsentEntity,
  ServiceAgreementEntity,
];
