import { Injectable } from '@nestjs/common';
import { REMINDER_DAYS, type ScaleId } from '@yibu/assessment';
import { addDays, type LocalDate, type Sex } from '@yibu/kernel';
import { type Db, likePattern, offsetOf, type PageArgs, type SqlValue } from '@yibu/platform';

import type { AssessmentKind, AssessmentOrigin, AssessmentStatus } from './assessment.rules.js';
import { ResidenceRegistry } from './residence.registry.js';

export const QUEUE_TABS = ['DUE', 'OVERDUE', 'NEVER', 'OPEN', 'PENDING'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

export interface QueueFilter extends PageArgs {
  readonly centerId: string;
  readonly tab: QueueTab;
  readonly kind?: AssessmentKind | null | undefined;
  readonly search?: string | null | undefined;
}

/** One person to see to. Which fields are filled depends on the tab. */
export interface QueueRow {
  readonly residentId: string;
  readonly residentName: string;
  readonly sex: Sex;
  readonly bornOn: LocalDate;
  readonly kind: AssessmentKind | null;
  readonly scale: ScaleId | null;
  readonly level: number | null;
  readonly until: LocalDate | null;
  readonly assessmentId: string | null;
  readonly number: string | null;
  readonly status: AssessmentStatus | null;
  readonly origin: AssessmentOrigin | null;
  readonly assessedOn: LocalDate | null;
  readonly assessor1Id: string | null;
  readonly assessor1Name: string | null;
  readonly openId: string | null;
  readonly total?: number;
}

export type QueueCounts = Readonly<Record<QueueTab, number>>;

/** GB/T 42195 replaced MZ/T 039: a result of the one renews a result of the other. Other scales stand alone. */
const series = (alias: string): string =>
  `${alias}.kind, IF(${alias}.scale = 'MZT039', 'GBT42195', ${alias}.scale)`;

/** Of each person and series the level that ends last; only that one can fall due. */
const ENDING = `level_period p JOIN resident r ON r.id = p.resident_id AND r.center_id = p.center_id
  WHERE p.superseded_at IS NULL AND p.until_on IS NOT NULL AND p.center_id IN (?)
    AND NOT EXISTS (SELECT 1 FROM level_period q
      WHERE q.center_id = p.center_id AND q.resident_id = p.resident_id AND q.superseded_at IS NULL
        AND (${series('q')}) = (${series('p')})
        AND (q.until_on IS NULL OR q.until_on > p.until_on OR (q.until_on = p.until_on AND q.id > p.id)))`;

const PERSON = `r.id AS residentId, r.name AS residentName, r.sex, r.born_on AS bornOn`;

const ENDING_COLUMNS = `${PERSON}, p.kind, p.scale, p.level, p.until_on AS until, p.assessment_id AS assessmentId,
  NULL AS number, NULL AS status, NULL AS origin, NULL AS assessedOn, NULL AS assessor1Id, NULL AS assessor1Name,
  (SELECT d.id FROM assessment_record d WHERE d.center_id = p.center_id
     AND d.open_key = CONCAT(r.id, ':', p.kind)) AS openId`;

const RECORDS = `assessment_record a JOIN resident r ON r.id = a.resident_id AND r.center_id = a.center_id
  WHERE a.center_id IN (?)`;

const RECORD_COLUMNS = `${PERSON}, a.kind, a.scale, a.proposed_level AS level, a.valid_until AS until,
  a.id AS assessmentId, a.number, a.status, a.origin, a.assessed_on AS assessedOn,
  a.assessor1_id AS assessor1Id, a.assessor1_name AS assessor1Name, NULL AS openId`;

const NEVER = `resident r WHERE r.center_id IN (?)
  AND NOT EXISTS (SELECT 1 FROM level_period p
    WHERE p.center_id = r.center_id AND p.resident_id = r.id AND p.superseded_at IS NULL)`;

const NEVER_COLUMNS = `${PERSON}, NULL AS kind, NULL AS scale, NULL AS level, NULL AS until,
  NULL AS assessmentId, NULL AS number, NULL AS status, NULL AS origin, NULL AS assessedOn,
  NULL AS assessor1Id, NULL AS assessor1Name,
  (SELECT MIN(d.id) FROM assessment_record d WHERE d.center_id = r.center_id AND d.resident_id = r.id
     AND d.open_key IS NOT NULL) AS openId`;

interface Source {
  readonly columns: string;
  /** FROM and WHERE; its first parameter is the list of centers. */
  readonly from: string;
  readonly parameters: readonly SqlValue[];
  readonly order: string;
  /** Column of the kind; null where the tab has none. */
  readonly kind: string | null;
}

const ENDING_SOURCE = {
  columns: ENDING_COLUMNS,
  order: 'p.until_on, r.id, p.kind',
  kind: 'p.kind',
} as const;

@Injectable()
export class QueueRepository {
  constructor(private readonly residence: ResidenceRegistry) {}

  async page(
    db: Db,
    filter: QueueFilter,
    today: LocalDate,
  ): Promise<{ items: QueueRow[]; total: number }> {
    const source = this.source(filter.tab, today);
    const { where, parameters } = narrowing(filter, source);
    const rows = await db.rows<QueueRow>(
      `SELECT ${source.columns}, COUNT(*) OVER () AS total FROM ${source.from}${where}
       ORDER BY ${source.order} LIMIT ? OFFSET ?`,
      [
        centersOf(db, filter.centerId),
        ...source.parameters,
        ...parameters,
        filter.pageSize,
        offsetOf(filter),
      ],
    );
    return { items: rows, total: Number(rows[0]?.total ?? 0) };
  }

  /** All tabs in one statement: the numbers on them, and on the dashboard. */
  async counts(db: Db, centerId: string, today: LocalDate): Promise<QueueCounts> {
    const sources = QUEUE_TABS.map((tab) => ({ tab, source: this.source(tab, today) }));
    const centers = centersOf(db, centerId);
    const row = await db.row<Record<QueueTab, number>>(
      `SELECT ${sources
        .map(({ tab, source }) => `(SELECT COUNT(*) FROM ${source.from}) AS ${tab}`)
        .join(', ')}`,
      sources.flatMap(({ source }) => [centers, ...source.parameters]),
    );
    const count = (tab: QueueTab): number => Number(row?.[tab] ?? 0);
    return {
      DUE: count('DUE'),
      OVERDUE: count('OVERDUE'),
      NEVER: count('NEVER'),
      OPEN: count('OPEN'),
      PENDING: count('PENDING'),
    };
  }

  private source(tab: QueueTab, today: LocalDate): Source {
    const { livesHere } = this.residence;
    switch (tab) {
      case 'DUE':
        return {
          ...ENDING_SOURCE,
          from: `${ENDING} AND ${livesHere} AND p.until_on > ? AND p.until_on <= ?`,
          parameters: [today, addDays(today, REMINDER_DAYS)],
        };
      case 'OVERDUE':
        return {
          ...ENDING_SOURCE,
          from: `${ENDING} AND ${livesHere} AND p.until_on <= ?`,
          parameters: [today],
        };
      case 'NEVER':
        return {
          columns: NEVER_COLUMNS,
          from: `${NEVER} AND ${livesHere}`,
          parameters: [],
          order: 'r.pinyin, r.id',
          kind: null,
        };
      case 'OPEN':
        return records(`a.status IN ('DRAFT', 'AWAITING_SECOND')`);
      case 'PENDING':
        return records(`a.status = 'SIGNED'`);
    }
  }
}

const records = (condition: string): Source => ({
  columns: RECORD_COLUMNS,
  from: `${RECORDS} AND ${condition}`,
  parameters: [],
  order: 'a.updated_at, a.id',
  kind: 'a.kind',
});

const centersOf = (db: Db, centerId: string): readonly string[] =>
  db.centers.filter((id) => id === centerId);

function narrowing(
  filter: QueueFilter,
  source: Source,
): { where: string; parameters: readonly SqlValue[] } {
  const conditions: string[] = [];
  const parameters: SqlValue[] = [];
  if (filter.kind && source.kind !== null) {
    conditions.push(`${source.kind} = ?`);
    parameters.push(filter.kind);
  }
  const search = (filter.search ?? '').trim();
  if (search !== '') {
    const pattern = likePattern(search);
    conditions.push('(r.name LIKE ? OR r.pinyin LIKE ? OR r.initials LIKE ?)');
    parameters.push(pattern, pattern.toLowerCase(), pattern.toLowerCase());
  }
  return { where: conditions.map((condition) => ` AND ${condition}`).join(''), parameters };
}
