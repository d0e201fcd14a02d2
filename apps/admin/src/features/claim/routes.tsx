import { AccountBookOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { lazy } from 'react';

import type { Feature } from '../../shared/feature.js';

const Board = lazy(async () => ({
  default: (await import('./month-board.page.js')).MonthBoardPage,
}));
const Claim = lazy(async () => ({ default: (await import('./claim.page.js')).ClaimPage }));
const List = lazy(async () => ({ default: (await import('./claim-list.page.js')).ClaimListPage }));
const Card = lazy(async () => ({ default: (await import('./claim-card.js')).ClaimCard }));

export const claimFeature: Feature = {
  name: 'claim',
  routes: [
    {
      area: 'center',
      path: 'claims',
      element: Board,
      permission: 'claim.read',
      menu: {
        label: 'claim:menu.board',
        icon: <AccountBookOutlined />,
        group: 'money',
        order: 10,
        onPhoneBar: true,
        phoneFirstFor: ['claim.prepare', 'claim.submit'],
      },
    },
    { area: 'center', path: 'claims/:claimId', element: Claim, permission: 'claim.read' },
    {
      area: 'center',
      path: 'all-claims',
      element: List,
      permission: 'claim.read',
      menu: {
        label: 'claim:menu.list',
        icon: <UnorderedListOutlined />,
        group: 'money',
        order: 20,
      },
    },
  ],
  slots: [
    {
      slot: 'dashboard.cards',
      key: 'claims',
      area: 'center',
      order: 10,
      permission: 'claim.read',
      component: Card,
    },
  ],
};
