import { TeamOutlined } from '@ant-design/icons';

import { execute } from '../../api/execute.js';
import { centerPath, type Feature, type SearchHit } from '../../shared/feature.js';
import { lazyPage } from '../../shared/lazy-page.js';
import { RESIDENTS } from './resident.queries.js';
import { ResidentPart } from './resident.part.js';

const ResidentList = lazyPage(async () => ({
  default: (await import('./resident-list.page.js')).ResidentListPage,
}));

async function findResidents(text: string, centerId: string | null): Promise<readonly SearchHit[]> {
  if (centerId === null) {
    return [];
  }
  const { residents } = await execute(RESIDENTS, {
    centerId,
    search: text,
    page: 1,
    pageSize: 8,
  });
  return residents.items.map(({ id, name, bedName, bornOn }) => ({
    key: id,
    title: name,
    note: [bedName, bornOn].filter(Boolean).join(' · '),
    to: centerPath(centerId, `residents/${id}`),
  }));
}

export const residentFeature: Feature = {
  name: 'resident',
  routes: [
    {
      area: 'center',
      path: 'residents',
      element: ResidentList,
      permission: 'resident.read',
      menu: {
        label: 'resident:menu.residents',
        icon: <TeamOutlined />,
        group: 'people',
        order: 10,
        onPhoneBar: true,
      },
    },
    {
      area: 'center',
      path: 'residents/:residentId',
      element: ResidentPart,
      permission: 'resident.read',
    },
  ],
  search: [
    {
      key: 'residents',
      label: 'resident:menu.residents',
      area: 'center',
      permission: 'resident.read',
      find: findResidents,
    },
  ],
};
