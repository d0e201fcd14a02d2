import type { User } from './door.graphql.js';

export interface UserRow extends Omit<User, 'roleCodes' | 'centerIds' | 'isDemo'> {
  readonly roleCodes: string | null;
  readonly centerIds: string | null;
  readonly isDemo: number;
  readonly total?: number;
}

export const USER_SELECT = `SELECT u.id, u.user_name AS userName, u.display_name AS displayName, u.phone, u.status,
  u.organization_id AS organizationId, o.name AS organizationName, u.is_demo AS isDemo,
  u.last_sign_in_at AS lastSignInAt, u.locked_until AS lockedUntil, u.created_at AS createdAt, u.version,
  (SELECT GROUP_CONCAT(r.code ORDER BY r.code) FROM user_role ur JOIN role r ON r.id = ur.role_id
   WHERE ur.user_id = u.id) AS roleCodes,
  (SELECT GROUP_CONCAT(uc.center_id ORDER BY uc.center_id) FROM user_center uc WHERE uc.user_id = u.id) AS centerIds`;
export const USER_FROM = 'FROM app_user u JOIN organization o ON o.id = u.organization_id';

export function toUser(row: UserRow): User {
  const { total: _total, ...user } = row;
  return {
    ...user,
    isDemo: row.isDemo === 1,
    roleCodes: split(row.roleCodes),
    centerIds: split(row.centerIds),
  };
}

const split = (text: string | null): string[] =>
  (text ?? '').split(',').filter((part) => part !== '');
