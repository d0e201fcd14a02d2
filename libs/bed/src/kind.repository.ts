import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yibu/kernel';
import { newId, type Db, type Tx } from '@yibu/platform';

import { OPEN_END } from './booking.repository.js';
import type { BedKind, KindPeriod } from './kind.rules.js';

interface PeriodRow extends KindPeriod {
  readonly bedId: string;
}

/** Of what kind which bed was from when until when. */
@Injectable()
export class KindRepository {
  async periods(db: Db, bedIds: readonly string[]): Promise<ReadonlyMap<string, KindPeriod[]>> {
    const rows = await db.rows<PeriodRow>(
      `SELECT bed_id AS bedId, kind, d_from AS \`from\`, d_until AS until FROM bed_kind
       WHERE bed_id IN (?) AND center_id IN (?) ORDER BY d_from`,
      [bedIds, db.centers],
    );
    const found = new Map<string, KindPeriod[]>(bedIds.map((id) => [id, []]));
    for (const { bedId, ...period } of rows) {
      found.get(bedId)?.push(period);
    }
    return found;
  }

  /** In place of all that was said of these beds. */
  async replace(
    tx: Tx,
    centerId: string,
    periods: ReadonlyMap<string, readonly KindPeriod[]>,
  ): Promise<void> {
    await this.forget(tx, [...periods.keys()]);
    await this.write(tx, centerId, periods);
  }

  /** A bed that goes takes with it of what kind it was. */
  async forget(tx: Tx, bedIds: readonly string[]): Promise<void> {
    await tx.execute('DELETE FROM bed_kind WHERE bed_id IN (?) AND center_id IN (?)', [
      bedIds,
      tx.centers,
    ]);
  }

  /** New beds, of one kind from the day on which they open. */
  async begin(
    tx: Tx,
    centerId: string,
    beds: { readonly ids: readonly string[]; readonly kind: BedKind; readonly from: LocalDate },
  ): Promise<void> {
    const { ids, kind, from } = beds;
    const period: KindPeriod = { kind, from, until: OPEN_END };
    await this.write(tx, centerId, new Map(ids.map((id) => [id, [period]])));
  }

  private async write(
    tx: Tx,
    centerId: string,
    periods: ReadonlyMap<string, readonly KindPeriod[]>,
  ): Promise<void> {
    tx.requireCenter(centerId);
    const rows = [...periods].flatMap(([bedId, held]) =>
      held.map(({ kind, from, until }) => [newId(), centerId, bedId, kind, from, until]),
    );
    if (rows.length > 0) {
      await tx.manager.query(
        'INSERT INTO bed_kind (id, center_id, bed_id, kind, d_from, d_until) VALUES ?',
        [rows],
      );
    }
  }
}
