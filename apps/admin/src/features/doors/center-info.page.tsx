import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type { CenterQuery, UpdateCenterInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { AskedFacts } from '../../shared/facts/asked-facts.js';
import { Attachments } from '../../shared/files/attachments.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { SESSION_KEY, useCan, useCenter } from '../../shared/session.js';
import { SlotView, useSlot } from '../../shared/slots.js';
import { UrlTabs, type UrlTab } from '../../shared/url-tabs.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { BankAccountPanel } from './bank-account.panel.js';
import { CenterFields } from './center-fields.js';
import { ContractPanel } from './contract.panel.js';
import { GradePanel } from './grade.panel.js';
import { LicencePanel } from './licence.panel.js';
import { ProfilePanel } from './profile.panel.js';
import { CENTER, UPDATE_CENTER } from './places.queries.js';

type Center = CenterQuery['center'];

const NOTHING = '—';

function Facts({ center }: { readonly center: Center }) {
  const { t } = useText();
  const facts = [
    ['code', t('doors:centers.code'), center.code],
    ['county', t('doors:centers.county'), center.countyName],
    ['ownership', t('doors:centers.ownership'), t(`doors:centers.ownerships.${center.ownership}`)],
    ['profit', t('doors:centers.forProfit'), center.forProfit ? t('common:yes') : t('common:no')],
    ['operator', t('doors:centers.operator'), center.operatorName ?? t('doors:centers.noOperator')],
    ['beds', t('doors:centers.registeredBeds'), center.registeredBeds],
    [
      'area',
      t('doors:centers.area'),
      center.areaM2 ? `${center.areaM2} ${t('doors:centers.areaUnit')}` : NOTHING,
    ],
    ['opened', t('doors:centers.openedOn'), <Day key="opened" value={center.openedOn} />],
    ['filed', t('doors:centers.filedOn'), <Day key="filed" value={center.filedOn} />],
    ['phone', t('doors:centers.phone'), center.phone ?? NOTHING],
    ['address', t('doors:centers.address'), center.address ?? NOTHING],
  ] as const;
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={facts.map(([key, label, children]) => ({ key, label, children }))}
    />
  );
}

type Values = Omit<UpdateCenterInput, 'id' | 'version'>;

function EditDrawer({
  center,
  onClose,
}: {
  readonly center: Center;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { id, version } = center;
  const form = useApiForm<Values>({
    draftKey: `center-edit:${id}`,
    initial: {
      name: center.name,
      ownership: center.ownership,
      forProfit: center.forProfit,
      registeredBeds: center.registeredBeds,
      areaM2: center.areaM2 ?? null,
      openedOn: center.openedOn,
      filedOn: center.filedOn ?? null,
      address: center.address ?? null,
      phone: center.phone ?? null,
    },
    save: async (values) => await execute(UPDATE_CENTER, { input: { ...values, id, version } }),
    invalidates: [['center', id], ['centers'], ['history', 'center', id], SESSION_KEY],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={center.name} form={form} onClose={onClose}>
      <CenterFields />
      <Form.Item
        name="reason"
        label={t('doors:centers.editReason')}
        extra={t('doors:centers.editReasonNote')}
        rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

function Papers({ centerId }: { readonly centerId: string }) {
  const { t } = useText();
  const can = useCan();
  return (
    <Panel>
      <Attachments
        centerId={centerId}
        entity="center"
        entityId={centerId}
        canWrite={can('grade.write')}
        kinds={(['LICENSE', 'FILING', 'CONTRACT', 'OTHER'] as const).map((value) => ({
          value,
          label: t(`doors:kinds.${value}`),
        }))}
      />
    </Panel>
  );
}

function useTabs(center: Center): readonly UrlTab[] {
  const { t } = useText();
  const can = useCan();
  const centerId = center.id;
  const slots = useSlot('center.tabs');
  return [
    {
      key: 'facts',
      label: t('doors:center.tabs.facts'),
      content: (
        <>
          <Panel>
            <Facts center={center} />
          </Panel>
          <AskedFacts owner="CENTER" subjectId={centerId} />
        </>
      ),
    },
    {
      key: 'contracts',
      label: t('doors:center.tabs.contracts'),
      content: <ContractPanel centerId={centerId} />,
    },
    {
      key: 'grades',
      label: t('doors:center.tabs.grades'),
      content: <GradePanel centerId={centerId} />,
    },
    {
      key: 'profile',
      label: t('doors:center.tabs.profile'),
      content: <ProfilePanel centerId={centerId} />,
    },
    {
      key: 'licences',
      label: t('doors:center.tabs.licences'),
      content: <LicencePanel centerId={centerId} />,
    },
    ...(can('claim.read')
      ? [
          {
            key: 'account',
            label: t('doors:center.tabs.account'),
            content: <BankAccountPanel centerId={centerId} />,
          },
        ]
      : []),
    {
      key: 'papers',
      label: t('doors:center.tabs.papers'),
      content: <Papers centerId={centerId} />,
    },
    ...slots.map((entry) => ({
      key: entry.key,
      label: entry.label ? t(entry.label) : entry.key,
      content: <SlotView entry={entry} props={{ centerId }} />,
    })),
    {
      key: 'history',
      label: t('audit:history'),
      content: (
        <Panel>
          <HistoryPanel entity="center" entityId={centerId} />
        </Panel>
      ),
    },
  ];
}

function CenterView({ center }: { readonly center: Center }) {
  const { t } = useText();
  const can = useCan();
  const tabs = useTabs(center);
  const [form, setForm] = useUrlValue('form');
  const canEdit = can('center.manage');
  const edit = canEdit ? (
    <Button type="primary" onClick={() => setForm('edit')}>
      {t('common:edit')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={center.name} note={t('doors:center.note')} actions={edit} />
      <UrlTabs label={t('doors:center.tabs.label')} tabs={tabs} />
      {form === 'edit' && canEdit ? (
        <EditDrawer center={center} onClose={() => setForm(null)} />
      ) : null}
    </>
  );
}

export function CenterInfoPage() {
  const { id } = useCenter();
  const center = useQuery({
    queryKey: ['center', id],
    queryFn: async () => (await execute(CENTER, { id })).center,
  });
  return <QueryView query={center}>{(data) => <CenterView center={data} />}</QueryView>;
}
