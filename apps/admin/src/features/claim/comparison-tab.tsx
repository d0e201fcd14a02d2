import { useQuery } from '@tanstack/react-query';
import { Checkbox, Empty, Flex } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { ClaimComparisonQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { formatMonth } from '../../shared/format.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { DataTable } from '../../shared/table/data-table.js';
import { Yuan } from '../../shared/values.js';
import { CLAIM_COMPARISON } from './beside.queries.js';

type Comparison = ClaimComparisonQuery['claimComparison'];
type Row = Comparison['rows'][number];

function Rows({ rows, previous }: { readonly rows: readonly Row[]; readonly previous: string }) {
  const { t, locale } = useText();
  const { programName } = useClaimNames();
  return (
    <DataTable<Row>
      size="middle"
      rowKey={(row) => `${row.program}-${row.subjectId}`}
      dataSource={[...rows]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: t('claim:lines.subject'),
          render: (_, row) => row.subjectName ?? t('claim:lines.center'),
        },
        { title: t('claim:lines.program'), render: (_, row) => programName(row.program) },
        {
          title: t('claim:comparison.previous', { period: formatMonth(previous, locale) }),
          align: 'right',
          render: (_, row) => <Yuan fen={row.previousFen} />,
        },
        {
          title: t('claim:comparison.current'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.currentFen} />,
        },
        {
          title: t('claim:comparison.difference'),
          align: 'right',
          render: (_, row) => (
            <strong>
              <Yuan fen={row.differenceFen} signed />
            </strong>
          ),
        },
      ]}
    />
  );
}

function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useText();
  const [isWhole, setWhole] = useState(false);
  const { previousPeriod, rows } = comparison;
  if (!previousPeriod) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:comparison.none')} />;
  }
  const shown = isWhole ? rows : rows.filter(({ differenceFen }) => differenceFen !== 0);
  return (
    <>
      <Flex gap="4px 16px" wrap align="center" style={{ marginBottom: 12 }}>
        <span>{t('claim:comparison.onlyChanged')}</span>
        <Checkbox checked={isWhole} onChange={(event) => setWhole(event.target.checked)}>
          {t('claim:comparison.showAll')}
        </Checkbox>
      </Flex>
      {shown.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t('claim:comparison.nothingChanged')}
        />
      ) : (
        <Rows rows={shown} previous={previousPeriod} />
      )}
    </>
  );
}

/** Against the last claim: what changed for whom; the unchanged only when asked for. */
export function ComparisonTab({ claimId }: { readonly claimId: string }) {
  const query = useQuery({
    queryKey: ['claim', claimId, 'comparison'],
    queryFn: async () => (await execute(CLAIM_COMPARISON, { claimId })).claimComparison,
  });
  return (
    <Panel>
      <QueryView query={query}>
        {(comparison) => <ComparisonView comparison={comparison} />}
      </QueryView>
    </Panel>
  );
}
