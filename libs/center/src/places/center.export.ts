import type { Clock } from '@yibu/kernel';
import type { ListExport, UnitOfWork } from '@yibu/platform';

import type { Center } from './place.graphql.js';
import { listCenters } from './place.queries.js';

export function centerExport(unitOfWork: UnitOfWork, clock: Clock): ListExport<Center> {
  return {
    name: 'centers',
    permission: 'center.read',
    title: (locale) => (locale === 'en' ? 'Centers' : '养老中心'),
    columns: (locale) => {
      const zh = locale === 'zh-CN';
      return [
        { header: zh ? '名称' : 'Name', kind: 'text', value: (center) => center.name, width: 30 },
        { header: zh ? '编号' : 'Code', kind: 'text', value: (center) => center.code },
        { header: zh ? '区县' : 'County', kind: 'text', value: (center) => center.countyName },
        {
          header: zh ? '现运营方' : 'Operator',
          kind: 'text',
          value: (center) => center.operatorName,
          width: 30,
        },
        {
          header: zh ? '备案床位' : 'Registered beds',
          kind: 'integer',
          value: (center) => center.registeredBeds,
        },
        { header: zh ? '开业日期' : 'Opened on', kind: 'day', value: (center) => center.openedOn },
        {
          header: zh ? '地址' : 'Address',
          kind: 'text',
          value: (center) => center.address,
          width: 40,
        },
        { header: zh ? '电话' : 'Phone', kind: 'text', value: (center) => center.phone },
      ];
    },
    rows: async (scope, filters, limit) => {
      const paging = { page: 1, pageSize: limit, search: filters['search'] ?? null };
      return (await listCenters(unitOfWork.read(scope), clock.today(), paging)).items;
    },
  };
}
