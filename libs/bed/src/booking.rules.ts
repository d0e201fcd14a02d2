import { AppError, type LocalDate } from '@yibu/kernel';

import type { StayStatus } from './stay.rules.js';

/** Who holds what the caller wanted, and how long; shown to the one who came second. */
export interface Holder {
  readonly stayId: string;
  readonly residentId: string;
  readonly residentName: string;
  readonly bedId: string;
  readonly bedName: string;
  readonly status: StayStatus;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Two people never share a bed. */
export class BedTaken extends AppError {
  constructor(readonly holder: Holder) {
    super('BED_TAKEN', `Bed ${holder.bedId} is held by stay ${holder.stayId}`, {
      bed: holder.bedName,
      holder: holder.residentName,
      from: holder.from,
      until: holder.until,
    });
  }
}

/** One person never has two beds. */
export class PersonTaken extends AppError {
  constructor(readonly holder: Holder) {
    super('PERSON_TAKEN', `Resident ${holder.residentId} has stay ${holder.stayId}`, {
      bed: holder.bedName,
      holder: holder.residentName,
      from: holder.from,
      until: holder.until,
    });
  }
}

export const BED_STATES = ['NOT_OPEN', 'IN_REPAIR', 'CLOSED'] as const;
export type OutOfUseState = (typeof BED_STATES)[number];

export interface OutOfUse {
  readonly bedId: string;
  readonly bedName: string;
  readonly state: OutOfUseState;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

/** The bed is not there in those days: not yet, no more, or in repair. */
export class BedOutOfUse extends AppError {
  constructor(readonly outOfUse: OutOfUse) {
    super('BED_OUT_OF_USE', `Bed ${outOfUse.bedId} is ${outOfUse.state}`, {
      bed: outOfUse.bedName,
      state: outOfUse.state,
      from: outOfUse.from,
      until: outOfUse.until,
    });
  }
}

interface BedDays {
  readonly id: string;
  readonly name: string;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
}

/** Inside the life of the bed, from its first day to the day it is closed. */
export function assertBedExists(
  bed: BedDays,
  span: { readonly from: LocalDate; readonly until: LocalDate | null },
): void {
  const place = { bedId: bed.id, bedName: bed.name };
  if (span.from < bed.openedOn) {
    throw new BedOutOfUse({ ...place, state: 'NOT_OPEN', from: null, until: bed.openedOn });
  }
  if (bed.closedOn !== null && (span.until === null || span.until > bed.closedOn)) {
    throw new BedOutOfUse({ ...place, state: 'CLOSED', from: bed.closedOn, until: null });
  }
}
