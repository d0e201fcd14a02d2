import { ContactsOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';

const Lists = lazyPage(async () => ({ default: (await import('./lists.page.js')).ListsPage }));
const List = lazyPage(async () => ({ default: (await import('./list.page.js')).ListPage }));

/** What the county's registers say about people, list by list. */
export const registryFeature: Feature = {
  name: 'registry',
  routes: [
    {
      area: 'bureau',
      path: 'lists',
      element: Lists,
      permission: 'registry.read',
      menu: {
        label: 'registry:menu',
        icon: <ContactsOutlined />,
        group: 'money',
        order: 25,
      },
    },
    { area: 'bureau', path: 'lists/:listId', element: List, permission: 'registry.read' },
  ],
};
