import { App, Button } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { useErrorText } from '../use-error-text.js';

interface DiscardButtonProps {
  readonly label: string;
  /** What is deleted, and that nothing was written. */
  readonly note: string;
  readonly onDiscard: () => Promise<void>;
}

/** Throws a tried spreadsheet away: asks first, and says why when it could not. */
export function DiscardButton({ label, note, onDiscard }: DiscardButtonProps) {
  const { t } = useText();
  const errorText = useErrorText();
  const { message, modal } = App.useApp();
  const ask = (): void =>
    void modal.confirm({
      title: label,
      content: note,
      okText: label,
      cancelText: t('common:cancel'),
      okButtonProps: { danger: true },
      onOk: async () =>
        await onDiscard().catch((error: unknown) => {
          void message.error(errorText(error).sentence);
        }),
    });
  return <Button onClick={ask}>{label}</Button>;
}
