import { Injectable } from '@nestjs/common';
import { InputError } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import type { BedPath, LayOutBuilding, NewBeds } from './house.service.js';
import { KindRepository } from './kind.repository.js';
import { assertNewNames, planLayout } from './naming.rules.js';
import { PlaceRepository, type PlaceKind } from './place.repository.js';

/** Makes places inside a transaction of somebody else. */
@Injectable()
export class HouseBuilder {
  constructor(
    private readonly places: PlaceRepository,
    private readonly kinds: KindRepository,
  ) {}

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

  /** Finds the bed of a path of names, or makes what is missing of it. For lists that come in as a whole. */
  async ensureBed(tx: Tx, at: BedPath): Promise<string> {
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

  async fillFloor(
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

  async fillRoom(
    tx: Tx,
    at: {
      readonly roomId: string;
      readonly centerId: string;
      readonly labels: readonly string[];
      readonly input: Pick<NewBeds, 'openedOn' | 'kind'>;
    },
  ): Promise<void> {
    const existing = await this.places.children(tx, 'BED', at.roomId);
    assertNewNames(
      existing.map(({ name }) => name),
      at.labels,
    );
    const ids: string[] = [];
    for (const [index, label] of at.labels.entries()) {
      const id = await this.places.add(tx, {
        kind: 'BED',
        centerId: at.centerId,
        parentId: at.roomId,
        name: label,
        sort: existing.length + index + 1,
        more: { opened_on: at.input.openedOn },
      });
      ids.push(id);
    }
    const { kind, openedOn: from } = at.input;
    if (kind) {
      await this.kinds.begin(tx, at.centerId, { ids, kind, from });
    }
  }

  record(
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
}
