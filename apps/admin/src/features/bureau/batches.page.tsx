import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PaymentBatchesQuery, PaymentBatchStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useSession } from '../../shared/session.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import { Moment, Yuan } from '../../shared/values.js';
import './bureau.css';
import { BudgetPanel } from './budget.panel.js';
import { PAYMENT_BATCHES, YEAR_BUDGET } from './pay.queries.js';
import { thisYear } from '../../shared/today.js';

type Row = PaymentBatchesQuery['paymentBatches']['items'][number];

export const BATCH_TONES: Record<PaymentBatchStatus, StatusTone> = {
  SENT: 'waiting',
  DONE: 'done',
  CANCELLED: 'stopped',
};
const STATUSES = ['SENT', 'DONE', 'CANCELLED'] as const;

function Budget() {
  const { counties } = useSession();
  const countyCode = counties[0]?.code ?? '';
  const year = thisYear();
  const query = useQuery({
    queryKey: ['budget', countyCode, year],
    queryFn: async () => (await execute(YEAR_BUDGET, { countyCode, year })).yearBudget,
  });
  return <QueryView query={query}>{(budget) => <BudgetPanel budget={budget} />}</QueryView>;
}

/** What was asked of the finance bureau and what it paid, and how much of the year's money is left. */
export function BatchesPage() {
  const { t } = useText();
  const can = useCan();
  return (
    <>
      <PageHeader
        title={t('bureau:pay.menu')}
        note={t('bureau:pay.note')}
        actions={
          can('payment.write') ? (
            <Link to="/bureau/payments/new">
              <Button type="primary" icon={<PlusOutlined />}>
                {t('bureau:pay.compose')}
              </Button>
            </Link>
          ) : null
        }
      />
      <Budget />
      <PageTable<Row>
        id="payment-batches"
        label={t('bureau:pay.menu')}
        queryKey={['batches']}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(PAYMENT_BATCHES, {
              page,
              pageSize,
              status: (filters['status'] ?? null) as PaymentBatchStatus | null,
            })
          ).paymentBatches
        }
        columns={[
          {
            key: 'number',
            title: t('bureau:pay.number'),
            render: (row) => `${row.month} · ${row.number}`,
          },
          {
            key: 'status',
            title: t('bureau:pay.statusTitle'),
            render: (row) => (
              <StatusTag tone={BATCH_TONES[row.status]}>
                {t(`bureau:pay.status.${row.status}`)}
              </StatusTag>
            ),
          },
          {
            key: 'items',
            title: t('bureau:pay.items'),
            render: (row) =>
              [
                row.openCount > 0
                  ? t('bureau:pay.itemsOpen', { count: row.itemCount, open: row.openCount })
                  : t('bureau:pay.itemsDone', { count: row.itemCount }),
                row.refusedCount > 0
                  ? t('bureau:pay.itemsRefused', { count: row.refusedCount })
                  : null,
              ]
                .filter(Boolean)
                .join(t('bureau:pay.comma')),
          },
          {
            key: 'total',
            title: t('bureau:pay.total'),
            align: 'right',
            render: (row) => <Yuan fen={row.totalFen} />,
          },
          {
            key: 'paid',
            title: t('bureau:pay.paid'),
            align: 'right',
            render: (row) => <Yuan fen={row.paidFen} />,
          },
          {
            key: 'by',
            title: t('bureau:pay.by'),
            render: (row) => (
              <>
                {row.createdByName} <Moment value={row.createdAt} />
              </>
            ),
          },
        ]}
        rowKey={(row) => row.id}
        rowLink={(row) => `/bureau/payments/${row.id}`}
        filters={[
          {
            kind: 'select',
            key: 'status',
            label: t('bureau:pay.statusTitle'),
            options: STATUSES.map((value) => ({ value, label: t(`bureau:pay.status.${value}`) })),
          },
        ]}
        empty={{ text: t('bureau:pay.empty') }}
      />
    </>
  );
}
