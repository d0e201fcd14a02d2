import { Spin } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Navigate, useLocation, useRoutes } from 'react-router';

import { isLocale } from '../../i18n/locale.js';
import { switchLocale } from '../../i18n/i18n.js';
import { useText } from '../../i18n/use-text.js';
import { forgetDraftsOfOthers } from '../../shared/draft.js';
import { ErrorState } from '../../shared/error-state.js';
import { ProgramNames } from '../../shared/program-names.js';
import { SessionContext, useSessionQuery, type Session } from '../../shared/session.js';
import { SlotContext } from '../../shared/slots.js';
import { FEATURES } from '../features.js';
import { shellRoutes } from '../routes.js';
import { signInPath } from '../sign-in/next-path.js';
import { rememberHere } from '../was-here.js';
import { Frame } from './frame.js';
import { IdleWatch } from './idle-watch.js';
import { PasswordDialog } from './password.dialog.js';
import './shell.css';

const SLOTS = FEATURES.flatMap((feature) => feature.slots ?? []);

function SignedIn({ session }: { readonly session: Session }) {
  const { locale } = useText();
  // Before any form looks for what was typed: a tab may have been opened by somebody who was signed in already.
  useState(() => forgetDraftsOfOthers(session.userId));
  const routes = useMemo(() => shellRoutes(FEATURES), []);
  const pages = useRoutes(routes);
  dayjs.locale(locale === 'en' ? 'en' : 'zh-cn');
  useEffect(rememberHere, []);
  useEffect(() => {
    // The account's language wins over the device's, once, when the session begins.
    if (isLocale(session.locale)) {
      void switchLocale(session.locale);
    }
  }, [session.userId, session.locale]);
  return (
    <SessionContext value={session}>
      <SlotContext value={SLOTS}>
        <ProgramNames>
          <Frame>{pages}</Frame>
          <IdleWatch />
          <PasswordDialog />
        </ProgramNames>
      </SlotContext>
    </SessionContext>
  );
}

function Waiting(): ReactNode {
  const { t } = useText();
  return (
    <div className="yb-waiting" role="status" aria-label={t('common:loading')}>
      <Spin size="large" delay={300} />
    </div>
  );
}

/** Everything behind the door. It renders nothing of a page before it knows who is there. */
export function Shell() {
  const session = useSessionQuery();
  const { pathname, search } = useLocation();
  if (session.isPending) {
    return <Waiting />;
  }
  if (session.data === undefined) {
    return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (session.data === null) {
    return <Navigate replace to={signInPath(`${pathname}${search}`)} />;
  }
  if (session.data.mustChangePassword) {
    return <Navigate replace to="/change-password" />;
  }
  return <SignedIn key={session.data.userId} session={session.data} />;
}
