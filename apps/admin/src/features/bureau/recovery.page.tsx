import { Button, Flex } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { InstalmentState, RecoveriesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimContents, useClaimPeriod } from '../../shared/claim/claim-title.js';
import { PageHeader } from '../../shared/page-header.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { useCenterFilter } from '../../shared/table/use-center-filter.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { Day, Yuan } from '../../shared/values.js';
import './bureau.css';
import { OffsetDrawer, PlanDrawer } from './recovery.drawers.js';
import { RECOVERIES } from './recovery.queries.js';

export type RecoveryRow = RecoveriesQuery['recoveries']['items'][number];

const TONES: Record<InstalmentState, StatusTone> = {
  DONE: 'done',
  OPEN: 'plain',
  OVERDUE: 'stopped',
};

function useColumns(
  ask: (doing: { deed: 'plan' | 'offset'; row: RecoveryRow }) => void,
): readonly PageColumn<RecoveryRow>[] {
  const { t } = useText();
  const periodOf = useClaimPeriod();
  const contentsOf = useClaimContents();
  const money = (
    key: 'debt' | 'cash' | 'offset' | 'open',
    of: (row: RecoveryRow) => number,
  ): PageColumn<RecoveryRow> => ({
    key,
    title: t(`bureau:recovery.${key}`),
    align: 'right',
    render: (row) => <Yuan fen={of(row)} />,
  });
  return [
    {
      key: 'center',
      title: t('claim:list.center'),
      render: (row) => (
        <>
          {row.centerName} · {periodOf(row)}
          <div className="yb-soft">
            {row.number} · <Day value={row.decidedOn} />
          </div>
          <div className="yb-soft">{contentsOf(row)}</div>
        </>
      ),
    },
    money('debt', (row) => row.debtFen),
    money('cash', (row) => row.cashFen),
    money('offset', (row) => row.offsetFen),
    money('open', (row) => row.openFen),
    { key: 'plan', title: t('bureau:recovery.plan'), render: (row) => <Plan row={row} /> },
    {
      key: 'deeds',
      title: '',
      render: (row) => (
        <Flex gap={8} wrap>
          {row.canOffset ? (
            <Button type="primary" onClick={() => ask({ deed: 'offset', row })}>
              {t('bureau:recovery.offsetDo')}
            </Button>
          ) : null}
          {row.canPlan ? (
            <Button onClick={() => ask({ deed: 'plan', row })}>{t('bureau:recovery.agree')}</Button>
          ) : null}
        </Flex>
      ),
    },
  ];
}

function Plan({ row }: { readonly row: RecoveryRow }) {
  const { t } = useText();
  if (row.instalments.length === 0) {
    return row.openFen > 0 ? <span className="yb-warn">{t('bureau:recovery.noPlan')}</span> : '—';
  }
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {row.instalments.map((part) => (
          <li key={part.seq}>
            {t('bureau:recovery.part', { seq: part.seq })} <Day value={part.dueOn} />{' '}
            <Yuan fen={part.amountFen} />{' '}
            <StatusTag tone={TONES[part.state]}>
              {t(`bureau:recovery.state.${part.state}`)}
            </StatusTag>
          </li>
        ))}
      </ul>
      <div className="yb-soft">{[row.documentNumber, row.note].filter(Boolean).join(' · ')}</div>
    </>
  );
}

/** What operators owe the county, and how it comes back. */
export function RecoveryPage() {
  const { t } = useText();
  const centerFilter = useCenterFilter();
  const [doing, ask] = useState<{ deed: 'plan' | 'offset'; row: RecoveryRow } | null>(null);
  const columns = useColumns(ask);
  return (
    <>
      <PageHeader title={t('bureau:recovery.menu')} note={t('bureau:recovery.note')} />
      <PageTable<RecoveryRow>
        id="recoveries"
        label={t('bureau:recovery.menu')}
        queryKey={['recoveries']}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(RECOVERIES, {
              page,
              pageSize,
              centerId: filters['center'] ?? null,
              isOpen: filters['open'] === 'yes' ? true : null,
            })
          ).recoveries
        }
        columns={columns}
        rowKey={(row) => row.claimId}
        filters={[
          {
            kind: 'select',
            key: 'open',
            label: t('bureau:recovery.open'),
            options: [
              { value: 'yes', label: t('bureau:recovery.onlyOpen') },
              { value: 'all', label: t('bureau:recovery.all') },
            ],
            width: 180,
          },
          centerFilter,
        ]}
        empty={{ text: t('bureau:recovery.empty') }}
      />
      {doing?.deed === 'plan' ? <PlanDrawer row={doing.row} onClose={() => ask(null)} /> : null}
      {doing?.deed === 'offset' ? <OffsetDrawer row={doing.row} onClose={() => ask(null)} /> : null}
    </>
  );
}
