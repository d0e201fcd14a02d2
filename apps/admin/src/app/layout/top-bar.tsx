import { SearchOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Layout, Tag } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import type { Locale } from '../../i18n/locale.js';
import { useText } from '../../i18n/use-text.js';
import { LanguageSwitch } from '../../shared/language-switch.js';
import { useSession } from '../../shared/session.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { CenterSwitcher } from './center-switcher.js';
import { JobBell } from './job-bell.js';
import { Palette } from './palette.js';
import { usePaletteKey } from './use-palette-key.js';
import { UserMenu } from './user-menu.js';

const SET_LOCALE = graphql(`
  mutation SetLocale($input: SetLocaleInput!) {
    setLocale(input: $input)
  }
`);

function SearchButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  if (isPhone) {
    return (
      <Button
        type="text"
        icon={<SearchOutlined />}
        aria-label={t('shell:search.open')}
        onClick={onOpen}
      />
    );
  }
  return (
    <Button className="yb-search" icon={<SearchOutlined aria-hidden />} onClick={onOpen}>
      <span className="yb-search-text">{t('shell:search.open')}</span>
      <kbd className="yb-kbd">{t('shell:search.key')}</kbd>
    </Button>
  );
}

export function TopBar() {
  const { t } = useText();
  const isPhone = useIsPhone();
  const { isDemo } = useSession();
  const [isSearching, setSearching] = useState(false);
  usePaletteKey(() => setSearching(true));
  const keepLocale = useMutation({
    mutationFn: async (locale: Locale) => await execute(SET_LOCALE, { input: { locale } }),
  });
  return (
    <Layout.Header className="yb-top yb-no-print">
      <CenterSwitcher />
      {isDemo ? (
        <Tag className="yb-demo" title={t('shell:demo')}>
          {isPhone ? t('shell:demoShort') : t('shell:demo')}
        </Tag>
      ) : null}
      <div className="yb-top-space" />
      <SearchButton onOpen={() => setSearching(true)} />
      {isPhone ? null : <LanguageSwitch onChange={(locale) => keepLocale.mutate(locale)} />}
      <JobBell />
      <UserMenu onLocale={(locale) => keepLocale.mutate(locale)} />
      {isSearching ? <Palette onClose={() => setSearching(false)} /> : null}
    </Layout.Header>
  );
}
