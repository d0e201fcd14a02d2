import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, ScopeSource, type Scope } from '@yibu/platform';
import { DataSource } from 'typeorm';

import type { CenterRef, CountyRef, FormerCenterRef, SessionInfo } from './door.graphql.js';
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
    return await this.describe(session.scope.userId);
  }

  async describe(userId: string): Promise<SessionInfo> {
    const scope = await this.scopes.forUser(userId, 'session');
    if (!scope) {
      throw new AppError('UNAUTHENTICATED', `User ${userId} is not active`);
    }
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
      formerCenters: await this.former(scope),
      mustChangePassword: user.mustChangePassword === 1,
      isDemo: user.isDemo === 1,
      idleMinutes: IDLE_MINUTES,
      locale: scope.locale,
    };
  }

  /** Where the operator may still claim, the latest month first. */
  private async former({ formerCenters = [] }: Scope): Promise<FormerCenterRef[]> {
    if (formerCenters.length === 0) {
      return [];
    }
    const names = await this.dataSource.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM center WHERE id IN (?)',
      [formerCenters.map(({ centerId }) => centerId)],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return formerCenters
      .map(({ centerId, firstMonth, lastMonth }) => ({
        id: centerId,
        name: nameOf.get(centerId) ?? '',
        firstMonth,
        lastMonth,
      }))
      .sort((a, b) => b.lastMonth.localeCompare(a.lastMonth));
  }

  private async places(scope: Scope): Promise<{ centers: CenterRef[]; counties: CountyRef[] }> {
    const centers =
      scope.centerIds.length === 0
        ? []
        : await this.dataSource.query<CenterRef[]>(
            `SELECT c.id, c.name, c.code, c.county_code AS countyCode, n.name AS countyName
             FROM center c JOIN county n ON n.code = c.county_code WHERE c.id IN (?) ORDER BY c.county_code, c.code`,
            [scope.centerIds],
          );
    const counties =
      scope.countyCodes.length === 0
        ? []
        : await this.dataSource.query<CountyRef[]>(
            'SELECT code, name, name_en AS nameEn FROM county WHERE code IN (?) ORDER BY code',
            [scope.countyCodes],
          );
    return { centers, counties };
  }
}

interface UserRow {
  readonly userName: string;
  readonly mustChangePassword: number;
  readonly isDemo: number;
  readonly organizationName: string;
  readonly roleNames: string | null;
}
