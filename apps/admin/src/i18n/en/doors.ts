import type { doors as source } from '../zh-CN/doors.js';

export const doors: typeof source = {
  menu: {
    users: 'Users',
    roles: 'Roles and permissions',
    audit: 'Audit trail',
    center: 'Center details',
    centers: 'Centers',
    organizations: 'Organizations',
    counties: 'Counties',
    account: 'My account',
  },
};
