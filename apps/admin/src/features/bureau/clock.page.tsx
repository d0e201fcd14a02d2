import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';

import { execute } from '../../api/execute.js';
import type { ClaimStageRulesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { DataTable } from '../../shared/table/data-table.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import './bureau.css';
import { ClockDrawer } from './clock.drawer.js';
import { STAGE_RULES } from './clock.queries.js';

type Rule = ClaimStageRulesQuery['claimStageRules'][number];

/** When claims may come in and by when each step is due, with the days from which each rule holds. */
export function ClockPage() {
  const { t } = useText();
  const can = useCan();
  const [adding, setAdding] = useUrlValue('add');
  const query = useQuery({
    queryKey: ['stage-rules'],
    queryFn: async () => (await execute(STAGE_RULES, {})).claimStageRules,
  });
  return (
    <>
      <PageHeader
        title={t('bureau:clock.menu')}
        note={t('bureau:clock.note')}
        actions={
          can('review.decide') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding('yes')}>
              {t('bureau:clock.add')}
            </Button>
          ) : null
        }
      />
      <Panel>
        <QueryView query={query}>
          {(rules) =>
            rules.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bureau:clock.empty')} />
            ) : (
              <Rules rules={rules} />
            )
          }
        </QueryView>
      </Panel>
      {adding ? <ClockDrawer onClose={() => setAdding(null)} /> : null}
    </>
  );
}

function Rules({ rules }: { readonly rules: readonly Rule[] }) {
  const { t } = useText();
  const days = (count: number | null | undefined): string =>
    count ? t('bureau:clock.days', { count }) : t('bureau:clock.none');
  return (
    <DataTable<Rule>
      rowKey="id"
      dataSource={[...rules]}
      columns={[
        {
          key: 'from',
          title: t('bureau:clock.fromOn'),
          render: (_, row) => <Day value={row.fromOn} />,
        },
        {
          key: 'window',
          title: t('bureau:clock.window'),
          render: (_, row) =>
            row.windowUntilDay
              ? t('bureau:clock.windowShown', {
                  from: row.windowFromDay ?? 1,
                  until: row.windowUntilDay,
                })
              : t('bureau:clock.none'),
        },
        {
          key: 'late',
          title: t('bureau:clock.late'),
          render: (_, row) => (row.lateRule ? t(`bureau:clock.lateRule.${row.lateRule}`) : '—'),
        },
        {
          key: 'intake',
          title: t('bureau:clock.intake'),
          render: (_, row) => days(row.intakeDays),
        },
        {
          key: 'review',
          title: t('bureau:clock.review'),
          render: (_, row) => days(row.reviewDays),
        },
        {
          key: 'decision',
          title: t('bureau:clock.decision'),
          render: (_, row) => days(row.decisionDays),
        },
        {
          key: 'payment',
          title: t('bureau:clock.payment'),
          render: (_, row) => days(row.paymentDays),
        },
        {
          key: 'reason',
          title: t('bureau:clock.reason'),
          render: (_, row) => (
            <>
              {row.reason}
              <div className="yb-soft">{row.setByName}</div>
            </>
          ),
        },
      ]}
    />
  );
}
