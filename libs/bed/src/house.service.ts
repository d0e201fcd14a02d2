import { Injectable } from '@nestjs/common';
import { InputError, type LocalDate } from '@yibu/kernel';
import { idempotent, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { HouseBuilder } from './house.builder.js';
import type { PlannedFloor } from './house.graphql.js';
import { KindRepository } from './kind.repository.js';
import type { BedKind } from './kind.rules.js';
import { planBeds, planLayout, type LayoutPlan } from './naming.rules.js';
import type { SexPolicy } from './place.entities.js';
import { PlaceRepository, type PlaceKind } from './place.repository.js';

export interface NewBeds {
  readonly sexPolicy: SexPolicy;
  readonly openedOn: LocalDate;
  /** Null: not said yet. */
  readonly kind?: BedKind | null | undefined;
}

export interface LayOutBuilding extends LayoutPlan, NewBeds {
  readonly centerId: string;
  /** An existing building grows; otherwise a new one is made under `buildingName`. */
  readonly buildingId?: string | null | undefined;
  readonly buildingName?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface AddRooms extends NewBeds {
  readonly floorId: string;
  readonly count: number;
  readonly start: number;
  readonly pattern: string;
  readonly bedsPerRoom: number;
  readonly bedPattern: string;
}

export interface AddBeds {
  readonly roomId: string;
  readonly count: number;
  readonly start: number;
  readonly pattern: string;
  readonly openedOn: LocalDate;
  readonly kind?: BedKind | null | undefined;
}

export interface UpdatePlace {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly sexPolicy?: SexPolicy | null | undefined;
}

export interface BedPath {
  readonly centerId: string;
  readonly building: string;
  readonly floor: string;
  readonly room: string;
  readonly bed: string;
  readonly openedOn: LocalDate;
}

/** The house: buildings, floors, rooms and beds, made many at a time from a naming pattern. */
@Injectable()
export class HouseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly places: PlaceRepository,
    private readonly builder: HouseBuilder,
    private readonly kinds: KindRepository,
  ) {}

  async layOut(scope: Scope, input: LayOutBuilding): Promise<string> {
    const { idempotencyKey: key, ...rest } = input;
    return await this.unitOfWork.run(scope, async (tx) =>
      idempotent(tx, { key, operation: 'layOutBuilding', input: rest }, async () =>
        this.builder.layOutIn(tx, input),
      ),
    );
  }

  /** For what lays out a house within a larger transaction. The building's id. */
  async layOutIn(tx: Tx, input: LayOutBuilding): Promise<string> {
    return await this.builder.layOutIn(tx, input);
  }

  /** Finds the bed of a path of names, or makes what is missing of it. For lists that come in as a whole. */
  async ensureBed(tx: Tx, at: BedPath): Promise<string> {
    return await this.builder.ensureBed(tx, at);
  }

  /** The same names that `layOut` would make, and which of them exist. Writes nothing. */
  async preview(scope: Scope, input: LayOutBuilding): Promise<PlannedFloor[]> {
    const db = this.unitOfWork.read(scope);
    const plan = planLayout(input);
    const floors = input.buildingId
      ? await this.places.children(db, 'FLOOR', input.buildingId)
      : [];
    const planned: PlannedFloor[] = [];
    for (const floor of plan) {
      const existing = floors.find(({ name }) => name === floor.name);
      const rooms = existing ? await this.places.children(db, 'ROOM', existing.id) : [];
      planned.push({
        name: floor.name,
        isExisting: existing !== undefined,
        rooms: floor.rooms.map((room) => ({
          name: room.name,
          beds: [...room.beds],
          isTaken: rooms.some(({ name }) => name === room.name),
        })),
      });
    }
    return planned;
  }

  async addRooms(scope: Scope, input: AddRooms): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const floor = await this.places.get(tx, 'FLOOR', input.floorId);
      const [planned] = planLayout({
        floorFrom: floorNumber(floor.name) ?? floor.sort,
        floorCount: 1,
        floorPattern: floor.name,
        roomsPerFloor: input.count,
        roomStart: input.start,
        roomPattern: input.pattern,
        bedsPerRoom: input.bedsPerRoom,
        bedPattern: input.bedPattern,
      });
      const rooms = planned?.rooms ?? [];
      await this.builder.fillFloor(tx, {
        floorId: floor.id,
        centerId: floor.centerId,
        rooms,
        input,
      });
      this.builder.record(
        tx,
        { kind: 'FLOOR', id: floor.id, centerId: floor.centerId },
        'addRooms',
        {
          rooms: rooms.length,
        },
      );
      return floor.id;
    });
  }

  async addBeds(scope: Scope, input: AddBeds): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const room = await this.places.get(tx, 'ROOM', input.roomId);
      const labels = planBeds(
        { bedsPerRoom: input.count, bedPattern: input.pattern, bedStart: input.start },
        { room: room.name },
      );
      await this.builder.fillRoom(tx, { roomId: room.id, centerId: room.centerId, labels, input });
      this.builder.record(tx, { kind: 'ROOM', id: room.id, centerId: room.centerId }, 'addBeds', {
        beds: labels.length,
      });
      return room.id;
    });
  }

  async update(scope: Scope, input: UpdatePlace): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const place = await this.places.get(tx, input.kind, input.id);
      const name = input.name.trim();
      const sex = input.kind === 'ROOM' && input.sexPolicy ? { sex_policy: input.sexPolicy } : {};
      await this.places.update(tx, input, { name, ...sex });
      tx.audit({
        entity: input.kind.toLowerCase(),
        entityId: place.id,
        centerId: place.centerId,
        action: 'update',
        changes: [
          { field: 'name', from: place.name, to: name },
          ...Object.entries(sex).map(([, to]) => ({ field: 'sexPolicy', from: null, to })),
        ],
      });
      return place.id;
    });
  }

  /** `ids`: all children of one parent, in their new order. */
  async sort(
    scope: Scope,
    input: { readonly kind: PlaceKind; readonly ids: readonly string[] },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const [firstId] = input.ids;
      if (firstId === undefined) {
        throw new InputError([{ path: 'ids', rule: 'isNotEmpty' }]);
      }
      const first = await this.places.get(tx, input.kind, firstId);
      const siblings = await this.places.children(tx, input.kind, first.parentId);
      const isSame =
        siblings.length === input.ids.length && siblings.every(({ id }) => input.ids.includes(id));
      if (!isSame) {
        throw new InputError([{ path: 'ids', rule: 'sameParent' }]);
      }
      await this.places.sort(tx, input.kind, input.ids);
      this.builder.record(
        tx,
        { kind: input.kind, id: first.id, centerId: first.centerId },
        'sort',
        {
          places: input.ids.length,
        },
      );
      return first.id;
    });
  }

  async remove(
    scope: Scope,
    input: { readonly kind: PlaceKind; readonly id: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const place = await this.places.get(tx, input.kind, input.id);
      if (input.kind === 'BED') {
        await this.kinds.forget(tx, [input.id]);
      }
      await this.places.remove(tx, input.kind, input.id);
      tx.audit({
        entity: input.kind.toLowerCase(),
        entityId: place.id,
        centerId: place.centerId,
        action: 'remove',
        changes: [{ field: 'name', from: place.name, to: null }],
      });
      return place.id;
    });
  }
}

/** "3层" → 3, so that `{f}` means the same on a floor that exists. */
function floorNumber(name: string): number | null {
  const digits = /-?\d+/.exec(name);
  return digits === null ? null : Number(digits[0]);
}
