import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import type { ServicesQuery, ServiceType } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { useCan } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { Day, Yuan } from '../../shared/values.js';
import { SERVICES, VOID_SERVICE } from './daily.queries.js';
import { SERVICE_TYPES } from './service-types.js';
import { thisMonth } from '../../shared/today.js';

type Row = ServicesQuery['services']['items'][number];

interface ServiceTableProps {
  readonly centerId: string;
  /** Only the services of one person. */
  readonly residentId?: string;
  readonly action: ReactNode;
}

function useColumns(isOnePerson: boolean, onVoid: (row: Row) => void): readonly PageColumn<Row>[] {
  const { t } = useText();
  const can = useCan();
  const person: PageColumn<Row> = {
    key: 'resident',
    title: t('daily:services.resident'),
    render: (row) => row.residentName,
  };
  return [
    {
      key: 'onDate',
      title: t('daily:services.onDate'),
      render: (row) => <Day value={row.onDate} />,
    },
    ...(isOnePerson ? [] : [person]),
    {
      key: 'type',
      title: t('daily:services.type'),
      render: (row) => (
        <>
          {t(`daily:types.${row.type}`)}{' '}
          {row.voidedAt ? (
            <StatusTag tone="stopped">
              {t('daily:services.voided', { reason: row.voidReason ?? '' })}
            </StatusTag>
          ) : null}
        </>
      ),
    },
    {
      key: 'minutes',
      title: t('daily:services.minutesShort'),
      align: 'right',
      render: (row) => row.minutes,
    },
    {
      key: 'value',
      title: t('daily:services.value'),
      align: 'right',
      render: (row) => <Yuan fen={row.valueFen} />,
    },
    { key: 'staff', title: t('daily:services.staff'), render: (row) => row.staffName ?? '—' },
    {
      key: 'by',
      title: t('daily:services.by'),
      optional: true,
      notOnCard: true,
      render: (row) => row.createdByName,
    },
    {
      key: 'note',
      title: t('daily:services.note2'),
      notOnCard: true,
      render: (row) => row.note ?? '',
    },
    {
      key: 'actions',
      title: '',
      render: (row) =>
        row.voidedAt || !can('service.write') ? null : (
          <Button type="link" danger onClick={() => onVoid(row)}>
            {t('daily:services.void')}
          </Button>
        ),
    },
  ];
}

/** Whose service of which day: a finger on a phone may have met the card beside. */
function Which({ row }: { readonly row: Row }) {
  const { t } = useText();
  return (
    <div style={{ fontWeight: 600, marginBottom: 4 }}>
      {row.residentName} · {t(`daily:types.${row.type}`)} · <Day value={row.onDate} /> ·{' '}
      {t('daily:services.lasting', { count: row.minutes })}
    </div>
  );
}

export function ServiceTable({ centerId, residentId, action }: ServiceTableProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [voiding, setVoiding] = useState<Row | null>(null);
  const columns = useColumns(residentId !== undefined, setVoiding);
  return (
    <>
      <PageTable<Row, ServicesQuery['services']>
        id={residentId ? 'resident-services' : 'services'}
        label={t('daily:menu.services')}
        queryKey={['services', centerId, residentId ?? '']}
        load={async ({ page, pageSize, filters }) => {
          const { services } = await execute(SERVICES, {
            centerId,
            page,
            pageSize,
            month: filters['month'] ?? null,
            residentId: residentId ?? null,
            type: (filters['type'] ?? null) as ServiceType | null,
          });
          return services;
        }}
        columns={columns}
        rowKey={(row) => row.id}
        {...(residentId ? { urlPrefix: 's' } : { defaults: { month: thisMonth() } })}
        filters={[
          { kind: 'month', key: 'month', label: t('daily:services.month') },
          {
            kind: 'select',
            key: 'type',
            label: t('daily:services.type'),
            options: SERVICE_TYPES.map((value) => ({ value, label: t(`daily:types.${value}`) })),
          },
        ]}
        exportAs={{ list: 'services', args: { centerId, ...(residentId ? { residentId } : {}) } }}
        empty={{
          text: t(residentId ? 'daily:services.emptyOfPerson' : 'daily:services.empty'),
          action,
        }}
        footer={({ totalMinutes, totalValueFen }) => (
          <span>
            {t('daily:services.total', { minutes: totalMinutes })} ·{' '}
            <Yuan fen={totalValueFen} unit />
          </span>
        )}
      />
      <ConfirmReason
        open={voiding !== null}
        danger
        title={t('daily:services.voidTitle')}
        note={
          <>
            {voiding ? <Which row={voiding} /> : null}
            {t('daily:services.voidNote')}
          </>
        }
        okText={t('daily:services.void')}
        onConfirm={async (reason) => {
          if (voiding) {
            await execute(VOID_SERVICE, { input: { id: voiding.id, reason } });
            await client.invalidateQueries({ queryKey: ['services', centerId] });
          }
        }}
        onClose={() => setVoiding(null)}
      />
    </>
  );
}
