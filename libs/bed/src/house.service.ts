import { Injectable } from '@nestjs/common';
import { InputError, type LocalDate } from '@yibu/kernel';
import { idempotent, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { assertNewNames, planBeds, planLayout, type LayoutPlan } from './naming.rules.js';
import type { SexPolicy } from './place.entities.js';
import { PlaceRepository, type PlaceKind } from './place.repository.js';

interface NewBeds {
  readonly sexPolicy: SexPolicy;
  readonly openedOn: LocalDate;
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
}

export interface UpdatePlace {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly sexPolicy?: SexPolicy | null | undefined;
}

/** The house: buildings, floors, rooms and beds, made many at a time from a naming pattern. */
@Injectable()
export class HouseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly places: PlaceRepository,
  ) {}

  async layOut(scope: Scope, input: LayOutBuilding): Promise<string> {
    const { idempotencyKey: key, ...rest } = input;
    return await this.unitOfWork.run(scope, async (tx) =>
      idempotent(tx, { key, operation: 'layOutBuilding', input: rest }, async () =>
        this.layOutIn(tx, input),
      ),
    );
  }

  /** Also for what lays out a house within a larger transaction. The building's id. */
  async layOutIn(tx: Tx, input: LayOutBuilding): Promise<string> {
    tx.requireCenter(input.centerId);
    const plan = planLayout(input);
    const buildingId = await this.buildingOf(tx, input);
    const floors = await this.places.children(tx, 'FLOOR', buildingId);
    for (const [index, floor] of plan.entries()) {
      const existing = floors.find(({ name }) => name === floor.name);
      const floorId =
        existing?.id ??
        (await this.places.add(tx, {
          kind: 'FLOOR',
          centerId: input.centerId,
          parentId: buildingId,
          name: floor.name,
          sort: floors.length + index + 1,
        }));
      await this.fillFloor(tx, { floorId, centerId: input.centerId, rooms: floor.rooms, input });
    }
    const beds = plan.flatMap(({ rooms }) => rooms.flatMap((room) => room.beds)).length;
    this.record(tx, { kind: 'BUILDING', id: buildingId, centerId: input.centerId }, 'layOut', {
      floors: plan.length,
      beds,
    });
    return buildingId;
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
      await this.fillFloor(tx, { floorId: floor.id, centerId: floor.centerId, rooms, input });
      this.record(tx, { kind: 'FLOOR', id: floor.id, centerId: floor.centerId }, 'addRooms', {
        rooms: rooms.length,
      });
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
      await this.fillRoom(tx, { roomId: room.id, centerId: room.centerId, labels, input });
      this.record(tx, { kind: 'ROOM', id: room.id, centerId: room.centerId }, 'addBeds', {
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
      this.record(tx, { kind: input.kind, id: first.id, centerId: first.centerId }, 'sort', {
        places: input.ids.length,
      });
      return first.id;
    });
  }

  async remove(
    scope: Scope,
    input: { readonly kind: PlaceKind; readonly id: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const place = await this.places.get(tx, input.kind, input.id);
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

  /** Finds the bed of a path of names, or makes what is missing of it. For lists that come in as a whole. */
  async ensureBed(
    tx: Tx,
    at: {
      readonly centerId: string;
      readonly building: string;
      readonly floor: string;
      readonly room: string;
      readonly bed: string;
      readonly openedOn: LocalDate;
    },
  ): Promise<string> {
    tx.requireCenter(at.centerId);
    const { centerId } = at;
    const steps = [
      { kind: 'BUILDING', name: at.building },
      { kind: 'FLOOR', name: at.floor },
      { kind: 'ROOM', name: at.room, more: { sex_policy: 'ANY' } },
      { kind: 'BED', name: at.bed, more: { opened_on: at.openedOn } },
    ] as const;
    let parentId = centerId;
    for (const step of steps) {
      const siblings = await this.places.children(tx, step.kind, parentId);
      const found = siblings.find(({ name }) => name === step.name);
      if (found) {
        parentId = found.id;
        continue;
      }
      const sort = siblings.length + 1;
      parentId = await this.places.add(tx, { ...step, centerId, parentId, sort });
      this.record(tx, { kind: step.kind, id: parentId, centerId }, 'create', { name: step.name });
    }
    return parentId;
  }

  private async buildingOf(tx: Tx, input: LayOutBuilding): Promise<string> {
    if (input.buildingId) {
      return (await this.places.get(tx, 'BUILDING', input.buildingId)).id;
    }
    const name = input.buildingName?.trim() ?? '';
    if (name === '') {
      throw new InputError([{ path: 'buildingName', rule: 'isNotEmpty' }]);
    }
    const { centerId } = input;
    const sort = (await this.places.children(tx, 'BUILDING', centerId)).length + 1;
    return await this.places.add(tx, {
      kind: 'BUILDING',
      centerId,
      parentId: centerId,
      name,
      sort,
    });
  }

  private async fillFloor(
    tx: Tx,
    at: {
      readonly floorId: string;
      readonly centerId: string;
      readonly rooms: readonly { readonly name: string; readonly beds: readonly string[] }[];
      readonly input: NewBeds;
    },
  ): Promise<void> {
    const { floorId, centerId, input } = at;
    const existing = await this.places.children(tx, 'ROOM', floorId);
    assertNewNames(
      existing.map(({ name }) => name),
      at.rooms.map(({ name }) => name),
    );
    for (const [index, room] of at.rooms.entries()) {
      const roomId = await this.places.add(tx, {
        kind: 'ROOM',
        centerId,
        parentId: floorId,
        name: room.name,
        sort: existing.length + index + 1,
        more: { sex_policy: input.sexPolicy },
      });
      await this.fillRoom(tx, { roomId, centerId, labels: room.beds, input });
    }
  }

  private async fillRoom(
    tx: Tx,
    at: {
      readonly roomId: string;
      readonly centerId: string;
      readonly labels: readonly string[];
      readonly input: { readonly openedOn: LocalDate };
    },
  ): Promise<void> {
    const existing = await this.places.children(tx, 'BED', at.roomId);
    assertNewNames(
      existing.map(({ name }) => name),
      at.labels,
    );
    for (const [index, label] of at.labels.entries()) {
      await this.places.add(tx, {
        kind: 'BED',
        centerId: at.centerId,
        parentId: at.roomId,
        name: label,
        sort: existing.length + index + 1,
        more: { opened_on: at.input.openedOn },
      });
    }
  }

  private record(
    tx: Tx,
    place: { readonly kind: PlaceKind; readonly id: string; readonly centerId: string },
    action: string,
    made: Readonly<Record<string, number | string>>,
  ): void {
    tx.audit({
      entity: place.kind.toLowerCase(),
      entityId: place.id,
      centerId: place.centerId,
      action,
      changes: Object.entries(made).map(([field, to]) => ({ field, from: null, to })),
    });
  }
}

/** "3层" → 3, so that `{f}` means the same on a floor that exists. */
function floorNumber(name: string): number | null {
  const digits = /-?\d+/.exec(name);
  return digits === null ? null : Number(digits[0]);
}
