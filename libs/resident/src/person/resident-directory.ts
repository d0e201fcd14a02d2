import { Injectable } from '@nestjs/common';
import { AppError, type LocalDate, type Sex } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';

/** What other features need to know of a person. */
export interface ResidentCard {
  readonly id: string;
  readonly centerId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: LocalDate;
  readonly diedOn: LocalDate | null;
}

const CARD = `id, center_id AS centerId, name, sex, born_on AS bornOn, died_on AS diedOn`;

/** How the other libs ask for residents. */
@Injectable()
export class ResidentDirectory {
  /** Waits for whoever is changing this person, and lets nobody else until the transaction ends. */
  async lock(tx: Tx, residentId: string): Promise<ResidentCard> {
    const card = await tx.row<ResidentCard>(
      `SELECT ${CARD} FROM resident WHERE id = ? AND center_id IN (?) FOR UPDATE`,
      [residentId, tx.centers],
    );
    return found(card, residentId);
  }

  async card(db: Db, residentId: string): Promise<ResidentCard> {
    const card = await db.row<ResidentCard>(
      `SELECT ${CARD} FROM resident WHERE id = ? AND center_id IN (?)`,
      [residentId, db.centers],
    );
    return found(card, residentId);
  }

  async cards(db: Db, residentIds: readonly string[]): Promise<ReadonlyMap<string, ResidentCard>> {
    const rows = await db.rows<ResidentCard>(
      `SELECT ${CARD} FROM resident WHERE id IN (?) AND center_id IN (?)`,
      [residentIds, db.centers],
    );
    return new Map(rows.map((card) => [card.id, card]));
  }
}

function found(card: ResidentCard | null, id: string): ResidentCard {
  if (!card) {
    throw new AppError('NOT_FOUND', `No resident ${id} in the caller's centers`, {
      entity: 'resident',
      id,
    });
  }
  return card;
}
