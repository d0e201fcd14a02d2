import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock, InputError } from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  isDuplicate,
  likePattern,
  newId,
  UnitOfWork,
  type Db,
  type Scope,
  type Tx,
} from '@yibu/platform';
import { randomBytes } from 'node:crypto';

import { InvitationEntity, UserCenterEntity, UserEntity, UserRoleEntity } from './door.entities.js';
import type {
  InvitationLink,
  InviteUserInput,
  Role,
  UpdateUserInput,
  User,
  UserPage,
} from './door.graphql.js';
import { INVITATION_DAYS } from './password.rules.js';
import { tokenHash } from './scope.source.js';
import { toUser, USER_FROM, USER_SELECT, type UserRow } from './user.row.js';

export interface UserFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly search?: string | null;
  readonly status?: string | null;
}

/** Users of one's own organization; the platform administrator reaches all. */
@Injectable()
export class UserService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope, filter: UserFilter): Promise<UserPage> {
    const db = this.unitOfWork.read(scope);
    const search = likePattern(filter.search?.trim() ?? '');
    const rows = await db.rows<UserRow>(
      `${USER_SELECT}, COUNT(*) OVER () AS total ${USER_FROM}
       WHERE (? OR u.organization_id = ?) AND (u.user_name LIKE ? OR u.display_name LIKE ?)
         AND (? IS NULL OR u.status = ?)
       ORDER BY u.status, u.user_name, u.id LIMIT ? OFFSET ?`,
      [
        scope.organizationKind === 'PLATFORM',
        scope.organizationId,
        search,
        search,
        filter.status ?? null,
        filter.status ?? null,
        filter.pageSize,
        (filter.page - 1) * filter.pageSize,
      ],
    );
    return { items: rows.map(toUser), total: rows[0]?.total ?? 0 };
  }

  async get(scope: Scope, id: string): Promise<User> {
    return await this.find(this.unitOfWork.read(scope), id);
  }

  async roles(scope: Scope): Promise<Role[]> {
    const rows = await this.unitOfWork
      .read(scope)
      .rows<Omit<Role, 'permissions'> & { permissions: string }>(
        `SELECT r.id, r.organization_kind AS organizationKind, r.code, r.name, r.name_en AS nameEn,
         (SELECT GROUP_CONCAT(p.permission ORDER BY p.permission) FROM role_permission p WHERE p.role_id = r.id) AS permissions
       FROM role r WHERE ? OR r.organization_kind = ? ORDER BY r.organization_kind, r.code`,
        [scope.organizationKind === 'PLATFORM', scope.organizationKind],
      );
    return rows.map((row) => ({ ...row, permissions: (row.permissions ?? '').split(',') }));
  }

  async invite(scope: Scope, input: InviteUserInput): Promise<InvitationLink> {
    const organizationId =
      scope.organizationKind === 'PLATFORM'
        ? (input.organizationId ?? scope.organizationId)
        : scope.organizationId;
    return await this.unitOfWork.run(scope, async (tx) => {
      const id = newId();
      try {
        await tx.insert(UserEntity, {
          id,
          organizationId,
          userName: input.userName,
          displayName: input.displayName.trim(),
          phone: input.phone ?? null,
          status: 'INVITED',
          createdAt: this.clock.now(),
        });
      } catch (error) {
        throw isDuplicate(error)
          ? new AppError('USER_NAME_TAKEN', 'User name is taken', { userName: input.userName })
          : error;
      }
      await this.assign(tx, { userId: id, organizationId }, input);
      tx.audit({
        entity: 'user',
        entityId: id,
        centerId: null,
        action: 'invite',
        changes: changesOf({
          userName: input.userName,
          displayName: input.displayName,
          roles: input.roleCodes.join(', '),
        }),
      });
      return await this.newInvitation(tx, id);
    });
  }

  async update(scope: Scope, input: UpdateUserInput): Promise<User> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await this.find(tx, input.id);
      await tx.update(UserEntity, input, {
        displayName: input.displayName.trim(),
        phone: input.phone ?? null,
      });
      await tx.execute('DELETE FROM user_role WHERE user_id = ?', [input.id]);
      await tx.execute('DELETE FROM user_center WHERE user_id = ?', [input.id]);
      await this.assign(tx, { userId: input.id, organizationId: before.organizationId }, input);
      await this.assertAdministratorLeft(tx, before.organizationId);
      const view = (user: {
        displayName: string;
        phone?: string | null;
        roleCodes: string[];
        centerIds: string[];
      }) => ({
        displayName: user.displayName,
        phone: user.phone ?? null,
        roles: [...user.roleCodes].sort().join(', '),
        centers: [...user.centerIds].sort().join(', '),
      });
      tx.audit({
        entity: 'user',
        entityId: input.id,
        centerId: null,
        action: 'update',
        changes: changesBetween(view(before), view(input), [
          'displayName',
          'phone',
          'roles',
          'centers',
        ]),
      });
      return await this.find(tx, input.id);
    });
  }

  /** Takes effect on the user's next request: the sessions are gone. */
  async disable(scope: Scope, id: string, reason: string): Promise<User> {
    return await this.setStatus(scope, { id, reason, to: 'DISABLED', action: 'disable' });
  }

  async enable(scope: Scope, id: string, reason: string): Promise<User> {
    return await this.setStatus(scope, { id, reason, to: 'ACTIVE', action: 'enable' });
  }

  /** A new one-time link; the old password stops working now. */
  async resetPassword(scope: Scope, id: string, reason: string): Promise<InvitationLink> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const user = await this.find(tx, id);
      if (user.isDemo) {
        throw new AppError('FORBIDDEN', 'Demo accounts keep their password', {
          permission: 'demo',
        });
      }
      await tx.execute(
        `UPDATE app_user SET password_hash = NULL, failed_attempts = 0, locked_until = NULL, version = version + 1
         WHERE id = ?`,
        [id],
      );
      await tx.execute('DELETE FROM session WHERE user_id = ?', [id]);
      tx.audit({ entity: 'user', entityId: id, centerId: null, action: 'resetPassword', reason });
      return await this.newInvitation(tx, id);
    });
  }

  private async setStatus(
    scope: Scope,
    change: { id: string; reason: string; to: 'ACTIVE' | 'DISABLED'; action: string },
  ): Promise<User> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const user = await this.find(tx, change.id);
      if (change.id === scope.userId) {
        throw new AppError('LAST_ADMINISTRATOR', 'Nobody disables themselves', { reason: 'SELF' });
      }
      await tx.update(UserEntity, user, {
        status: change.to,
        failedAttempts: 0,
        lockedUntil: null,
      });
      await tx.execute('DELETE FROM session WHERE user_id = ?', [change.id]);
      await this.assertAdministratorLeft(tx, user.organizationId);
      tx.audit({
        entity: 'user',
        entityId: change.id,
        centerId: null,
        action: change.action,
        changes: [{ field: 'status', from: user.status, to: change.to }],
        reason: change.reason,
      });
      return await this.find(tx, change.id);
    });
  }

  private async find(db: Db, id: string): Promise<User> {
    const row = await db.row<UserRow>(
      `${USER_SELECT} ${USER_FROM} WHERE u.id = ? AND (? OR u.organization_id = ?)`,
      [id, db.scope.organizationKind === 'PLATFORM', db.scope.organizationId],
    );
    if (!row) {
      throw new AppError('NOT_FOUND', `No user ${id} in reach`, { entity: 'user', id });
    }
    return toUser(row);
  }

  /** Roles must be of the organization's kind, and centers within the giver's reach: nobody gives what they lack. */
  private async assign(
    tx: Tx,
    user: { userId: string; organizationId: string },
    input: { readonly roleCodes: readonly string[]; readonly centerIds: readonly string[] },
  ): Promise<void> {
    const roles = await tx.rows<{ id: string }>(
      `SELECT r.id FROM role r JOIN organization o ON o.id = ? AND o.kind = r.organization_kind WHERE r.code IN (?)`,
      [user.organizationId, input.roleCodes],
    );
    if (roles.length === 0 || roles.length !== new Set(input.roleCodes).size) {
      throw new InputError([{ path: 'roleCodes', rule: 'isKnown' }]);
    }
    input.centerIds.forEach((centerId) => {
      tx.requireCenter(centerId);
    });
    await tx.insert(
      UserRoleEntity,
      roles.map(({ id }) => ({ userId: user.userId, roleId: id })),
    );
    await tx.insert(
      UserCenterEntity,
      [...new Set(input.centerIds)].map((centerId) => ({ userId: user.userId, centerId })),
    );
  }

  private async assertAdministratorLeft(tx: Tx, organizationId: string): Promise<void> {
    const row = await tx.row<{ n: number }>(
      `SELECT COUNT(*) AS n FROM app_user u JOIN user_role ur ON ur.user_id = u.id
       JOIN role_permission p ON p.role_id = ur.role_id AND p.permission = 'user.manage'
       WHERE u.organization_id = ? AND u.status = 'ACTIVE'`,
      [organizationId],
    );
    if ((row?.n ?? 0) === 0) {
      throw new AppError(
        'LAST_ADMINISTRATOR',
        `${organizationId} would have nobody to manage users`,
        {
          reason: 'LAST',
        },
      );
    }
  }

  private async newInvitation(tx: Tx, userId: string): Promise<InvitationLink> {
    const token = randomBytes(24).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + INVITATION_DAYS * 86_400_000);
    await tx.execute('DELETE FROM invitation WHERE user_id = ? AND used_at IS NULL', [userId]);
    await tx.insert(InvitationEntity, {
      id: newId(),
      userId,
      tokenHash: tokenHash(token),
      expiresAt,
      usedAt: null,
    });
    return { userId, token, expiresAt };
  }
}
