import { Alert, Button, Form, Input, Select } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import type { NoticeShown } from './notice.page.js';
import { OBJECT_TO_NOTICE } from './notice.queries.js';

interface Values {
  readonly row: number;
  readonly name: string;
  readonly contact: string;
  readonly text: string;
}

interface ObjectionFormProps {
  readonly notice: NoticeShown;
  readonly code: string;
  /** What stands beside the button. */
  readonly children: ReactNode;
}

const WHOLE = 0;

/** Nothing of it is kept in the browser: it may be a shared one. */
export function ObjectionForm({ notice, code, children }: ObjectionFormProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const send = useMutation({
    mutationFn: async ({ row, ...words }: Values) =>
      await execute(OBJECT_TO_NOTICE, {
        input: { ...words, code, rowSeq: row === WHOLE ? null : row },
      }),
  });
  if (send.isSuccess) {
    return (
      <Alert
        type="success"
        showIcon
        title={t('publicNotice:object.done')}
        description={t('publicNotice:object.doneText')}
        action={<Button onClick={() => send.reset()}>{t('publicNotice:object.again')}</Button>}
      />
    );
  }
  if (!isOpen) {
    return (
      <div className="yb-notice-deeds">
        {notice.isOpen ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('publicNotice:object.do')}
          </Button>
        ) : null}
        {children}
      </div>
    );
  }
  return (
    <section className="yb-notice-card" aria-label={t('publicNotice:object.title')}>
      <h2>{t('publicNotice:object.title')}</h2>
      <p className="yb-notice-soft">{t('publicNotice:object.lead')}</p>
      {send.error ? <ErrorAlert error={send.error} /> : null}
      <Form<Values>
        layout="vertical"
        disabled={send.isPending}
        initialValues={{ row: WHOLE }}
        onFinish={(values) => send.mutate(values)}
      >
        <Fields notice={notice} />
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('publicNotice:object.send')}
        </Button>{' '}
        <Button onClick={() => setOpen(false)}>{t('publicNotice:object.cancel')}</Button>
      </Form>
    </section>
  );
}

function Fields({ notice }: { readonly notice: NoticeShown }) {
  const { t } = useText();
  const rows = notice.centers.flatMap((center) =>
    center.rows.map((row) => ({
      value: row.seq,
      label: `${row.seq} ${row.name ?? t('publicNotice:center')} · ${center.name}`,
    })),
  );
  const required = { required: true, whitespace: true, message: t('rules:required') };
  return (
    <>
      <Form.Item name="row" label={t('publicNotice:object.row')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: WHOLE, label: t('publicNotice:object.whole') }, ...rows]}
        />
      </Form.Item>
      <Form.Item name="name" label={t('publicNotice:object.name')} rules={[required]}>
        <Input maxLength={40} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name="contact"
        label={t('publicNotice:object.contact')}
        rules={[required, { min: 5, message: t('rules:minLength', { min: 5 }) }]}
      >
        <Input maxLength={60} autoComplete="tel" />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('publicNotice:object.text')}
        extra={t('publicNotice:object.textHint')}
        rules={[required, { min: 10, message: t('rules:minLength', { min: 10 }) }]}
      >
        <Input.TextArea rows={5} maxLength={1000} />
      </Form.Item>
    </>
  );
}
