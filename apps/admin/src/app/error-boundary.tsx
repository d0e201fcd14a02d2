import { Button } from 'antd';
import { Component, type ReactNode } from 'react';

import { useText } from '../i18n/use-text.js';

interface State {
  readonly failed: boolean;
}

export function Failed() {
  const { t } = useText();
  return (
    <div className="yb-crash" role="alert">
      <h1>{t('common:crash.title')}</h1>
      <p>{t('common:crash.text')}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('common:reload')}
      </Button>
    </div>
  );
}

/** A page that breaks takes down itself, not the shell around it. Give it a new `key` to try again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}
