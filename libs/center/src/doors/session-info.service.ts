import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, ScopeSource, type Scope } from '@yibu/platform';
import { DataSource } from 'typeorm';

import type { CenterRef, SessionInfo } from './door.graphql.js';
import { IDLE_MINUTES } from './password.rules.js';

/** What the client needs to draw itself for a user. */
@Injectable()
export class SessionInfoService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly scopes: ScopeSource,
  ) {}

  async describeByToken(token: string): Promise<SessionInfo> {
    const session = await this.scopes.forSession(token, `session-${this.clock.now().getTime()}`);
    if (!session) {
      throw new AppError('UNAUTHENTICATED', 'The session ended');
    }
    return await this.describe(session.scope);
  }

  async describe(scope: Scope): Promise<SessionInfo> {
    const { userId } = scope;
    const [user] = await this.dataSource.query<UserRow[]>(
      `SELECT u.user_name AS userName, u.must_change_password AS mustChangePassword, u.is_demo AS isDemo,
         o.name AS organizationName,
         (SELECT GROUP_CONCAT(IF(u.locale = 'en', r.name_en, r.name) ORDER BY r.code SEPARATOR '|')
          FROM user_role ur JOIN role r ON r.id = ur.role_id WHERE ur.user_id = u.id) AS roleNames
       FROM app_user u JOIN organization o ON o.id = u.organization_id WHERE u.id = ?`,
      [userId],
    );
    if (!user) {
      throw new AppError('UNAUTHENTICATED', `User ${userId} does not exist`);
    }
    return {
      userId,
      userName: user.userName,
      displayName: scope.userName,
      organizationId: scope.organizationId,
      organizationName: user.organizationName,
      organizationKind: scope.organizationKind,
      permissions: [...scope.permissions].sort(),
      roleNames: (user.roleNames ?? '').split('|').filter((name) => name !== ''),
      ...(await this.places(scope)),
      mustChangePassword: user.mustChangePassword === 1,
      isDemo: user.isDemo === 1,
      idleMinutes: IDLE_MINUTES,
      locale: scope.locale,
    };
  }

  /** Names of everything within reach, in one statement; a county is named though it has no center yet. */
  private async places(scope: Scope): Promise<Places> {
    const former = scope.formerCenters ?? [];
    const ids = [...scope.centerIds, ...former.map(({ centerId }) => centerId)];
    const rows = await this.dataSource.query<PlaceRow[]>(
      `SELECT n.code AS countyCode, n.name AS countyName, n.name_en AS countyNameEn, c.id, c.name, c.code
       FROM county n LEFT JOIN center c ON c.county_code = n.code AND c.id IN (?)
       WHERE n.code IN (?) OR c.id IS NOT NULL ORDER BY n.code, c.code`,
      [orNone(ids), orNone(scope.countyCodes)],
    );
    return placesOf(rows, scope);
  }
}

/** `IN ()` is no SQL. */
const orNone = (values: readonly string[]): readonly string[] =>
  values.length === 0 ? [''] : values;

type Places = Pick<SessionInfo, 'centers' | 'counties' | 'formerCenters'>;

interface PlaceRow extends Pick<CenterRef, 'countyCode' | 'countyName'> {
  readonly countyNameEn: string;
  readonly id: string | null;
  readonly name: string;
  readonly code: string;
}

function placesOf(rows: readonly PlaceRow[], scope: Scope): Places {
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const counties = new Map(
    rows.map(({ countyCode: code, countyName: name, countyNameEn: nameEn }) => [
      code,
      { code, name, nameEn },
    ]),
  );
  return {
    centers: rows.flatMap(({ id, name, code, countyCode, countyName }) =>
      id !== null && scope.centerIds.includes(id)
        ? [{ id, name, code, countyCode, countyName }]
        : [],
    ),
    counties: [...counties.values()].filter(({ code }) => scope.countyCodes.includes(code)),
    // Where the operator may still claim, the latest month first.
    formerCenters: (scope.formerCenters ?? [])
      .map(({ centerId, firstMonth, lastMonth }) => ({
        id: centerId,
        name: nameOf.get(centerId) ?? '',
        firstMonth,
        lastMonth,
      }))
      .sort((a, b) => b.lastMonth.localeCompare(a.lastMonth)),
  };
}

interface UserRow {
  readonly userName: string;
  readonly mustChangePassword: number;
  readonly isDemo: number;
  readonly organizationName: string;
  readonly roleNames: string | null;
}
