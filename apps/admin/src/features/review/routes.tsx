import { AuditOutlined } from '@ant-design/icons';
import { lazy } from 'react';

import type { Feature } from '../../shared/feature.js';

const Queue = lazy(async () => ({ default: (await import('./queue.page.js')).QueuePage }));
const Review = lazy(async () => ({ default: (await import('./review.page.js')).ReviewPage }));
const Card = lazy(async () => ({ default: (await import('./review-card.js')).ReviewCard }));
const Money = lazy(async () => ({ default: (await import('./money.card.js')).MoneyCard }));

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
    { area: 'bureau', path: 'claims/:claimId', element: Review, permission: 'review.read' },
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
