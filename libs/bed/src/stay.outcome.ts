import { BedOutOfUse, BedTaken, PersonTaken, type Holder } from './booking.rules.js';
import { ChecklistBlocked, type ChecklistItem } from './checklist.rules.js';
import type { SexPolicy } from './place.entities.js';
import {
  BedConflict,
  BedSaved,
  BedUnavailable,
  PersonConflict,
  StayBlocked,
  StayChecklistItem,
  StaySaved,
  type Stay,
} from './stay.graphql.js';

export type StayOutcome = StaySaved | BedConflict | PersonConflict | BedUnavailable | StayBlocked;

/** A refusal with something to show is an answer; any other one is thrown on. */
export async function stayOutcome(work: () => Promise<Stay>): Promise<StayOutcome> {
  try {
    return Object.assign(new StaySaved(), { stay: await work() });
  } catch (error) {
    if (error instanceof ChecklistBlocked) {
      return Object.assign(new StayBlocked(), { items: error.items.map(toChecklistItem) });
    }
    if (error instanceof PersonTaken) {
      return Object.assign(new PersonConflict(), conflictOf(error.holder));
    }
    if (error instanceof BedOutOfUse) {
      const { bedName: bed, state, from, until } = error.outOfUse;
      return Object.assign(new BedUnavailable(), { bed, state, from, until });
    }
    return taken(error);
  }
}

export async function bedOutcome(work: () => Promise<string>): Promise<BedSaved | BedConflict> {
  try {
    return Object.assign(new BedSaved(), { bedId: await work() });
  } catch (error) {
    return taken(error);
  }
}

function taken(error: unknown): BedConflict {
  if (error instanceof BedTaken) {
    return Object.assign(new BedConflict(), conflictOf(error.holder));
  }
  throw error;
}

const conflictOf = (holder: Holder): BedConflict => ({
  bed: holder.bedName,
  holder: holder.residentName,
  residentId: holder.residentId,
  stayId: holder.stayId,
  status: holder.status,
  from: holder.from,
  until: holder.until,
});

export function toChecklistItem(item: ChecklistItem): StayChecklistItem {
  const { code, state, mayOverride, target, params } = item;
  const day = params['from'] ?? params['diedOn'] ?? null;
  return {
    code,
    state,
    mayOverride,
    targetKind: target.kind,
    targetId: target.id,
    targetPart: target.part,
    day: day as StayChecklistItem['day'],
    room: typeof params['room'] === 'string' ? params['room'] : null,
    sexPolicy: (params['policy'] ?? null) as SexPolicy | null,
  };
}
