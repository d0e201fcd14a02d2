import { AccountBookOutlined, FolderOpenOutlined, UnorderedListOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';
import { ClaimPart } from './claim.part.js';

const Board = lazyPage(async () => ({
  default: (await import('./month-board.page.js')).MonthBoardPage,
}));
const List = lazyPage(async () => ({
  default: (await import('./claim-list.page.js')).ClaimListPage,
}));
const Former = lazyPage(async () => ({
  default: (await import('./former-claims.page.js')).FormerClaimsPage,
}));
const Card = lazyPart(async () => ({ default: (await import('./claim-card.js')).ClaimCard }));

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
    { area: 'center', path: 'claims/:claimId', element: ClaimPart, permission: 'claim.read' },
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
    {
      area: 'org',
      path: 'former-claims',
      element: Former,
      permission: 'claim.read',
      menu: {
        label: 'claim:menu.former',
        icon: <FolderOpenOutlined />,
        group: 'people',
        order: 90,
        concerns: ({ formerCenters }) => formerCenters.length > 0,
      },
    },
    { area: 'org', path: 'former-claims/:claimId', element: ClaimPart, permission: 'claim.read' },
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
