import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Form, Input, Select, Space } from 'antd';

import { execute } from '../../api/execute.js';
import type { ContractsQuery, CreateContractInput, EndContractInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import { StatusTag } from '../../shared/status-tag.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { CONTRACTS, CREATE_CONTRACT, END_CONTRACT, ORGANIZATIONS } from './places.queries.js';
import { DataTable } from '../../shared/table/data-table.js';
import { today } from '../../shared/today.js';

type Contract = ContractsQuery['contracts'][number];

const MOST_ORGANIZATIONS = 100;

function ContractState({ contract }: { readonly contract: Contract }) {
  const { t } = useText();
  const now = today();
  if (contract.fromOn > now) {
    return <StatusTag tone="waiting">{t('doors:contracts.future')}</StatusTag>;
  }
  return contract.untilOn && contract.untilOn <= now ? (
    <StatusTag tone="plain">{t('doors:contracts.past')}</StatusTag>
  ) : (
    <StatusTag tone="done">{t('doors:contracts.current')}</StatusTag>
  );
}

interface DrawerProps {
  readonly centerId: string;
  readonly onClose: () => void;
}

function stale(centerId: string) {
  return [['history', 'contract'], ['contracts', centerId], ['center', centerId], ['centers']];
}

function CreateDrawer({ centerId, onClose }: DrawerProps) {
  const { t } = useText();
  const operators = useQuery({
    queryKey: ['organizations', 'all'],
    queryFn: async () =>
      (await execute(ORGANIZATIONS, { page: 1, pageSize: MOST_ORGANIZATIONS })).organizations.items,
  });
  const form = useApiForm<Omit<CreateContractInput, 'centerId'>>({
    draftKey: `contract-new:${centerId}`,
    save: async (values) => await execute(CREATE_CONTRACT, { input: { ...values, centerId } }),
    invalidates: stale(centerId),
    onSaved: onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer title={t('doors:contracts.create')} form={form} onClose={onClose}>
      <Form.Item name="organizationId" label={t('doors:contracts.operator')} rules={[required]}>
        <Select
          loading={operators.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(operators.data ?? [])
            .filter(({ kind }) => kind === 'OPERATOR')
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="number" label={t('doors:contracts.number')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('doors:contracts.fromOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="untilOn"
        label={t('doors:contracts.untilOn')}
        extra={t('doors:contracts.untilNote')}
      >
        <DateInput />
      </Form.Item>
    </FormDrawer>
  );
}

function EndDrawer({ centerId, contract, onClose }: DrawerProps & { readonly contract: Contract }) {
  const { t } = useText();
  const { id, version } = contract;
  const form = useApiForm<Omit<EndContractInput, 'id' | 'version'>>({
    draftKey: `contract-end:${id}`,
    save: async (values) => await execute(END_CONTRACT, { input: { ...values, id, version } }),
    invalidates: stale(centerId),
    onSaved: onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={t('doors:contracts.end')}
      form={form}
      submitText={t('doors:contracts.end')}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>
        {t('doors:contracts.endNote', { name: contract.organizationName })}
      </p>
      <Form.Item
        name="untilOn"
        label={t('doors:contracts.untilOn')}
        extra={t('doors:contracts.untilNote')}
        rules={[required]}
      >
        <DateInput />
      </Form.Item>
      <Form.Item name="reason" label={t('common:reason')} rules={[required]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

interface ContractTableProps {
  readonly contracts: readonly Contract[];
  readonly onEnd: ((contract: Contract) => void) | null;
  readonly onHistory: (contract: Contract) => void;
}

function ContractTable({ contracts, onEnd, onHistory }: ContractTableProps) {
  const { t } = useText();
  if (contracts.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('doors:contracts.empty')} />;
  }
  return (
    <DataTable<Contract>
      rowKey="id"
      dataSource={[...contracts]}
      columns={[
        { key: 'operator', title: t('doors:contracts.operator'), dataIndex: 'organizationName' },
        {
          key: 'number',
          title: t('doors:contracts.number'),
          render: (_, contract) => contract.number ?? '—',
        },
        {
          key: 'from',
          title: t('doors:contracts.fromOn'),
          render: (_, contract) => <Day value={contract.fromOn} />,
        },
        {
          key: 'until',
          title: t('doors:contracts.untilOn'),
          render: (_, contract) => <Day value={contract.untilOn} />,
        },
        {
          key: 'state',
          title: t('doors:users.statusTitle'),
          render: (_, contract) => <ContractState contract={contract} />,
        },
        {
          key: 'do',
          title: <span className="yb-visually-hidden">{t('common:more')}</span>,
          render: (_, contract) => (
            <Space wrap>
              {onEnd === null || (contract.untilOn && contract.untilOn <= today()) ? null : (
                <Button size="small" onClick={() => onEnd(contract)}>
                  {t('doors:contracts.end')}
                </Button>
              )}
              <Button size="small" onClick={() => onHistory(contract)}>
                {t('audit:history')}
              </Button>
            </Space>
          ),
        },
      ]}
    />
  );
}

/** Who runs the center, from when until when. */
export function ContractPanel({ centerId }: { readonly centerId: string }) {
  const { t } = useText();
  const can = useCan();
  const [form, setForm] = useUrlValue('contract');
  const contracts = useQuery({
    queryKey: ['contracts', centerId],
    queryFn: async () => (await execute(CONTRACTS, { centerId })).contracts,
  });
  const canManage = can('contract.manage');
  const ended = contracts.data?.find(({ id }) => id === form);
  const [past, setPast] = useUrlValue('history');
  const shown = contracts.data?.find(({ id }) => id === past);
  const close = (): void => setForm(null);
  return (
    <Panel
      title={t('doors:center.tabs.contracts')}
      actions={
        canManage ? (
          <Button type="primary" onClick={() => setForm('new')}>
            {t('doors:contracts.create')}
          </Button>
        ) : null
      }
    >
      <QueryView query={contracts} rows={3}>
        {(rows) => (
          <ContractTable
            contracts={rows}
            onEnd={canManage ? ({ id }) => setForm(id) : null}
            onHistory={({ id }) => setPast(id)}
          />
        )}
      </QueryView>
      {form === 'new' && canManage ? <CreateDrawer centerId={centerId} onClose={close} /> : null}
      {ended && canManage ? (
        <EndDrawer centerId={centerId} contract={ended} onClose={close} />
      ) : null}
      {shown ? (
        <SideDrawer
          width={560}
          title={`${shown.organizationName} · ${t('audit:history')}`}
          onClose={() => setPast(null)}
        >
          <HistoryPanel entity="contract" entityId={shown.id} />
        </SideDrawer>
      ) : null}
    </Panel>
  );
}
