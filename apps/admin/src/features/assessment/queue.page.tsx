import { FormOutlined, ImportOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type {
  AssessmentKind,
  AssessmentQueueQuery,
  AssessmentQueueTab,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { Guard } from '../../shared/guard.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { useCan, useCenter, useSession } from '../../shared/session.js';
import { SidewaysArrows } from '../../shared/sideways-arrows.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageFilter } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { QUEUE, QUEUE_COUNTS } from './assessment.queries.js';
import './assessment.css';
import { ExternalDrawer } from './external-drawer.js';
import { useQueueColumns } from './queue-columns.js';
import { StartDrawer } from './start-drawer.js';

export type QueueItem = AssessmentQueueQuery['assessmentQueue']['items'][number];

const TABS = ['DUE', 'OVERDUE', 'NEVER', 'OPEN', 'PENDING'] as const;
const COUNT_OF = {
  DUE: 'due',
  OVERDUE: 'overdue',
  NEVER: 'never',
  OPEN: 'open',
  PENDING: 'pending',
} as const;

const isTab = (text: string | null): text is AssessmentQueueTab => TABS.some((tab) => tab === text);

const isKind = (text: string | undefined): text is AssessmentKind =>
  text === 'INSTITUTION' || text === 'OFFICIAL';

const intoView = (link: HTMLElement | null): void =>
  link?.scrollIntoView({ inline: 'center', block: 'nearest' });

/** Links, not a widget: each has its own address, and all five can be reached with a thumb. */
function QueueTabs({ centerId, tab }: Pick<QueueTableProps, 'centerId' | 'tab'>) {
  const { t } = useText();
  const row = useRef<HTMLElement>(null);
  const counts = useQuery({
    queryKey: ['assessments', centerId, 'counts'],
    queryFn: async () => (await execute(QUEUE_COUNTS, { centerId })).assessmentQueueCounts,
  });
  return (
    <div className="yb-sideways as-tabs-frame">
      <nav className="as-tabs" aria-label={t('assessment:queue.label')} ref={row}>
        {TABS.map((one) => (
          <Link
            key={one}
            // Filters and page of one tab would mean nothing on the next.
            to={{ search: `?tab=${one}` }}
            replace
            aria-current={one === tab ? 'page' : undefined}
            ref={one === tab ? intoView : null}
          >
            {t(`assessment:tabs.${one}`)}{' '}
            <span className="yb-number">{counts.data ? counts.data[COUNT_OF[one]] : ''}</span>
          </Link>
        ))}
      </nav>
      <SidewaysArrows row={row} />
    </div>
  );
}

interface QueueTableProps {
  readonly centerId: string;
  readonly tab: AssessmentQueueTab;
  readonly onStart: (residentId: string) => void;
  readonly onEnter: (residentId: string) => void;
}

function useFilters(tab: AssessmentQueueTab): readonly PageFilter[] {
  const { t } = useText();
  const search: PageFilter = { kind: 'search', key: 'search', label: t('assessment:queue.search') };
  const kind: PageFilter = {
    kind: 'select',
    key: 'kind',
    label: t('assessment:queue.kind'),
    options: (['INSTITUTION', 'OFFICIAL'] as const).map((value) => ({
      value,
      label: t(`assessment:kinds.${value}`),
    })),
  };
  return tab === 'NEVER' ? [search] : [search, kind];
}

function QueueTable({ centerId, tab, onStart, onEnter }: QueueTableProps) {
  const { t } = useText();
  const can = useCan();
  const { organizationKind } = useSession();
  const columns = useQueueColumns({
    tab,
    centerId,
    onStart,
    onEnter,
    canWrite: can('assessment.write'),
    fillsOfficial: organizationKind === 'BUREAU',
  });
  const filters = useFilters(tab);
  const linkOf = (item: QueueItem): string =>
    item.status && item.assessmentId
      ? centerPath(centerId, `assessments/${item.assessmentId}`)
      : centerPath(centerId, `residents/${item.residentId}?tab=levels`);
  return (
    <PageTable<QueueItem>
      key={tab}
      id={`assessment-queue-${tab}`}
      label={t(`assessment:tabs.${tab}`)}
      queryKey={['assessments', centerId, 'queue', tab]}
      load={async ({ page, pageSize, filters: chosen }) => {
        const kind = chosen['kind'];
        const { assessmentQueue } = await execute(QUEUE, {
          centerId,
          tab,
          page,
          pageSize,
          search: chosen['search'] ?? null,
          kind: isKind(kind) ? kind : null,
        });
        return assessmentQueue;
      }}
      columns={columns}
      filters={filters}
      rowKey={(item) => item.id}
      rowLink={linkOf}
      empty={{ text: t(`assessment:queue.empty.${tab}`) }}
      exportAs={{ list: 'assessment-queue', args: { centerId, tab } }}
    />
  );
}

/** Who is to be assessed, and what waits for a hand. */
export function AssessmentQueuePage() {
  const { t } = useText();
  const { id: centerId } = useCenter();
  const [chosen] = useUrlValue('tab');
  const [start, setStart] = useUrlValue('start');
  const [external, setExternal] = useUrlValue('external');
  const tab = isTab(chosen) ? chosen : 'DUE';
  return (
    <>
      <PageHeader
        title={t('assessment:title')}
        note={t('assessment:note')}
        actions={
          <Guard permission="assessment.write">
            <Button icon={<ImportOutlined aria-hidden />} onClick={() => setExternal('new')}>
              {t('assessment:queue.enterExternal')}
            </Button>
            <Button
              type="primary"
              icon={<FormOutlined aria-hidden />}
              onClick={() => setStart('new')}
            >
              {t('assessment:start.title')}
            </Button>
          </Guard>
        }
      />
      <Panel>
        <QueueTabs centerId={centerId} tab={tab} />
        <QueueTable centerId={centerId} tab={tab} onStart={setStart} onEnter={setExternal} />
      </Panel>
      {start === null ? null : (
        <StartDrawer
          centerId={centerId}
          residentId={start === 'new' ? undefined : start}
          onClose={() => setStart(null)}
        />
      )}
      {external === null ? null : (
        <ExternalDrawer
          centerId={centerId}
          residentId={external === 'new' ? undefined : external}
          onClose={() => setExternal(null)}
        />
      )}
    </>
  );
}
