import { AppError, InputError } from '@yibu/kernel';

/** More beds than any house of this kind has; a slip of the finger ends here. */
export const MAX_BEDS_AT_ONCE = 500;
export const MAX_NAME_LENGTH = 40;

/**
 * `{n}` the running number, `{nn}` and `{nnn}` with leading zeros; `{f}` the floor's number, `{r}` the room's name;
 * `{A}` a letter. "{f}{nn}" on floor 3 gives 301, 302 …
 */
const PLACEHOLDER = /\{(n{1,3}|f|r|A)\}/g;

export interface NameParts {
  readonly number: number;
  readonly floor?: number | undefined;
  readonly room?: string | undefined;
}

export function nameFrom(pattern: string, parts: NameParts): string {
  return pattern
    .replace(PLACEHOLDER, (_match, key: string) => {
      switch (key) {
        case 'f':
          return String(parts.floor ?? '');
        case 'r':
          return parts.room ?? '';
        case 'A':
          return letter(parts.number);
        default:
          return String(parts.number).padStart(key.length, '0');
      }
    })
    .trim();
}

/** 1 → A, 26 → Z, 27 → AA. */
function letter(number: number): string {
  let [rest, text] = [number, ''];
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(65 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

export interface LayoutPlan {
  readonly floorFrom: number;
  readonly floorCount: number;
  readonly floorPattern: string;
  readonly roomsPerFloor: number;
  readonly roomStart: number;
  readonly roomPattern: string;
  readonly bedsPerRoom: number;
  readonly bedPattern: string;
}

export interface PlannedFloor {
  readonly name: string;
  readonly rooms: readonly { readonly name: string; readonly beds: readonly string[] }[];
}

/** Every name that a plan makes, in order. Throws InputError when names repeat or are too long. */
export function planLayout(plan: LayoutPlan): readonly PlannedFloor[] {
  const total = plan.floorCount * plan.roomsPerFloor * plan.bedsPerRoom;
  if (total > MAX_BEDS_AT_ONCE) {
    throw new InputError([
      { path: 'roomsPerFloor', rule: 'max', params: { beds: total, max: MAX_BEDS_AT_ONCE } },
    ]);
  }
  const floors = numbers(plan.floorFrom, plan.floorCount).map((floor) => ({
    name: checked('floorPattern', nameFrom(plan.floorPattern, { number: floor, floor })),
    rooms: planRooms(plan, floor),
  }));
  assertDistinct(
    'floorPattern',
    floors.map(({ name }) => name),
  );
  return floors;
}

function planRooms(plan: LayoutPlan, floor: number): PlannedFloor['rooms'] {
  const rooms = numbers(plan.roomStart, plan.roomsPerFloor).map((number) => {
    const name = checked('roomPattern', nameFrom(plan.roomPattern, { number, floor }));
    return { name, beds: planBeds(plan, { room: name, floor }) };
  });
  assertDistinct(
    'roomPattern',
    rooms.map(({ name }) => name),
  );
  return rooms;
}

export function planBeds(
  plan: { readonly bedsPerRoom: number; readonly bedPattern: string; readonly bedStart?: number },
  place: { readonly room: string; readonly floor?: number },
): readonly string[] {
  const labels = numbers(plan.bedStart ?? 1, plan.bedsPerRoom).map((number) =>
    checked('bedPattern', nameFrom(plan.bedPattern, { number, ...place })),
  );
  assertDistinct('bedPattern', labels);
  return labels;
}

const numbers = (start: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => start + index);

function checked(path: string, name: string): string {
  if (name === '' || name.length > MAX_NAME_LENGTH) {
    throw new InputError([{ path, rule: 'maxLength', params: { max: MAX_NAME_LENGTH } }]);
  }
  return name;
}

function assertDistinct(path: string, names: readonly string[]): void {
  if (new Set(names).size !== names.length) {
    throw new InputError([{ path, rule: 'namesRepeat' }]);
  }
}

export function assertNewNames(existing: readonly string[], wanted: readonly string[]): void {
  const taken = wanted.filter((name) => existing.includes(name));
  if (taken.length > 0) {
    throw new AppError('PLACE_NAME_TAKEN', `Names taken: ${taken.length}`, {
      names: taken.slice(0, 10),
    });
  }
}
