import { Alert, Button } from 'antd';

import { useText } from '../i18n/use-text.js';
import { useErrorText } from './use-error-text.js';

interface ErrorAlertProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
  /** Something was to be read, nothing to be saved. */
  readonly isRead?: boolean;
}

/** A failed request, in words: what happened and how to mend it, with the number support will ask for. */
export function ErrorAlert({ error, title, onRetry, isRead = false }: ErrorAlertProps) {
  const { t } = useText();
  const { sentence, requestId } = useErrorText(isRead)(error);
  const note =
    requestId === null ? null : (
      <div style={{ fontSize: 12, marginTop: 4 }}>{t('common:requestId', { id: requestId })}</div>
    );
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={title ?? sentence}
      description={
        title || note ? (
          <>
            {title ? sentence : null}
            {note}
          </>
        ) : undefined
      }
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('common:retry')}
          </Button>
        ) : undefined
      }
    />
  );
}
