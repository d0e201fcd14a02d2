import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK } from '@yibu/platform';
import { DataSource } from 'typeorm';

import { afterFailure, isLocked, LOCK_MINUTES } from './password.rules.js';

export interface UserRow {
  readonly id: string;
  readonly userName: string;
  readonly organizationId: string;
  readonly passwordHash: string | null;
  readonly status: string;
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
  readonly isDemo: number;
}

export const USER = `SELECT id, user_name AS userName, organization_id AS organizationId, password_hash AS passwordHash,
  status, failed_attempts AS failedAttempts, locked_until AS lockedUntil, is_demo AS isDemo FROM app_user`;

/** How often somebody may be wrong, wherever a password is asked for. */
@Injectable()
export class SignInAttempts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts before the password is looked at; locks the user's row, so that rival guesses come one after the other. */
  async count(userName: string): Promise<UserRow | null> {
    const now = this.clock.now();
    const counted = await this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const [user] = await manager.query<UserRow[]>(`${USER} WHERE user_name = ? FOR UPDATE`, [
        userName,
      ]);
      if (!user || isLocked(user, now)) {
        return user ?? null;
      }
      const next = afterFailure(user, now);
      await manager.query(
        'UPDATE app_user SET failed_attempts = ?, locked_until = ? WHERE id = ?',
        [next.failedAttempts, next.lockedUntil, user.id],
      );
      return user;
    });
    if (counted && isLocked(counted, now)) {
      throw new AppError('ACCOUNT_LOCKED', `User ${counted.id} is locked`, {
        until: counted.lockedUntil?.toISOString() ?? '',
        minutes: LOCK_MINUTES,
      });
    }
    return counted;
  }
}
