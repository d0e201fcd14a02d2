import { Inject, Injectable } from '@nestjs/common';
import type { Clock, LocalDate } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { notFound, OPEN_END } from './booking.repository.js';
import { KindRepository } from './kind.repository.js';
import { assertReason } from './stay.rules.js';
import { withKind, type BedKind, type KindPeriod } from './kind.rules.js';

export interface SetBedKinds {
  readonly bedIds: readonly string[];
  readonly kind: BedKind;
  readonly fromOn: LocalDate;
  readonly reason?: string | null | undefined;
}

interface BedRow {
  readonly id: string;
  readonly centerId: string;
  readonly openedOn: LocalDate;
}

/** Ordinary or nursing beds: what the house reports each month and some counties pay by. */
@Injectable()
export class KindService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: KindRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** From a day on, for a bed or a whole floor; never before the bed was one. The number of beds that changed. */
  async set(scope: Scope, input: SetBedKinds): Promise<number> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const beds = await lockBeds(tx, [...new Set(input.bedIds)]);
      const before = await this.kinds.periods(
        tx,
        beds.map(({ id }) => id),
      );
      const changed = beds.flatMap((bed) => {
        const held = before.get(bed.id) ?? [];
        const from = input.fromOn < bed.openedOn ? bed.openedOn : input.fromOn;
        const periods = withKind(held, { kind: input.kind, from }, OPEN_END);
        return same(held, periods) ? [] : [{ bed, held, from, periods }];
      });
      for (const { bed, held, from } of changed) {
        const was = held.find((period) => period.from <= from && period.until > from);
        // What was said of past days is corrected with a reason; said for the first time it needs none.
        if (was !== undefined && was.kind !== input.kind && from < this.clock.today()) {
          assertReason(input.reason ?? '');
        }
        tx.audit({
          entity: 'bed',
          entityId: bed.id,
          centerId: bed.centerId,
          action: 'setKind',
          changes: [
            { field: 'bedKind', from: was?.kind ?? null, to: input.kind },
            { field: 'from', from: null, to: from },
          ],
          reason: input.reason ?? null,
        });
      }
      const [centerId] = new Set(changed.map(({ bed }) => bed.centerId));
      if (centerId !== undefined) {
        await this.kinds.replace(
          tx,
          centerId,
          new Map(changed.map(({ bed, periods }) => [bed.id, periods])),
        );
      }
      return changed.length;
    });
  }
}

const same = (a: readonly KindPeriod[], b: readonly KindPeriod[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Of one house, in one order for everybody. */
async function lockBeds(tx: Tx, ids: readonly string[]): Promise<BedRow[]> {
  const beds = await tx.rows<BedRow>(
    `SELECT id, center_id AS centerId, opened_on AS openedOn FROM bed
     WHERE id IN (?) AND center_id IN (?) ORDER BY id FOR UPDATE`,
    [ids, tx.centers],
  );
  const first = beds[0]?.centerId;
  const missing = ids.find((id) => !beds.some((bed) => bed.id === id && bed.centerId === first));
  if (missing !== undefined) {
    throw notFound('bed', missing);
  }
  return beds;
}
