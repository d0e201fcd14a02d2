import { AppstoreOutlined, LoginOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';

const BedMap = lazyPage(async () => ({ default: (await import('./bed-map.page.js')).BedMapPage }));
const Structure = lazyPage(async () => ({
  default: (await import('./structure.page.js')).StructurePage,
}));
const StayList = lazyPage(async () => ({
  default: (await import('./stay-list.page.js')).StayListPage,
}));
const ResidentStays = lazyPart(async () => ({
  default: (await import('./resident-stays.tab.js')).ResidentStaysTab,
}));
const FirstSteps = lazyPart(async () => ({
  default: (await import('./first-steps.card.js')).FirstStepsCard,
}));
const Occupancy = lazyPart(async () => ({
  default: (await import('./occupancy.card.js')).OccupancyCard,
}));
const LevelMix = lazyPart(async () => ({
  default: (await import('./level-mix.card.js')).LevelMixCard,
}));

export const bedFeature: Feature = {
  name: 'bed',
  routes: [
    {
      area: 'center',
      path: 'beds',
      element: BedMap,
      permission: 'bed.read',
      menu: {
        label: 'bed:menu.map',
        icon: <AppstoreOutlined />,
        group: 'people',
        order: 20,
        onPhoneBar: true,
      },
    },
    { area: 'center', path: 'beds/structure', element: Structure, permission: 'bed.read' },
    {
      area: 'center',
      path: 'stays',
      element: StayList,
      permission: 'stay.read',
      menu: { label: 'bed:menu.stays', icon: <LoginOutlined />, group: 'people', order: 30 },
    },
  ],
  slots: [
    {
      slot: 'dashboard.cards',
      key: 'firstSteps',
      area: 'center',
      order: 0,
      permission: 'bed.read',
      component: FirstSteps,
    },
    {
      slot: 'dashboard.cards',
      key: 'occupancy',
      area: 'center',
      order: 90,
      permission: 'bed.read',
      component: Occupancy,
    },
    {
      slot: 'dashboard.cards',
      key: 'levelMix',
      area: 'center',
      order: 90,
      permission: 'assessment.read',
      component: LevelMix,
    },
    {
      slot: 'resident.tabs',
      key: 'stays',
      label: 'bed:tab.label',
      order: 20,
      permission: 'stay.read',
      component: ResidentStays,
    },
  ],
};
