import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';

import { queryClient } from '../api/query-client.js';
import { useText } from '../i18n/use-text.js';
import { useIsPhone } from '../shared/use-is-phone.js';
import { ErrorBoundary } from './error-boundary.js';
import { themeFor } from './theme.js';

export function Providers({ children }: { readonly children: ReactNode }) {
  const { locale } = useText();
  const isPhone = useIsPhone();
  const theme = useMemo(() => themeFor(isPhone, locale), [isPhone, locale]);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        locale={locale === 'en' ? enUS : zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
      >
        <App component={false}>
          <ErrorBoundary>{children}</ErrorBoundary>
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
