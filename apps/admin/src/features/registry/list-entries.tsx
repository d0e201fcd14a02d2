import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { RegistryRowFieldsFragment } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { useCan } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import type { List } from './list-status.js';
import { REGISTRY_ROWS, WITHDRAW_ROW } from './registry.queries.js';
import { RowSays, RowState } from './row-facts.js';

type Row = RegistryRowFieldsFragment;

function useColumns(withdraw: ((row: Row) => void) | null): readonly PageColumn<Row>[] {
  const { t } = useText();
  return [
    {
      key: 'name',
      title: t('registry:name'),
      render: (row) => (
        <>
          {row.name}
          <div className="yb-soft yb-number">{row.idNumberMasked}</div>
        </>
      ),
    },
    {
      key: 'what',
      title: t('registry:whatTitle'),
      wideOnCard: true,
      render: (row) => <RowSays row={row} />,
    },
    {
      key: 'place',
      title: t('registry:place'),
      render: (row) => [row.place, row.note].filter(Boolean).join(' · ') || '—',
    },
    {
      key: 'centers',
      title: t('registry:centers'),
      render: (row) =>
        row.centerNames.length > 0 ? row.centerNames.join('、') : t('registry:noCenter'),
    },
    {
      key: 'row',
      title: t('registry:row'),
      notOnCard: true,
      width: 80,
      render: (row) => row.rowNumber,
    },
    { key: 'state', title: t('registry:state'), render: (row) => <RowState row={row} /> },
    ...(withdraw
      ? [
          {
            key: 'deeds',
            title: '',
            render: (row: Row) =>
              row.endedKind ? null : (
                <Button onClick={() => withdraw(row)}>{t('registry:withdrawRow')}</Button>
              ),
          },
        ]
      : []),
  ];
}

/** What the list brought, and what became of each row since. */
export function ListEntries({ list }: { readonly list: List }) {
  const { t } = useText();
  const can = useCan();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [asked, ask] = useState<Row | null>(null);
  const columns = useColumns(can('registry.import') ? ask : null);
  return (
    <>
      <PageTable<Row>
        id="registry-rows"
        label={t('registry:entries')}
        urlPrefix="e"
        queryKey={['registry', 'rows', list.id]}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(REGISTRY_ROWS, {
              listId: list.id,
              page,
              pageSize,
              matched: filters['only'] === 'matched',
            })
          ).registryRows
        }
        columns={columns}
        rowKey={(row) => row.id}
        filters={[
          {
            kind: 'select',
            key: 'only',
            label: t('registry:centers'),
            options: [
              { value: 'all', label: t('registry:all') },
              { value: 'matched', label: t('registry:onlyMatched') },
            ],
          },
        ]}
        defaults={{ only: 'all' }}
        exportAs={{ list: 'registry-rows', args: { listId: list.id } }}
        empty={{ text: t('registry:noEntries') }}
      />
      <ConfirmReason
        open={asked !== null}
        title={t('registry:withdrawRowTitle', { name: asked?.name ?? '' })}
        note={t('registry:withdrawRowNote')}
        okText={t('registry:withdrawRow')}
        danger
        onConfirm={async (reason) => {
          await execute(WITHDRAW_ROW, { input: { rowId: asked?.id ?? '', reason } });
          await client.invalidateQueries({ queryKey: ['registry'] });
          void message.success(t('registry:withdrawn'));
        }}
        onClose={() => ask(null)}
      />
    </>
  );
}
