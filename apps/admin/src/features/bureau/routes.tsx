import {
  AuditOutlined,
  BankOutlined,
  AimOutlined,
  BarChartOutlined,
  ClockCircleOutlined,
  PauseCircleOutlined,
  ReconciliationOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

import type { TextKey } from '../../i18n/keys.js';
import type { Feature, FeatureRoute, MenuEntry } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';

const Held = lazyPage(async () => ({ default: (await import('./held.page.js')).HeldPage }));
const Appeals = lazyPage(async () => ({
  default: (await import('./appeals.page.js')).AppealsPage,
}));
const Clock = lazyPage(async () => ({ default: (await import('./clock.page.js')).ClockPage }));
const Batches = lazyPage(async () => ({
  default: (await import('./batches.page.js')).BatchesPage,
}));
const Compose = lazyPage(async () => ({
  default: (await import('./compose.page.js')).ComposePage,
}));
const Batch = lazyPage(async () => ({ default: (await import('./batch.page.js')).BatchPage }));
const Recovery = lazyPage(async () => ({
  default: (await import('./recovery.page.js')).RecoveryPage,
}));
const Samples = lazyPage(async () => ({
  default: (await import('./samples.page.js')).SamplesPage,
}));
const SampleSheet = lazyPage(async () => ({
  default: (await import('./sample.page.js')).SamplePage,
}));
const Statistics = lazyPage(async () => ({
  default: (await import('./statistics.page.js')).StatisticsPage,
}));
const Ungranted = lazyPage(async () => ({
  default: (await import('./ungranted.page.js')).UngrantedPage,
}));
const Account = lazyPage(async () => ({
  default: (await import('./account.page.js')).AccountPage,
}));

const entry = (
  label: TextKey,
  icon: ReactNode,
  order: number,
  group: MenuEntry['group'] = 'money',
): MenuEntry => ({ label, icon, group, order });

const page = (path: string, element: FeatureRoute['element'], menu?: MenuEntry): FeatureRoute => ({
  area: 'bureau',
  path,
  element,
  permission: 'review.read',
  ...(menu ? { menu } : {}),
});

/** What the bureau keeps across claims: held lines, batches, money, samples, figures. */
export const bureauFeature: Feature = {
  name: 'bureau',
  routes: [
    page('held', Held, entry('bureau:held.menu', <PauseCircleOutlined />, 20)),
    page('appeals', Appeals, entry('bureau:appeal.menu', <AuditOutlined />, 25)),
    page('samples', Samples, entry('bureau:sample.menu', <AimOutlined />, 30)),
    page('samples/:sampleId', SampleSheet),
    page('payments', Batches, entry('bureau:pay.menu', <BankOutlined />, 40)),
    { ...page('payments/new', Compose), permission: 'payment.write' },
    page('payments/:batchId', Batch),
    page('recoveries', Recovery, entry('bureau:recovery.menu', <RollbackOutlined />, 50)),
    page('account', Account, entry('bureau:account.menu', <ReconciliationOutlined />, 60)),
    page('statistics', Statistics, entry('bureau:statistics.menu', <BarChartOutlined />, 70)),
    page('statistics/lines', Ungranted),
    page('time-limits', Clock, entry('bureau:clock.menu', <ClockCircleOutlined />, 30, 'settings')),
    {
      area: 'center',
      path: 'account',
      element: Account,
      permission: 'claim.read',
      menu: entry('bureau:account.menu', <ReconciliationOutlined />, 60),
    },
  ],
};
