import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { OPEN_END } from './booking.repository.js';
import type { BedKind } from './kind.rules.js';

/** As in `facts/1`. Half-open; a change of bed leaves two adjacent rows. */
export interface StayFact {
  readonly id: string;
  readonly person: string;
  readonly bed: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface AbsenceFact {
  readonly id: string;
  readonly stay: string;
  readonly kind: 'HOME_LEAVE' | 'HOSPITAL';
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** Only where it was not. */
  readonly bedHeld?: false;
}

export interface BedFact {
  readonly id: string;
  /** What was said of its kind; absent where nobody has said anything. */
  readonly type?: readonly {
    readonly value: BedKind;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
  }[];
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Reservations and what was cancelled are no facts; nor is a stay of no day. */
export async function stayFacts(db: Db, centerId: string): Promise<StayFact[]> {
  return await db.rows<StayFact>(
    `SELECT id, resident_id AS person, bed_id AS bed, from_on AS \`from\`, until_on AS until
     FROM stay WHERE center_id = ? AND center_id IN (?) AND status IN ('ACTIVE', 'ENDED')
       AND (until_on IS NULL OR until_on > from_on)
     ORDER BY from_on, id`,
    [centerId, db.centers],
  );
}

/**
 * An absence that outlasts a change of bed is told once for each stay, cut where the bed changes. Whether the bed was
 * kept is told to rules that ask, and only where it was not: unsaid, it was.
 */
export async function absenceFacts(
  db: Db,
  centerId: string,
  asks: { readonly bedHeld: boolean },
): Promise<AbsenceFact[]> {
  const rows = await db.rows<Omit<AbsenceFact, 'bedHeld'> & { readonly isHeld: number }>(
    `SELECT IF(s.id = a.stay_id, a.id, CONCAT(a.id, ':', s.id)) AS id, s.id AS stay, a.kind, a.bed_held AS isHeld,
       GREATEST(a.from_on, s.from_on) AS \`from\`,
       NULLIF(LEAST(IFNULL(a.until_on, '9999-12-31'), IFNULL(s.until_on, '9999-12-31')), '9999-12-31') AS until
     FROM absence a JOIN stay s ON s.spell_id = a.stay_id AND s.status IN ('ACTIVE', 'ENDED')
     WHERE a.center_id = ? AND a.center_id IN (?) AND a.cancelled_at IS NULL
       AND (s.until_on IS NULL OR (s.until_on > s.from_on AND s.until_on > a.from_on))
       AND (a.until_on IS NULL OR a.until_on > s.from_on)
     ORDER BY \`from\`, id`,
    [centerId, db.centers],
  );
  return rows.map(({ isHeld, ...row }) =>
    asks.bedHeld && isHeld === 0 ? { ...row, bedHeld: false as const } : row,
  );
}

/** The register of beds in `facts/1`, for rules that pay by the bed. */
export async function bedFacts(db: Db, centerId: string): Promise<BedFact[]> {
  const beds = await db.rows<Omit<BedFact, 'type'>>(
    `SELECT id, opened_on AS \`from\`, closed_on AS until FROM bed
     WHERE center_id = ? AND center_id IN (?) ORDER BY id`,
    [centerId, db.centers],
  );
  const kinds = await db.rows<{
    readonly bedId: string;
    readonly value: BedKind;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
  }>(
    `SELECT bed_id AS bedId, kind AS value, d_from AS \`from\`, NULLIF(d_until, ?) AS until FROM bed_kind
     WHERE center_id = ? AND center_id IN (?) ORDER BY bed_id, d_from`,
    [OPEN_END, centerId, db.centers],
  );
  const said = new Map<string, NonNullable<BedFact['type']>>();
  for (const { bedId, ...period } of kinds) {
    said.set(bedId, [...(said.get(bedId) ?? []), period]);
  }
  return beds.map((bed) => {
    const type = said.get(bed.id);
    return type === undefined ? bed : { ...bed, type };
  });
}
