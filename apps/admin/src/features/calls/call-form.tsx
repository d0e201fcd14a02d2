import { Button, Form, Input, Radio } from 'antd';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type {
  MoneyAnswer,
  RecordCallInput,
  RenderedAnswer,
  TryOutcome,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ApiFormView } from '../../shared/form/api-form-view.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import type { CallShown } from './call.page.js';
import { RECORD_CALL } from './calls.queries.js';

type Values = Omit<RecordCallInput, 'callId' | 'version'>;

const OUTCOMES: readonly TryOutcome[] = [
  'REACHED',
  'NO_ANSWER',
  'WRONG_NUMBER',
  'LATER',
  'REFUSED',
  'GIVEN_UP',
];
const RENDERED: readonly RenderedAnswer[] = ['YES', 'NO', 'PARTLY', 'UNSURE'];
const MONEY: readonly MoneyAnswer[] = ['NO', 'YES', 'UNSURE'];
const AGAIN: readonly (TryOutcome | undefined)[] = ['NO_ANSWER', 'WRONG_NUMBER', 'LATER'];

/** What came of this try; then on to the next person. */
export function CallForm({ call }: { readonly call: CallShown }) {
  const { t } = useText();
  const navigate = useNavigate();
  const form = useApiForm<Values, { nextCallId?: string | null }>({
    draftKey: `call:${call.id}:${call.version}`,
    initial: { outcome: 'REACHED' },
    save: async (values) =>
      (
        await execute(RECORD_CALL, {
          input: { ...values, callId: call.id, version: call.version },
        })
      ).recordCallback,
    invalidates: [['calls'], ['claim-matches'], ['review']],
    savedText: t('calls:saved'),
    onSaved: ({ nextCallId }) =>
      void navigate(nextCallId ? `/bureau/calls/${nextCallId}` : '/bureau/calls'),
  });
  const outcome = Form.useWatch('outcome', form.form);
  return (
    <ApiFormView form={form}>
      <Form.Item name="outcome" label={t('calls:outcomeTitle')}>
        <Radio.Group
          options={OUTCOMES.map((value) => ({ value, label: t(`calls:outcome.${value}`) }))}
        />
      </Form.Item>
      {outcome === 'REACHED' ? <Questions form={form} /> : null}
      {AGAIN.includes(outcome) ? (
        <Form.Item
          name="nextOn"
          label={t('calls:next')}
          rules={[{ required: true, message: t('rules:required') }]}
        >
          <DateInput />
        </Form.Item>
      ) : null}
      <Form.Item name="note" label={t('calls:noteField')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button type="primary" block size="large" loading={form.isPending} onClick={form.submit}>
        {t('calls:save')}
      </Button>
    </ApiFormView>
  );
}

function Questions({ form }: { readonly form: ReturnType<typeof useApiForm<Values>> }) {
  const { t } = useText();
  const money = Form.useWatch('askedMoney', form.form);
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <>
      <Form.Item name="rendered" label={t('calls:ask.rendered')} rules={required}>
        <Radio.Group
          options={RENDERED.map((value) => ({ value, label: t(`calls:rendered.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="askedMoney" label={t('calls:ask.money')} rules={required}>
        <Radio.Group
          options={MONEY.map((value) => ({ value, label: t(`calls:money.${value}`) }))}
        />
      </Form.Item>
      {money === 'YES' ? (
        <Form.Item name="moneyFen" label={t('calls:moneyFen')} rules={required}>
          <YuanInput />
        </Form.Item>
      ) : null}
    </>
  );
}
