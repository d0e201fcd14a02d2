import { NotificationOutlined } from '@ant-design/icons';
import { lazy } from 'react';

import type { Feature } from '../../shared/feature.js';

const List = lazy(async () => ({
  default: (await import('./notice-list.page.js')).NoticeListPage,
}));
const Notice = lazy(async () => ({ default: (await import('./notice.page.js')).BureauNoticePage }));

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
