import { ageOn, type LocalDate } from '@yibu/kernel';
import type { ListExport, Locale, Scope } from '@yibu/platform';

import type { ResidentDesk } from './resident-desk.service.js';
import { maskedNumber } from './resident.view.js';
import { RESIDENCES, type ResidentFilter, type ResidentRow } from './resident.queries.js';
import type { CategoryCode } from '../resident.codes.js';
import { CATEGORY_NAMES, SEX_NAMES } from '../resident.names.js';

const HEADERS: Record<Locale, readonly string[]> = {
  'zh-CN': [
    '姓名',
    '性别',
    '出生日期',
    '年龄',
    '证件号码（末四位）',
    '户籍区划',
    '特殊类别',
    '死亡日期',
    '床位',
    '入住日期',
  ],
  en: [
    'Name',
    'Sex',
    'Born',
    'Age',
    'ID number (last four)',
    'Household area',
    'Categories',
    'Died',
    'Bed',
    'Admitted',
  ],
};

/** The list as a workbook, with the filters of the screen; numbers stay masked. */
export function residentExport(
  desk: ResidentDesk,
  today: () => LocalDate,
): ListExport<ResidentRow> {
  return {
    name: 'residents',
    permission: 'resident.read',
    title: (locale) => (locale === 'en' ? 'Residents' : '老人名册'),
    columns: (locale) => {
      const headers = HEADERS[locale];
      const header = (index: number): string => headers[index] ?? '';
      return [
        { header: header(0), kind: 'text', value: (row) => row.name },
        { header: header(1), kind: 'text', width: 8, value: (row) => SEX_NAMES[locale][row.sex] },
        { header: header(2), kind: 'day', value: (row) => row.bornOn },
        {
          header: header(3),
          kind: 'integer',
          width: 8,
          value: (row) => ageOn(row.bornOn, row.diedOn ?? today()),
        },
        { header: header(4), kind: 'text', width: 24, value: (row) => maskedNumber(row) },
        { header: header(5), kind: 'text', value: (row) => row.householdCounty },
        { header: header(6), kind: 'text', width: 30, value: (row) => categoryText(row, locale) },
        { header: header(7), kind: 'day', value: (row) => row.diedOn },
        { header: header(8), kind: 'text', width: 12, value: (row) => row.bedName },
        { header: header(9), kind: 'day', value: (row) => row.stayFrom },
      ];
    },
    rows: async (scope: Scope, filters, limit) =>
      await desk.list(scope, filterOf(filters), { limit, offset: 0 }),
  };
}

const categoryText = (row: ResidentRow, locale: Locale): string =>
  (row.categories ?? '')
    .split(',')
    .filter((code) => code !== '')
    .map((code) => CATEGORY_NAMES[locale][code as CategoryCode])
    .join(locale === 'en' ? ', ' : '、');

const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined;

function filterOf(filters: Readonly<Record<string, string>>): ResidentFilter {
  const { centerId, search, sex, category, residence } = filters;
  return {
    centerId,
    search,
    sex: sex === 'M' || sex === 'F' ? sex : undefined,
    category:
      category !== undefined && category in CATEGORY_NAMES.en
        ? (category as CategoryCode)
        : undefined,
    residence: RESIDENCES.find((known) => known === residence),
    ageFrom: count(filters['ageFrom']),
    ageTo: count(filters['ageTo']),
  };
}
