import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { CreateOrganizationInput, OrganizationsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { useCounties } from './create-center.drawer.js';
import { CREATE_ORGANIZATION, ORGANIZATIONS } from './places.queries.js';

type OrganizationRow = OrganizationsQuery['organizations']['items'][number];

const KINDS = ['OPERATOR', 'BUREAU'] as const;
const USCC_LENGTH = 18;

function useOrganizationColumns(): readonly PageColumn<OrganizationRow>[] {
  const { t } = useText();
  const { options } = useCounties();
  return [
    { key: 'name', title: t('doors:organizations.name'), render: (one) => one.name },
    {
      key: 'kind',
      title: t('doors:organizations.kind'),
      render: (one) => t(`doors:organizations.kinds.${one.kind}`),
    },
    {
      key: 'county',
      title: t('doors:centers.county'),
      render: (one) =>
        options.find(({ value }) => value === one.countyCode)?.label ?? one.countyCode ?? '—',
    },
    { key: 'uscc', title: t('doors:organizations.uscc'), render: (one) => one.uscc ?? '—' },
    {
      key: 'contact',
      title: t('doors:organizations.contactName'),
      render: (one) => [one.contactName, one.contactPhone].filter(Boolean).join(' ') || '—',
    },
    {
      key: 'centers',
      title: t('doors:organizations.centerCount'),
      align: 'right',
      render: (one) => <span className="yb-number">{one.centerCount}</span>,
    },
  ];
}

function CreateDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const counties = useCounties();
  const form = useApiForm<CreateOrganizationInput>({
    draftKey: 'organization-new',
    initial: { kind: 'OPERATOR' },
    save: async (input) => await execute(CREATE_ORGANIZATION, { input }),
    invalidates: [['organizations']],
    onSaved: onClose,
  });
  const kind = Form.useWatch('kind', form.form);
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer title={t('doors:organizations.create')} form={form} onClose={onClose}>
      <Form.Item name="kind" label={t('doors:organizations.kind')} rules={[required]}>
        <Select
          options={KINDS.map((value) => ({
            value,
            label: t(`doors:organizations.kinds.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('doors:organizations.name')} rules={[required]}>
        <Input maxLength={120} />
      </Form.Item>
      {kind === 'BUREAU' ? (
        <Form.Item
          name="countyCode"
          preserve={false}
          label={t('doors:centers.county')}
          rules={[required]}
        >
          <Select options={counties.options} loading={counties.query.isPending} />
        </Form.Item>
      ) : null}
      <Form.Item name="uscc" label={t('doors:organizations.uscc')}>
        <Input maxLength={USCC_LENGTH} autoCapitalize="characters" />
      </Form.Item>
      <Form.Item name="contactName" label={t('doors:organizations.contactName')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="contactPhone" label={t('doors:organizations.contactPhone')}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
    </FormDrawer>
  );
}

export function OrganizationListPage() {
  const { t } = useText();
  const can = useCan();
  const columns = useOrganizationColumns();
  const [form, setForm] = useUrlValue('form');
  const canCreate = can('organization.manage');
  const create = canCreate ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm('new')}>
      {t('doors:organizations.create')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={t('doors:menu.organizations')}
        note={t('doors:organizations.note')}
        actions={create}
      />
      <PageTable<OrganizationRow>
        id="organizations"
        label={t('doors:menu.organizations')}
        queryKey={['organizations']}
        load={async ({ page, pageSize, filters }) => {
          const search = filters['search'] ?? null;
          return (await execute(ORGANIZATIONS, { page, pageSize, search })).organizations;
        }}
        columns={columns}
        rowKey={(one) => one.id}
        filters={[{ kind: 'search', key: 'search', label: t('doors:organizations.search') }]}
        empty={{ text: t('doors:organizations.empty'), action: create }}
      />
      {form === 'new' && canCreate ? <CreateDrawer onClose={() => setForm(null)} /> : null}
    </>
  );
}
