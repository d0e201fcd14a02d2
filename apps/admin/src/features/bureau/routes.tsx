import { ClockCircleOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { lazy } from 'react';

import type { Feature } from '../../shared/feature.js';

const Held = lazy(async () => ({ default: (await import('./held.page.js')).HeldPage }));

const Clock = lazy(async () => ({ default: (await import('./clock.page.js')).ClockPage }));

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
    {
      area: 'bureau',
      path: 'time-limits',
      element: Clock,
      permission: 'review.read',
      menu: {
        label: 'bureau:clock.menu',
        icon: <ClockCircleOutlined />,
        group: 'settings',
        order: 30,
      },
    },
  ],
};
