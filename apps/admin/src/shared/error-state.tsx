import { Button, Flex, Typography } from 'antd';

import { isApiError } from '../api/api-error.js';
import { useText } from '../i18n/use-text.js';
import { Forbidden, NotFound } from './result-pages.js';
import { useErrorText } from './use-error-text.js';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** In the place of content that could not be read. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useText();
  const { sentence, requestId } = useErrorText(true)(error);
  if (isApiError(error, 'NOT_FOUND')) {
    return <NotFound />;
  }
  if (isApiError(error, 'FORBIDDEN')) {
    return <Forbidden />;
  }
  return (
    <Flex vertical align="center" gap={12} style={{ padding: '48px 16px' }} role="alert">
      <Typography.Text strong>{t('shell:readFailed')}</Typography.Text>
      <Typography.Text type="secondary" style={{ textAlign: 'center', maxWidth: 520 }}>
        {sentence}
      </Typography.Text>
      {requestId === null ? null : (
        <Typography.Text type="secondary" copyable={{ text: requestId }} style={{ fontSize: 12 }}>
          {t('common:requestId', { id: requestId })}
        </Typography.Text>
      )}
      {onRetry ? (
        <Button type="primary" onClick={onRetry}>
          {t('common:retry')}
        </Button>
      ) : null}
    </Flex>
  );
}
