import { Form, Input, Radio, Select } from 'antd';

import type { StaffPost } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';

export const POSTS: readonly StaffPost[] = [
  'CAREGIVER',
  'NURSE',
  'COOK',
  'SOCIAL_WORKER',
  'THERAPIST',
  'ADMINISTRATION',
  'MANAGER',
  'OTHER',
];

export function StaffFields() {
  const { t } = useText();
  const required = { required: true, message: t('rules:required') };
  return (
    <>
      <Form.Item name="name" label={t('staff:fields.name')} rules={[required]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="sex" label={t('staff:fields.sex')} rules={[required]}>
        <Radio.Group
          options={[
            { value: 'F', label: t('staff:fields.sexF') },
            { value: 'M', label: t('staff:fields.sexM') },
          ]}
        />
      </Form.Item>
      <Form.Item name="post" label={t('staff:fields.post')} rules={[required]}>
        <Select options={POSTS.map((post) => ({ value: post, label: t(`staff:posts.${post}`) }))} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('staff:fields.fromOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="untilOn"
        label={t('staff:fields.untilOn')}
        extra={t('staff:fields.untilNote')}
      >
        <DateInput />
      </Form.Item>
      <Form.Item name="phone" label={t('staff:fields.phone')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="bornOn" label={t('staff:fields.bornOn')}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="idNumber"
        label={t('staff:fields.idNumber')}
        extra={t('staff:fields.idNumberNote')}
      >
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </>
  );
}
