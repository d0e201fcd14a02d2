import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan, useCenter } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { RecordServicesDrawer } from './record-services.drawer.js';
import { ServiceTable } from './service-table.js';

export function ServicesPage() {
  const { t } = useText();
  const can = useCan();
  const center = useCenter();
  const [form, setForm] = useUrlValue('form');
  const record = can('service.write') ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm('record')}>
      {t('daily:services.record')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={t('daily:menu.services')}
        note={t('daily:services.note')}
        actions={record}
      />
      <ServiceTable centerId={center.id} action={record} />
      {form === 'record' && can('service.write') ? (
        <RecordServicesDrawer centerId={center.id} onClose={() => setForm(null)} />
      ) : null}
    </>
  );
}
