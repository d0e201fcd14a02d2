import { useQuery } from '@tanstack/react-query';
import { Empty, Pagination } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { CheckGroup } from './check-group.js';
import type { CheckShown } from './check-item.js';
import { Panel } from '../panel.js';
import { QueryView } from '../query-view.js';
import { CLAIM_CHECKS } from './claim.queries.js';

const PAGE_SIZE = 100;
const SEVERITIES = ['BLOCK', 'WARN', 'INFO'] as const;

function byCode(checks: readonly CheckShown[]): readonly (readonly CheckShown[])[] {
  const codes = [...new Set(checks.map(({ code }) => code))];
  return codes.map((wanted) => checks.filter(({ code }) => code === wanted));
}

/** What stands in the way first, then what the bureau will see, then what is good to know. */
export function ChecksTab(props: { readonly claimId: string; readonly centerId: string | null }) {
  const { claimId, centerId } = props;
  const { t } = useText();
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['claim-checks', claimId, page],
    queryFn: async () =>
      (await execute(CLAIM_CHECKS, { claimId, page, pageSize: PAGE_SIZE })).claimChecks,
  });
  return (
    <QueryView query={query}>
      {({ items, total }) =>
        total === 0 ? (
          <Panel>
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:checks.empty')} />
          </Panel>
        ) : (
          <>
            {SEVERITIES.map((severity) => {
              const found = items.filter((check) => check.severity === severity);
              return found.length === 0 ? null : (
                <Panel
                  key={severity}
                  title={`${t(`claim:checks.severity.${severity}`)} ${found.length}`}
                >
                  {byCode(found).map((checks) => (
                    <CheckGroup
                      key={checks[0]?.code}
                      checks={checks}
                      claimId={claimId}
                      centerId={centerId}
                    />
                  ))}
                </Panel>
              );
            })}
            {total > PAGE_SIZE ? (
              <Pagination
                current={page}
                total={total}
                pageSize={PAGE_SIZE}
                showSizeChanger={false}
                onChange={setPage}
              />
            ) : null}
          </>
        )
      }
    </QueryView>
  );
}
