import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import type { AuditTrailQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { AuditChanges, useAuditWords } from '../../shared/audit-entry.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan, useSession } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { FilterOption, PageColumn, PageFilter } from '../../shared/table/types.js';
import { Moment } from '../../shared/values.js';
import { USERS } from './users.queries.js';

const AUDIT_TRAIL = graphql(`
  query AuditTrail($input: AuditTrailInput!) {
    auditTrail(input: $input) {
      items {
        id
        at
        userName
        action
        entity
        entityId
        centerId
        reason
        changes {
          field
          from
          to
        }
        requestId
      }
      total
    }
  }
`);

type EventRow = AuditTrailQuery['auditTrail']['items'][number];

const MOST_USERS = 100;

function useUserOptions(): readonly FilterOption[] {
  const can = useCan();
  const { data = [] } = useQuery({
    queryKey: ['users', 'all'],
    queryFn: async () => (await execute(USERS, { page: 1, pageSize: MOST_USERS })).users.items,
    enabled: can('user.read'),
  });
  return data.map(({ id, displayName, userName }) => ({
    value: id,
    label: `${displayName} (${userName})`,
  }));
}

function useAuditFilters(): readonly PageFilter[] {
  const { t } = useText();
  const { entityOptions } = useAuditWords();
  const { centers } = useSession();
  const users = useUserOptions();
  const centerOptions = centers.map(({ id, name }) => ({ value: id, label: name }));
  return [
    ...(centers.length > 1
      ? [
          {
            kind: 'select' as const,
            key: 'centerId',
            label: t('audit:filters.center'),
            options: centerOptions,
            width: 220,
          },
        ]
      : []),
    ...(users.length > 0
      ? [
          {
            kind: 'select' as const,
            key: 'userId',
            label: t('audit:filters.user'),
            options: users,
            width: 200,
          },
        ]
      : []),
    { kind: 'select', key: 'entity', label: t('audit:filters.entity'), options: entityOptions() },
    { kind: 'date', key: 'from', label: t('audit:filters.from') },
    { kind: 'date', key: 'to', label: t('audit:filters.to') },
  ];
}

function useAuditColumns(): readonly PageColumn<EventRow>[] {
  const { t } = useText();
  const words = useAuditWords();
  const { centers } = useSession();
  return [
    { key: 'at', title: t('audit:columns.at'), render: ({ at }) => <Moment value={at} /> },
    { key: 'user', title: t('audit:columns.user'), render: ({ userName }) => userName },
    {
      key: 'what',
      title: t('audit:columns.what'),
      render: ({ entity, action }) => `${words.entity(entity)} · ${words.action(entity, action)}`,
    },
    {
      key: 'center',
      title: t('audit:filters.center'),
      render: ({ centerId }) => centers.find(({ id }) => id === centerId)?.name ?? '—',
    },
    {
      key: 'changes',
      title: t('audit:columns.changes'),
      width: 420,
      render: (event) => (event.changes.length === 0 ? '—' : <AuditChanges event={event} />),
    },
    { key: 'reason', title: t('audit:columns.reason'), render: ({ reason }) => reason ?? '—' },
    {
      key: 'request',
      title: t('audit:columns.request'),
      optional: true,
      notOnCard: true,
      render: ({ requestId }) => requestId,
    },
  ];
}

/** Everything that was done in one's reach. */
export function AuditPage() {
  const { t } = useText();
  const filters = useAuditFilters();
  const columns = useAuditColumns();
  return (
    <>
      <PageHeader title={t('audit:title')} note={t('audit:note')} />
      <PageTable<EventRow>
        id="audit"
        label={t('audit:title')}
        queryKey={['audit-trail']}
        load={async ({ page, pageSize, filters: chosen }) =>
          (await execute(AUDIT_TRAIL, { input: { page, pageSize, ...chosen } })).auditTrail
        }
        columns={columns}
        rowKey={(event) => event.id}
        filters={filters}
        exportAs={{ list: 'audit' }}
        empty={{ text: t('audit:empty') }}
      />
    </>
  );
}
