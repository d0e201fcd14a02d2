import { ImportOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';

const Roster = lazyPage(async () => ({ default: (await import('./roster.page.js')).RosterPage }));
const RosterImport = lazyPage(async () => ({
  default: (await import('./roster-import.page.js')).RosterImportPage,
}));

export const rosterFeature: Feature = {
  name: 'roster',
  routes: [
    {
      area: 'center',
      path: 'roster',
      element: Roster,
      permission: 'roster.import',
      menu: { label: 'roster:menu', icon: <ImportOutlined />, group: 'people', order: 15 },
    },
    {
      area: 'center',
      path: 'roster/:importId',
      element: RosterImport,
      permission: 'roster.import',
    },
  ],
};
