import { Form, Input, Select } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import type { NoticeOfBureau } from './notice.page.js';
import { ENTER } from './notice.queries.js';
import { today } from '../../shared/today.js';

interface Values {
  readonly source: 'PHONE' | 'PAPER' | 'VISIT';
  readonly receivedOn: string;
  readonly row: number;
  readonly name?: string;
  readonly contact?: string;
  readonly text: string;
}

const WHOLE = 0;

interface EnterDrawerProps {
  readonly notice: NoticeOfBureau;
  readonly onClose: () => void;
}

export function EnterDrawer({ notice, onClose }: EnterDrawerProps) {
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `enter-objection:${notice.id}`,
    initial: { source: 'PHONE', receivedOn: today(), row: WHOLE },
    secret: ['name', 'contact', 'text'],
    save: async ({ row, name, contact, ...values }, idempotencyKey) =>
      await execute(ENTER, {
        input: {
          ...values,
          name: name ?? null,
          contact: contact ?? null,
          rowSeq: row === WHOLE ? null : row,
          publicNoticeId: notice.id,
          idempotencyKey,
        },
      }),
    invalidates: [['notices'], ['claim-objections']],
    onSaved: onClose,
    savedText: t('notice:entered'),
  });
  const required = [{ required: true, message: t('notice:required') }];
  const rows = notice.centers.flatMap((center) =>
    center.rows.map((row) => ({
      value: row.seq,
      label: `${row.seq} ${row.name ?? t('publicNotice:center')} · ${center.name}`,
    })),
  );
  return (
    <FormDrawer title={t('notice:enter')} form={form} onClose={onClose}>
      <Form.Item name="source" label={t('notice:sourceLabel')} rules={required}>
        <Select
          options={(['PHONE', 'PAPER', 'VISIT'] as const).map((value) => ({
            value,
            label: t(`notice:source.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="receivedOn" label={t('notice:receivedOn')} rules={required}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="row" label={t('notice:row')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: WHOLE, label: t('notice:whole') }, ...rows]}
        />
      </Form.Item>
      <Form.Item name="name" label={t('notice:name')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contact" label={t('notice:objectorContact')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="text" label={t('notice:text')} rules={required}>
        <Input.TextArea rows={5} maxLength={1000} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
