import { PhoneOutlined } from '@ant-design/icons';
import { lazy } from 'react';

import type { Feature } from '../../shared/feature.js';

const Calls = lazy(async () => ({ default: (await import('./calls.page.js')).CallsPage }));
const Call = lazy(async () => ({ default: (await import('./call.page.js')).CallPage }));

/** Calls to people of a claim. */
export const callsFeature: Feature = {
  name: 'calls',
  routes: [
    {
      area: 'bureau',
      path: 'calls',
      element: Calls,
      permission: 'callback.read',
      menu: { label: 'calls:menu', icon: <PhoneOutlined />, group: 'money', order: 35 },
    },
    { area: 'bureau', path: 'calls/:callId', element: Call, permission: 'callback.read' },
  ],
};
