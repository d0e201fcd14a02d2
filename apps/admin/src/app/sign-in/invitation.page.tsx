import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { SESSION_KEY, type Session } from '../../shared/session.js';
import { Door } from './door.js';
import { NewPasswordFields } from './new-password-fields.js';
import { ACCEPT_INVITATION } from './sign-in.queries.js';

interface Values {
  readonly newPassword: string;
}

/** The token stands after the `#`, so that it is never sent to a server or written to its log. */
const tokenOf = (hash: string): string => hash.replace(/^#/, '');

export function InvitationPage() {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const token = tokenOf(window.location.hash) || (params.get('token') ?? '');
  const accept = useMutation({
    mutationFn: async ({ newPassword }: Values) =>
      (await execute(ACCEPT_INVITATION, { input: { token, password: newPassword } }))
        .acceptInvitation,
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData<Session>(SESSION_KEY, session);
      await navigate('/', { replace: true });
    },
  });
  return (
    <Door title={t('signIn:invitation.title')} lead={t('signIn:invitation.lead')}>
      {token === '' ? (
        <Alert type="warning" showIcon title={t('signIn:invitation.missing')} />
      ) : (
        <>
          {accept.error ? (
            <ErrorAlert title={t('signIn:invitation.failedTitle')} error={accept.error} />
          ) : null}
          <Form<Values>
            layout="vertical"
            requiredMark={false}
            disabled={accept.isPending}
            onFinish={(values) => accept.mutate(values)}
          >
            <NewPasswordFields />
            <Button block type="primary" size="large" htmlType="submit" loading={accept.isPending}>
              {t('signIn:invitation.submit')}
            </Button>
          </Form>
        </>
      )}
    </Door>
  );
}
