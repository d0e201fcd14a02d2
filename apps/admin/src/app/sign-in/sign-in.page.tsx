import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { SignInInput } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { SESSION_KEY, type Session } from '../../shared/session.js';
import { loadShell } from '../load-shell.js';
import { Door } from './door.js';
import { safeNext, type SignInNotice } from './next-path.js';
import { SIGN_IN } from './sign-in.queries.js';

const NOTICES: Record<SignInNotice, TextKey> = {
  idle: 'signIn:idleNotice',
  ended: 'signIn:endedNotice',
  bye: 'signIn:signedOutNotice',
};

function Notice({ notice }: { readonly notice: string | null }) {
  const { t } = useText();
  const key = notice === null ? undefined : NOTICES[notice as SignInNotice];
  return key ? <Alert type="info" showIcon style={{ marginBottom: 16 }} title={t(key)} /> : null;
}

function useSignIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return useMutation({
    mutationFn: async (input: SignInInput) => (await execute(SIGN_IN, { input })).signIn,
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData<Session>(SESSION_KEY, session);
      const next = safeNext(params.get('next'));
      await navigate(session.mustChangePassword ? '/change-password' : next, { replace: true });
    },
  });
}

export function SignInPage() {
  const { t } = useText();
  const [params] = useSearchParams();
  const signIn = useSignIn();
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <Door title={t('signIn:title')}>
      <Notice notice={signIn.error ? null : params.get('notice')} />
      {signIn.error ? <ErrorAlert title={t('signIn:failedTitle')} error={signIn.error} /> : null}
      <Form<SignInInput>
        layout="vertical"
        requiredMark={false}
        disabled={signIn.isPending}
        // What comes next is fetched while somebody types.
        onValuesChange={() => void loadShell().catch(() => undefined)}
        onFinish={(input) => signIn.mutate({ ...input, userName: input.userName.trim() })}
      >
        <Form.Item name="userName" label={t('signIn:userName')} rules={required}>
          <Input size="large" autoComplete="username" autoCapitalize="none" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t('signIn:password')} rules={required}>
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <Button block type="primary" size="large" htmlType="submit" loading={signIn.isPending}>
          {signIn.isPending ? t('signIn:submitting') : t('signIn:submit')}
        </Button>
      </Form>
      <p className="yb-door-foot">{t('signIn:forgot')}</p>
    </Door>
  );
}
