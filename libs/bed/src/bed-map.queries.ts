import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type {
  BedMap,
  BedMapBed,
  BedMapBuilding,
  BedMapCounts,
  BedMapFloor,
  BedMapRoom,
  BedMapState,
  BedMapStay,
} from './bed-map.graphql.js';
import { bedNameSql } from './booking.repository.js';
import type { BedKind } from './kind.rules.js';
import type { SexPolicy } from './place.entities.js';
import type { AbsenceKind, StayStatus } from './stay.rules.js';

interface MapRow {
  readonly buildingId: string;
  readonly buildingName: string;
  readonly buildingVersion: number;
  readonly floorId: string | null;
  readonly floorName: string;
  readonly floorVersion: number;
  readonly roomId: string | null;
  readonly roomName: string;
  readonly sexPolicy: SexPolicy;
  readonly roomVersion: number;
  readonly bedId: string | null;
  readonly label: string;
  readonly bedName: string;
  readonly bedVersion: number;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly kind: BedKind | null;
  readonly kindFromOn: LocalDate | null;
  readonly stayId: string | null;
  readonly stayVersion: number;
  readonly spellId: string;
  readonly admittedOn: LocalDate;
  readonly stayStatus: StayStatus;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly expectedUntilOn: LocalDate | null;
  readonly residentId: string;
  readonly residentName: string;
  readonly sex: string;
  readonly bornOn: LocalDate;
  readonly level: string | null;
  readonly nextStayId: string | null;
  readonly nextVersion: number;
  readonly nextFrom: LocalDate;
  readonly nextUntil: LocalDate | null;
  readonly nextResidentId: string;
  readonly nextName: string;
  readonly nextSex: string;
  readonly nextBornOn: LocalDate;
  readonly absenceId: string | null;
  readonly absenceVersion: number;
  readonly absenceKind: AbsenceKind;
  readonly absenceFrom: LocalDate;
  readonly plannedUntilOn: LocalDate | null;
  readonly repairFrom: LocalDate | null;
  readonly repairUntil: LocalDate | null;
  readonly repairReason: string;
}

/** The level that counts: an official one before the house's own. `scale:level`. */
export const levelSql = (person: string, day: string): string =>
  `(SELECT CONCAT(lp.scale, ':', lp.level) FROM level_period lp
    WHERE lp.resident_id = ${person} AND lp.superseded_at IS NULL AND lp.from_on <= ${day}
      AND (lp.until_on IS NULL OR lp.until_on > ${day})
    ORDER BY lp.kind = 'OFFICIAL' DESC, lp.from_on DESC LIMIT 1)`;

