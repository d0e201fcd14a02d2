import { isLocalDate, type LocalDate } from '@yibu/kernel';

import type { UnitOfWork } from '../data/unit-of-work.js';
import type { ListExport } from '../http/export.registry.js';
import { listTrail, type AuditEvent } from './audit.resolver.js';

const dayOf = (text: string | undefined): LocalDate | undefined =>
  text !== undefined && isLocalDate(text) ? text : undefined;

const changesText = (event: AuditEvent): string =>
  event.changes.map(({ field, from, to }) => `${field}: ${from ?? ''} → ${to ?? ''}`).join('; ');

/** The audit trail for an auditor: codes as they are kept, so that a file can be compared with the database. */
export function auditExport(unitOfWork: UnitOfWork): ListExport<AuditEvent> {
  return {
    name: 'audit',
    permission: 'audit.read',
    title: (locale) => (locale === 'en' ? 'Audit trail' : '操作记录'),
    columns: (locale) => {
      const zh = locale === 'zh-CN';
      return [
        { header: zh ? '时间' : 'Time', kind: 'moment', value: (event) => event.at },
        { header: zh ? '操作人' : 'Person', kind: 'text', value: (event) => event.userName },
        { header: zh ? '对象' : 'Record', kind: 'text', value: (event) => event.entity },
        { header: zh ? '对象编号' : 'Record id', kind: 'text', value: (event) => event.entityId },
        { header: zh ? '事项' : 'Action', kind: 'text', value: (event) => event.action },
        { header: zh ? '改动' : 'Changes', kind: 'text', value: changesText, width: 60 },
        { header: zh ? '原因' : 'Reason', kind: 'text', value: (event) => event.reason, width: 40 },
        { header: zh ? '请求编号' : 'Request', kind: 'text', value: (event) => event.requestId },
      ];
    },
    rows: async (scope, filters, limit) => {
      const page = await listTrail(unitOfWork.read(scope), {
        page: 1,
        pageSize: limit,
        centerId: filters['centerId'],
        entity: filters['entity'],
        userId: filters['userId'],
        from: dayOf(filters['from']),
        to: dayOf(filters['to']),
      });
      return page.items;
    },
  };
}
