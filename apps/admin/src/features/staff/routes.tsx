import { IdcardOutlined, SafetyCertificateOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';

const StaffList = lazyPage(async () => ({
  default: (await import('./staff-list.page.js')).StaffListPage,
}));
const StaffDetail = lazyPage(async () => ({
  default: (await import('./staff-detail.page.js')).StaffDetailPage,
}));
const Board = lazyPage(async () => ({
  default: (await import('./certificate-board.page.js')).CertificateBoardPage,
}));
const Card = lazyPart(async () => ({
  default: (await import('./certificate-card.js')).CertificateCard,
}));

export const staffFeature: Feature = {
  name: 'staff',
  routes: [
    {
      area: 'center',
      path: 'staff',
      element: StaffList,
      permission: 'staff.read',
      menu: { label: 'staff:menu.staff', icon: <IdcardOutlined />, group: 'people', order: 40 },
    },
    { area: 'center', path: 'staff/:staffId', element: StaffDetail, permission: 'staff.read' },
    {
      area: 'center',
      path: 'certificates',
      element: Board,
      permission: 'staff.read',
      menu: {
        label: 'staff:menu.certificates',
        icon: <SafetyCertificateOutlined />,
        group: 'people',
        order: 50,
      },
    },
  ],
  slots: [
    {
      slot: 'dashboard.cards',
      key: 'certificates',
      area: 'center',
      order: 60,
      permission: 'staff.read',
      component: Card,
    },
  ],
};
