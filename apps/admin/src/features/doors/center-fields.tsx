import { Checkbox, Form, Input, InputNumber, Select } from 'antd';

import type { Ownership } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';

const OWNERSHIPS: readonly Ownership[] = ['PUBLIC_BUILT_PRIVATE_RUN', 'PUBLIC', 'PRIVATE'];
const MOST_BEDS = 5000;
const MOST_AREA = 1_000_000;

/** What is known of a center at registration and may change later. */
export function CenterFields() {
  const { t } = useText();
  const required = { required: true, message: t('rules:required') };
  return (
    <>
      <Form.Item name="name" label={t('doors:centers.name')} rules={[required]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="ownership" label={t('doors:centers.ownership')} rules={[required]}>
        <Select
          options={OWNERSHIPS.map((value) => ({
            value,
            label: t(`doors:centers.ownerships.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="forProfit" valuePropName="checked">
        <Checkbox>{t('doors:centers.forProfit')}</Checkbox>
      </Form.Item>
      <Form.Item name="registeredBeds" label={t('doors:centers.registeredBeds')} rules={[required]}>
        <InputNumber
          min={0}
          max={MOST_BEDS}
          precision={0}
          suffix={t('doors:centers.bedsUnit')}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="areaM2" label={t('doors:centers.area')}>
        <InputNumber
          min={1}
          max={MOST_AREA}
          precision={0}
          suffix={t('doors:centers.areaUnit')}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="openedOn" label={t('doors:centers.openedOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="filedOn" label={t('doors:centers.filedOn')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="address" label={t('doors:centers.address')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="phone" label={t('doors:centers.phone')}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
    </>
  );
}
