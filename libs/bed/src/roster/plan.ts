import { overlaps, type LocalDate } from '@yibu/kernel';

import {
  bedsMeant,
  buildingKey,
  newBedKey,
  placeOfNewBed,
  type BedPath,
  type FullBedPath,
} from './bed-label.rules.js';
import type { HouseSnapshot, KnownStay, OpenableBed } from './house.snapshot.js';
import type { RowReader } from './row-reader.js';
import type { RosterOptions } from './roster.entity.js';

/** A bed that exists, or the place where it will be made. `key` is one bed's, whether it exists or not. */
export interface WantedBed {
  readonly key: string;
  readonly label: string;
  readonly id: string | null;
  readonly place: FullBedPath | null;
}

export interface WantedSpan {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Finds the bed a row names, or says why it cannot be used. */
export function resolveBed(
  reader: RowReader,
  path: BedPath,
  about: {
    readonly house: HouseSnapshot;
    readonly options: RosterOptions;
    readonly span: WantedSpan;
  },
): WantedBed | null {
  const { house, options, span } = about;
  const meant = bedsMeant(path, house.beds) as OpenableBed[];
  const [bed] = meant;
  if (meant.length > 1) {
    reader.problem('bed', 'bedUnclear', { count: meant.length });
    return null;
  }
  return bed ? standingBed(reader, bed, span) : newBed(reader, path, { options, house });
}

function standingBed(reader: RowReader, bed: OpenableBed, span: WantedSpan): WantedBed | null {
  if (span.from < bed.openedOn) {
    reader.problem('bed', 'bedNotOpenYet', { openedOn: bed.openedOn });
    return null;
  }
  if (bed.closedOn !== null && (span.until === null || span.until > bed.closedOn)) {
    reader.problem('bed', 'bedClosed', { closedOn: bed.closedOn });
    return null;
  }
  return { key: bed.id, label: labelOf(bed.room, bed.label), id: bed.id, place: null };
}

function newBed(
  reader: RowReader,
  path: BedPath,
  { options, house }: { readonly options: RosterOptions; readonly house: HouseSnapshot },
): WantedBed | null {
  const wanted = placeOfNewBed(path, options);
  // 8 in a list is the 8栋 that stands, not a second building.
  const standing = house.beds.find(
    ({ building }) => buildingKey(building) === buildingKey(wanted.building),
  );
  const place = { ...wanted, building: standing?.building ?? wanted.building };
  const label = labelOf(place.room, place.bed);
  if (!options.createBeds) {
    reader.problem('bed', 'bedUnknown', { bed: label });
    return null;
  }
  if (place.building === '') {
    reader.problem('building', 'buildingNeeded');
    return null;
  }
  const key = newBedKey(place);
  return { key, label, id: null, place };
}

const labelOf = (room: string, bed: string): string =>
  bed.startsWith(room) ? bed : `${room}-${bed}`;

/** Nobody else may be in the bed, and the person in no other one, as far as is known. */
export function refuseConflicts(
  reader: RowReader,
  wanted: { readonly bed: WantedBed; readonly residentId: string; readonly span: WantedSpan },
  stays: readonly KnownStay[],
): boolean {
  const { bed, residentId, span } = wanted;
  const isConcurrent = (stay: KnownStay): boolean =>
    overlaps({ from: stay.fromOn, until: stay.untilOn }, { from: span.from, until: span.until });
  const other = stays.find(
    (stay) => stay.bedId === bed.key && stay.residentId !== residentId && isConcurrent(stay),
  );
  if (other) {
    const params = { holder: other.residentName, from: other.fromOn };
    if (other.row === undefined) {
      reader.problem('bed', 'bedTaken', params);
    } else {
      reader.problem('bed', 'bedTwiceInFile', { ...params, row: other.row });
    }
    return true;
  }
  const own = stays.find((stay) => stay.residentId === residentId && isConcurrent(stay));
  if (own) {
    reader.problem(null, 'stayOverlap', { from: own.fromOn, until: own.untilOn ?? '' });
    return true;
  }
  return false;
}
