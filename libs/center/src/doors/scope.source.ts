import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addMonthsToMonth, monthOf, type Clock, type LocalDate } from '@yibu/kernel';
import {
  CLOCK,
  ScopeSource,
  type FormerCenter,
  type Locale,
  type OrganizationKind,
  type Permission,
  type Scope,
  type SessionScope,
} from '@yibu/platform';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';

import { CONFIRMATION_MINUTES, IDLE_MINUTES } from './password.rules.js';

interface ScopeRow {
  readonly userId: string;
  readonly displayName: string;
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly locale: Locale;
  readonly mustChangePassword: number;
  readonly permissions: string | null;
  readonly centers: string | null;
  readonly formerCenters: string | null;
  readonly countyCode: string | null;
  readonly sessionId: string | null;
  readonly lastSeenAt: Date | null;
  readonly confirmedAt: Date | null;
}

/** How old `last_seen_at` may get before a request writes it: one write a minute, not one a click. */
const SEEN_EVERY_MS = 60_000;

export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Within the user's own assignment. */
const ASSIGNED = `(NOT EXISTS (SELECT 1 FROM user_center x WHERE x.user_id = u.id)
           OR EXISTS (SELECT 1 FROM user_center x WHERE x.user_id = u.id AND x.center_id = c.id))`;

/**
 * One statement for who, what and where. An operator reaches the centers whose contract covers today, a bureau those of
 * its county, the platform all; an assignment narrows it further.
 */
const scopeSql = (from: string): string => `
  SELECT u.id AS userId, u.display_name AS displayName, o.id AS organizationId, o.kind AS organizationKind,
    u.locale, u.must_change_password AS mustChangePassword, o.county_code AS countyCode,
    (SELECT GROUP_CONCAT(DISTINCT rp.permission) FROM user_role ur
       JOIN role_permission rp ON rp.role_id = ur.role_id WHERE ur.user_id = u.id) AS permissions,
    (SELECT GROUP_CONCAT(DISTINCT c.id, ':', c.county_code ORDER BY c.id) FROM center c
       WHERE (CASE o.kind
           WHEN 'BUREAU' THEN c.county_code = o.county_code
           WHEN 'PLATFORM' THEN TRUE
           ELSE EXISTS (SELECT 1 FROM operating_contract oc WHERE oc.center_id = c.id
             AND oc.organization_id = o.id AND oc.from_on <= ? AND (oc.until_on IS NULL OR oc.until_on > ?))
         END)
         AND ${ASSIGNED}
    ) AS centers,
    (SELECT GROUP_CONCAT(c.id, ':', fc.from_on, ':', fc.until_on ORDER BY c.id, fc.from_on)
       FROM operating_contract fc JOIN center c ON c.id = fc.center_id
       WHERE o.kind = 'OPERATOR' AND fc.organization_id = o.id AND fc.until_on <= ? AND ${ASSIGNED}
    ) AS formerCenters, ${from}
    AND u.status = 'ACTIVE'`;

@Injectable()
export class DatabaseScopeSource extends ScopeSource {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  override async forSession(
    token: string,
    requestId: string,
    isBackground = false,
  ): Promise<SessionScope | null> {
    const now = this.clock.now();
    const today = this.clock.today();
    const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000);
    const [row] = await this.dataSource.query<ScopeRow[]>(
      scopeSql(`s.id AS sessionId, s.last_seen_at AS lastSeenAt, s.confirmed_at AS confirmedAt
        FROM session s JOIN app_user u ON u.id = s.user_id JOIN organization o ON o.id = u.organization_id
        WHERE s.token_hash = ? AND s.expires_at > ? AND s.last_seen_at > ?`),
      [today, today, today, tokenHash(token), now, idleSince],
    );
    if (!row || row.sessionId === null) {
      return null;
    }
    const isDue =
      row.lastSeenAt === null || now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS;
    if (isDue && !isBackground) {
      await this.dataSource.query('UPDATE session SET last_seen_at = ? WHERE id = ?', [
        now,
        row.sessionId,
      ]);
    }
    return {
      scope: toScope(row, requestId),
      sessionId: row.sessionId,
      mustChangePassword: row.mustChangePassword === 1,
      isConfirmed:
        row.confirmedAt !== null &&
        now.getTime() - row.confirmedAt.getTime() <= CONFIRMATION_MINUTES * 60_000,
    };
  }

  override async forUser(userId: string, requestId: string): Promise<Scope | null> {
    const today = this.clock.today();
    const [row] = await this.dataSource.query<ScopeRow[]>(
      scopeSql(`NULL AS sessionId, NULL AS lastSeenAt, NULL AS confirmedAt
        FROM app_user u JOIN organization o ON o.id = u.organization_id WHERE u.id = ?`),
      [today, today, today, userId],
    );
    return row ? toScope(row, requestId) : null;
  }
}

function toScope(row: ScopeRow, requestId: string): Scope {
  const centers = (row.centers ?? '').split(',').filter((part) => part !== '');
  const pairs = centers.map((part) => part.split(':') as [string, string]);
  const countyCodes =
    row.countyCode === null ? [...new Set(pairs.map(([, county]) => county))] : [row.countyCode];
  return Object.freeze({
    userId: row.userId,
    userName: row.displayName,
    organizationId: row.organizationId,
    organizationKind: row.organizationKind,
    countyCodes,
    centerIds: pairs.map(([id]) => id),
    formerCenters: formerOf(row.formerCenters ?? ''),
    permissions: new Set((row.permissions ?? '').split(',') as Permission[]),
    locale: row.locale,
    requestId,
  });
}

/** Terms that ended, as the months they answer for: from that of the first day to the last one run to its end. */
const formerOf = (text: string): FormerCenter[] =>
  text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => part.split(':') as [string, LocalDate, LocalDate])
    .map(([centerId, fromOn, untilOn]) => ({
      centerId,
      firstMonth: monthOf(fromOn),
      lastMonth: addMonthsToMonth(monthOf(untilOn), -1),
    }))
    .filter(({ firstMonth, lastMonth }) => firstMonth <= lastMonth);