const MAP = `SELECT h.id AS buildingId, h.name AS buildingName, h.version AS buildingVersion,
    floor.id AS floorId, floor.name AS floorName, floor.version AS floorVersion,
    room.id AS roomId, room.name AS roomName, room.sex_policy AS sexPolicy, room.version AS roomVersion,
    bed.id AS bedId, bed.label, ${bedNameSql('room', 'bed')} AS bedName, bed.version AS bedVersion,
    bed.opened_on AS openedOn, bed.closed_on AS closedOn, k.kind, k.d_from AS kindFromOn,
    s.id AS stayId, s.spell_id AS spellId, f.from_on AS admittedOn, s.version AS stayVersion, s.status AS stayStatus, s.from_on AS fromOn,
    s.until_on AS untilOn, s.expected_until_on AS expectedUntilOn,
    p.id AS residentId, p.name AS residentName, p.sex, p.born_on AS bornOn,
    ${levelSql('p.id', 'd.asOf')} AS level,
    n.id AS nextStayId, n.version AS nextVersion, n.from_on AS nextFrom, n.until_on AS nextUntil,
    np.id AS nextResidentId, np.name AS nextName, np.sex AS nextSex, np.born_on AS nextBornOn,
    a.id AS absenceId, a.version AS absenceVersion, a.kind AS absenceKind, a.from_on AS absenceFrom,
    a.planned_until_on AS plannedUntilOn,
    r.from_on AS repairFrom, r.until_on AS repairUntil, r.reason AS repairReason
  FROM (SELECT CAST(? AS DATE) AS asOf) d
  JOIN building h ON h.center_id = ? AND h.center_id IN (?)
  LEFT JOIN floor ON floor.building_id = h.id
  LEFT JOIN room ON room.floor_id = floor.id
  LEFT JOIN bed ON bed.room_id = room.id AND bed.opened_on <= d.asOf
  LEFT JOIN stay_booking b ON b.center_id = h.center_id AND b.bed_id = bed.id
    AND b.d_from <= d.asOf AND b.d_until > d.asOf
  LEFT JOIN stay s ON s.id = b.stay_id
  LEFT JOIN stay f ON f.id = s.spell_id
  LEFT JOIN resident p ON p.id = b.resident_id
  LEFT JOIN stay_booking nb ON nb.center_id = h.center_id AND nb.bed_id = bed.id
    AND nb.d_from = (SELECT MIN(x.d_from) FROM stay_booking x
      WHERE x.center_id = h.center_id AND x.bed_id = bed.id AND x.d_from > d.asOf)
  LEFT JOIN stay n ON n.id = nb.stay_id AND n.status = 'RESERVED'
    -- Not yet promised on that day (which ends at 16:00 UTC) is not yet reserved.
    AND n.created_at < TIMESTAMP(d.asOf) + INTERVAL 16 HOUR
  LEFT JOIN resident np ON np.id = nb.resident_id
  LEFT JOIN absence a ON a.stay_id = s.spell_id AND a.cancelled_at IS NULL
    AND a.from_on <= d.asOf AND (a.until_on IS NULL OR a.until_on > d.asOf)
  LEFT JOIN bed_repair r ON r.center_id = h.center_id AND r.bed_id = bed.id
    AND r.from_on <= d.asOf AND (r.until_on IS NULL OR r.until_on > d.asOf)
  LEFT JOIN bed_kind k ON k.center_id = h.center_id AND k.bed_id = bed.id
    AND k.d_from <= d.asOf AND k.d_until > d.asOf
  ORDER BY h.sort, h.id, floor.sort, floor.id, room.sort, room.id, bed.sort, bed.id`;

export async function findBedMap(
  db: Db,
  at: { readonly centerId: string; readonly asOf: LocalDate },
): Promise<BedMap> {
  const rows = await db.rows<MapRow>(MAP, [at.asOf, at.centerId, db.centers]);
  const buildings = new Tree<BedMapBuilding>();
  const floors = new Tree<BedMapFloor>();
  const rooms = new Tree<BedMapRoom>();
  const counts = noBeds();
  for (const row of rows) {
    const building = buildings.at(row.buildingId, () => ({
      id: row.buildingId,
      name: row.buildingName,
      version: row.buildingVersion,
      floors: [],
    }));
    if (row.floorId === null) {
      continue;
    }
    const { floorId, roomId, bedId } = row;
    const floor = floors.at(
      floorId,
      () => ({ id: floorId, name: row.floorName, version: row.floorVersion, rooms: [] }),
      building.floors,
    );
    if (roomId === null) {
      continue;
    }
    const room = rooms.at(roomId, () => toRoom(row, roomId), floor.rooms);
    if (bedId !== null) {
      const bed = toBed(row, bedId, at.asOf);
      room.beds.push(bed);
      count(counts, bed);
    }
  }
  return { asOf: at.asOf, counts, buildings: buildings.all };
}

/** Keeps the order in which things first appear. */
class Tree<Node> {
  readonly all: Node[] = [];
  private readonly byId = new Map<string, Node>();

  at(id: string, make: () => Node, parent?: Node[]): Node {
    const known = this.byId.get(id);
    if (known !== undefined) {
      return known;
    }
    const node = make();
    this.byId.set(id, node);
    this.all.push(node);
    parent?.push(node);
    return node;
  }
}

const toRoom = (row: MapRow, id: string): BedMapRoom => ({
  id,
  name: row.roomName,
  sexPolicy: row.sexPolicy,
  version: row.roomVersion,
  beds: [],
});

