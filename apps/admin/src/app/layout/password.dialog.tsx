import { Form, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { isApiError } from '../../api/api-error.js';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { offerPasswordDialog } from '../../api/password-gate.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { useSession } from '../../shared/session.js';
import { useRuleText } from '../../shared/use-error-text.js';

const CONFIRM_PASSWORD = graphql(`
  mutation ConfirmPassword($input: ConfirmPasswordInput!) {
    confirmPassword(input: $input)
  }
`);

/** Above the dialog or drawer whose step waits for it. */
const ABOVE_FORMS = 1200;
/** Ties the button in the foot to the form, so that Enter presses it. */
const FORM = 'confirm-password';

/**
 * Asks for the password once more when the server wants it. The step that was refused waits behind it, with all that
 * was typed, and goes on or stays where it was.
 */
export function PasswordDialog() {
  const answer = useRef<((isGiven: boolean) => void) | null>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(
    () =>
      offerPasswordDialog(
        async () =>
          await new Promise<boolean>((resolve) => {
            answer.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );
  const close = (isGiven: boolean): void => {
    setOpen(false);
    answer.current?.(isGiven);
    answer.current = null;
  };
  return isOpen ? <PasswordForm onClose={close} /> : null;
}

function PasswordForm({ onClose }: { readonly onClose: (isGiven: boolean) => void }) {
  const { t } = useText();
  const { displayName, userName, isDemo } = useSession();
  const ruleText = useRuleText();
  const [form] = Form.useForm<{ password: string }>();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async ({ password }: { password: string }): Promise<void> => {
    setPending(true);
    setError(null);
    try {
      await execute(CONFIRM_PASSWORD, { input: { password } });
      onClose(true);
    } catch (refusal) {
      setPending(false);
      const field = isApiError(refusal, 'INPUT_INVALID') ? refusal.fields[0] : undefined;
      if (field) {
        form.setFields([{ name: 'password', value: '', errors: [ruleText(field)] }]);
        form.focusField('password');
      } else {
        setError(refusal);
      }
    }
  };
  return (
    <Modal
      open
      width={440}
      zIndex={ABOVE_FORMS}
      title={t('shell:confirmPassword.title')}
      okText={t('shell:confirmPassword.submit')}
      confirmLoading={isPending}
      mask={{ closable: false }}
      okButtonProps={{ htmlType: 'submit', form: FORM }}
      onCancel={() => !isPending && onClose(false)}
      afterOpenChange={(open) => open && form.focusField('password')}
    >
      {error ? <ErrorAlert error={error} title={t('shell:confirmPassword.failedTitle')} /> : null}
      <p>{t('shell:confirmPassword.lead', { name: displayName })}</p>
      <Form
        form={form}
        name={FORM}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void confirm(values)}
      >
        {/* Password managers fill in what belongs to this name. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={userName}
          readOnly
          hidden
        />
        <Form.Item
          name="password"
          label={t('signIn:password')}
          rules={[{ required: true, message: t('rules:isNotEmpty') }]}
          extra={isDemo ? t('shell:confirmPassword.demo') : undefined}
        >
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
      </Form>
      <p className="yb-soft" style={{ marginBottom: 0 }}>
        {t('shell:confirmPassword.kept')}
      </p>
    </Modal>
  );
}
