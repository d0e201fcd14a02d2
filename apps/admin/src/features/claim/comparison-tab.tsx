import { useQuery } from '@tanstack/react-query';
import { Empty, Table } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { Yuan } from '../../shared/values.js';
import { CLAIM_COMPARISON } from './beside.queries.js';

export function ComparisonTab({ claimId }: { readonly claimId: string }) {
  const { t } = useText();
  const { programName } = useClaimNames();
  const query = useQuery({
    queryKey: ['claim', claimId, 'comparison'],
    queryFn: async () => (await execute(CLAIM_COMPARISON, { claimId })).claimComparison,
  });
  return (
    <Panel>
      <QueryView query={query}>
        {(comparison) =>
          comparison.previousPeriod ? (
            <>
              <p style={{ marginTop: 0 }}>{t('claim:comparison.onlyChanged')}</p>
              <Table
                size="middle"
                rowKey={(row) => `${row.program}-${row.subjectId}`}
                dataSource={[...comparison.rows]}
                pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
                scroll={{ x: 560 }}
                columns={[
                  {
                    title: t('claim:lines.subject'),
                    render: (_, row) => row.subjectName ?? t('claim:lines.center'),
                  },
                  { title: t('claim:lines.program'), render: (_, row) => programName(row.program) },
                  {
                    title: t('claim:comparison.previous', { period: comparison.previousPeriod }),
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
                    render: (_, row) => <Yuan fen={row.differenceFen} signed />,
                  },
                ]}
              />
            </>
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:comparison.none')} />
          )
        }
      </QueryView>
    </Panel>
  );
}
