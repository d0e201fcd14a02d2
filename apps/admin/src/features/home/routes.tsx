import { HomeOutlined } from '@ant-design/icons';
import { lazy } from 'react';

import type { Area, Feature, FeatureRoute } from '../../shared/feature.js';

const Dashboard = lazy(async () => ({
  default: (await import('./dashboard.page.js')).DashboardPage,
}));

const start = (area: Area): FeatureRoute => ({
  area,
  path: '',
  element: Dashboard,
  permission: null,
  menu: {
    label: area === 'org' ? 'shell:home.orgMenu' : 'shell:home.menu',
    icon: <HomeOutlined />,
    group: 'today',
    order: 0,
    onPhoneBar: true,
  },
});

export const homeFeature: Feature = {
  name: 'home',
  routes: [start('center'), start('bureau'), start('org')],
};
