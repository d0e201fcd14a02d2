import { Checkbox, Form } from 'antd';

import { execute } from '../../api/execute.js';
import type { AcceptRegistryListInput, SupportWhat } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { goodRows, type List } from './list-status.js';
import { ACCEPT_LIST } from './registry.queries.js';

type Values = Omit<AcceptRegistryListInput, 'listId' | 'version'>;

const SUPPORT: readonly SupportWhat[] = ['LOW_INCOME', 'DESTITUTE'];

interface AcceptProps {
  readonly list: List;
  readonly onClose: () => void;
}

/** Takes the good rows in. Of support lists it asks whether they name everybody. */
export function AcceptDrawer({ list, onClose }: AcceptProps) {
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `accept-list:${list.id}`,
    initial: { completeFor: [] },
    save: async (values) =>
      await execute(ACCEPT_LIST, {
        input: { ...values, listId: list.id, version: list.version },
      }),
    invalidates: [['registry'], ['my-jobs']],
    savedText: t('registry:begun'),
    onSaved: onClose,
  });
  return (
    <FormDrawer
      title={t('registry:acceptTitle')}
      form={form}
      onClose={onClose}
      submitText={t('registry:accept')}
    >
      <p>{t('registry:acceptNote', { good: goodRows(list), problem: list.counts.problem })}</p>
      {list.kind === 'SUPPORT' ? <Completeness form={form} /> : null}
    </FormDrawer>
  );
}

function Completeness({ form }: { readonly form: ReturnType<typeof useApiForm<Values>> }) {
  const { t } = useText();
  const isComplete = (Form.useWatch('completeFor', form.form) ?? []).length > 0;
  const needed = [{ required: true, message: t('rules:required') }];
  return (
    <>
      <Form.Item
        name="completeFor"
        label={t('registry:completeFor')}
        extra={t('registry:completeNote')}
      >
        <Checkbox.Group
          options={SUPPORT.map((value) => ({ value, label: t(`registry:what.${value}`) }))}
        />
      </Form.Item>
      {isComplete ? (
        <>
          <Form.Item name="coversFrom" label={t('registry:coversFrom')} rules={needed}>
            <DateInput />
          </Form.Item>
          <Form.Item name="coversThrough" label={t('registry:coversThrough')} rules={needed}>
            <DateInput />
          </Form.Item>
        </>
      ) : null}
    </>
  );
}
