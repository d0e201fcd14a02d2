import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { StaffMemberQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { AskedFacts } from '../../shared/facts/asked-facts.js';
import { centerPath } from '../../shared/feature.js';
import { Attachments } from '../../shared/files/attachments.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useCenter } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day, DaySpan } from '../../shared/values.js';
import { CertificateList } from './certificate-list.js';
import { CertificateDrawer, type Certificate } from './certificate.drawer.js';
import { EditStaffDrawer } from './staff-drawers.js';
import { STAFF_MEMBER } from './staff.queries.js';

function Facts({ member }: { readonly member: StaffMemberQuery['staffMember'] }) {
  const { t } = useText();
  const sex = member.sex === 'M' ? t('staff:fields.sexM') : t('staff:fields.sexF');
  return (
    <Descriptions
      column={{ xs: 1, md: 2, xl: 3 }}
      items={[
        { key: 'post', label: t('staff:fields.post'), children: t(`staff:posts.${member.post}`) },
        { key: 'sex', label: t('staff:fields.sex'), children: sex },
        {
          key: 'employment',
          label: t('staff:fields.employment'),
          children: <DaySpan from={member.fromOn} until={member.untilOn} />,
        },
        { key: 'phone', label: t('staff:fields.phone'), children: member.phone ?? '—' },
        { key: 'born', label: t('staff:fields.bornOn'), children: <Day value={member.bornOn} /> },
        { key: 'id', label: t('staff:fields.idNumber'), children: member.idNumberMasked ?? '—' },
      ]}
    />
  );
}

function StaffView({ data }: { readonly data: StaffMemberQuery }) {
  const { t } = useText();
  const can = useCan();
  const center = useCenter();
  const [form, setForm] = useUrlValue('form');
  const [correcting, setCorrecting] = useState<Certificate | null>(null);
  const { staffMember: member, staffCertificates: certificates } = data;
  const canWrite = can('staff.write');
  return (
    <>
      <PageHeader
        title={member.name}
        backTo={centerPath(center.id, 'staff')}
        actions={
          canWrite ? (
            <Button type="primary" onClick={() => setForm('edit')}>
              {t('common:edit')}
            </Button>
          ) : null
        }
      />
      <Panel>
        <Facts member={member} />
      </Panel>
      <Panel
        title={t('staff:certificate.title')}
        actions={
          canWrite ? (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => setForm('certificate')}>
              {t('staff:certificate.add')}
            </Button>
          ) : null
        }
      >
        <CertificateList
          certificates={certificates}
          centerId={center.id}
          canWrite={canWrite}
          onCorrect={setCorrecting}
        />
      </Panel>
      <AskedFacts owner="STAFF" subjectId={member.id} />
      <Panel title={t('staff:papers')}>
        <Attachments
          centerId={center.id}
          entity="staff"
          entityId={member.id}
          canWrite={canWrite}
          kinds={(['SCAN', 'CONTRACT', 'OTHER'] as const).map((value) => ({
            value,
            label: t(`staff:attachmentKinds.${value}`),
          }))}
        />
      </Panel>
      <Panel title={t('audit:history')}>
        <HistoryPanel entity="staff" entityId={member.id} />
      </Panel>
      {form === 'edit' && canWrite ? (
        <EditStaffDrawer member={member} onClose={() => setForm(null)} />
      ) : null}
      {canWrite && (form === 'certificate' || correcting) ? (
        <CertificateDrawer
          staffId={member.id}
          centerId={center.id}
          certificate={correcting}
          onClose={() => {
            setForm(null);
            setCorrecting(null);
          }}
        />
      ) : null}
    </>
  );
}

export function StaffDetailPage() {
  const { staffId = '' } = useParams();
  const query = useQuery({
    queryKey: ['staff-member', staffId],
    queryFn: async () => await execute(STAFF_MEMBER, { id: staffId }),
  });
  return <QueryView query={query}>{(data) => <StaffView data={data} />}</QueryView>;
}
