import { NotificationOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';

const List = lazyPage(async () => ({
  default: (await import('./notice-list.page.js')).NoticeListPage,
}));
const Notice = lazyPage(async () => ({
  default: (await import('./notice.page.js')).BureauNoticePage,
}));

export const noticeFeature: Feature = {
  name: 'notice',
  routes: [
    {
      area: 'bureau',
      path: 'notices',
      element: List,
      permission: 'review.read',
      menu: {
        label: 'notice:menu',
        icon: <NotificationOutlined />,
        group: 'money',
        order: 30,
      },
    },
    { area: 'bureau', path: 'notices/:noticeId', element: Notice, permission: 'review.read' },
  ],
};