const toBed = (row: MapRow, id: string, asOf: LocalDate): BedMapBed => ({
  id,
  label: row.label,
  name: row.bedName,
  version: row.bedVersion,
  state: stateOf(row, asOf),
  kind: row.kind,
  kindFromOn: row.kindFromOn,
  openedOn: row.openedOn,
  closedOn: row.closedOn,
  stay: row.stayId === null ? null : toStay(row, row.stayId),
  absence:
    row.absenceId === null
      ? null
      : {
          id: row.absenceId,
          version: row.absenceVersion,
          kind: row.absenceKind,
          fromOn: row.absenceFrom,
          plannedUntilOn: row.plannedUntilOn,
        },
  repair:
    row.repairFrom === null
      ? null
      : { fromOn: row.repairFrom, untilOn: row.repairUntil, reason: row.repairReason },
  next: row.nextStayId === null ? null : toNext(row, row.nextStayId),
});

function toStay(row: MapRow, id: string): BedMapStay {
  return {
    id,
    version: row.stayVersion,
    spellId: row.spellId,
    admittedOn: row.admittedOn,
    status: row.stayStatus,
    fromOn: row.fromOn,
    untilOn: row.untilOn,
    expectedUntilOn: row.expectedUntilOn,
    residentId: row.residentId,
    residentName: row.residentName,
    sex: row.sex,
    bornOn: row.bornOn,
    ...readLevel(row.level),
  };
}

const toNext = (row: MapRow, id: string): BedMapStay => ({
  id,
  version: row.nextVersion,
  spellId: id,
  admittedOn: row.nextFrom,
  status: 'RESERVED',
  fromOn: row.nextFrom,
  untilOn: row.nextUntil,
  expectedUntilOn: null,
  residentId: row.nextResidentId,
  residentName: row.nextName,
  sex: row.nextSex,
  bornOn: row.nextBornOn,
  level: null,
  levelScale: null,
});

export function readLevel(text: string | null): {
  readonly level: number | null;
  readonly levelScale: string | null;
} {
  const [levelScale, level] = text?.split(':') ?? [];
  return { levelScale: levelScale ?? null, level: level === undefined ? null : Number(level) };
}

/** A bed that waits for somebody counts as reserved from the day on which it was promised. */
function stateOf(row: MapRow, asOf: LocalDate): BedMapState {
  if (row.closedOn !== null && row.closedOn <= asOf) {
    return 'CLOSED';
  }
  if (row.stayId !== null && row.stayStatus !== 'RESERVED') {
    return row.absenceId === null ? 'OCCUPIED' : AWAY[row.absenceKind];
  }
  if (row.repairFrom !== null) {
    return 'REPAIR';
  }
  return row.stayId === null && row.nextStayId === null ? 'FREE' : 'RESERVED';
}

const AWAY = { HOME_LEAVE: 'LEAVE', HOSPITAL: 'HOSPITAL' } as const;

const noBeds = (): BedMapCounts => ({
  beds: 0,
  occupied: 0,
  away: 0,
  reserved: 0,
  free: 0,
  repair: 0,
  closed: 0,
  nursing: 0,
  unsaid: 0,
});

const COUNTED: Readonly<Record<BedMapState, readonly (keyof BedMapCounts)[]>> = {
  FREE: ['beds', 'free'],
  OCCUPIED: ['beds', 'occupied'],
  LEAVE: ['beds', 'occupied', 'away'],
  HOSPITAL: ['beds', 'occupied', 'away'],
  RESERVED: ['beds', 'reserved'],
  REPAIR: ['beds', 'repair'],
  CLOSED: ['closed'],
};

function count(counts: BedMapCounts, { state, kind }: BedMapBed): void {
  for (const field of COUNTED[state]) {
    counts[field] += 1;
  }
  if (state !== 'CLOSED') {
    counts.nursing += kind === 'NURSING' ? 1 : 0;
    counts.unsaid += kind === null ? 1 : 0;
  }
}
