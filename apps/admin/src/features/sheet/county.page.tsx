import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { CountySheetsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DownloadButton } from '../../shared/download-button.js';
import { MonthPicker } from '../../shared/form/date-inputs.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { lastMonth, thisMonth } from '../../shared/today.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Moment } from '../../shared/values.js';
import { COUNTY_SHEETS } from './sheet.queries.js';
import './sheet.css';

type Page = CountySheetsQuery['countySheets'];
type Row = Page['items'][number];

/** The figures that stand in the list; the workbook has them all. */
const SHOWN = ['residents', 'beds', 'bedsOccupied', 'staff', 'services', 'meals'];

function useColumns(sums: Page['sums']): readonly PageColumn<Row>[] {
  const { t } = useText();
  return [
    {
      key: 'center',
      title: t('institution:sheet.center'),
      render: (row) => row.centerName,
    },
    {
      key: 'state',
      title: t('institution:sheet.state'),
      besideHeading: true,
      render: (row) =>
        row.version ? (
          <StatusTag tone="done">
            {t('institution:sheet.filed', { n: row.version.number })}
          </StatusTag>
        ) : (
          <StatusTag tone="warning">{t('institution:sheet.missing')}</StatusTag>
        ),
    },
    {
      key: 'operator',
      title: t('institution:sheet.operator'),
      render: (row) => row.operatorName ?? '—',
    },
    ...sums
      .filter(({ key }) => SHOWN.includes(key))
      .map(({ key }): PageColumn<Row> => ({
        key,
        title: t(`institution:sheet.summary.${key as 'residents'}`),
        align: 'right',
        render: (row) => (
          <span className="yb-number">
            {row.figures.find((one) => one.key === key)?.figure ?? '—'}
          </span>
        ),
      })),
    {
      key: 'by',
      title: t('institution:sheet.filedBy'),
      render: (row) => row.version?.filedByName ?? '—',
    },
    {
      key: 'at',
      title: t('institution:sheet.filedAt'),
      render: (row) => <Moment value={row.version?.filedAt} />,
    },
  ];
}

function Sums({ page }: { readonly page: Page }) {
  const { t } = useText();
  return (
    <Panel
      title={t('institution:sheet.sums', {
        filed: page.filed,
        all: page.filed + page.missing,
      })}
    >
      <dl className="yb-sheet-sums">
        {page.sums.map(({ key, figure }) => (
          <div key={key}>
            <dt>{t(`institution:sheet.summary.${key as 'residents'}`)}</dt>
            <dd className="yb-number">{figure}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** What the centers of the county filed for a month, who did not, and the sums. */
export function CountySheetsPage() {
  const { t, locale } = useText();
  const [typed, setMonth] = useUrlValue('month');
  const month = typed ?? lastMonth();
  const load = async (page: number, pageSize: number, filed: boolean | null): Promise<Page> =>
    (await execute(COUNTY_SHEETS, { month, page, pageSize, filed, language: locale })).countySheets;
  const sums = useQuery({
    queryKey: ['county-sheets', month, locale, 'sums'],
    queryFn: async () => await load(1, 1, null),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(sums.data?.sums ?? []);
  return (
    <>
      <PageHeader
        title={t('institution:sheet.county')}
        note={t('institution:sheet.countyNote')}
        actions={
          <>
            <MonthPicker
              aria-label={t('institution:sheet.month')}
              value={month}
              max={thisMonth()}
              onChange={setMonth}
            />
            <DownloadButton href={`/export/county-sheets?month=${month}`}>
              {t('institution:sheet.countyExport')}
            </DownloadButton>
          </>
        }
      />
      <QueryView query={sums} rows={2}>
        {(page) => <Sums page={page} />}
      </QueryView>
      <PageTable<Row>
        id="county-sheets"
        label={t('institution:sheet.county')}
        queryKey={['county-sheets', month, locale]}
        load={async ({ page, pageSize, filters }) =>
          await load(
            page,
            pageSize,
            filters['filed'] === undefined ? null : filters['filed'] === 'yes',
          )
        }
        columns={columns}
        rowKey={({ centerId }) => centerId}
        rowLink={({ centerId, version }) =>
          version ? `/bureau/sheets/${centerId}/${month}` : null
        }
        filters={[
          {
            kind: 'select',
            key: 'filed',
            label: t('institution:sheet.state'),
            options: [
              { value: 'yes', label: t('institution:sheet.filedOnly') },
              { value: 'no', label: t('institution:sheet.missing') },
            ],
          },
        ]}
        empty={{ text: t('institution:sheet.noCenters') }}
      />
    </>
  );
}
