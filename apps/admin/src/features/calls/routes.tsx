import { PhoneOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';

const Calls = lazyPage(async () => ({ default: (await import('./calls.page.js')).CallsPage }));
const Call = lazyPage(async () => ({ default: (await import('./call.page.js')).CallPage }));

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
