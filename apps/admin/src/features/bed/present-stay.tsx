import { Alert } from 'antd';

import { useText } from '../../i18n/use-text.js';
import type { StayView } from './use-stay.js';

/** Whom the form is about, so that nobody is moved by mistake. */
export function PresentStay({ stay }: { readonly stay: StayView }) {
  const { t } = useText();
  return (
    <Alert
      type="info"
      style={{ marginBottom: 16 }}
      title={t('bed:form.present', {
        name: `${stay.residentName} · ${t(`bed:sex.${stay.sex as 'M' | 'F'}`)}`,
        bed: `${stay.place} ${stay.bedName}`,
      })}
    />
  );
}
