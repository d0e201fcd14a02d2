import {
  AuditOutlined,
  BankOutlined,
  EnvironmentOutlined,
  IdcardOutlined,
  SafetyOutlined,
  ShopOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';

import type { Feature, FeatureRoute } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';

const Users = lazyPage(async () => ({
  default: (await import('./user-list.page.js')).UserListPage,
}));
const User = lazyPage(async () => ({
  default: (await import('./user-detail.page.js')).UserDetailPage,
}));
const Roles = lazyPage(async () => ({ default: (await import('./roles.page.js')).RolesPage }));
const Audit = lazyPage(async () => ({ default: (await import('./audit.page.js')).AuditPage }));
const Centers = lazyPage(async () => ({
  default: (await import('./center-list.page.js')).CenterListPage,
}));
const CenterInfo = lazyPage(async () => ({
  default: (await import('./center-info.page.js')).CenterInfoPage,
}));
const Organizations = lazyPage(async () => ({
  default: (await import('./organization-list.page.js')).OrganizationListPage,
}));
const Counties = lazyPage(async () => ({
  default: (await import('./county-list.page.js')).CountyListPage,
}));
const Account = lazyPage(async () => ({
  default: (await import('./account.page.js')).AccountPage,
}));
const UsersCard = lazyPart(async () => ({ default: (await import('./users.card.js')).UsersCard }));
const PlacesCard = lazyPart(async () => ({
  default: (await import('./places.card.js')).PlacesCard,
}));
const MyCentersCard = lazyPart(async () => ({
  default: (await import('./my-centers.card.js')).MyCentersCard,
}));

const people: readonly FeatureRoute[] = [
  {
    area: 'org',
    path: 'users',
    element: Users,
    permission: 'user.read',
    menu: { label: 'doors:menu.users', icon: <UserSwitchOutlined />, group: 'settings', order: 40 },
  },
  { area: 'org', path: 'users/:userId', element: User, permission: 'user.read' },
  {
    area: 'org',
    path: 'roles',
    element: Roles,
    permission: 'user.read',
    menu: { label: 'doors:menu.roles', icon: <SafetyOutlined />, group: 'settings', order: 50 },
  },
  {
    area: 'org',
    path: 'audit',
    element: Audit,
    permission: 'audit.read',
    menu: { label: 'doors:menu.audit', icon: <AuditOutlined />, group: 'settings', order: 60 },
  },
  { area: 'me', path: '', element: Account, permission: null },
];

const places: readonly FeatureRoute[] = [
  {
    area: 'center',
    path: 'center',
    element: CenterInfo,
    permission: 'center.read',
    menu: { label: 'doors:menu.center', icon: <IdcardOutlined />, group: 'settings', order: 90 },
  },
  {
    area: 'org',
    path: 'centers',
    element: Centers,
    permission: 'center.read',
    menu: { label: 'doors:menu.centers', icon: <ShopOutlined />, group: 'people', order: 10 },
  },
  {
    area: 'org',
    path: 'organizations',
    element: Organizations,
    permission: 'organization.manage',
    menu: { label: 'doors:menu.organizations', icon: <BankOutlined />, group: 'people', order: 20 },
  },
  {
    area: 'org',
    path: 'counties',
    element: Counties,
    permission: 'organization.manage',
    menu: {
      label: 'doors:menu.counties',
      icon: <EnvironmentOutlined />,
      group: 'people',
      order: 30,
    },
  },
];

export const doorsFeature: Feature = {
  name: 'doors',
  routes: [...people, ...places],
  slots: [
    {
      slot: 'dashboard.cards',
      key: 'places',
      area: 'org',
      order: 10,
      permission: 'organization.manage',
      component: PlacesCard,
    },
    {
      slot: 'dashboard.cards',
      key: 'my-centers',
      area: 'org',
      order: 20,
      permission: 'center.read',
      component: MyCentersCard,
    },
    {
      slot: 'dashboard.cards',
      key: 'users',
      area: 'org',
      order: 30,
      permission: 'user.manage',
      component: UsersCard,
    },
  ],
};
