import {
  addDays,
  AppError,
  firstDay,
  fen,
  lastDay,
  shanghaiDay,
  sumFen,
  type Fen,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { ClaimWindow } from '../clock/stage.graphql.js';
import { DUE_ON } from '../clock/stage.queries.js';
import {
  daysLate,
  windowOf,
  type SubmissionWindow,
  type WindowRule,
} from '../clock/window.rules.js';
import { monthsOfYear } from '../facts/period.rules.js';
import { allowsNextRevision, isEditable } from '../life/claim.states.js';
import { visible } from './claim.access.js';
import type { ClaimSummary } from './claim.graphql.js';
import type { ClaimMonth, ClaimMonthBoard } from './claim-views.graphql.js';

/** What a board must know of its center before it can tell which months make up the year. */
export interface BoardGround {
  readonly countyCode: string;
  readonly packCode: string | null;
  readonly packSha256: string | null;
  /** Decision id to option, as JSON. */
  readonly decisions: string | null;
  readonly years: string | null;
  /** Windows of the county with their first days, as JSON. */
  readonly rules: string | null;
}

/** CONCAT keeps JSON a text: the driver opens JSON columns by itself, but not those of every server. */
export async function boardGround(
  db: Db,
  centerId: string,
  today: LocalDate,
): Promise<BoardGround> {
  const ground = await db.row<BoardGround>(
    `SELECT n.county_code AS countyCode, p.code AS packCode, p.sha256 AS packSha256,
       (SELECT CONCAT('', JSON_OBJECTAGG(d.decision, d.chosen)) FROM county_pack_decision d
         WHERE d.county_code = n.county_code AND d.pack_code = p.code) AS decisions,
       (SELECT CONCAT('', JSON_ARRAYAGG(JSON_OBJECT('yearFrom', y.year_from, 'opening', y.opening,
         'status', y.status)))
         FROM claim_year y WHERE y.center_id = n.id) AS years,
       (SELECT CONCAT('', JSON_ARRAYAGG(JSON_OBJECT('fromOn', r.from_on, 'windowFromDay', r.window_from_day,
         'windowUntilDay', r.window_until_day, 'lateRule', r.late_rule)))
         FROM claim_stage_rule r WHERE r.county_code = n.county_code) AS rules
     FROM center n
     LEFT JOIN county_pack c ON c.county_code = n.county_code AND c.from_on <= ?
       AND (c.until_on IS NULL OR c.until_on > ?)
     LEFT JOIN policy_pack p ON p.id = c.pack_id
     WHERE n.id = ? AND n.id IN (?) ORDER BY c.from_on DESC LIMIT 1`,
    [today, today, centerId, db.centers],
  );
  if (!ground) {
    throw new AppError('NOT_FOUND', `No center ${centerId}`, { entity: 'center', id: centerId });
  }
  return ground;
}

interface Completeness {
  readonly month: YearMonth;
  readonly residentCount: number;
  readonly missingLevelCount: number;
  readonly openAbsenceCount: number;
  readonly openDeathCount: number;
}

type BoardRow = Completeness & { readonly claim: string | null };

interface YearState {
  readonly yearFrom: string;
  readonly opening: string;
  readonly status: string;
}

interface BoardRequest {
  readonly centerId: string;
  readonly yearFrom: YearMonth;
  readonly ground: BoardGround;
  readonly today: LocalDate;
}

/** A year of a center in one more statement: how complete each month's facts are, and its newest claim. */
export async function monthBoard(db: Db, request: BoardRequest): Promise<ClaimMonthBoard> {
  const { centerId, yearFrom, ground, today } = request;
  const rows = await boardRows(db, centerId, monthsOfYear(yearFrom));
  const years = JSON.parse(ground.years ?? '[]') as YearState[];
  const year = years.find((row) => row.yearFrom === yearFrom);
  const isYearClosed = year?.status === 'CLOSED';
  const canClaim = ground.packCode !== null && !isYearClosed;
  const rules = JSON.parse(ground.rules ?? '[]') as DatedRule[];
  const each = rows.map((row) => toMonth(row, { today, canClaim, rules }));
  const holding = each.filter(({ claim }) => claim !== null && holdsMoney(claim));
  // What was never claimed of a month stands in the first claim after it.
  const isCovered = ({ month, claim }: ClaimMonth): boolean =>
    (claim === null || claim.status === 'WITHDRAWN') &&
    holding.some((later) => later.month > month);
  const months = each.map((one) => (isCovered(one) ? { ...one, canPrepare: false } : one));
  const counted = holding.map(({ claim }) => claim).filter((claim) => claim !== null);
  const total = (of: (claim: ClaimSummary) => Fen): Fen => sumFen(counted.map(of));
  return {
    yearFrom,
    months,
    opening: year?.opening ?? 'UNANSWERED',
    isYearClosed,
    packCode: ground.packCode,
    claimedFen: total(({ claimedFen }) => claimedFen),
    decidedFen: total(({ decidedFen }) => decidedFen ?? fen(0)),
    paidFen: total(({ paidFen }) => paidFen),
  };
}

const holdsMoney = ({ status }: ClaimSummary): boolean =>
  status !== 'WITHDRAWN' && status !== 'RETURNED' && !isEditable(status);

function toMonth(
  row: BoardRow,
  given: {
    readonly today: LocalDate;
    readonly canClaim: boolean;
    readonly rules: readonly DatedRule[];
  },
): ClaimMonth {
  const { claim: text, ...facts } = row;
  const claim = text === null ? null : toSummary(text);
  const isFree = claim === null || isEditable(claim.status) || allowsNextRevision(claim.status);
  return {
    ...facts,
    isOver: lastDay(row.month) < given.today,
    claim,
    window: shownAt(inForce(given.rules, row.month), claim, given.today),
    canPrepare: firstDay(row.month) <= given.today && isFree && given.canClaim,
  };
}

type DatedRule = WindowRule & { readonly fromOn: LocalDate };

/** The window of a month by the rule in force on the first day after it. */
function inForce(rules: readonly DatedRule[], month: YearMonth): SubmissionWindow | null {
  const endsBefore = addDays(lastDay(month), 1);
  const [rule = null] = rules
    .filter(({ fromOn }) => fromOn <= endsBefore)
    .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  return windowOf(rule, endsBefore);
}

function shownAt(
  window: SubmissionWindow | null,
  claim: ClaimSummary | null,
  today: LocalDate,
): ClaimWindow | null {
  const submittedAt = claim?.submittedAt ?? null;
  const day = submittedAt === null ? today : shanghaiDay(submittedAt);
  return window === null ? null : { ...window, daysLate: daysLate(window, day) };
}

/** JSON has no moments: they come as text in UTC. */
function toSummary(text: string): ClaimSummary {
  const claim = JSON.parse(text) as ClaimSummary & {
    submittedAt: string | null;
    createdAt: string;
  };
  const momentOf = (value: string): Date => new Date(`${value.replace(' ', 'T')}Z`);
  return {
    ...claim,
    submittedAt: claim.submittedAt === null ? null : momentOf(claim.submittedAt),
    createdAt: momentOf(claim.createdAt),
  };
}

const SUMMARY_JSON = `JSON_OBJECT('id', c.id, 'number', c.number, 'centerId', c.center_id, 'centerName', n.name,
  'organizationId', c.organization_id, 'organizationName', o.name, 'period', c.period, 'revision', c.revision,
  'status', c.status, 'lineCount', c.line_count, 'blockCount', c.block_count, 'warnCount', c.warn_count,
  'claimedFen', c.claimed_fen, 'decidedFen', c.decided_fen, 'paidFen', c.paid_fen, 'submittedAt', c.submitted_at,
  'createdAt', c.created_at,
  'lateDays', c.late_days, 'kind', c.kind, 'program', c.program, 'dueOn', ${DUE_ON})`;

const MONTHS = Array.from({ length: 12 }, () => 'SELECT ? AS month, ? AS opens, ? AS ends').join(
  ' UNION ALL ',
);

/** For each month: who lived here, whose first or last day no level covers, which absences and deaths are open. */
async function boardRows(
  db: Db,
  centerId: string,
  months: readonly YearMonth[],
): Promise<BoardRow[]> {
  const spans = months.flatMap((month) => [month, firstDay(month), lastDay(month)]);
  const seen = visible(db, 'c');
  return await db.rows<BoardRow>(
    `WITH m AS (${MONTHS}),
     lived AS (
       SELECT m.month, m.ends, s.id, s.resident_id, s.until_on, GREATEST(s.from_on, m.opens) AS first_on,
         LEAST(COALESCE(s.until_on - INTERVAL 1 DAY, m.ends), m.ends) AS last_on
       FROM m JOIN stay s ON s.center_id = ? AND s.center_id IN (?) AND s.status IN ('ACTIVE', 'ENDED')
         AND s.from_on <= m.ends AND (s.until_on IS NULL OR s.until_on > m.opens)
         AND (s.until_on IS NULL OR s.until_on > s.from_on))
     SELECT m.month,
       (SELECT COUNT(DISTINCT l.resident_id) FROM lived l WHERE l.month = m.month) AS residentCount,
       (SELECT COUNT(DISTINCT l.resident_id) FROM lived l WHERE l.month = m.month AND (
          NOT EXISTS (SELECT 1 FROM level_period p WHERE p.center_id = ? AND p.resident_id = l.resident_id AND p.superseded_at IS NULL
            AND p.from_on <= l.first_on AND (p.until_on IS NULL OR p.until_on > l.first_on))
          OR NOT EXISTS (SELECT 1 FROM level_period p WHERE p.center_id = ? AND p.resident_id = l.resident_id AND p.superseded_at IS NULL
            AND p.from_on <= l.last_on AND (p.until_on IS NULL OR p.until_on > l.last_on)))) AS missingLevelCount,
       (SELECT COUNT(*) FROM absence a WHERE a.center_id = ? AND a.cancelled_at IS NULL AND a.until_on IS NULL
          AND a.from_on <= m.ends AND a.planned_until_on <= m.ends) AS openAbsenceCount,
       (SELECT COUNT(*) FROM lived l JOIN resident r ON r.id = l.resident_id AND r.center_id = ?
          WHERE l.month = m.month AND r.died_on <= l.ends AND l.until_on IS NULL) AS openDeathCount,
       (SELECT CONCAT('', ${SUMMARY_JSON}) FROM claim c JOIN center n ON n.id = c.center_id
          JOIN organization o ON o.id = c.organization_id
          WHERE c.center_id = ? AND c.kind = 'MONTHLY' AND c.period = m.month AND ${seen.sql} ORDER BY c.revision DESC LIMIT 1) AS claim
     FROM m ORDER BY m.month`,
    [...spans, centerId, db.centers, ...Array<string>(5).fill(centerId), ...seen.parameters],
  );
}
