import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Empty, Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type { SetBankAccountInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { BANK_ACCOUNT, SET_BANK_ACCOUNT } from './places.queries.js';

const NUMBER = /^[0-9 ]{8,40}$/;

interface AccountDrawerProps {
  readonly centerId: string;
  readonly title: string;
  readonly onClose: () => void;
}

function AccountDrawer({ centerId, title, onClose }: AccountDrawerProps) {
  const { t } = useText();
  const form = useApiForm<Omit<SetBankAccountInput, 'centerId'>>({
    draftKey: `bank-account:${centerId}`,
    secret: ['number'],
    save: async (values) => await execute(SET_BANK_ACCOUNT, { input: { ...values, centerId } }),
    invalidates: [
      ['bank-account', centerId],
      ['history', 'center', centerId],
    ],
    onSaved: onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer title={title} form={form} onClose={onClose}>
      <p style={{ marginTop: 0 }}>{t('doors:account.note')}</p>
      <Form.Item name="holderName" label={t('doors:account.holder')} rules={[required]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="bankName" label={t('doors:account.bank')} rules={[required]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item
        name="number"
        label={t('doors:account.number')}
        extra={t('doors:account.numberNote')}
        rules={[required, { pattern: NUMBER, message: t('doors:account.numberNote') }]}
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('common:reason')}
        rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

/** Where the subsidies of the center are paid to; only the last four digits are ever shown. */
export function BankAccountPanel({ centerId }: { readonly centerId: string }) {
  const { t } = useText();
  const can = useCan();
  const [form, setForm] = useUrlValue('form');
  const query = useQuery({
    queryKey: ['bank-account', centerId],
    queryFn: async () => (await execute(BANK_ACCOUNT, { centerId })).bankAccount ?? null,
  });
  const canWrite = can('account.write');
  const title = query.data ? t('doors:account.change') : t('doors:account.set');
  return (
    <Panel
      title={t('doors:center.tabs.account')}
      actions={canWrite ? <Button onClick={() => setForm('account')}>{title}</Button> : null}
    >
      <QueryView query={query} rows={2}>
        {(account) =>
          account === null ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('doors:account.empty')} />
          ) : (
            <Descriptions
              column={1}
              items={[
                { key: 'holder', label: t('doors:account.holder'), children: account.holderName },
                { key: 'bank', label: t('doors:account.bank'), children: account.bankName },
                {
                  key: 'number',
                  label: t('doors:account.number'),
                  children: <span className="yb-number">{account.numberMasked}</span>,
                },
              ]}
            />
          )
        }
      </QueryView>
      {form === 'account' && canWrite ? (
        <AccountDrawer centerId={centerId} title={title} onClose={() => setForm(null)} />
      ) : null}
    </Panel>
  );
}
