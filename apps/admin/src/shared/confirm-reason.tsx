import { Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';

import { useText } from '../i18n/use-text.js';
import { ErrorAlert } from './error-alert.js';

const REASON_MAX = 200;

interface ConfirmReasonProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly note?: ReactNode;
  readonly okText: string;
  readonly danger?: boolean;
  readonly suggestions?: readonly string[];
  readonly onConfirm: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A step that needs a reason, which goes into the audit trail. It stays open, with what was typed, when refused. */
export function ConfirmReason(props: ConfirmReasonProps) {
  const { t } = useText();
  const [form] = Form.useForm<{ reason: string }>();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => null);
    if (values === null) {
      return;
    }
    setPending(true);
    setError(null);
    try {
      await props.onConfirm(values.reason.trim());
      props.onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.okText}
      okButtonProps={{ danger: props.danger === true }}
      confirmLoading={isPending}
      destroyOnHidden
      // The library puts the focus on the cross; the reason is what is asked.
      afterOpenChange={(isOpen) => isOpen && form.focusField('reason')}
      onOk={() => void confirm()}
      onCancel={() => !isPending && props.onClose()}
      afterClose={() => {
        setError(null);
        form.resetFields();
      }}
    >
      {error ? <ErrorAlert error={error} /> : null}
      {props.note ? <div style={{ marginBottom: 12 }}>{props.note}</div> : null}
      <Form form={form} layout="vertical" requiredMark={false} disabled={isPending}>
        <Form.Item
          name="reason"
          label={t('common:reason')}
          rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
        >
          <Input.TextArea rows={3} maxLength={REASON_MAX} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
