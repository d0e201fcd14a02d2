import { addMonthsToMonth, firstDay, type LocalDate } from '@yibu/kernel';
import type { Db, SqlValue } from '@yibu/platform';

import type { ServiceFilter, ServiceRecord, ServiceRecordPage } from './care.graphql.js';

interface Totals {
  readonly total: number;
  readonly totalMinutes: number;
  readonly totalValueFen: ServiceRecordPage['totalValueFen'];
}

export async function listServices(db: Db, filter: ServiceFilter): Promise<ServiceRecordPage> {
  const { where, parameters } = conditions(db, filter);
  const rows = await db.rows<ServiceRecord & Totals>(
    `SELECT s.id, s.center_id AS centerId, s.resident_id AS residentId, r.name AS residentName, s.staff_id AS staffId,
       m.name AS staffName, s.type, s.on_date AS onDate, s.minutes, s.value_fen AS valueFen, s.note,
       u.display_name AS createdByName, s.created_at AS createdAt, s.voided_at AS voidedAt,
       s.void_reason AS voidReason, COUNT(*) OVER () AS total,
       CAST(SUM(IF(s.voided_at IS NULL, s.minutes, 0)) OVER () AS SIGNED) AS totalMinutes,
       CAST(SUM(IF(s.voided_at IS NULL, s.value_fen, 0)) OVER () AS SIGNED) AS totalValueFen
     FROM service_record s JOIN resident r ON r.id = s.resident_id LEFT JOIN staff_member m ON m.id = s.staff_id
       JOIN app_user u ON u.id = s.created_by
     WHERE ${where} ORDER BY s.on_date DESC, s.id DESC LIMIT ? OFFSET ?`,
    [...parameters, filter.limit, filter.offset],
  );
  const [first] = rows;
  return {
    items: rows.map(({ total: _t, totalMinutes: _m, totalValueFen: _v, ...row }) => row),
    total: first?.total ?? 0,
    totalMinutes: first?.totalMinutes ?? 0,
    totalValueFen: first?.totalValueFen ?? (0 as Totals['totalValueFen']),
  };
}

function conditions(db: Db, filter: ServiceFilter): { where: string; parameters: SqlValue[] } {
  const where = ['s.center_id = ?', 's.center_id IN (?)'];
  const parameters: SqlValue[] = [filter.centerId, db.centers];
  const add = (condition: string, ...values: SqlValue[]): void => {
    where.push(condition);
    parameters.push(...values);
  };
  if (filter.month) {
    add(
      's.on_date >= ? AND s.on_date < ?',
      firstDay(filter.month),
      firstDay(addMonthsToMonth(filter.month, 1)),
    );
  }
  if (filter.residentId) {
    add('s.resident_id = ?', filter.residentId);
  }
  if (filter.staffId) {
    add('s.staff_id = ?', filter.staffId);
  }
  if (filter.type) {
    add('s.type = ?', filter.type);
  }
  return { where: where.join(' AND '), parameters };
}

/** The `services` of facts/1, voided ones left out, in the order of their ids. */
export interface ServiceFact {
  readonly id: string;
  readonly person: string;
  readonly type: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly valueFen: number;
  readonly staff: string | null;
}

export async function serviceFacts(
  db: Db,
  centerId: string,
  days: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<ServiceFact[]> {
  return await db.rows<ServiceFact>(
    `SELECT id, resident_id AS person, type, on_date AS \`on\`, minutes, value_fen AS valueFen, staff_id AS staff
     FROM service_record WHERE center_id = ? AND center_id IN (?) AND on_date >= ? AND on_date < ?
       AND voided_at IS NULL ORDER BY id`,
    [centerId, db.centers, days.from, days.until],
  );
}
