import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PolicyRunChangesQuery, PolicyRunDirection } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { formatMonth } from '../../shared/format.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCenterFilter } from '../../shared/table/use-center-filter.js';
import { PageTable } from '../../shared/table/page-table.js';
import { Moment, Month, Yuan } from '../../shared/values.js';
import { EffectView, useRun, type RunShown } from './effect-view.js';
import { RUN_CHANGES } from './run.queries.js';
import { usePlace } from './use-place.js';
import { usePackWords } from './words.js';
import './policy.css';
import '../../shared/claim/claim.css';

type Change = PolicyRunChangesQuery['policyRunChanges']['items'][number];

const DIRECTIONS: readonly PolicyRunDirection[] = ['GAIN', 'LOSS'];

/** One trial: what it changed, what it comes to, and line by line who gains and who loses. */
export function RunPage() {
  const { runId = '' } = useParams();
  const query = useRun(runId);
  return <QueryView query={query}>{(run) => <RunView run={run} />}</QueryView>;
}

function RunView({ run }: { readonly run: RunShown }) {
  const { t, locale } = useText();
  const { say } = usePackWords();
  const place = usePlace();
  const { head } = run;
  return (
    <>
      <PageHeader
        title={head.title}
        backTo={`${place.base}?tab=runs`}
        note={
          <>
            {say(head.packTitle)} {t('policy:list.versionOf', { version: head.packVersion })} ·{' '}
            {head.period.length === 4
              ? head.period
              : t('policy:run.months', { month: formatMonth(head.period, locale) })}{' '}
            · {head.runByName} <Moment value={head.createdAt} />
          </>
        }
      />
      <Panel title={t('policy:run.whatChanges')}>
        {run.switches.length === 0 ? (
          <p className="yb-soft">{t('policy:run.asIs')}</p>
        ) : (
          <ul className="yb-words">
            {run.switches.map((one) => (
              <li key={one.id}>
                {say(one.name)} → <strong>{say(one.value)}</strong>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('policy:run.result')}>
        <EffectView runId={head.id} />
      </Panel>
      {head.status === 'DONE' ? <Changes runId={head.id} /> : null}
    </>
  );
}

function Changes({ runId }: { readonly runId: string }) {
  const { t } = useText();
  const centerFilter = useCenterFilter();
  const { programName } = useClaimNames();
  return (
    <div style={{ marginTop: 16 }}>
      <PageTable<Change>
        id="policy-run-changes"
        label={t('policy:run.lines')}
        queryKey={['policy', 'run-changes', runId]}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(RUN_CHANGES, {
              runId,
              page,
              pageSize,
              centerId: filters['center'] ?? null,
              direction: (filters['direction'] ?? null) as PolicyRunDirection | null,
            })
          ).policyRunChanges
        }
        columns={[
          { key: 'center', title: t('policy:run.center'), render: (row) => row.centerName },
          {
            key: 'subject',
            title: t('policy:run.subject'),
            render: (row) => row.subjectName ?? t('policy:run.theCenter'),
          },
          {
            key: 'program',
            title: t('policy:run.program'),
            render: (row) => programName(row.program),
          },
          {
            key: 'month',
            title: t('policy:run.month'),
            render: (row) => <Month value={row.month} />,
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
            render: (row) => <Yuan fen={row.newFen - row.oldFen} signed />,
          },
        ]}
        rowKey={(row) => row.id}
        filters={[
          {
            kind: 'select',
            key: 'direction',
            label: t('policy:run.direction'),
            options: DIRECTIONS.map((value) => ({ value, label: t(`policy:run.${value}`) })),
          },
          centerFilter,
        ]}
        exportAs={{ list: 'policy-run', args: { runId } }}
        empty={{ text: t('policy:run.none') }}
      />
    </div>
  );
}
