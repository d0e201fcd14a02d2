import { PauseCircleOutlined } from '@ant-design/icons';
import { lazy } from 'react';

import type { Feature } from '../../shared/feature.js';

const Held = lazy(async () => ({ default: (await import('./held.page.js')).HeldPage }));

/** What the bureau keeps across claims: held lines, batches, money, samples, figures. */
export const bureauFeature: Feature = {
  name: 'bureau',
  routes: [
    {
      area: 'bureau',
      path: 'held',
      element: Held,
      permission: 'review.read',
      menu: {
        label: 'bureau:held.menu',
        icon: <PauseCircleOutlined />,
        group: 'money',
        order: 20,
      },
    },
  ],
};
