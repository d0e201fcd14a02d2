import { isLocalDate, type LocalDate } from '@yibu/kernel';
import type { ListExport, Locale, SheetColumn, UnitOfWork } from '@yibu/platform';

import { STAY_SHEET } from './bed.words.js';
import type { Stay } from './stay.graphql.js';
import { AWAY_FILTERS } from './stay.inputs.js';
import { listStays, type StayFilter } from './stay.queries.js';
import { STAY_STATUSES } from './stay.rules.js';

export const stayExport = (unitOfWork: UnitOfWork, today: () => LocalDate): ListExport<Stay> => ({
  name: 'stays',
  permission: 'stay.read',
  title: (locale) => STAY_SHEET[locale].title,
  columns: columnsIn,
  rows: async (scope, filters, limit) => {
    const db = unitOfWork.read(scope);
    const paging = { page: 1, pageSize: limit };
    return (await listStays(db, filterOf(filters), { paging, today: today() })).items;
  },
});

function filterOf(filters: Readonly<Record<string, string>>): StayFilter {
  const day = (name: string): LocalDate | null => {
    const text = filters[name] ?? '';
    return isLocalDate(text) ? text : null;
  };
  return {
    centerId: filters['centerId'] ?? '',
    status: STAY_STATUSES.find((status) => status === filters['status']) ?? null,
    away: AWAY_FILTERS.find((away) => away === filters['away']) ?? null,
    search: filters['search'] ?? null,
    from: day('from'),
    to: day('to'),
    beganFrom: day('beganFrom'),
    beganTo: day('beganTo'),
  };
}

function columnsIn(locale: Locale): SheetColumn<Stay>[] {
  const words = STAY_SHEET[locale];
  return [
    { header: words.resident, kind: 'text', value: (stay) => stay.residentName },
    { header: words.sex, kind: 'text', width: 8, value: (stay) => words.sexes[stay.sex] },
    { header: words.place, kind: 'text', value: (stay) => stay.place },
    { header: words.bed, kind: 'text', width: 10, value: (stay) => stay.bedName },
    { header: words.status, kind: 'text', width: 10, value: (stay) => words.statuses[stay.status] },
    { header: words.from, kind: 'day', value: (stay) => stay.fromOn },
    { header: words.until, kind: 'day', value: (stay) => stay.untilOn },
    { header: words.days, kind: 'integer', width: 10, value: (stay) => stay.stayDays },
    {
      header: words.ending,
      kind: 'text',
      value: (stay) => (stay.endKind === null ? null : words.endings[stay.endKind]),
    },
    {
      header: words.away,
      kind: 'text',
      value: (stay) => (stay.absence === null ? null : words.absences[stay.absence.kind]),
    },
    {
      header: words.plannedReturn,
      kind: 'day',
      value: (stay) => stay.absence?.plannedUntilOn ?? null,
    },
    { header: words.note, kind: 'text', width: 40, value: (stay) => stay.note },
  ];
}
