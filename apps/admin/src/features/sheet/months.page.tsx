import { useQuery } from '@tanstack/react-query';
import { Empty, type TableProps } from 'antd';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { InstitutionSheetMonthsQuery } from '../../gql/graphql.js';
import type { Translate } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCenter } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { DataTable } from '../../shared/table/data-table.js';
import { lastMonth, thisYear } from '../../shared/today.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Moment, Month } from '../../shared/values.js';
import { YearSelect } from '../../shared/year-select.js';
import { SHEET_MONTHS } from './sheet.queries.js';

type SheetMonth = InstitutionSheetMonthsQuery['institutionSheetMonths'][number];

function State({ month }: { readonly month: SheetMonth }) {
  const { t } = useText();
  if (month.version) {
    return (
      <StatusTag tone="done">{t('institution:sheet.filed', { n: month.version.number })}</StatusTag>
    );
  }
  if (!month.isOver) {
    return <StatusTag tone="plain">{t('institution:sheet.running')}</StatusTag>;
  }
  return month.month === lastMonth() ? (
    <StatusTag tone="waiting">{t('institution:sheet.toFile')}</StatusTag>
  ) : (
    <StatusTag tone="warning">{t('institution:sheet.missing')}</StatusTag>
  );
}

/** The months of a year, each filed or not. */
export function SheetMonthsPage() {
  const { t } = useText();
  const { id: centerId } = useCenter();
  const [typed, setYear] = useUrlValue('year');
  const year = Number(typed ?? lastMonth().slice(0, 4)) || thisYear();
  const months = useQuery({
    queryKey: ['sheet', centerId, 'months', year],
    queryFn: async () => (await execute(SHEET_MONTHS, { centerId, year })).institutionSheetMonths,
  });
  return (
    <>
      <PageHeader
        title={t('institution:sheet.menu')}
        note={t('institution:sheet.note')}
        actions={<YearSelect value={year} onChange={setYear} />}
      />
      <Panel>
        <QueryView query={months} rows={8}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={t('institution:sheet.noMonths')}
              />
            ) : (
              <MonthTable centerId={centerId} months={rows} />
            )
          }
        </QueryView>
      </Panel>
    </>
  );
}

function MonthTable(props: { readonly centerId: string; readonly months: readonly SheetMonth[] }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  return (
    <DataTable<SheetMonth>
      isNarrow
      rowKey="month"
      size="middle"
      dataSource={[...props.months]}
      columns={[
        {
          key: 'month',
          title: t('institution:sheet.month'),
          render: (_, row) => (
            <Link to={centerPath(props.centerId, `sheets/${row.month}`)}>
              <Month value={row.month} />
            </Link>
          ),
        },
        {
          key: 'state',
          title: t('institution:sheet.state'),
          render: (_, row) => <State month={row} />,
        },
        {
          key: 'residents',
          title: t('institution:sheet.residents'),
          align: 'right',
          render: (_, row) => <span className="yb-number">{row.residents ?? '—'}</span>,
        },
        ...(isPhone ? [] : furtherColumns(t)),
      ]}
    />
  );
}

const furtherColumns = (t: Translate): NonNullable<TableProps<SheetMonth>['columns']> => [
  {
    key: 'beds',
    title: t('institution:sheet.beds'),
    align: 'right',
    render: (_, row) => <span className="yb-number">{row.beds ?? '—'}</span>,
  },
  {
    key: 'by',
    title: t('institution:sheet.filedBy'),
    render: (_, row) => row.version?.filedByName ?? '—',
  },
  {
    key: 'at',
    title: t('institution:sheet.filedAt'),
    render: (_, row) => <Moment value={row.version?.filedAt} />,
  },
];
