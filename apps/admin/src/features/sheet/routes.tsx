import { FileDoneOutlined, SnippetsOutlined } from '@ant-design/icons';

import type { Feature } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { lazyPart } from '../../shared/lazy-part.js';

const Months = lazyPage(async () => ({
  default: (await import('./months.page.js')).SheetMonthsPage,
}));
const CenterSheet = lazyPage(async () => ({
  default: (await import('./sheet.page.js')).CenterSheetPage,
}));
const BureauSheet = lazyPage(async () => ({
  default: (await import('./sheet.page.js')).BureauSheetPage,
}));
const County = lazyPage(async () => ({
  default: (await import('./county.page.js')).CountySheetsPage,
}));
const Card = lazyPart(async () => ({ default: (await import('./sheet-card.js')).SheetCard }));

export const sheetFeature: Feature = {
  name: 'sheet',
  routes: [
    {
      area: 'center',
      path: 'sheets',
      element: Months,
      permission: 'sheet.read',
      menu: {
        label: 'institution:sheet.menu',
        icon: <FileDoneOutlined />,
        group: 'money',
        order: 90,
      },
    },
    { area: 'center', path: 'sheets/:month', element: CenterSheet, permission: 'sheet.read' },
    {
      area: 'bureau',
      path: 'sheets',
      element: County,
      permission: 'sheet.read',
      menu: {
        label: 'institution:sheet.county',
        icon: <SnippetsOutlined />,
        group: 'money',
        order: 80,
      },
    },
    {
      area: 'bureau',
      path: 'sheets/:centerId/:month',
      element: BureauSheet,
      permission: 'sheet.read',
    },
  ],
  slots: [
    {
      slot: 'dashboard.cards',
      key: 'sheets',
      area: 'center',
      order: 40,
      permission: 'sheet.read',
      component: Card,
    },
  ],
};
