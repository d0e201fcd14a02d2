import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { CreateCenterInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { SESSION_KEY } from '../../shared/session.js';
import { CenterFields } from './center-fields.js';
import { COUNTIES, CREATE_CENTER } from './places.queries.js';

interface CreateCenterDrawerProps {
  readonly onClose: () => void;
  readonly onCreated: (centerId: string) => void;
}

export function useCounties() {
  const { locale } = useText();
  const query = useQuery({
    queryKey: ['counties'],
    queryFn: async () => (await execute(COUNTIES, {})).counties,
  });
  const options = (query.data ?? []).map(({ code, name, nameEn }) => ({
    value: code,
    label: `${locale === 'en' ? nameEn : name} (${code})`,
  }));
  return { query, options };
}

export function CreateCenterDrawer({ onClose, onCreated }: CreateCenterDrawerProps) {
  const { t } = useText();
  const counties = useCounties();
  const form = useApiForm<CreateCenterInput, string>({
    draftKey: 'center-new',
    initial: { ownership: 'PUBLIC_BUILT_PRIVATE_RUN', forProfit: false },
    save: async (input) => (await execute(CREATE_CENTER, { input })).createCenter,
    // The new center is in reach only once the session has been read again.
    invalidates: [['centers'], SESSION_KEY],
    onSaved: onCreated,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer title={t('doors:centers.create')} form={form} onClose={onClose}>
      <Form.Item name="countyCode" label={t('doors:centers.county')} rules={[required]}>
        <Select options={counties.options} loading={counties.query.isPending} />
      </Form.Item>
      <Form.Item
        name="code"
        label={t('doors:centers.code')}
        extra={t('doors:centers.codeNote')}
        rules={[required]}
      >
        <Input maxLength={30} />
      </Form.Item>
      <CenterFields />
    </FormDrawer>
  );
}
