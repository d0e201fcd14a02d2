import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';

import { execute } from '../../api/execute.js';
import type { ClaimDriftQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatSentence } from '../../shared/format.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { DataTable } from '../../shared/table/data-table.js';
import { Month, Yuan } from '../../shared/values.js';
import { CLAIM_DRIFT } from './beside.queries.js';

export type Difference = ClaimDriftQuery['claimDrift']['differences'][number];

export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  const { t, locale } = useText();
  const { programName } = useClaimNames();
  return (
    <DataTable<Difference>
      size="middle"
      rowKey={(row) => `${row.program}-${row.subjectId}-${row.month}`}
      dataSource={[...differences]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      expandable={{
        expandedRowRender: (row) =>
          locale === 'en' ? formatSentence(row.explanationEn, locale) : row.explanationZh,
      }}
      columns={[
        {
          title: t('claim:lines.subject'),
          render: (_, row) => row.subjectName ?? t('claim:lines.center'),
        },
        { title: t('claim:lines.program'), render: (_, row) => programName(row.program) },
        { title: t('claim:lines.month'), render: (_, row) => <Month value={row.month} /> },
        {
          title: t('claim:drift.frozen'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.frozenFen} />,
        },
        {
          title: t('claim:drift.current'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.currentFen} />,
        },
        {
          title: t('claim:comparison.difference'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.differenceFen} signed />,
        },
      ]}
    />
  );
}

/** What was submitted stays; what the records say today is shown beside it. */
export function DriftTab({ claimId }: { readonly claimId: string }) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['claim', claimId, 'drift'],
    queryFn: async () => (await execute(CLAIM_DRIFT, { claimId })).claimDrift,
  });
  return (
    <Panel>
      <QueryView query={query}>
        {(drift) =>
          drift.hasDrifted ? (
            <>
              <Alert
                type="warning"
                showIcon
                title={t('claim:drift.some')}
                style={{ marginBottom: 12 }}
              />
              <DifferenceTable differences={drift.differences} />
            </>
          ) : (
            <Alert type="success" showIcon title={t('claim:drift.none')} />
          )
        }
      </QueryView>
    </Panel>
  );
}
