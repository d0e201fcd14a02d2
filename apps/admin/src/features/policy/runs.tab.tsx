import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { PolicyRunsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatMonth } from '../../shared/format.js';
import { PageTable } from '../../shared/table/page-table.js';
import { Moment, Yuan } from '../../shared/values.js';
import type { CountyPlace } from './policy.page.js';
import { RunDrawer } from './run.drawer.js';
import { RUNS } from './run.queries.js';
import { usePackWords } from './words.js';

type Run = PolicyRunsQuery['policyRuns']['items'][number];

const KINDS = ['WHAT_IF', 'EFFECT'] as const;

/** Trials that were run, by whom, and what they came to. */
export function RunsTab({ place }: { readonly place: CountyPlace }) {
  const { t, locale } = useText();
  const { say } = usePackWords();
  const [isNew, setNew] = useState(false);
  return (
    <>
      <PageTable<Run>
        id="policy-runs"
        label={t('policy:tab.runs')}
        queryKey={['policy', 'runs', place.countyCode]}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(RUNS, {
              countyCode: place.countyCode,
              page,
              pageSize,
              kind: (filters['kind'] ?? null) as Run['kind'] | null,
            })
          ).policyRuns
        }
        columns={[
          {
            key: 'title',
            title: t('policy:run.title'),
            render: (row) => (
              <>
                {row.title}
                <div className="yb-soft">
                  {say(row.packTitle)} {t('policy:list.versionOf', { version: row.packVersion })}
                </div>
              </>
            ),
          },
          {
            key: 'kind',
            title: t('policy:run.kindLabel'),
            render: (row) => t(`policy:run.kind.${row.kind}`),
          },
          {
            key: 'period',
            title: t('policy:run.period'),
            render: (row) =>
              row.period.length === 4
                ? row.period
                : t('policy:run.months', { month: formatMonth(row.period, locale) }),
          },
          {
            key: 'old',
            title: t('policy:run.old'),
            align: 'right',
            render: (row) => <Yuan fen={row.oldFen} />,
          },
          {
            key: 'now',
            title: t('policy:run.now'),
            align: 'right',
            render: (row) => <Yuan fen={row.newFen} />,
          },
          {
            key: 'change',
            title: t('policy:run.change'),
            align: 'right',
            render: (row) => (
              <Yuan
                fen={row.newFen == null || row.oldFen == null ? null : row.newFen - row.oldFen}
                signed
              />
            ),
          },
          { key: 'by', title: t('policy:run.by'), render: (row) => row.runByName },
          {
            key: 'at',
            title: t('policy:run.at'),
            render: (row) => <Moment value={row.createdAt} />,
          },
        ]}
        rowKey={(row) => row.id}
        rowLink={(row) => `${place.base}/runs/${row.id}`}
        filters={[
          {
            kind: 'select',
            key: 'kind',
            label: t('policy:run.kindLabel'),
            options: KINDS.map((value) => ({ value, label: t(`policy:run.kind.${value}`) })),
          },
        ]}
        toolbar={
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setNew(true)}>
            {t('policy:run.new')}
          </Button>
        }
        empty={{ text: t('policy:run.empty') }}
      />
      {isNew ? <RunDrawer place={place} onClose={() => setNew(false)} /> : null}
    </>
  );
}
