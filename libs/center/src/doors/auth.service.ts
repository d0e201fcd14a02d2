import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError, InputError, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  newId,
  ScopeSource,
  UnitOfWork,
  type Locale,
  type Scope,
  type Tx,
} from '@yibu/platform';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';

import { SessionEntity } from './door.entities.js';
import { passwordProblem, SESSION_HOURS } from './password.rules.js';
import { PasswordService } from './password.service.js';
import { tokenHash } from './scope.source.js';
import { SignInAttempts, USER, type UserRow } from './sign-in-attempts.js';

@Injectable()
export class AuthService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: PasswordService,
    private readonly scopes: ScopeSource,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * A token for the cookie. A wrong name and a wrong password are one refusal, after the same time. The failure is
   * counted before the password is looked at, so guesses sent at once cannot overtake the lock.
   */
  async signIn(userName: string, password: string, requestId: string): Promise<string> {
    const name = userName.trim().toLowerCase();
    const user = await this.attempts.count(name);
    const isRight = await this.passwords.verify(user?.passwordHash ?? null, password);
    if (!user || !isRight || user.status !== 'ACTIVE') {
      throw new AppError('SIGN_IN_FAILED', `Sign-in failed for ${user?.id ?? 'an unknown name'}`);
    }
    const scope = await this.scopes.forUser(user.id, requestId);
    if (!scope) {
      throw new AppError('SIGN_IN_FAILED', `User ${user.id} is not active`);
    }
    return await this.unitOfWork.run(scope, async (tx) => {
      await tx.execute(
        'UPDATE app_user SET failed_attempts = 0, locked_until = NULL, last_sign_in_at = ? WHERE id = ?',
        [this.clock.now(), user.id],
      );
      tx.audit({ entity: 'user', entityId: user.id, centerId: null, action: 'signIn' });
      return await this.openSession(tx, user.id);
    });
  }

  /**
   * The password once more, before a step that binds or pays. It counts like a sign-in, so an open screen is no place
   * to guess, and holds for this session only.
   */
  async confirmPassword(scope: Scope, sessionId: string, password: string): Promise<void> {
    const [known] = await this.dataSource.query<UserRow[]>(`${USER} WHERE id = ?`, [scope.userId]);
    const user = await this.attempts.count(known?.userName ?? '');
    if (!user || !(await this.passwords.verify(user.passwordHash, password))) {
      throw new InputError([{ path: 'password', rule: 'isCorrect' }]);
    }
    await this.unitOfWork.run(scope, async (tx) => {
      await tx.execute(
        'UPDATE app_user SET failed_attempts = 0, locked_until = NULL WHERE id = ?',
        [user.id],
      );
      await tx.execute('UPDATE session SET confirmed_at = ? WHERE id = ? AND user_id = ?', [
        this.clock.now(),
        sessionId,
        user.id,
      ]);
      tx.audit({ entity: 'user', entityId: user.id, centerId: null, action: 'confirmPassword' });
    });
  }

  async signOut(sessionId: string, scope: Scope): Promise<void> {
    await this.unitOfWork.run(scope, async (tx) => {
      await tx.execute('DELETE FROM session WHERE id = ? AND user_id = ?', [
        sessionId,
        scope.userId,
      ]);
      tx.audit({ entity: 'user', entityId: scope.userId, centerId: null, action: 'signOut' });
    });
  }

  async signOutEverywhere(scope: Scope): Promise<void> {
    await this.unitOfWork.run(scope, async (tx) => {
      await tx.execute('DELETE FROM session WHERE user_id = ?', [scope.userId]);
      tx.audit({
        entity: 'user',
        entityId: scope.userId,
        centerId: null,
        action: 'signOutEverywhere',
      });
    });
  }

  /** Ends every other session of the user. Demo accounts keep the password that the start page prints. */
  async changePassword(
    scope: Scope,
    change: { readonly current: string; readonly next: string; readonly sessionId: string },
  ): Promise<void> {
    const [user] = await this.dataSource.query<UserRow[]>(`${USER} WHERE id = ?`, [scope.userId]);
    if (!user || !(await this.passwords.verify(user.passwordHash, change.current))) {
      throw new InputError([{ path: 'currentPassword', rule: 'isCorrect' }]);
    }
    if (user.isDemo === 1) {
      throw new AppError('FORBIDDEN', 'Demo accounts keep their password', { permission: 'demo' });
    }
    assertStrong(change.next, user.userName);
    if (change.next === change.current) {
      throw new InputError([{ path: 'newPassword', rule: 'isDifferent' }]);
    }
    const passwordHash = await this.passwords.hash(change.next);
    await this.unitOfWork.run(scope, async (tx) => {
      await tx.execute(
        'UPDATE app_user SET password_hash = ?, must_change_password = 0 WHERE id = ?',
        [passwordHash, scope.userId],
      );
      await tx.execute('DELETE FROM session WHERE user_id = ? AND id <> ?', [
        scope.userId,
        change.sessionId,
      ]);
      tx.audit({
        entity: 'user',
        entityId: scope.userId,
        centerId: null,
        action: 'changePassword',
      });
    });
  }

  /** Sets the first or a new password with a one-time link, and signs in. */
  async acceptInvitation(token: string, password: string, requestId: string): Promise<string> {
    const [row] = await this.dataSource.query<{ id: string; userId: string; userName: string }[]>(
      `SELECT i.id, u.id AS userId, u.user_name AS userName FROM invitation i JOIN app_user u ON u.id = i.user_id
       WHERE i.token_hash = ? AND i.used_at IS NULL AND i.expires_at > ? AND u.status <> 'DISABLED'`,
      [tokenHash(token), this.clock.now()],
    );
    if (!row) {
      throw new AppError('INVITATION_INVALID', 'Unknown, used or expired link');
    }
    assertStrong(password, row.userName);
    const passwordHash = await this.passwords.hash(password);
    await this.dataSource.query(
      `UPDATE app_user SET status = 'ACTIVE' WHERE id = ? AND status = 'INVITED'`,
      [row.userId],
    );
    const scope = await this.scopes.forUser(row.userId, requestId);
    if (!scope) {
      throw new AppError('INVITATION_INVALID', `User ${row.userId} is not active`);
    }
    return await this.unitOfWork.run(scope, async (tx) => {
      const used = await tx.execute(
        'UPDATE invitation SET used_at = ? WHERE id = ? AND used_at IS NULL',
        [this.clock.now(), row.id],
      );
      if (used !== 1) {
        throw new AppError('INVITATION_INVALID', 'The link was used a moment ago');
      }
      await tx.execute(
        `UPDATE app_user SET password_hash = ?, must_change_password = 0, failed_attempts = 0, locked_until = NULL,
           last_sign_in_at = ? WHERE id = ?`,
        [passwordHash, this.clock.now(), row.userId],
      );
      await tx.execute('DELETE FROM session WHERE user_id = ?', [row.userId]);
      tx.audit({
        entity: 'user',
        entityId: row.userId,
        centerId: null,
        action: 'acceptInvitation',
      });
      return await this.openSession(tx, row.userId);
    });
  }

  async setLocale(scope: Scope, locale: Locale): Promise<void> {
    await this.unitOfWork.run(scope, async (tx) => {
      await tx.execute('UPDATE app_user SET locale = ? WHERE id = ?', [locale, scope.userId]);
      tx.audit({
        entity: 'user',
        entityId: scope.userId,
        centerId: null,
        action: 'setLocale',
        changes: [{ field: 'locale', from: scope.locale, to: locale }],
      });
    });
  }

  private async openSession(tx: Tx, userId: string): Promise<string> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    await tx.execute('DELETE FROM session WHERE user_id = ? AND expires_at < ?', [userId, now]);
    await tx.insert(SessionEntity, {
      id: newId(),
      userId,
      tokenHash: tokenHash(token),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
    });
    return token;
  }
}

export function assertStrong(password: string, userName: string): void {
  const problem = passwordProblem(password, userName);
  if (problem !== null) {
    throw new AppError('PASSWORD_WEAK', 'The password is too easy to guess', { problem });
  }
}
