import { LEVEL_ENTITIES } from './levels/index.js';
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
export { peopleFacts, type PersonFacts } from './facts/people.facts.js';
export { AgreementService, type AgreementDraft } from './papers/agreement.service.js';
export { CategoryService, type CategoryDraft } from './papers/category.service.js';
export { ConsentService, type ConsentDraft } from './papers/consent.service.js';
export { ContactService, type ContactDraft } from './papers/contact.service.js';
export { DeathService } from './person/death.service.js';
export * from './person/identity.rules.js';
export { levelOfWords, scaleOfWords } from './person/level-words.rules.js';
export { soundOf, tidyName } from './person/name.rules.js';
export { PersonalData, type SealedPlace } from './person/personal-data.js';
export { ResidentDesk } from './person/resident-desk.service.js';
export { ResidentDirectory, type ResidentCard } from './person/resident-directory.js';
export type { ResidentDraft, ResidentUpdate } from './person/resident-draft.js';
export { Resident } from './person/resident.graphql.js';
export { toResident } from './person/resident.view.js';
export { ResidentService } from './person/resident.service.js';
export * from './levels/index.js';
export * from './resident.codes.js';
export { CategoryCodeEnum, SexEnum } from './resident.enums.js';
export { CATEGORY_NAMES, SEX_NAMES } from './resident.names.js';
export { ResidentModule } from './resident.module.js';

export const RESIDENT_ENTITIES = [
  ResidentEntity,
  ResidentDocumentEntity,
  ResidentContactEntity,
  ResidentCategoryEntity,
  ConsentEntity,
  ServiceAgreementEntity,
  ...LEVEL_ENTITIES,
];
