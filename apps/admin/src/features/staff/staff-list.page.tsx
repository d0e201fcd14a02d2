import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';

import { execute } from '../../api/execute.js';
import type { StaffMembersQuery, StaffPost } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan, useCenter } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { DaySpan } from '../../shared/values.js';
import { ExpiryTag } from './expiry-tag.js';
import { AddStaffDrawer } from './staff-drawers.js';
import { POSTS } from './staff-fields.js';
import { STAFF } from './staff.queries.js';

type Row = StaffMembersQuery['staffMembers']['items'][number];

function useColumns(): readonly PageColumn<Row>[] {
  const { t } = useText();
  return [
    { key: 'name', title: t('staff:fields.name'), render: (row) => row.name },
    { key: 'post', title: t('staff:fields.post'), render: (row) => t(`staff:posts.${row.post}`) },
    { key: 'phone', title: t('staff:fields.phone'), render: (row) => row.phone ?? '—' },
    {
      key: 'employment',
      title: t('staff:fields.employment'),
      render: (row) => <DaySpan from={row.fromOn} until={row.untilOn} />,
    },
    {
      key: 'certificates',
      title: t('staff:fields.certificates'),
      align: 'right',
      render: (row) => row.certificateCount,
    },
    {
      key: 'state',
      title: t('staff:board.state'),
      render: (row) => (row.certificateCount === 0 ? '—' : <ExpiryTag state={row.expiryState} />),
    },
  ];
}

export function StaffListPage() {
  const { t } = useText();
  const can = useCan();
  const center = useCenter();
  const columns = useColumns();
  const [form, setForm] = useUrlValue('form');
  const add = can('staff.write') ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm('add')}>
      {t('staff:list.add')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t('staff:menu.staff')} note={t('staff:list.note')} actions={add} />
      <PageTable<Row>
        id="staff"
        label={t('staff:menu.staff')}
        queryKey={['staff', center.id]}
        load={async ({ page, pageSize, filters }) => {
          const { search = null, post = null, isEmployed } = filters;
          const variables = {
            centerId: center.id,
            page,
            pageSize,
            search,
            post: post as StaffPost | null,
            isEmployed: isEmployed ? isEmployed === 'true' : null,
          };
          return (await execute(STAFF, variables)).staffMembers;
        }}
        columns={columns}
        rowKey={(row) => row.id}
        rowLink={(row) => centerPath(center.id, `staff/${row.id}`)}
        defaults={{ isEmployed: 'true' }}
        filters={[
          { kind: 'search', key: 'search', label: t('staff:list.search') },
          {
            kind: 'select',
            key: 'post',
            label: t('staff:list.post'),
            options: POSTS.map((post) => ({ value: post, label: t(`staff:posts.${post}`) })),
          },
          {
            kind: 'select',
            key: 'isEmployed',
            label: t('staff:list.employed'),
            options: [
              { value: 'true', label: t('staff:list.onStaff') },
              { value: 'false', label: t('staff:list.left') },
            ],
          },
        ]}
        exportAs={{ list: 'staff', args: { centerId: center.id } }}
        empty={{ text: t('staff:list.empty'), action: add }}
      />
      {form === 'add' && can('staff.write') ? (
        <AddStaffDrawer centerId={center.id} onClose={() => setForm(null)} />
      ) : null}
    </>
  );
}
