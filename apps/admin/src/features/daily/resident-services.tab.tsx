import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { useCan } from '../../shared/session.js';
import type { SlotProps } from '../../shared/slots.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { RecordServicesDrawer } from './record-services.drawer.js';
import { ServiceTable } from './service-table.js';

export function ResidentServicesTab({ centerId, residentId }: SlotProps['resident.tabs']) {
  const { t } = useText();
  const can = useCan();
  const [form, setForm] = useUrlValue('form');
  const record = can('service.write') ? (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setForm('service')}>
      {t('daily:services.record')}
    </Button>
  ) : null;
  return (
    <>
      <div style={{ marginBottom: 12 }}>{record}</div>
      <ServiceTable centerId={centerId} residentId={residentId} action={null} />
      {form === 'service' ? (
        <RecordServicesDrawer
          centerId={centerId}
          residentId={residentId}
          onClose={() => setForm(null)}
        />
      ) : null}
    </>
  );
}
