import { Button, Flex, Typography } from 'antd';
import { Component, type ReactNode } from 'react';

import { useText } from '../i18n/use-text.js';

interface State {
  readonly failed: boolean;
}

function Failed() {
  const { t } = useText();
  return (
    <Flex vertical align="center" justify="center" gap={16} style={{ padding: 48 }} role="alert">
      <Typography.Title level={4} style={{ margin: 0 }}>
        {t('common:crash.title')}
      </Typography.Title>
      <Typography.Text type="secondary">{t('common:crash.text')}</Typography.Text>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('common:reload')}
      </Button>
    </Flex>
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
