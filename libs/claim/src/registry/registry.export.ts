import type { ListExport } from '@yibu/platform';

import type { RegistryDesk } from './registry-desk.service.js';
import type { RegistryRow } from './registry.graphql.js';

const WHAT: Readonly<Record<RegistryRow['what'], readonly [string, string]>> = {
  DEATH: ['死亡', 'Death'],
  CREMATION: ['火化', 'Cremation'],
  OUT: ['迁出', 'Moved out'],
  IN: ['迁入', 'Moved in'],
  LOW_INCOME: ['低保', 'Low income'],
  DESTITUTE: ['特困', 'Destitute'],
  INPATIENT: ['住院', 'In hospital'],
};
const ENDED = {
  CORRECTED: ['已更正', 'Corrected'],
  WITHDRAWN: ['已撤销', 'Withdrawn'],
} as const;

/** Rows of one list with what became of them: `GET /export/registry-rows?listId=…`. Numbers stay masked. */
export const registryExport = (desk: RegistryDesk): ListExport<RegistryRow> => ({
  name: 'registry-rows',
  permission: 'registry.read',
  title: (locale) => (locale === 'en' ? 'Rows of a list' : '名单明细'),
  columns: (locale) => {
    const at = locale === 'en' ? 1 : 0;
    const word = (zh: string, en: string): string => [zh, en][at] ?? zh;
    return [
      { header: word('行号', 'Row'), kind: 'integer', width: 8, value: (row) => row.rowNumber },
      { header: word('姓名', 'Name'), kind: 'text', width: 14, value: (row) => row.name },
      {
        header: word('证件号码', 'ID number'),
        kind: 'text',
        width: 24,
        value: (row) => row.idNumberMasked,
      },
      { header: word('事项', 'What'), kind: 'text', width: 10, value: (row) => WHAT[row.what][at] },
      { header: word('日期', 'On or from'), kind: 'day', value: (row) => row.fromOn },
      { header: word('截止', 'Until'), kind: 'day', value: (row) => row.untilOn },
      { header: word('火化日期', 'Cremated on'), kind: 'day', value: (row) => row.crematedOn },
      { header: word('地点或医院', 'Place'), kind: 'text', width: 24, value: (row) => row.place },
      {
        header: word('所在中心', 'Centers'),
        kind: 'text',
        width: 28,
        value: (row) => row.centerNames.join('、'),
      },
      {
        header: word('状态', 'State'),
        kind: 'text',
        value: (row) => (row.endedKind === null ? word('有效', 'Holds') : ENDED[row.endedKind][at]),
      },
      { header: word('原因', 'Reason'), kind: 'text', value: (row) => row.endedReason },
      { header: word('备注', 'Note'), kind: 'text', width: 24, value: (row) => row.note },
    ];
  },
  rows: async (scope, { listId }) => await desk.exportRows(scope, listId ?? ''),
});
