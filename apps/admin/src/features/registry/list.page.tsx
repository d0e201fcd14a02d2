import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions } from 'antd';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DownloadButton } from '../../shared/download-button.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { UrlTabs } from '../../shared/url-tabs.js';
import { Day, Moment } from '../../shared/values.js';
import { ListActions } from './list-actions.js';
import { ListEntries } from './list-entries.js';
import { ListRemarks } from './list-remarks.js';
import { goodRows, ListStatus, type List } from './list-status.js';
import { ListWork } from './list-work.js';
import './registry.css';
import { REGISTRY_LIST } from './registry.queries.js';

interface ListProps {
  readonly list: List;
}

/** Its own progress tells whoever began it; others, and whoever stopped it, learn the end here. */
const WORK_POLL_MS = 3000;

export function ListPage() {
  const { listId = '' } = useParams();
  const query = useQuery({
    queryKey: ['registry', 'list', listId],
    queryFn: async () => (await execute(REGISTRY_LIST, { id: listId })).registryList,
    refetchInterval: ({ state }) => (state.data?.status === 'ACCEPTING' ? WORK_POLL_MS : false),
  });
  return <QueryView query={query}>{(list) => <ListView list={list} />}</QueryView>;
}

function ListView({ list }: ListProps) {
  const { t } = useText();
  const remarks = {
    key: 'problems',
    label:
      list.counts.problem > 0
        ? `${t('registry:problems')} ${list.counts.problem}`
        : t('registry:problems'),
    content: <ListRemarks list={list} />,
  };
  const entries = {
    key: 'entries',
    label: t('registry:entries'),
    content: <ListEntries list={list} />,
  };
  const history = {
    key: 'history',
    label: t('registry:history'),
    content: (
      <Panel>
        <HistoryPanel entity="registryList" entityId={list.id} />
      </Panel>
    ),
  };
  return (
    <>
      <PageHeader
        title={list.fileName}
        note={t(`registry:kinds.${list.kind}`)}
        backTo="/bureau/lists"
        tags={<ListStatus status={list.status} />}
        actions={<ListActions list={list} />}
      />
      <ListWork list={list} />
      <Panel>
        <Outcome list={list} />
        <About list={list} />
      </Panel>
      <UrlTabs
        label={t('registry:menu')}
        tabs={isTried(list) ? [remarks, history] : [entries, remarks, history]}
      />
    </>
  );
}

const isTried = ({ status }: List): boolean => status === 'CHECKED' || status === 'ACCEPTING';

/** What came of the list, or would. */
function Outcome({ list }: ListProps) {
  const { t } = useText();
  const can = useCan();
  const { problem } = list.counts;
  const told = { good: goodRows(list), problem };
  return (
    <Alert
      style={{ marginBottom: 16 }}
      showIcon
      type={list.status === 'WITHDRAWN' ? 'info' : problem > 0 ? 'warning' : 'success'}
      title={
        list.status === 'WITHDRAWN'
          ? `${t('registry:withdrawn')} · ${list.withdrawnReason ?? ''}`
          : t(isTried(list) ? 'registry:tried' : 'registry:taken', told)
      }
      action={
        problem > 0 && can('registry.import') ? (
          <DownloadButton href={`/files/registry/${list.id}/problems`}>
            {t('registry:problemFile')}
          </DownloadButton>
        ) : null
      }
    />
  );
}

function Deed({ name, at }: { readonly name: string | null | undefined; readonly at: string }) {
  return (
    <span>
      {name ?? '—'} <Moment value={at} />
    </span>
  );
}

function About({ list }: ListProps) {
  const { t } = useText();
  const { counts } = list;
  const numbers = (['fresh', 'same', 'corrected', 'withdrawn', 'problem'] as const)
    .map((name) => `${t(`registry:counts.${name}`)} ${counts[name]}`)
    .join(' · ');
  const deeds = [
    ['by', list.uploadedByName, list.uploadedAt],
    ['acceptedBy', list.acceptedByName, list.acceptedAt],
    ['withdrawnBy', list.withdrawnByName, list.withdrawnAt],
  ] as const;
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        {
          key: 'rows',
          label: t('registry:rows'),
          children: `${list.rowCount} · ${numbers}`,
        },
        ...(list.status === 'ACCEPTED'
          ? [
              {
                key: 'matched',
                label: t('registry:matched'),
                children: t('registry:matchedShown', { count: list.matchedCount }),
              },
            ]
          : []),
        ...deeds.flatMap(([key, name, at]) =>
          at ? [{ key, label: t(`registry:${key}`), children: <Deed name={name} at={at} /> }] : [],
        ),
        ...(list.completeFor.length > 0
          ? [
              {
                key: 'complete',
                label: t('registry:completeFor'),
                children: <Complete list={list} />,
              },
            ]
          : []),
        {
          key: 'columns',
          label: t('registry:columns'),
          children: <Columns list={list} />,
          span: 'filled' as const,
        },
      ]}
    />
  );
}

function Complete({ list }: ListProps) {
  const { t } = useText();
  return (
    <span>
      {list.completeFor.map((what) => t(`registry:what.${what}`)).join('、')} ·{' '}
      <Day value={list.coversFrom} /> – <Day value={list.coversThrough} />
    </span>
  );
}

/** Which heading was taken for what. */
function Columns({ list }: ListProps) {
  const { t } = useText();
  return (
    <ul className="yb-registry-columns">
      {list.columns
        .filter(({ heading }) => heading !== '')
        .map(({ heading, field }, index) => (
          <li key={`${heading}-${index}`} className={field ? undefined : 'yb-soft'}>
            {t('registry:columnAs', {
              heading,
              field: field ? t(`registry:fields.${field}`) : t('registry:unusedColumn'),
            })}
          </li>
        ))}
    </ul>
  );
}
