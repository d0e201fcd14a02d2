import { useQuery } from '@tanstack/react-query';
import { ageOn, localDate } from '@yibu/kernel';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { Attachments } from '../../shared/files/attachments.js';
import { AskedFacts } from '../../shared/facts/asked-facts.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useCenter } from '../../shared/session.js';
import { SlotView, useSlot } from '../../shared/slots.js';
import { StatusTag } from '../../shared/status-tag.js';
import { UrlTabs } from '../../shared/url-tabs.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { AgreementsTab } from './agreements.tab.js';
import { CategoriesTab } from './categories.tab.js';
import { ConsentsTab } from './consents.tab.js';
import { ContactsTab } from './contacts.tab.js';
import { OverviewTab } from './overview.tab.js';
import { EditResidentDrawer, type ResidentFile } from './resident-drawers.js';
import { RESIDENT } from './resident.queries.js';
import { today } from '../../shared/today.js';

const ATTACHMENT_KINDS = [
  'ID_CARD',
  'HOUSEHOLD',
  'CATEGORY',
  'CONSENT',
  'AGREEMENT',
  'HEALTH',
  'PHOTO',
  'OTHER',
] as const;

interface Tab {
  readonly key: string;
  readonly label: TextKey;
  readonly children: ReactNode;
}

function useOwnTabs(resident: ResidentFile): { first: Tab[]; last: Tab[] } {
  const { t } = useText();
  const can = useCan();
  const canWrite = can('resident.write');
  const props = { resident, canWrite };
  const attachments = (
    <Attachments
      centerId={resident.centerId}
      entity="resident"
      entityId={resident.id}
      canWrite={canWrite}
      kinds={ATTACHMENT_KINDS.map((value) => ({
        value,
        label: t(`resident:attachmentKinds.${value}`),
      }))}
    />
  );
  const history = <HistoryPanel entity="resident" entityId={resident.id} />;
  return {
    first: [
      { key: 'overview', label: 'resident:tabs.overview', children: <OverviewTab {...props} /> },
    ],
    last: [
      { key: 'contacts', label: 'resident:tabs.contacts', children: <ContactsTab {...props} /> },
      {
        key: 'categories',
        label: 'resident:tabs.categories',
        children: <CategoriesTab {...props} />,
      },
      { key: 'consents', label: 'resident:tabs.consents', children: <ConsentsTab {...props} /> },
      {
        key: 'agreements',
        label: 'resident:tabs.agreements',
        children: <AgreementsTab {...props} />,
      },
      { key: 'attachments', label: 'resident:tabs.attachments', children: attachments },
      { key: 'history', label: 'resident:tabs.history', children: history },
    ],
  };
}

/** Stays, levels, services … are shown by those who keep them, between what belongs to the person. */
function FileTabs({ resident }: { readonly resident: ResidentFile }) {
  const { t } = useText();
  const own = useOwnTabs(resident);
  const record = { centerId: resident.centerId, residentId: resident.id };
  const others = useSlot('resident.tabs').map((entry): Tab => ({
    key: entry.key,
    label: entry.label ?? 'resident:tabs.overview',
    children: <SlotView entry={entry} props={record} />,
  }));
  const tabs = [...own.first, ...others, ...own.last];
  return (
    <UrlTabs
      label={resident.name}
      tabs={tabs.map(({ key, label, children }) => ({
        key,
        label: t(label),
        content:
          key === 'overview' ? (
            <>
              <Panel>{children}</Panel>
              <AskedFacts owner="PERSON" subjectId={resident.id} />
            </>
          ) : (
            <Panel>{children}</Panel>
          ),
      }))}
    />
  );
}

function Heading({ resident }: { readonly resident: ResidentFile }) {
  const { t } = useText();
  const can = useCan();
  const center = useCenter();
  const [, setForm] = useUrlValue('form');
  const actions = useSlot('resident.actions');
  const record = { centerId: resident.centerId, residentId: resident.id };
  const until = localDate(resident.diedOn ?? today());
  const years = ageOn(localDate(resident.bornOn), until);
  const sex = t(`resident:sexes.${resident.sex}`);
  return (
    <PageHeader
      title={resident.name}
      backTo={centerPath(center.id, 'residents')}
      tags={
        <>
          <span>{`${sex} · ${t('resident:list.years', { years })}`}</span>
          {resident.diedOn ? (
            <StatusTag tone="stopped">{t('resident:residences.DIED')}</StatusTag>
          ) : null}
        </>
      }
      actions={
        <>
          {actions.map((entry) => (
            <SlotView key={entry.key} entry={entry} props={record} />
          ))}
          {can('resident.write') ? (
            <Button onClick={() => setForm('edit')}>{t('common:edit')}</Button>
          ) : null}
        </>
      }
    />
  );
}

function ResidentView({ resident }: { readonly resident: ResidentFile }) {
  const can = useCan();
  const [form, setForm] = useUrlValue('form');
  return (
    <>
      <Heading resident={resident} />
      <FileTabs resident={resident} />
      {form === 'edit' && can('resident.write') ? (
        <EditResidentDrawer resident={resident} onClose={() => setForm(null)} />
      ) : null}
    </>
  );
}

export function ResidentDetailPage() {
  const { residentId = '' } = useParams();
  const query = useQuery({
    queryKey: ['resident', residentId],
    queryFn: async () => (await execute(RESIDENT, { id: residentId })).resident,
  });
  return <QueryView query={query}>{(resident) => <ResidentView resident={resident} />}</QueryView>;
}
