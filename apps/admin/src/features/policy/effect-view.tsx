import { useQuery } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';

import { execute } from '../../api/execute.js';
import type { PolicyRunQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { QueryView } from '../../shared/query-view.js';
import { DataTable } from '../../shared/table/data-table.js';
import { Month, Yuan } from '../../shared/values.js';
import { RUN } from './run.queries.js';
import { usePackWords } from './words.js';

export type RunShown = PolicyRunQuery['policyRun'];
type Amount = RunShown['months'][number];

const POLL_MS = 1000;
const isGoing = (run: RunShown | undefined): boolean =>
  run === undefined || run.head.status === 'QUEUED' || run.head.status === 'RUNNING';

export function useRun(runId: string) {
  return useQuery({
    queryKey: ['policy', 'run', runId],
    queryFn: async () => (await execute(RUN, { runId }, { background: true })).policyRun,
    refetchInterval: ({ state }) => (isGoing(state.data) ? POLL_MS : false),
  });
}

/** A trial: its progress while it runs, then what would change. */
export function EffectView({ runId }: { readonly runId: string }) {
  const query = useRun(runId);
  return <QueryView query={query}>{(run) => <RunState run={run} />}</QueryView>;
}

function RunState({ run }: { readonly run: RunShown }) {
  const { t } = useText();
  const { status, progressDone, progressTotal } = run.head;
  if (isGoing(run)) {
    const percent = progressTotal === 0 ? 0 : Math.floor((100 * progressDone) / progressTotal);
    return (
      <div role="status">
        <Progress percent={percent} status="active" aria-label={t('shell:jobs.progress')} />
        {progressTotal === 0
          ? t('policy:run.queued')
          : t('policy:run.progress', { done: progressDone, total: progressTotal })}
      </div>
    );
  }
  return status === 'DONE' ? (
    <EffectFigures run={run} />
  ) : (
    <Alert type="error" showIcon title={t('policy:run.failed')} />
  );
}

export function EffectFigures({ run }: { readonly run: RunShown }) {
  const { t } = useText();
  const { oldFen, newFen } = run.head;
  const lines = [
    run.gainedLines > 0 ? t('policy:run.gained', { count: run.gainedLines }) : '',
    run.lostLines > 0 ? t('policy:run.lost', { count: run.lostLines }) : '',
    run.changedLines > 0 ? t('policy:run.changed', { count: run.changedLines }) : '',
  ].filter((text) => text !== '');
  const subjects = [
    run.gainers > 0 ? t('policy:run.gainers', { count: run.gainers }) : '',
    run.losers > 0 ? t('policy:run.losers', { count: run.losers }) : '',
  ].filter((text) => text !== '');
  return (
    <section aria-label={t('policy:run.result')}>
      <dl className="yb-effect">
        <Figure label={t('policy:run.old')} fen={oldFen ?? 0} />
        <Figure label={t('policy:run.now')} fen={newFen ?? 0} />
        <Figure label={t('policy:run.change')} fen={(newFen ?? 0) - (oldFen ?? 0)} signed />
        <div>
          <dt>{t('policy:run.lines')}</dt>
          <dd style={{ fontSize: 14, fontWeight: 400 }}>
            {lines.length === 0 ? t('policy:run.none') : [...lines, ...subjects].join(' · ')}
          </dd>
        </div>
      </dl>
      {lines.length === 0 ? <p className="yb-soft">{t('policy:run.noneNote')}</p> : null}
      <Refusals run={run} />
      <AmountTable title={t('policy:run.byMonth')} rows={run.months} isMonth />
      {run.centers.length > 1 ? (
        <AmountTable title={t('policy:run.byCenter')} rows={run.centers} />
      ) : null}
      {run.programs.length > 1 ? (
        <AmountTable title={t('policy:run.byProgram')} rows={run.programs} />
      ) : null}
    </section>
  );
}

interface FigureProps {
  readonly label: string;
  readonly fen: number;
  readonly signed?: boolean;
}

const Figure = ({ label, fen, signed = false }: FigureProps) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <Yuan fen={fen} signed={signed} unit />
    </dd>
  </div>
);

interface AmountTableProps {
  readonly title: string;
  readonly rows: readonly Amount[];
  readonly isMonth?: boolean;
}

function AmountTable({ title, rows, isMonth = false }: AmountTableProps) {
  const { t } = useText();
  const { say } = usePackWords();
  return (
    <div style={{ marginTop: 16 }}>
      <DataTable<Amount>
        rowKey="key"
        dataSource={[...rows]}
        columns={[
          {
            key: 'name',
            title,
            render: (_, row) => (isMonth ? <Month value={row.key} /> : say(row.name)),
          },
          {
            key: 'old',
            title: t('policy:run.old'),
            align: 'right',
            render: (_, row) => <Yuan fen={row.oldFen} />,
          },
          {
            key: 'now',
            title: t('policy:run.now'),
            align: 'right',
            render: (_, row) => <Yuan fen={row.newFen} />,
          },
          {
            key: 'change',
            title: t('policy:run.change'),
            align: 'right',
            render: (_, row) => <Yuan fen={row.newFen - row.oldFen} signed />,
          },
        ]}
      />
    </div>
  );
}

function Refusals({ run }: { readonly run: RunShown }) {
  const { t } = useText();
  const { say } = usePackWords();
  if (run.refusals.length + run.unread.length === 0) {
    return null;
  }
  return (
    <Alert
      type="info"
      showIcon
      title={t('policy:run.refusals')}
      description={
        <ul className="yb-words">
          {run.refusals.map((refusal) => (
            <li key={`${refusal.centerName}${refusal.program}${String(refusal.isNew)}`}>
              {refusal.centerName}（{t(refusal.isNew ? 'policy:run.newSide' : 'policy:run.oldSide')}
              ） {say(refusal.text)}
            </li>
          ))}
          {run.unread.map((text) => (
            <li key={text}>
              {t('policy:run.unread')} {text}
            </li>
          ))}
        </ul>
      }
    />
  );
}
