import { UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { switchLocale } from '../../i18n/i18n.js';
import type { Locale } from '../../i18n/locale.js';
import { useText } from '../../i18n/use-text.js';
import { forgetAllDrafts } from '../../shared/draft.js';
import { useSession } from '../../shared/session.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { signInPath } from '../sign-in/next-path.js';
import { SIGN_OUT } from '../sign-in/sign-in.queries.js';
import { useLeaveTo } from '../use-leave-to.js';

const SIGN_OUT_EVERYWHERE = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

function useSignOut() {
  const leaveTo = useLeaveTo();
  const { message } = App.useApp();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: async (everywhere: boolean): Promise<unknown> =>
      everywhere ? await execute(SIGN_OUT_EVERYWHERE, {}) : await execute(SIGN_OUT, {}),
    onSuccess: async () => {
      forgetAllDrafts();
      await leaveTo(signInPath('', 'bye'));
    },
    onError: (error) => void message.error(errorText(error).sentence),
  });
}

function useItems(onLocale: (locale: Locale) => void): MenuProps['items'] {
  const { t, locale } = useText();
  const { modal } = App.useApp();
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { displayName, organizationName } = useSession();
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  const language = {
    key: 'language',
    label: other === 'en' ? t('common:language.en') : t('common:language.zhCN'),
    onClick: () => void switchLocale(other).then(() => onLocale(other)),
  };
  return [
    {
      type: 'group',
      key: 'who',
      label: `${displayName} · ${organizationName}`,
      children: [
        { key: 'me', label: t('shell:user.account'), onClick: () => void navigate('/me') },
        {
          key: 'password',
          label: t('shell:user.changePassword'),
          onClick: () => void navigate('/change-password'),
        },
        ...(isPhone ? [language] : []),
      ],
    },
    { type: 'divider' },
    {
      key: 'everywhere',
      label: t('shell:user.signOutEverywhere'),
      onClick: () =>
        void modal.confirm({
          title: t('shell:user.signOutEverywhere'),
          content: t('shell:user.signOutEverywhereNote'),
          okText: t('shell:user.signOutEverywhere'),
          onOk: async () => await signOut.mutateAsync(true).catch(() => undefined),
        }),
    },
    { key: 'out', label: t('shell:user.signOut'), onClick: () => signOut.mutate(false) },
  ];
}

export function UserMenu({ onLocale }: { readonly onLocale: (locale: Locale) => void }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const { displayName } = useSession();
  const items = useItems(onLocale);
  return (
    <Dropdown menu={{ items: items ?? [] }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={t('shell:user.menu')}>
        {isPhone ? null : displayName}
      </Button>
    </Dropdown>
  );
}
