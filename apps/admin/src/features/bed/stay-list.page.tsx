import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';

import { execute } from '../../api/execute.js';
import type { AwayFilter, StaysQuery, StayStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { PersonName } from '../../shared/person-name.js';
import { useCan, useCenter } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn, PageFilter } from '../../shared/table/types.js';
import type { TableState } from '../../shared/table/use-table-state.js';
import { Day } from '../../shared/values.js';
import { DeedHost } from './deed-host.js';
import { StayMenu } from './stay-menu.js';
import { STAYS } from './stay.queries.js';
import { StayStatusTag } from './stay-status.js';
import { useDeed } from './use-deed.js';
import './bed.css';
import { today } from '../../shared/today.js';

type StayRow = StaysQuery['stays']['items'][number];

function useColumns(): readonly PageColumn<StayRow>[] {
  const { t } = useText();
  const center = useCenter();
  const can = useCan();
  return [
    {
      key: 'residentName',
      title: t('bed:stays.resident'),
      sortable: true,
      render: (stay) => (
        <PersonName
          name={stay.residentName}
          to={centerPath(center.id, `residents/${stay.residentId}`)}
        />
      ),
    },
    {
      key: 'bedName',
      title: t('bed:stays.bed'),
      sortable: true,
      render: (stay) => <span className="yb-number">{stay.bedName}</span>,
    },
    { key: 'place', title: t('bed:stays.place'), render: (stay) => stay.place },
    {
      key: 'status',
      title: t('bed:stays.status'),
      render: (stay) => <StayStatusTag status={stay.status} endKind={stay.endKind} />,
    },
    {
      key: 'fromOn',
      title: t('bed:stays.fromOn'),
      sortable: true,
      render: (stay) => <Day value={stay.fromOn} />,
    },
    {
      key: 'untilOn',
      title: t('bed:stays.untilOn'),
      sortable: true,
      render: (stay) => (stay.untilOn ? <Day value={stay.untilOn} /> : '—'),
    },
    {
      key: 'days',
      title: t('bed:stays.days'),
      align: 'right',
      render: (stay) => <span className="yb-number">{stay.stayDays}</span>,
    },
    {
      key: 'away',
      title: t('bed:stays.away'),
      render: (stay) => (stay.absence ? <Away absence={stay.absence} /> : '—'),
    },
    {
      key: 'expected',
      title: t('bed:stays.expected'),
      optional: true,
      notOnCard: true,
      render: (stay) => <Day value={stay.expectedUntilOn} />,
    },
    {
      key: 'note',
      title: t('bed:stays.remark'),
      optional: true,
      notOnCard: true,
      render: (stay) => stay.note,
    },
    ...(can('stay.write')
      ? [
          {
            key: 'actions',
            title: t('bed:deed.more'),
            align: 'right' as const,
            besideHeading: true,
            render: (stay: StayRow) => <StayMenu stay={stay} />,
          },
        ]
      : []),
  ];
}

function Away({ absence }: { readonly absence: NonNullable<StayRow['absence']> }) {
  const { t } = useText();
  const isLate = Boolean(absence.plannedUntilOn && absence.plannedUntilOn < today());
  return (
    <StatusTag tone={isLate ? 'stopped' : 'going'}>
      {t(`bed:absenceKind.${absence.kind}`)}{' '}
      <Day value={absence.plannedUntilOn ?? absence.fromOn} />
    </StatusTag>
  );
}

function useFilters(): readonly PageFilter[] {
  const { t } = useText();
  const statuses: readonly StayStatus[] = ['ACTIVE', 'RESERVED', 'ENDED', 'CANCELLED'];
  return [
    { kind: 'search', key: 'search', label: t('bed:stays.search') },
    {
      kind: 'select',
      key: 'status',
      label: t('bed:stays.statusFilter'),
      options: statuses.map((value) => ({ value, label: t(`bed:status.${value}`) })),
    },
    {
      kind: 'select',
      key: 'away',
      label: t('bed:stays.awayFilter'),
      options: [
        { value: 'ANY', label: t('bed:stays.awayAny') },
        { value: 'HOME_LEAVE', label: t('bed:absenceKind.HOME_LEAVE') },
        { value: 'HOSPITAL', label: t('bed:absenceKind.HOSPITAL') },
        { value: 'OVERDUE', label: t('bed:stays.awayOverdue') },
      ],
    },
    { kind: 'date', key: 'beganFrom', label: t('bed:stays.beganFrom') },
    { kind: 'date', key: 'beganTo', label: t('bed:stays.beganTo') },
  ];
}

const loadOf = (centerId: string) => async (state: TableState) => {
  const { search, status, away, beganFrom, beganTo, from, to } = state.filters;
  const { stays } = await execute(STAYS, {
    centerId,
    page: state.page,
    pageSize: state.pageSize,
    search: search ?? null,
    status: (status as StayStatus | undefined) ?? null,
    away: (away as AwayFilter | undefined) ?? null,
    from: from ?? null,
    to: to ?? null,
    beganFrom: beganFrom ?? null,
    beganTo: beganTo ?? null,
    orderBy: state.sort?.field ?? null,
    descending: state.sort ? state.sort.order === 'DESC' : null,
  });
  return stays;
};

export function StayListPage() {
  const { t } = useText();
  const center = useCenter();
  const columns = useColumns();
  const filters = useFilters();
  return (
    <>
      <PageHeader title={t('bed:stays.title')} note={t('bed:stays.note')} actions={<Actions />} />
      <PageTable<StayRow>
        id="stays"
        label={t('bed:stays.title')}
        queryKey={['stays', center.id]}
        load={loadOf(center.id)}
        columns={columns}
        rowKey={(stay) => stay.id}
        filters={filters}
        exportAs={{ list: 'stays', args: { centerId: center.id } }}
        empty={{ text: t('bed:stays.empty') }}
      />
      <DeedHost />
    </>
  );
}

function Actions() {
  const { t } = useText();
  const can = useCan();
  const [, openDeed] = useDeed();
  if (!can('stay.write')) {
    return null;
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'reserve', label: t('bed:deed.reserve') },
            { key: 'record', label: t('bed:deed.record') },
          ],
          onClick: ({ key }) => openDeed(key === 'record' ? 'record' : 'reserve'),
        }}
      >
        <Button>{t('bed:deed.more')}</Button>
      </Dropdown>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => openDeed('admit')}>
        {t('bed:deed.admit')}
      </Button>
    </>
  );
}
