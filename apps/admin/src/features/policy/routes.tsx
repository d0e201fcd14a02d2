import { BookOutlined } from '@ant-design/icons';

import type { Area, Feature, FeatureRoute } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';

const Policy = lazyPage(async () => ({ default: (await import('./policy.page.js')).PolicyPage }));
const Pack = lazyPage(async () => ({ default: (await import('./pack.page.js')).PackPage }));
const Compare = lazyPage(async () => ({
  default: (await import('./compare.page.js')).ComparePage,
}));
const Run = lazyPage(async () => ({ default: (await import('./run.page.js')).RunPage }));
const CenterChecklist = lazyPage(async () => ({
  default: (await import('./center-checklist.page.js')).CenterChecklistPage,
}));
const Card = lazyPart(async () => ({ default: (await import('./waiting.card.js')).WaitingCard }));

const readable = (area: Area, permission = 'pack.read'): readonly FeatureRoute[] => [
  {
    area,
    path: 'policy',
    element: Policy,
    permission,
    menu: {
      label: 'policy:menu',
      icon: <BookOutlined />,
      group: area === 'center' ? 'money' : 'settings',
      order: area === 'center' ? 80 : 20,
    },
  },
  { area, path: 'policy/packs/:packId', element: Pack, permission },
  { area, path: 'policy/packs/:packId/compare', element: Compare, permission },
];

/** The rules that the subsidies follow: read by everybody, changed by two people of the bureau. */
export const policyFeature: Feature = {
  name: 'policy',
  routes: [
    ...readable('bureau'),
    ...readable('center'),
    // The bureau and the operators read them in their own places.
    ...readable('org', 'organization.manage'),
    {
      area: 'bureau',
      path: 'policy/centers/:centerId',
      element: CenterChecklist,
      permission: 'pack.manage',
    },
    { area: 'bureau', path: 'policy/runs/:runId', element: Run, permission: 'pack.manage' },
  ],
  slots: [
    {
      slot: 'dashboard.cards',
      key: 'policy',
      area: 'bureau',
      order: 40,
      permission: 'pack.confirm',
      component: Card,
    },
  ],
};
