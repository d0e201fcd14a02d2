import { HomeOutlined } from '@ant-design/icons';

import type { Area, Feature, FeatureRoute } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';

const Dashboard = lazyPage(async () => ({
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
