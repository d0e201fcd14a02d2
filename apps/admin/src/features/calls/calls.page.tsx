import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { execute } from '../../api/execute.js';
import type { CallbacksQuery, CallStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { useCan } from '../../shared/session.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day, Moment, Month } from '../../shared/values.js';
import { CALL_FIGURES, CALLS } from './calls.queries.js';
import { DrawDrawer } from './draw.drawer.js';

type Row = CallbacksQuery['callbacks']['items'][number];

const STATUSES: readonly CallStatus[] = ['OPEN', 'REACHED', 'GIVEN_UP'];
const TONES: Record<CallStatus, StatusTone> = {
  OPEN: 'waiting',
  REACHED: 'done',
  GIVEN_UP: 'plain',
};

const contradicts = (row: Row): boolean =>
  row.rendered === 'NO' || row.rendered === 'PARTLY' || row.askedMoney === 'YES';

function useColumns(): readonly PageColumn<Row>[] {
  const { t } = useText();
  const { programName } = useClaimNames();
  return [
    {
      key: 'person',
      title: t('calls:person'),
      render: (row) => (
        <>
          {row.subjectName}
          <div className="yb-soft">{row.centerName}</div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('calls:statusTitle'),
      besideHeading: true,
      render: (row) => (
        <>
          <StatusTag tone={TONES[row.status]}>{t(`calls:status.${row.status}`)}</StatusTag>{' '}
          {contradicts(row) ? <StatusTag tone="stopped">{t('calls:contradicts')}</StatusTag> : null}
        </>
      ),
    },
    {
      key: 'about',
      title: t('calls:about'),
      render: (row) => (
        <>
          <Month value={row.period} /> ·{' '}
          {row.program ? programName(row.program) : t('calls:allPrograms')}
        </>
      ),
    },
    {
      key: 'next',
      title: t('calls:next'),
      render: (row) =>
        row.nextOn === null && row.tryCount === 0 ? (
          '—'
        ) : (
          <>
            {row.nextOn ? <Day value={row.nextOn} /> : null}{' '}
            {row.tryCount > 0 ? (
              <span className="yb-soft">{t('calls:tries', { count: row.tryCount })}</span>
            ) : null}
          </>
        ),
    },
    {
      key: 'by',
      title: t('calls:by'),
      notOnCard: true,
      render: (row) =>
        row.doneAt ? (
          <>
            {row.doneByName} <Moment value={row.doneAt} />
          </>
        ) : (
          '—'
        ),
    },
  ];
}

function Figures() {
  const { t } = useText();
  const { data } = useQuery({
    queryKey: ['calls', 'figures'],
    queryFn: async () => (await execute(CALL_FIGURES, {})).callbackFigures,
  });
  return data ? (
    <Panel>
      <dl className="yb-figures">
        {(['due', 'total', 'called', 'reached', 'contradicted'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`calls:figures.${name}`)}</dt>
            <dd className="yb-number">{data[name]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  ) : null;
}

/** Whom to call, whose day has come first. */
export function CallsPage() {
  const { t } = useText();
  const can = useCan();
  const [drawing, setDrawing] = useUrlValue('draw');
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('calls:menu')}
        note={t('calls:note')}
        actions={
          can('review.write') ? (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setDrawing('yes')}
            >
              {t('calls:draw')}
            </Button>
          ) : null
        }
      />
      <Figures />
      <PageTable<Row>
        id="calls"
        label={t('calls:menu')}
        queryKey={['calls', 'list']}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(CALLS, {
              page,
              pageSize,
              status: (filters['status'] ?? null) as CallStatus | null,
            })
          ).callbacks
        }
        columns={columns}
        rowKey={(row) => row.id}
        rowLink={(row) => `/bureau/calls/${row.id}`}
        filters={[
          {
            kind: 'select',
            key: 'status',
            label: t('calls:statusTitle'),
            options: STATUSES.map((value) => ({ value, label: t(`calls:status.${value}`) })),
          },
        ]}
        empty={{ text: t('calls:empty') }}
      />
      {drawing ? <DrawDrawer onClose={() => setDrawing(null)} /> : null}
    </>
  );
}
