import {
  BedEntity,
  BedRepairEntity,
  BuildingEntity,
  FloorEntity,
  RoomEntity,
} from './place.entities.js';
import { RosterImportEntity } from './roster/roster.entity.js';
import { AbsenceEntity, StayEntity, StayRevisionEntity } from './stay.entities.js';

export { AbsenceService } from './absence.service.js';
export { BedModule } from './bed.module.js';
export { BedService } from './bed.service.js';
export { BedOutOfUse, BedTaken, PersonTaken, type Holder } from './booking.rules.js';
export { ChecklistBlocked, type ChecklistItem, type Override } from './checklist.rules.js';
export { CorrectionService } from './correction.service.js';
export { ExitService } from './exit.service.js';
export {
  absenceFacts,
  bedFacts,
  stayFacts,
  type AbsenceFact,
  type BedFact,
  type StayFact,
} from './facts.js';
export { MoveService } from './move.service.js';
export { HouseService } from './house.service.js';
export { type BedKind } from './kind.rules.js';
export { KindService } from './kind.service.js';
export { RosterModule } from './roster/roster.module.js';
export type { RosterKind } from './roster/roster.fields.js';
export { RosterService } from './roster/roster.service.js';
export { StayService } from './stay.service.js';
export {
  AbsenceEntity,
  BedEntity,
  BedRepairEntity,
  BuildingEntity,
  FloorEntity,
  RoomEntity,
  StayEntity,
  StayRevisionEntity,
};

export const BED_ENTITIES = [
  BuildingEntity,
  FloorEntity,
  RoomEntity,
  BedEntity,
  BedRepairEntity,
  StayEntity,
  AbsenceEntity,
  StayRevisionEntity,
  RosterImportEntity,
];
