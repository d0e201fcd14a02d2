import { AuditOutlined, SafetyOutlined, UserSwitchOutlined } from '@ant-design/icons';
import { lazy } from 'react';

import type { Feature } from '../../shared/feature.js';

const Users = lazy(async () => ({ default: (await import('./user-list.page.js')).UserListPage }));
const User = lazy(async () => ({
  default: (await import('./user-detail.page.js')).UserDetailPage,
}));
const Roles = lazy(async () => ({ default: (await import('./roles.page.js')).RolesPage }));
const Audit = lazy(async () => ({ default: (await import('./audit.page.js')).AuditPage }));

export const doorsFeature: Feature = {
  name: 'doors',
  routes: [
    {
      area: 'org',
      path: 'users',
      element: Users,
      permission: 'user.read',
      menu: {
        label: 'doors:menu.users',
        icon: <UserSwitchOutlined />,
        group: 'settings',
        order: 30,
      },
    },
    { area: 'org', path: 'users/:userId', element: User, permission: 'user.read' },
    {
      area: 'org',
      path: 'roles',
      element: Roles,
      permission: 'user.read',
      menu: { label: 'doors:menu.roles', icon: <SafetyOutlined />, group: 'settings', order: 40 },
    },
    {
      area: 'org',
      path: 'audit',
      element: Audit,
      permission: 'audit.read',
      menu: { label: 'doors:menu.audit', icon: <AuditOutlined />, group: 'settings', order: 50 },
    },
  ],
};
