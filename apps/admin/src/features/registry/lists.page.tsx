import { SearchOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { RegistryKind, RegistryListsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Moment } from '../../shared/values.js';
import { ListStatus } from './list-status.js';
import { PersonDrawer } from './person.drawer.js';
import { REGISTRY_LISTS } from './registry.queries.js';
import { UploadDrawer } from './upload.drawer.js';

type Row = RegistryListsQuery['registryLists']['items'][number];

const KINDS: readonly RegistryKind[] = ['DEATH', 'HOUSEHOLD', 'SUPPORT', 'INPATIENT'];

function useColumns(): readonly PageColumn<Row>[] {
  const { t } = useText();
  return [
    {
      key: 'file',
      title: t('registry:file'),
      render: (row) => (
        <>
          {row.fileName}
          <div className="yb-soft">{t(`registry:kinds.${row.kind}`)}</div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('registry:statusTitle'),
      besideHeading: true,
      render: (row) => <ListStatus status={row.status} />,
    },
    {
      key: 'rows',
      title: t('registry:rows'),
      render: (row) => (
        <>
          <span className="yb-number">{row.rowCount}</span>{' '}
          {row.counts.problem > 0 ? (
            <StatusTag tone="warning">
              {t('registry:counts.problem')} {row.counts.problem}
            </StatusTag>
          ) : null}
        </>
      ),
    },
    {
      key: 'matched',
      title: t('registry:matched'),
      render: (row) =>
        row.status === 'ACCEPTED' ? t('registry:matchedShown', { count: row.matchedCount }) : '—',
    },
    {
      key: 'by',
      title: t('registry:by'),
      render: (row) => (
        <>
          {row.uploadedByName} <Moment value={row.uploadedAt} />
        </>
      ),
    },
  ];
}

/** Every list of the county, the newest first. */
export function ListsPage() {
  const { t } = useText();
  const can = useCan();
  const [uploading, setUploading] = useUrlValue('upload');
  const [isLooking, look] = useState(false);
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('registry:menu')}
        note={t('registry:note')}
        actions={
          <>
            <Button icon={<SearchOutlined aria-hidden />} onClick={() => look(true)}>
              {t('registry:lookUp')}
            </Button>
            {can('registry.import') ? (
              <Button
                type="primary"
                icon={<UploadOutlined aria-hidden />}
                onClick={() => setUploading('yes')}
              >
                {t('registry:upload')}
              </Button>
            ) : null}
          </>
        }
      />
      <PageTable<Row>
        id="registry-lists"
        label={t('registry:menu')}
        queryKey={['registry', 'lists']}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(REGISTRY_LISTS, {
              page,
              pageSize,
              kind: (filters['kind'] ?? null) as RegistryKind | null,
            })
          ).registryLists
        }
        columns={columns}
        rowKey={(row) => row.id}
        rowLink={(row) => `/bureau/lists/${row.id}`}
        filters={[
          {
            kind: 'select',
            key: 'kind',
            label: t('registry:kind'),
            options: KINDS.map((value) => ({ value, label: t(`registry:kinds.${value}`) })),
          },
        ]}
        empty={{ text: t('registry:empty') }}
      />
      {uploading ? <UploadDrawer onClose={() => setUploading(null)} /> : null}
      {isLooking ? <PersonDrawer onClose={() => look(false)} /> : null}
    </>
  );
}
