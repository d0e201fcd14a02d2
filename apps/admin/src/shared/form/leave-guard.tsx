import { App } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { LeavePermit } from '../leave-permit.js';

/** Mount it while there is something unsaved: leaving the page then asks first. */
export function LeaveGuard() {
  const { t } = useText();
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && !LeavePermit.take(),
  );
  useEffect(() => {
    if (blocker.state === 'blocked') {
      void modal.confirm({
        title: t('shell:leave.title'),
        content: t('shell:leave.text'),
        okText: t('shell:leave.leave'),
        cancelText: t('shell:leave.stay'),
        onOk: () => blocker.proceed(),
        onCancel: () => blocker.reset(),
      });
    }
  }, [blocker, modal, t]);
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, []);
  return null;
}
