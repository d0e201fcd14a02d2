import { Drawer, Layout } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { PhoneBar } from './phone-bar.js';
import { SideMenu } from './side-menu.js';
import { TopBar } from './top-bar.js';

const SIDE_WIDTH = 216;

function Main({ children }: { readonly children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="yb-main">
      {children}
    </main>
  );
}

export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const { pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  return (
    <Layout className="yb-frame">
      <a className="yb-skip" href="#content">
        {t('common:skipToContent')}
      </a>
      {isPhone ? (
        <Drawer
          placement="left"
          size={280}
          open={openedAt === pathname}
          onClose={() => setOpenedAt(null)}
          title={t('shell:menu.title')}
          styles={{ body: { padding: 8 } }}
        >
          <SideMenu />
        </Drawer>
      ) : (
        <Layout.Sider width={SIDE_WIDTH} className="yb-side yb-no-print">
          <div className="yb-brand">
            <img src="/icon.svg" alt="" width={28} height={28} />
            <span>{t('common:product')}</span>
          </div>
          <SideMenu />
        </Layout.Sider>
      )}
      <Layout className="yb-column">
        <TopBar />
        <Main>{children}</Main>
        {isPhone ? <PhoneBar onMore={() => setOpenedAt(pathname)} /> : null}
      </Layout>
    </Layout>
  );
}
