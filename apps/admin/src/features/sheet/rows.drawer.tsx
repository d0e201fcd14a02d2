import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Empty, Pagination } from 'antd';
import { useState, type ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import type { InstitutionSheetRowsQuery, SheetRowSet } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PersonName } from '../../shared/person-name.js';
import { QueryView } from '../../shared/query-view.js';
import { DataTable } from '../../shared/table/data-table.js';
import { Day } from '../../shared/values.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import type { Cell } from './cell.js';
import { SHEET_ROWS } from './sheet.queries.js';
import './sheet.css';

type Row = InstitutionSheetRowsQuery['institutionSheetRows']['items'][number];
type Column = 'name' | 'sex' | 'age' | 'place' | 'on' | 'level' | 'word' | 'staff' | 'quantity';

const PAGE_SIZE = 20;
const WIDTH = 860;

const COLUMNS: Record<SheetRowSet, readonly Column[]> = {
  RESIDENT: ['name', 'sex', 'age', 'place', 'level', 'word', 'on'],
  BEFORE: ['name', 'sex', 'age', 'place', 'level', 'on'],
  MOVE: ['name', 'word', 'on', 'sex', 'age', 'place'],
  BED: ['name', 'word', 'on'],
  STAFF: ['name', 'word', 'sex', 'on'],
  SERVICE: ['name', 'word', 'on', 'staff'],
  MEAL: ['name', 'word', 'on', 'quantity'],
};

function useColumns(set: SheetRowSet, centerId: string) {
  const { t, lookUp } = useText();
  const pathOf = (row: Row): string | null =>
    row.residentId
      ? centerPath(centerId, `residents/${row.residentId}`)
      : row.staffId
        ? centerPath(centerId, `staff/${row.staffId}`)
        : null;
  const render: Record<Column, (row: Row) => ReactNode> = {
    name: (row) => {
      const to = pathOf(row);
      return <PersonName name={row.name} {...(to ? { to } : {})} />;
    },
    sex: (row) => (row.sex ? t(`institution:sheet.sexes.${row.sex}`) : '—'),
    age: (row) => row.age ?? '—',
    place: (row) => row.place ?? '—',
    on: (row) => <Day value={row.onDate} />,
    level: (row) => t(`institution:sheet.levels.${levelKey(row.level)}`),
    word: (row) => lookUp(`institution:sheet.words.${set}.${row.word ?? 'NONE'}`) ?? row.word,
    staff: (row) => row.staffName ?? '—',
    quantity: (row) => row.quantity,
  };
  return COLUMNS[set].map((key) => ({
    key,
    title:
      key === 'on' ? t(`institution:sheet.days.${set}`) : t(`institution:sheet.columns.${key}`),
    align: key === 'quantity' || key === 'age' ? ('right' as const) : ('left' as const),
    render: (_: unknown, row: Row) => render[key](row),
  }));
}

const LEVELS = ['L0', 'L1', 'L2', 'L3', 'L4'] as const;
const levelKey = (level: number | null | undefined): (typeof LEVELS)[number] | 'NONE' =>
  (level === null || level === undefined ? null : LEVELS[level]) ?? 'NONE';

interface RowsDrawerProps {
  readonly centerId: string;
  readonly month: string;
  readonly section: string;
  readonly cell: Cell & { readonly rows: SheetRowSet };
  readonly onClose: () => void;
}

/** The rows behind one figure, as the records say today. */
export function RowsDrawer({ centerId, month, section, cell, onClose }: RowsDrawerProps) {
  const { t } = useText();
  const [page, setPage] = useState(1);
  const columns = useColumns(cell.rows, centerId);
  const asked = { centerId, month, cell: cell.key, page, pageSize: PAGE_SIZE };
  const rows = useQuery({
    queryKey: ['sheet', centerId, 'rows', asked],
    queryFn: async () => (await execute(SHEET_ROWS, asked)).institutionSheetRows,
    placeholderData: keepPreviousData,
  });
  return (
    <SideDrawer width={WIDTH} title={`${section} · ${cell.label}`} onClose={onClose}>
      {cell.note ? <p className="yb-sheet-note">{cell.note}</p> : null}
      <QueryView query={rows} rows={8}>
        {({ items, total, quantity }) => (
          <>
            <p role="status">
              {cell.rows === 'MEAL'
                ? t('institution:sheet.servingsOf', { total, quantity })
                : t('institution:sheet.rowsOf', { total })}
              {cell.hasDrifted ? ` ${t('institution:sheet.rowsToday')}` : ''}
            </p>
            {total === 0 ? (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={t('institution:sheet.noRows')}
              />
            ) : (
              <DataTable<Row>
                rowKey={(row) => `${row.id}-${row.word ?? ''}`}
                dataSource={[...items]}
                columns={columns}
              />
            )}
            {total > PAGE_SIZE ? (
              <Pagination
                align="end"
                style={{ marginTop: 12 }}
                current={page}
                pageSize={PAGE_SIZE}
                total={total}
                showSizeChanger={false}
                onChange={setPage}
              />
            ) : null}
          </>
        )}
      </QueryView>
    </SideDrawer>
  );
}
