import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';

import { isApiError } from '../../api/api-error.js';
import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { SESSION_KEY, useSessionQuery } from '../../shared/session.js';
import { useLeaveTo } from '../use-leave-to.js';
import { useRuleText } from '../../shared/use-error-text.js';
import { Door } from './door.js';
import { NewPasswordFields } from './new-password-fields.js';
import { signInPath } from './next-path.js';
import { CHANGE_PASSWORD, SIGN_OUT } from './sign-in.queries.js';

interface Values {
  readonly currentPassword: string;
  readonly newPassword: string;
}

function useChangePassword(form: FormInstance<Values>) {
  const ruleText = useRuleText();
  const { t } = useText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ currentPassword, newPassword }: Values) =>
      await execute(CHANGE_PASSWORD, { input: { currentPassword, newPassword } }),
    onError: (error) => {
      const fields = isApiError(error) ? error.fields : [];
      form.setFields(
        fields.map((field) => ({
          name: field.path.replace(/^input\./, '') as keyof Values,
          errors: [ruleText(field)],
        })),
      );
    },
    onSuccess: async () => {
      void message.success(t('signIn:changePassword.done'));
      await client.invalidateQueries({ queryKey: SESSION_KEY });
      await navigate('/', { replace: true });
    },
  });
}

function useLeave() {
  const leaveTo = useLeaveTo();
  return useMutation({
    mutationFn: async () => await execute(SIGN_OUT, {}),
    onSettled: async () => await leaveTo(signInPath('', 'bye')),
  });
}

/** Forced on first use and after a reset; also open to whoever wants a new password. */
export function ChangePasswordPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const session = useSessionQuery();
  const [form] = Form.useForm<Values>();
  const change = useChangePassword(form);
  const leave = useLeave();
  const isForced = session.data?.mustChangePassword === true;
  const isSignedOut = session.data === null;
  useEffect(() => {
    if (isSignedOut) {
      void navigate(signInPath('/change-password'), { replace: true });
    }
  }, [isSignedOut, navigate]);
  return (
    <Door
      title={t('signIn:changePassword.title')}
      {...(isForced ? { lead: t('signIn:changePassword.lead') } : {})}
    >
      {change.error ? (
        <ErrorAlert title={t('signIn:changePassword.failedTitle')} error={change.error} />
      ) : null}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={change.isPending}
        onFinish={(values) => change.mutate(values)}
      >
        <Form.Item
          name="currentPassword"
          label={t('signIn:changePassword.current')}
          rules={[{ required: true, message: t('rules:required') }]}
        >
          <Input.Password size="large" autoComplete="current-password" autoFocus />
        </Form.Item>
        <NewPasswordFields />
        <Button block type="primary" size="large" htmlType="submit" loading={change.isPending}>
          {t('signIn:changePassword.submit')}
        </Button>
        {isForced ? (
          <Button block type="link" style={{ marginTop: 8 }} onClick={() => leave.mutate()}>
            {t('signIn:changePassword.later')}
          </Button>
        ) : (
          <Button block type="link" style={{ marginTop: 8 }} onClick={() => void navigate(-1)}>
            {t('common:back')}
          </Button>
        )}
      </Form>
    </Door>
  );
}
