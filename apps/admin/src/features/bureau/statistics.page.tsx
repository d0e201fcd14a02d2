import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

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

interface FigureProps {
  readonly count: number;
  readonly to: string;
}

/** A figure opens the list that it counts; nothing opens nothing. */
const Figure = ({ count, to }: FigureProps) =>
  count === 0 ? <>0</> : <Link to={to}>{count}</Link>;

const linesOf = (year: number, what: Readonly<Record<string, string>> = {}): string =>
  `/bureau/statistics/lines?${new URLSearchParams({ year: String(year), ...what }).toString()}`;

const claimsOf = (year: number, what: Readonly<Record<string, string>>): string =>
  `/bureau/claims?${new URLSearchParams({ year: String(year), ...what }).toString()}`;

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
        <Reasons year={statistics.year} reasons={statistics.reasons} />
      </Panel>
      <Panel title={t('bureau:statistics.centers')}>
        <Centers year={statistics.year} centers={statistics.centers} />
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
          <Days statistics={statistics} />
        </dd>
      </div>
      <div>
        <dt>{t('bureau:statistics.decisions')}</dt>
        <dd>
          <Figure
            count={statistics.decisionCount}
            to={claimsOf(statistics.year, { stage: 'DECISIONS' })}
          />
          <div className="yb-soft">
            {statistics.returnedCount === 0 ? (
              t('bureau:statistics.returned', { count: 0 })
            ) : (
              <Link to={claimsOf(statistics.year, { stage: 'RETURNED' })}>
                {t('bureau:statistics.returned', { count: statistics.returnedCount })}
              </Link>
            )}
          </div>
        </dd>
      </div>
    </dl>
  );
}

function Days({ statistics }: { readonly statistics: Statistics }): ReactNode {
  const { t } = useText();
  const { daysMedian, daysLongest } = statistics;
  return daysMedian === null || daysLongest === null ? (
    '—'
  ) : (
    <>
      {t('bureau:statistics.daysValue', { days: daysMedian.toFixed(1) })}
      <div className="yb-soft">
        {t('bureau:statistics.longest', { days: daysLongest.toFixed(1) })}
      </div>
    </>
  );
}

interface ReasonsProps {
  readonly year: number;
  readonly reasons: readonly Reason[];
}

function Reasons({ year, reasons }: ReasonsProps) {
  const { t } = useText();
  const of = (row: Reason, verdict: string): string => linesOf(year, { code: row.code, verdict });
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
          render: (_, row) => (
            <Link to={linesOf(year, { code: row.code })}>{reasonName(row.code)}</Link>
          ),
        },
        {
          key: 'returned',
          title: t('bureau:statistics.returnedLines'),
          align: 'right',
          render: (_, row) => <Figure count={row.returned} to={of(row, 'RETURNED')} />,
        },
        {
          key: 'held',
          title: t('bureau:statistics.heldLines'),
          align: 'right',
          render: (_, row) => <Figure count={row.held} to={of(row, 'HELD')} />,
        },
        {
          key: 'cut',
          title: t('bureau:statistics.cutLines'),
          align: 'right',
          render: (_, row) => <Figure count={row.cut} to={of(row, 'CUT')} />,
        },
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

interface CentersProps {
  readonly year: number;
  readonly centers: readonly Center[];
}

function Centers({ year, centers }: CentersProps) {
  const { t } = useText();
  const of = ({ centerId }: Center): string => claimsOf(year, { stage: 'ALL', center: centerId });
  return centers.length === 0 ? (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bureau:statistics.noClaims')} />
  ) : (
    <DataTable<Center>
      rowKey="centerId"
      dataSource={[...centers]}
      columns={[
        {
          key: 'name',
          title: t('claim:list.center'),
          render: (_, row) => <Link to={of(row)}>{row.centerName}</Link>,
        },
        {
          key: 'count',
          title: t('bureau:statistics.claims'),
          align: 'right',
          render: (_, row) => <Figure count={row.claimCount} to={of(row)} />,
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
          render: (_, row) => (
            <Link to={`/bureau/account?center=${row.centerId}&year=${year}`}>
              <Yuan fen={row.paidFen} />
            </Link>
          ),
        },
        {
          key: 'rate',
          title: t('bureau:statistics.firstPass'),
          align: 'right',
          render: (_, row) =>
            row.firstPassRate === null ? (
              '—'
            ) : (
              <Link to={linesOf(year, { center: row.centerId })}>{percent(row.firstPassRate)}</Link>
            ),
        },
      ]}
    />
  );
}
