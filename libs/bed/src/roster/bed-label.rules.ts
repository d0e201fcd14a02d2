import { tidyCell } from '@yibu/platform';

/** Where a bed stands, as far as a list says. */
export interface BedPath {
  readonly building: string | null;
  readonly floor: string | null;
  readonly room: string | null;
  readonly bed: string;
}

export interface BedCells {
  readonly building: string;
  readonly floor: string;
  readonly room: string;
  readonly bed: string;
}

/** 01 and 1 are one bed. */
const keyOf = (text: string): string =>
  text
    .replaceAll(' ', '')
    .toLowerCase()
    .replace(/(^|-)0+(?=\d)/g, '$1');
const same = (a: string, b: string): boolean => keyOf(a) === keyOf(b);
/** 8号楼, 8栋 and 8 are one building. */
export const buildingKey = (name: string): string =>
  keyOf(name).replace(/(?<=.)(?:号楼|号院|号|楼|栋|幢|座|院|#)$/, '');

const orNull = (text: string): string | null => (text === '' ? null : text);
const withoutWord = (text: string, word: RegExp): string => tidyCell(text).replace(word, '').trim();

/** 1号楼, 东楼, A座; then perhaps 3层 or 3楼; then a room; then perhaps a bed of it. */
const BUILDING =
  /^(?!(?:\d{1,2}|[一二三四五六七八九十]{1,3})楼)(.{0,12}?(?:号楼|楼|栋|幢|座|号院|院))[\s-]*(?=.)/;
const FLOOR = /^(\d{1,2}|[一二三四五六七八九十]{1,3})(?:层|楼|f)[\s-]*/i;
/** 8-201-1 and 8#201-1: building, room, bed. */
const NUMBERED_BUILDING = /^(\d{1,2}|[a-z])(?:-(?=[a-z]?\d{3,4}-)|#-?(?=[a-z]?\d{3,4}))/i;
/** 201(1), 201室(2号床). */
const BED_IN_BRACKETS =
  /(?:室|房|房间)?\s?[([【](?:第)?([a-z]|\d{1,2})(?:号床|床位|床|号)?[)\]】](?:号床|床位|床)?$/i;
const ROOM_AND_BED =
  /^([a-z]?\d{1,5}[a-z]?)(?:号房|房间|房|室)?(?:[\s\-_#/／—–.]+|(?<=室|房|间))?(?:第)?([a-z]|\d{1,2})?(?:号床|床位|床|号)?$/i;

/**
 * A bed as people write it: columns for building, floor, room and bed, or all of it in one cell (1号楼3层301-2,
 * 301室2床, 301-2). null: the row names no bed.
 */
export function readBedPath(cells: BedCells): BedPath | null {
  const columns = {
    building: withoutWord(cells.building, /$^/),
    floor: tidyCell(cells.floor),
    room: withoutWord(cells.room, /(?:号房|房间|房|室)$/),
    bed: withoutWord(cells.bed, /(?:号床|床位|床|号)$/),
  };
  if (columns.bed === '' && columns.room === '') {
    return null;
  }
  const { building, floor } = columns;
  if (columns.room !== '') {
    const bed = columns.bed === '' ? columns.room : withinRoom(columns.room, columns.bed);
    return { building: orNull(building), floor: orNull(floor), room: columns.room, bed };
  }
  const whole = readWhole(tidyCell(cells.bed));
  return {
    building: orNull(building) ?? whole.building,
    floor: orNull(floor) ?? whole.floor,
    room: whole.room,
    bed: whole.bed,
  };
}

/** 201-1 beside room 201 is its bed 1, not a bed called 201-1. */
function withinRoom(room: string, bed: string): string {
  const whole = readWhole(bed);
  return whole.room !== null && same(whole.room, room) ? whole.bed : bed;
}

function readWhole(written: string): BedPath {
  const text = written.replace(BED_IN_BRACKETS, '-$1');
  const mark = BUILDING.test(text) ? BUILDING : NUMBERED_BUILDING;
  const building = mark.exec(text)?.[1] ?? null;
  const afterBuilding = building === null ? text : text.replace(mark, '');
  const floor = FLOOR.exec(afterBuilding)?.[0].trim().replace(/-$/, '') ?? null;
  const rest = floor === null ? afterBuilding : afterBuilding.replace(FLOOR, '');
  const parts = ROOM_AND_BED.exec(rest);
  if (!parts?.[1]) {
    return { building, floor, room: null, bed: written };
  }
  return { building, floor, room: parts[1], bed: parts[2] ?? parts[1] };
}

export interface KnownBed {
  readonly id: string;
  readonly building: string;
  readonly floor: string;
  readonly room: string;
  readonly label: string;
}

/** Beds of the house that a path may mean: as the house writes it, or room and label. More than one: not clear. */
export function bedsMeant(path: BedPath, beds: readonly KnownBed[]): KnownBed[] {
  const label = path.room === null ? path.bed : `${path.room}-${path.bed}`;
  return beds.filter((bed) => {
    const names = [
      bed.label,
      `${bed.room}-${bed.label}`,
      `${bed.building}${bed.room}-${bed.label}`,
    ];
    const isHere =
      path.room === null
        ? names.some((name) => same(name, path.bed))
        : (same(bed.room, path.room) && (same(bed.label, path.bed) || same(bed.label, label))) ||
          names.some((name) => same(name, label));
    return (
      isHere &&
      (path.building === null || buildingKey(bed.building) === buildingKey(path.building)) &&
      (path.floor === null || floorNumber(bed.floor) === floorNumber(path.floor))
    );
  });
}

const CHINESE = '零一二三四五六七八九十';

/** 3层, 三层, 3F and 3楼 are one floor. */
export function floorNumber(name: string): string {
  const digits = /-?\d+/.exec(name)?.[0];
  if (digits !== undefined) {
    return digits;
  }
  const [tens, ones] = /^(.?)十(.?)/.exec(name)?.slice(1) ?? [];
  if (tens !== undefined && ones !== undefined) {
    return String(
      (tens === '' ? 1 : CHINESE.indexOf(tens)) * 10 + Math.max(0, CHINESE.indexOf(ones)),
    );
  }
  const one = CHINESE.indexOf(name.charAt(0));
  return one > 0 ? String(one) : name;
}

export interface NewBedRules {
  readonly building: string;
  /** `{f}` is the number of the floor. */
  readonly floorPattern: string;
}

export interface FullBedPath {
  readonly building: string;
  readonly floor: string;
  readonly room: string;
  readonly bed: string;
}

/** 8 beside a room is 8号楼: a building is not called by a bare number. */
const buildingName = (building: string | null): string | null =>
  building !== null && /^\d+$/.test(building) ? `${building}号楼` : building;

/** Where a bed that does not exist yet will stand. 301 is on floor 3, 1208 on floor 12, B12 on floor 1. */
export function placeOfNewBed(path: BedPath, rules: NewBedRules): FullBedPath {
  const room = path.room ?? path.bed;
  const digits = /\d+/.exec(room)?.[0] ?? '';
  const number = digits.length >= 3 ? String(Number(digits.slice(0, -2))) : '1';
  return {
    building: buildingName(path.building) ?? rules.building,
    floor: path.floor ?? rules.floorPattern.replaceAll('{f}', number),
    room,
    bed: path.bed === room ? '1' : path.bed,
  };
}

/** One place, however a list writes it. */
export const newBedKey = ({ building, floor, room, bed }: FullBedPath): string =>
  [buildingKey(building), floorNumber(floor), keyOf(room), keyOf(bed)].join('|');
