import type { Clock } from '@yibu/kernel';
import type { ListExport, Locale, UnitOfWork } from '@yibu/platform';

import type { StaffMember } from './staff.graphql.js';
import { listStaff } from './staff.queries.js';
import type { Post } from './staff.rules.js';

const POST_NAMES: Record<Locale, Record<Post, string>> = {
  'zh-CN': {
    MANAGER: '中心主任',
    NURSE: '护士',
    CAREGIVER: '养老护理员',
    COOK: '厨师',
    SOCIAL_WORKER: '社会工作者',
    THERAPIST: '康复师',
    ADMINISTRATION: '行政后勤',
    OTHER: '其他',
  },
  en: {
    MANAGER: 'Manager',
    NURSE: 'Nurse',
    CAREGIVER: 'Caregiver',
    COOK: 'Cook',
    SOCIAL_WORKER: 'Social worker',
    THERAPIST: 'Therapist',
    ADMINISTRATION: 'Administration',
    OTHER: 'Other',
  },
};

const HEADERS: Record<Locale, readonly string[]> = {
  'zh-CN': ['姓名', '岗位', '联系电话', '入职日期', '离职日期', '证书数'],
  en: ['Name', 'Post', 'Phone', 'Employed from', 'Left on', 'Certificates'],
};

export function staffExport(unitOfWork: UnitOfWork, clock: Clock): ListExport<StaffMember> {
  return {
    name: 'staff',
    permission: 'staff.read',
    title: (locale) => (locale === 'en' ? 'Staff' : '员工名单'),
    columns: (locale) => {
      const [name, post, phone, from, until, count] = HEADERS[locale];
      return [
        { header: name ?? '', kind: 'text', value: (row) => row.name },
        { header: post ?? '', kind: 'text', value: (row) => POST_NAMES[locale][row.post] },
        { header: phone ?? '', kind: 'text', value: (row) => row.phone },
        { header: from ?? '', kind: 'day', value: (row) => row.fromOn },
        { header: until ?? '', kind: 'day', value: (row) => row.untilOn },
        { header: count ?? '', kind: 'integer', value: (row) => row.certificateCount },
      ];
    },
    rows: async (scope, filters, limit) => {
      const page = await listStaff(unitOfWork.read(scope), {
        centerId: filters['centerId'] ?? '',
        today: clock.today(),
        search: filters['search'] ?? null,
        post: filters['post'] ?? null,
        isEmployed: filters['isEmployed'] === undefined ? null : filters['isEmployed'] === 'true',
        limit,
        offset: 0,
      });
      return page.items;
    },
  };
}
