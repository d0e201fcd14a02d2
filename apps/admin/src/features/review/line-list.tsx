import { WarningOutlined } from '@ant-design/icons';
import { Empty, Pagination, Skeleton } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import type { ClaimShown } from '../../shared/claim/claim-of.js';
import { ErrorState } from '../../shared/error-state.js';
import '../../shared/table/page-table.css';
import { DataTable } from '../../shared/table/data-table.js';
import { FilterBar } from '../../shared/table/filter-bar.js';
import { formatMonth } from '../../shared/format.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { Yuan } from '../../shared/values.js';
import { LINES_PER_PAGE, type ReviewLine, type ReviewLines } from './use-review-lines.js';
import { useLineFilters } from './line-filters.js';
import { VerdictTag } from './verdict-tag.js';

interface LineListProps {
  readonly claim: ClaimShown;
  readonly lines: ReviewLines;
  readonly chosenId: string | null;
  readonly onChoose: (lineId: string) => void;
}

export function LineList({ claim, lines, chosenId, onChoose }: LineListProps) {
  const { t } = useText();
  const { query, filters, page, change } = lines;
  const definitions = useLineFilters(claim);
  const total = query.data?.total ?? 0;
  return (
    <section className="yb-table" aria-label={t('claim:tabs.lines')} aria-busy={query.isFetching}>
      <div className="yb-table-top yb-no-print">
        <FilterBar
          filters={definitions}
          values={filters}
          onChange={(changed) => change({ filters: changed })}
        />
      </div>
      <Rows lines={lines} chosenId={chosenId} onChoose={onChoose} />
      {query.data && total > 0 ? (
        <p className="yb-review-sum">
          {t('claim:lines.sum')} <Yuan fen={query.data.payableFen} unit />
        </p>
      ) : null}
      {total > LINES_PER_PAGE ? (
        <Pagination
          align="end"
          size="small"
          current={page}
          pageSize={LINES_PER_PAGE}
          total={total}
          showSizeChanger={false}
          showTotal={(count) => t('shell:table.total', { count })}
          onChange={(next) => change({ page: next })}
        />
      ) : null}
    </section>
  );
}

function Rows({ lines, chosenId, onChoose }: Omit<LineListProps, 'claim'>) {
  const { t } = useText();
  const columns = useColumns();
  const { query } = lines;
  if (!query.data) {
    return query.isPending ? (
      <Skeleton active paragraph={{ rows: 8 }} title={false} />
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (query.data.items.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:lines.empty')} />;
  }
  return (
    <DataTable<ReviewLine>
      isNarrow
      aria-label={t('claim:tabs.lines')}
      rowKey="id"
      dataSource={[...query.data.items]}
      columns={columns}
      rowClassName={(row) => (row.id === chosenId ? 'yb-row-open yb-row-chosen' : 'yb-row-open')}
      onRow={(row) => ({
        onClick: () => onChoose(row.id),
        'aria-current': row.id === chosenId ? 'true' : undefined,
      })}
    />
  );
}

function useColumns() {
  const { t, locale } = useText();
  const isPhone = useIsPhone();
  const { programName } = useClaimNames();
  const about = (row: ReviewLine): string =>
    `${programName(row.program)} · ${formatMonth(row.month, locale)}${row.kind === 'NORMAL' ? '' : ` · ${t(`claim:kind.${row.kind}`)}`}`;
  const subject = (row: ReviewLine) => (
    <>
      <button type="button" className="yb-line-name">
        {row.subjectName ?? t('claim:lines.center')}
      </button>{' '}
      {row.hasWarning ? (
        <WarningOutlined
          className="yb-warn"
          aria-label={t('claim:lines.warning')}
          title={t('claim:lines.warning')}
        />
      ) : null}
      {isPhone ? <div className="yb-soft yb-sub">{about(row)}</div> : null}
    </>
  );
  const verdict = (row: ReviewLine) => (
    <>
      <VerdictTag line={row} />
      {row.previousLineId && row.kind !== 'REVERSAL' ? (
        <div className="yb-soft yb-sub">{t('claim:lines.again')}</div>
      ) : null}
    </>
  );
  const amount = (row: ReviewLine) => <Yuan fen={row.amountFen} />;
  if (isPhone) {
    return [
      {
        key: 'subject',
        title: t('claim:lines.subject'),
        render: (_: unknown, row: ReviewLine) => subject(row),
      },
      {
        key: 'amount',
        title: t('claim:lines.amount'),
        align: 'right' as const,
        render: (_: unknown, row: ReviewLine) => (
          <>
            {amount(row)}
            <div>{verdict(row)}</div>
          </>
        ),
      },
    ];
  }
  return [
    {
      key: 'subject',
      title: t('claim:lines.subject'),
      render: (_: unknown, row: ReviewLine) => subject(row),
    },
    { key: 'about', title: t('review:about'), render: (_: unknown, row: ReviewLine) => about(row) },
    {
      key: 'amount',
      title: t('claim:lines.amount'),
      align: 'right' as const,
      render: (_: unknown, row: ReviewLine) => amount(row),
    },
    {
      key: 'verdict',
      title: t('claim:lines.verdict'),
      render: (_: unknown, row: ReviewLine) => verdict(row),
    },
  ];
}
