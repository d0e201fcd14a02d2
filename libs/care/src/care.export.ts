import { isYearMonth, type YearMonth } from '@yibu/kernel';
import type { ListExport, Locale, UnitOfWork } from '@yibu/platform';

import type { ServiceRecord } from './care.graphql.js';
import { listServices } from './care.queries.js';
import { SERVICE_TYPES, type ServiceType } from './care.rules.js';

const TYPE_NAMES: Record<Locale, Record<ServiceType, string>> = {
  'zh-CN': {
    MEAL_HELP: '助餐',
    BATH_HELP: '助浴',
    CLEANING: '助洁',
    ESCORT: '助行',
    MEDICAL_HELP: '助医',
    EMERGENCY_HELP: '助急',
    SHOPPING: '助购',
    PERSONAL_CARE: '生活照料',
    REHABILITATION: '康复护理',
    COMFORT: '精神慰藉',
    VISIT: '探访',
  },
  en: {
    MEAL_HELP: 'Meal help',
    BATH_HELP: 'Bathing help',
    CLEANING: 'Cleaning',
    ESCORT: 'Escort',
    MEDICAL_HELP: 'Medical help',
    EMERGENCY_HELP: 'Emergency help',
    SHOPPING: 'Shopping',
    PERSONAL_CARE: 'Personal care',
    REHABILITATION: 'Rehabilitation',
    COMFORT: 'Comfort',
    VISIT: 'Visit',
  },
};

export function serviceExport(unitOfWork: UnitOfWork): ListExport<ServiceRecord> {
  return {
    name: 'services',
    permission: 'service.read',
    title: (locale) => (locale === 'en' ? 'Service records' : '服务记录'),
    columns: (locale) => {
      const zh = locale === 'zh-CN';
      return [
        { header: zh ? '日期' : 'Date', kind: 'day', value: (row) => row.onDate },
        { header: zh ? '老人' : 'Resident', kind: 'text', value: (row) => row.residentName },
        {
          header: zh ? '服务' : 'Service',
          kind: 'text',
          value: (row) => TYPE_NAMES[locale][row.type],
        },
        { header: zh ? '分钟' : 'Minutes', kind: 'integer', value: (row) => row.minutes },
        { header: zh ? '金额（元）' : 'Value (yuan)', kind: 'fen', value: (row) => row.valueFen },
        { header: zh ? '服务人员' : 'By', kind: 'text', value: (row) => row.staffName },
        {
          header: zh ? '作废原因' : 'Voided because',
          kind: 'text',
          value: (row) => row.voidReason,
        },
        { header: zh ? '备注' : 'Note', kind: 'text', value: (row) => row.note, width: 30 },
      ];
    },
    rows: async (scope, filters, limit) => {
      const { month = '', type = '' } = filters;
      const page = await listServices(unitOfWork.read(scope), {
        centerId: filters['centerId'] ?? '',
        month: isYearMonth(month) ? (month as YearMonth) : null,
        residentId: filters['residentId'] ?? null,
        staffId: filters['staffId'] ?? null,
        type: SERVICE_TYPES.find((known) => known === type) ?? null,
        limit,
        offset: 0,
      });
      return page.items;
    },
  };
}
