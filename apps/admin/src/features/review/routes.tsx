import { AuditOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';
import { ReviewPart } from './review.part.js';

const Queue = lazyPage(async () => ({ default: (await import('./queue.page.js')).QueuePage }));
const Card = lazyPart(async () => ({ default: (await import('./review-card.js')).ReviewCard }));
const Money = lazyPart(async () => ({ default: (await import('./money.card.js')).MoneyCard }));

export const reviewFeature: Feature = {
  name: 'review',
  routes: [
    {
      area: 'bureau',
      path: 'claims',
      element: Queue,
      permission: 'review.read',
      menu: {
        label: 'review:menu.queue',
        icon: <AuditOutlined />,
        group: 'money',
        order: 10,
        onPhoneBar: true,
      },
    },
    { area: 'bureau', path: 'claims/:claimId', element: ReviewPart, permission: 'review.read' },
  ],
  slots: [
    {
      slot: 'dashboard.cards',
      key: 'review',
      area: 'bureau',
      order: 10,
      permission: 'review.read',
      component: Card,
    },
    {
      slot: 'dashboard.cards',
      key: 'money',
      area: 'bureau',
      order: 90,
      permission: 'review.read',
      component: Money,
    },
  ],
};
