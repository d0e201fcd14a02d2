import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type { CentersQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { CreateCenterDrawer } from './create-center.drawer.js';
import { CENTERS } from './places.queries.js';

type CenterRow = CentersQuery['centers']['items'][number];

function useCenterColumns(): readonly PageColumn<CenterRow>[] {
  const { t } = useText();
  return [
    { key: 'name', title: t('doors:centers.name'), render: (center) => center.name },
    { key: 'code', title: t('doors:centers.code'), render: (center) => center.code },
    { key: 'county', title: t('doors:centers.county'), render: (center) => center.countyName },
    {
      key: 'operator',
      title: t('doors:centers.operator'),
      render: (center) =>
        center.operatorName ?? (
          <StatusTag tone="warning">{t('doors:centers.noOperator')}</StatusTag>
        ),
    },
    {
      key: 'ownership',
      title: t('doors:centers.ownership'),
      render: (center) => t(`doors:centers.ownerships.${center.ownership}`),
    },
    {
      key: 'beds',
      title: t('doors:centers.registeredBeds'),
      align: 'right',
      render: (center) => <span className="yb-number">{center.registeredBeds}</span>,
    },
    {
      key: 'openedOn',
      title: t('doors:centers.openedOn'),
      render: (center) => <Day value={center.openedOn} />,
    },
  ];
}

export function CenterListPage() {
  const { t } = useText();
  const can = useCan();
  const navigate = useNavigate();
  const columns = useCenterColumns();
  const [form, setForm] = useUrlValue('form');
  const canCreate = can('center.manage');
  const create = canCreate ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm('new')}>
      {t('doors:centers.create')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t('doors:menu.centers')} note={t('doors:centers.note')} actions={create} />
      <PageTable<CenterRow>
        id="centers"
        label={t('doors:menu.centers')}
        queryKey={['centers']}
        load={async ({ page, pageSize, filters }) =>
          (await execute(CENTERS, { page, pageSize, search: filters['search'] ?? null })).centers
        }
        columns={columns}
        rowKey={(center) => center.id}
        rowLink={(center) => centerPath(center.id, 'center')}
        filters={[{ kind: 'search', key: 'search', label: t('doors:centers.search') }]}
        exportAs={{ list: 'centers' }}
        empty={{ text: t('doors:centers.empty'), action: create }}
      />
      {form === 'new' && canCreate ? (
        <CreateCenterDrawer
          onClose={() => setForm(null)}
          onCreated={(id) => void navigate(`${centerPath(id, 'center')}?tab=contracts`)}
        />
      ) : null}
    </>
  );
}
