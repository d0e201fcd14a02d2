import { Injectable } from '@nestjs/common';
import { AppError } from '@yibu/kernel';
import { isDuplicate, newId, type Db, type Tx } from '@yibu/platform';

import { notFound } from './booking.repository.js';

export const PLACE_KINDS = ['BUILDING', 'FLOOR', 'ROOM', 'BED'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

interface Shape {
  readonly table: 'building' | 'floor' | 'room' | 'bed';
  readonly name: 'name' | 'label';
  readonly parent: 'center_id' | 'building_id' | 'floor_id' | 'room_id';
}

const SHAPES: Readonly<Record<PlaceKind, Shape>> = {
  BUILDING: { table: 'building', name: 'name', parent: 'center_id' },
  FLOOR: { table: 'floor', name: 'name', parent: 'building_id' },
  ROOM: { table: 'room', name: 'name', parent: 'floor_id' },
  BED: { table: 'bed', name: 'label', parent: 'room_id' },
};

export interface PlaceRow {
  readonly id: string;
  readonly centerId: string;
  readonly parentId: string;
  readonly name: string;
  readonly sort: number;
  readonly version: number;
}

export interface NewPlace {
  readonly kind: PlaceKind;
  readonly centerId: string;
  readonly parentId: string;
  readonly name: string;
  readonly sort: number;
  /** Columns that only this kind has. */
  readonly more?: Readonly<Record<string, string | null>>;
}

const FOREIGN_KEY_REFUSED = 1451;

/** One shape for the four kinds of places: a name under a parent, in an order. */
@Injectable()
export class PlaceRepository {
  async get(db: Db, kind: PlaceKind, id: string): Promise<PlaceRow> {
    const { table, name, parent } = SHAPES[kind];
    const row = await db.row<PlaceRow>(
      `SELECT id, center_id AS centerId, ${parent} AS parentId, ${name} AS name, sort, version
       FROM ${table} WHERE id = ? AND center_id IN (?)`,
      [id, db.centers],
    );
    if (!row) {
      throw notFound(table, id);
    }
    return row;
  }

  async children(db: Db, kind: PlaceKind, parentId: string): Promise<PlaceRow[]> {
    const { table, name, parent } = SHAPES[kind];
    return await db.rows<PlaceRow>(
      `SELECT id, center_id AS centerId, ${parent} AS parentId, ${name} AS name, sort, version
       FROM ${table} WHERE ${parent} = ? AND center_id IN (?) ORDER BY sort, id`,
      [parentId, db.centers],
    );
  }

  async add(tx: Tx, place: NewPlace): Promise<string> {
    const { table, name, parent } = SHAPES[place.kind];
    const id = newId();
    const more = Object.entries(place.more ?? {});
    const columns = ['id', 'center_id', name, 'sort', ...more.map(([column]) => column)];
    const values = [id, place.centerId, place.name, place.sort, ...more.map(([, value]) => value)];
    if (parent !== 'center_id') {
      columns.push(parent);
      values.push(place.parentId);
    }
    await named(place.name, async () =>
      tx.execute(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        values,
      ),
    );
    return id;
  }

  async update(
    tx: Tx,
    place: { readonly kind: PlaceKind; readonly id: string; readonly version: number },
    changes: Readonly<Record<string, string | number | null>>,
  ): Promise<void> {
    const { table, name } = SHAPES[place.kind];
    const sets = Object.keys(changes).map((column) => `${column === 'name' ? name : column} = ?`);
    const changed = await named(String(changes['name'] ?? ''), async () =>
      tx.execute(
        `UPDATE ${table} SET ${sets.join(', ')}, version = version + 1
         WHERE id = ? AND version = ? AND center_id IN (?)`,
        [...Object.values(changes), place.id, place.version, tx.centers],
      ),
    );
    if (changed === 0) {
      throw new AppError('STALE_VERSION', `${table} ${place.id} is not version ${place.version}`, {
        entity: table,
        id: place.id,
      });
    }
  }

  async sort(tx: Tx, kind: PlaceKind, ids: readonly string[]): Promise<void> {
    const { table } = SHAPES[kind];
    for (const [index, id] of ids.entries()) {
      await tx.execute(`UPDATE ${table} SET sort = ? WHERE id = ? AND center_id IN (?)`, [
        index + 1,
        id,
        tx.centers,
      ]);
    }
  }

  /** What holds something, or ever held somebody, stays. */
  async remove(tx: Tx, kind: PlaceKind, id: string): Promise<void> {
    const { table } = SHAPES[kind];
    try {
      await tx.execute(`DELETE FROM ${table} WHERE id = ? AND center_id IN (?)`, [id, tx.centers]);
    } catch (error) {
      if (error instanceof Error && 'errno' in error && error.errno === FOREIGN_KEY_REFUSED) {
        throw new AppError('PLACE_IN_USE', `${table} ${id} is not empty`, { kind });
      }
      throw error;
    }
  }
}

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error)) {
      throw new AppError('PLACE_NAME_TAKEN', 'A place with this name exists here', {
        names: [name],
      });
    }
    throw error;
  }
}
