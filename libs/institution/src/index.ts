export { InstitutionModule } from './institution.module.js';
export { COUNT_CELLS } from './sheet.catalogue.js';
export { INSTITUTION_ENTITIES } from './sheet.entity.js';
export { SheetService } from './sheet.service.js';
