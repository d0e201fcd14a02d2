import { CoffeeOutlined, HeartOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';

const Services = lazyPage(async () => ({
  default: (await import('./services.page.js')).ServicesPage,
}));
const Meals = lazyPage(async () => ({ default: (await import('./meals.page.js')).MealsPage }));
const Card = lazyPart(async () => ({ default: (await import('./today-card.js')).TodayCard }));
const Tab = lazyPart(async () => ({
  default: (await import('./resident-services.tab.js')).ResidentServicesTab,
}));

export const dailyFeature: Feature = {
  name: 'daily',
  routes: [
    {
      area: 'center',
      path: 'services',
      element: Services,
      permission: 'service.read',
      menu: {
        label: 'daily:menu.services',
        icon: <HeartOutlined />,
        group: 'care',
        order: 20,
        onPhoneBar: true,
      },
    },
    {
      area: 'center',
      path: 'meals',
      element: Meals,
      permission: 'meal.read',
      menu: {
        label: 'daily:menu.meals',
        icon: <CoffeeOutlined />,
        group: 'care',
        order: 30,
        onPhoneBar: true,
      },
    },
  ],
  slots: [
    {
      slot: 'dashboard.cards',
      key: 'today',
      area: 'center',
      order: 5,
      permission: 'meal.write',
      component: Card,
    },
    {
      slot: 'resident.tabs',
      key: 'services',
      order: 60,
      label: 'daily:tab',
      permission: 'service.read',
      component: Tab,
    },
  ],
};
