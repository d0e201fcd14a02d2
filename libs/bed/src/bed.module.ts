import { Module } from '@nestjs/common';
import { ResidenceRegistry, ResidentModule } from '@yibu/resident';

import { AbsenceResolver } from './absence.resolver.js';
import { AbsenceService } from './absence.service.js';
import { BedRegistrations } from './bed.registrations.js';
import { BedService } from './bed.service.js';
import { BookingRepository } from './booking.repository.js';
import { ChecklistRepository } from './checklist.repository.js';
import { ChecklistService } from './checklist.service.js';
import { CorrectionService } from './correction.service.js';
import { ExitService } from './exit.service.js';
import { KindRepository } from './kind.repository.js';
import { KindService } from './kind.service.js';
import { MoveService } from './move.service.js';
import { PlaceRepository } from './place.repository.js';
import { HouseBuilder } from './house.builder.js';
import { HouseResolver } from './house.resolver.js';
import { HouseService } from './house.service.js';
import { StayRepository } from './stay.repository.js';
import { StayListsResolver } from './stay-lists.resolver.js';
import { StayResolver } from './stay.resolver.js';
import { StayService } from './stay.service.js';

const SERVICES = [
  AbsenceService,
  BedService,
  CorrectionService,
  ExitService,
  MoveService,
  HouseService,
  KindService,
  StayService,
];

@Module({
  imports: [ResidentModule],
  providers: [
    ...SERVICES,
    AbsenceResolver,
    HouseResolver,
    StayResolver,
    StayListsResolver,
    BedRegistrations,
    ChecklistService,
    HouseBuilder,
    BookingRepository,
    ChecklistRepository,
    KindRepository,
    PlaceRepository,
    StayRepository,
  ],
  exports: SERVICES,
})
export class BedModule {
  constructor(residence: ResidenceRegistry) {
    residence.register(`EXISTS (SELECT 1 FROM stay s
      WHERE s.center_id = r.center_id AND s.resident_id = r.id AND s.status = 'ACTIVE')`);
  }
}
