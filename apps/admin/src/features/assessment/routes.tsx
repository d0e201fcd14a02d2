import { SolutionOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';

const Queue = lazyPage(async () => ({
  default: (await import('./queue.page.js')).AssessmentQueuePage,
}));
const One = lazyPage(async () => ({
  default: (await import('./assessment.page.js')).AssessmentPage,
}));
const Levels = lazyPart(async () => ({ default: (await import('./level-tab.js')).LevelTab }));
const Card = lazyPart(async () => ({
  default: (await import('./assessment-card.js')).AssessmentCard,
}));

export const assessmentFeature: Feature = {
  name: 'assessment',
  routes: [
    {
      area: 'center',
      path: 'assessments',
      element: Queue,
      permission: 'assessment.read',
      menu: {
        label: 'assessment:menu',
        icon: <SolutionOutlined />,
        group: 'people',
        order: 40,
      },
    },
    {
      area: 'center',
      path: 'assessments/:assessmentId',
      element: One,
      permission: 'assessment.read',
    },
  ],
  slots: [
    {
      slot: 'resident.tabs',
      key: 'levels',
      order: 30,
      permission: 'assessment.read',
      label: 'assessment:levels.tab',
      component: Levels,
    },
    {
      slot: 'dashboard.cards',
      key: 'assessments',
      area: 'center',
      order: 30,
      permission: 'assessment.read',
      component: Card,
    },
  ],
};
