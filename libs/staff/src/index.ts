export { STAFF_ENTITIES, StaffCertificateEntity, StaffMemberEntity } from './staff.entities.js';
export { StaffModule } from './staff.module.js';
export { certificateSummary, findStaff, staffFacts, type StaffFact } from './staff.queries.js';
export { StaffService } from './staff.service.js';
export { CERTIFICATE_TYPES, POSTS, type CertificateType, type Post } from './staff.rules.js';
