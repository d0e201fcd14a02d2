import type { ListExport, Locale } from '@yibu/platform';

import type { User } from './door.graphql.js';
import { USER_STATUSES, type UserStatus } from './door.entities.js';
import type { UserService } from './user.service.js';

/** More users than any organization has; an export is one file, not a stream without end. */

const STATUS_NAMES: Record<Locale, Record<UserStatus, string>> = {
  'zh-CN': { INVITED: '待接受邀请', ACTIVE: '在用', DISABLED: '已停用' },
  en: { INVITED: 'Invited', ACTIVE: 'Active', DISABLED: 'Disabled' },
};

/** Who may enter, as a spreadsheet: for the yearly check of accounts. */
export function userExport(users: UserService): ListExport<User> {
  return {
    name: 'users',
    permission: 'user.read',
    title: (locale) => (locale === 'en' ? 'Users' : '用户'),
    columns: (locale) => {
      const zh = locale === 'zh-CN';
      return [
        { header: zh ? '姓名' : 'Name', kind: 'text', value: (user) => user.displayName },
        { header: zh ? '用户名' : 'User name', kind: 'text', value: (user) => user.userName },
        { header: zh ? '电话' : 'Phone', kind: 'text', value: (user) => user.phone },
        {
          header: zh ? '状态' : 'Status',
          kind: 'text',
          value: (user) => STATUS_NAMES[locale][user.status],
        },
        {
          header: zh ? '角色' : 'Roles',
          kind: 'text',
          value: (user) => user.roleCodes.join(', '),
          width: 30,
        },
        {
          header: zh ? '单位' : 'Organization',
          kind: 'text',
          value: (user) => user.organizationName,
          width: 30,
        },
        {
          header: zh ? '上次登录' : 'Last sign-in',
          kind: 'moment',
          value: (user) => user.lastSignInAt,
        },
      ];
    },
    rows: async (scope, filters, limit) => {
      const status = USER_STATUSES.find((known) => known === filters['status']) ?? null;
      const search = filters['search'] ?? null;
      return (await users.list(scope, { page: 1, pageSize: limit, search, status })).items;
    },
  };
}
