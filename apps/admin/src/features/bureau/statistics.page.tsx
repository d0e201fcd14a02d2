import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { CountyStatisticsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DownloadButton } from '../../shared/download-button.js';
import { Chart } from '../../shared/chart/chart.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { formatMonth } from '../../shared/format.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { DataTable } from '../../shared/table/data-table.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Yuan } from '../../shared/values.js';
import './bureau.css';
import { STATISTICS } from './statistics.queries.js';
import { thisYear } from '../../shared/today.js';
import { YearSelect } from '../../shared/year-select.js';

type Statistics = CountyStatisticsQuery['countyStatistics'];
type Reason = Statistics['reasons'][number];
type Center = Statistics['centers'][number];

const SERIES = ['claimed', 'decided', 'paid', 'recovered', 'netted'] as const;
const HUNDRED = 100;

const percent = (rate: number | null | undefined): string =>
  rate === null || rate === undefined ? '—' : `${(rate * HUNDRED).toFixed(1)}%`;
const days = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toFixed(1);

/** How a year of claims went, for the bureau, the finance bureau and the auditor. */
export function StatisticsPage() {
  const { t } = useText();
  const [typed, setYear] = useUrlValue('year');
  const year = Number(typed ?? thisYear());
  const query = useQuery({
    queryKey: ['statistics', year],
    queryFn: async () => (await execute(STATISTICS, { year })).countyStatistics,
  });
  return (
    <>
      <PageHeader
        title={t('bureau:statistics.menu')}
        note={t('bureau:statistics.note')}
        actions={
          <>
            <DownloadButton href={`/export/statistics?year=${year}`}>
              {t('common:export')}
            </DownloadButton>
            <YearSelect value={year} onChange={setYear} />
          </>
        }
      />
      <QueryView query={query}>{(statistics) => <Shown statistics={statistics} />}</QueryView>
    </>
  );
}

function Shown({ statistics }: { readonly statistics: Statistics }) {
  const { t, locale } = useText();
  return (
    <>
      <Panel>
        <Quality statistics={statistics} />
      </Panel>
      <Panel>
        <Chart
          kind="bar"
          title={t('bureau:statistics.money')}
          data={{
            categories: statistics.months.map(({ month }) => formatMonth(month, locale)),
            categoryTitle: t('bureau:statistics.month'),
            unit: 'fen',
            series: SERIES.map((name) => ({
              name: t(`bureau:statistics.${name}`),
              values: statistics.months.map((month) => month[`${name}Fen`]),
            })),
          }}
        />
      </Panel>
      <Panel title={t('bureau:statistics.reasons')}>
        <Reasons reasons={statistics.reasons} />
      </Panel>
      <Panel title={t('bureau:statistics.centers')}>
        <Centers centers={statistics.centers} />
      </Panel>
    </>
  );
}

function Quality({ statistics }: { readonly statistics: Statistics }) {
  const { t } = useText();
  return (
    <dl className="yb-figures">
      <div>
        <dt>{t('bureau:statistics.firstPass')}</dt>
        <dd>
          {percent(statistics.firstPassRate)}
          <div className="yb-soft">
            {t('bureau:statistics.lines', { count: statistics.lineCount })} ·{' '}
            {t('bureau:statistics.firstPassNote')}
          </div>
        </dd>
      </div>
      <div>
        <dt>{t('bureau:statistics.days')}</dt>
        <dd>
          {t('bureau:statistics.daysValue', { days: days(statistics.daysMedian) })}
          <div className="yb-soft">
            {t('bureau:statistics.longest', { days: days(statistics.daysLongest) })}
          </div>
        </dd>
      </div>
      <div>
        <dt>{t('bureau:statistics.decisions')}</dt>
        <dd>
          {statistics.decisionCount}
          <div className="yb-soft">
            {t('bureau:statistics.returned', { count: statistics.returnedCount })}
          </div>
        </dd>
      </div>
    </dl>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t } = useText();
  const { reasonName } = useReasons();
  return reasons.length === 0 ? (
    <p>{t('bureau:statistics.none')}</p>
  ) : (
    <DataTable<Reason>
      rowKey="code"
      dataSource={[...reasons]}
      columns={[
        {
          key: 'code',
          title: t('bureau:statistics.reason'),
          render: (_, row) => reasonName(row.code),
        },
        {
          key: 'returned',
          title: t('bureau:statistics.returnedLines'),
          align: 'right',
          dataIndex: 'returned',
        },
        {
          key: 'held',
          title: t('bureau:statistics.heldLines'),
          align: 'right',
          dataIndex: 'held',
        },
        { key: 'cut', title: t('bureau:statistics.cutLines'), align: 'right', dataIndex: 'cut' },
        {
          key: 'amount',
          title: t('bureau:statistics.amount'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.amountFen} />,
        },
      ]}
    />
  );
}

function Centers({ centers }: { readonly centers: readonly Center[] }) {
  const { t } = useText();
  return (
    <DataTable<Center>
      rowKey="centerId"
      dataSource={[...centers]}
      columns={[
        { key: 'name', title: t('claim:list.center'), dataIndex: 'centerName' },
        {
          key: 'count',
          title: t('bureau:statistics.claims'),
          align: 'right',
          dataIndex: 'claimCount',
        },
        {
          key: 'claimed',
          title: t('bureau:statistics.claimed'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.claimedFen} />,
        },
        {
          key: 'decided',
          title: t('bureau:statistics.decided'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.decidedFen} />,
        },
        {
          key: 'paid',
          title: t('bureau:statistics.paidNet'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.paidFen} />,
        },
        {
          key: 'rate',
          title: t('bureau:statistics.firstPass'),
          align: 'right',
          render: (_, row) => percent(row.firstPassRate),
        },
      ]}
    />
  );
}
