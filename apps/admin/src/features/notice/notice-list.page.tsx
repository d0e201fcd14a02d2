import { Button } from 'antd';

import { execute } from '../../api/execute.js';
import type { PublicNoticesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Month, Yuan } from '../../shared/values.js';
import { NoticeState, NoticeTerm } from './notice-state.js';
import { NOTICES } from './notice.queries.js';
import { PublishDrawer } from './publish.drawer.js';

type Row = PublicNoticesQuery['publicNotices']['items'][number];

function useColumns(): readonly PageColumn<Row>[] {
  const { t } = useText();
  return [
    { key: 'number', title: t('notice:number'), render: (row) => row.number },
    { key: 'period', title: t('notice:period'), render: (row) => <Month value={row.period} /> },
    {
      key: 'status',
      title: t('notice:status'),
      besideHeading: true,
      render: (row) => <NoticeState notice={row} />,
    },
    { key: 'term', title: t('notice:term'), render: (row) => <NoticeTerm notice={row} /> },
    {
      key: 'people',
      title: t('notice:people'),
      align: 'right',
      render: (row) => row.people,
    },
    {
      key: 'amount',
      title: t('notice:amount'),
      align: 'right',
      render: (row) => <Yuan fen={row.amountFen} />,
    },
    {
      key: 'objections',
      title: t('notice:objections'),
      render: (row) =>
        row.openObjectionCount > 0
          ? t('notice:open', { count: row.openObjectionCount })
          : row.objectionCount > 0
            ? String(row.objectionCount)
            : t('notice:none'),
    },
    {
      key: 'by',
      title: t('notice:publishedBy'),
      notOnCard: true,
      render: (row) => row.publishedByName,
    },
  ];
}

/** What the county made public, and what was said against it. */
export function NoticeListPage() {
  const { t } = useText();
  const can = useCan();
  const columns = useColumns();
  const [publish, setPublish] = useUrlValue('publish');
  return (
    <>
      <PageHeader
        title={t('notice:menu')}
        note={t('notice:note')}
        actions={
          can('review.decide') ? (
            <Button type="primary" onClick={() => setPublish('new')}>
              {t('notice:publish')}
            </Button>
          ) : null
        }
      />
      <PageTable<Row>
        id="public-notices"
        label={t('notice:menu')}
        queryKey={['notices']}
        load={async ({ page, pageSize }) =>
          (await execute(NOTICES, { page, pageSize })).publicNotices
        }
        columns={columns}
        rowKey={(row) => row.id}
        rowLink={(row) => `/bureau/notices/${row.id}`}
        empty={{ text: t('notice:empty') }}
      />
      {publish && can('review.decide') ? (
        <PublishDrawer claimId={publish} onClose={() => setPublish(null)} />
      ) : null}
    </>
  );
}
