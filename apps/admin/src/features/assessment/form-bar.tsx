import {
  CheckOutlined,
  CloudUploadOutlined,
  LoadingOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { formatMoment } from '../../shared/format.js';
import type { Part } from './form-values.js';
import type { Autosave } from './use-autosave.js';

export interface MissingEntry {
  readonly id: string;
  readonly part: string;
}

interface FormBarProps {
  readonly parts: readonly Part[];
  readonly current: string;
  readonly saver: Autosave;
  readonly missing: readonly MissingEntry[];
  readonly onOpen: (partId: string, entryId?: string) => void;
}

export function SaveIndicator({ saver }: { readonly saver: Autosave }) {
  const { t, locale } = useText();
  const time = saver.savedAt ? formatMoment(saver.savedAt, locale).slice(-5) : '';
  const words = {
    saved: { icon: <CheckOutlined aria-hidden />, text: t('assessment:form.saved', { time }) },
    waiting: { icon: <CloudUploadOutlined aria-hidden />, text: t('assessment:form.waiting') },
    saving: { icon: <LoadingOutlined aria-hidden />, text: t('assessment:form.saving') },
    failed: { icon: <WarningFilled aria-hidden />, text: t('assessment:form.failed') },
    refused: { icon: <WarningFilled aria-hidden />, text: t('errors:INPUT_INVALID') },
    stale: { icon: <WarningFilled aria-hidden />, text: t('errors:STALE_VERSION') },
  }[saver.state];
  return (
    <span className={`as-saved as-saved-${saver.state}`} role="status">
      {words.icon} {words.text}
    </span>
  );
}

/** At the foot, under the thumb: whether it is saved, what comes next, what is still empty. */
export function FormBar({ parts, current, saver, missing, onOpen }: FormBarProps) {
  const { t } = useText();
  const index = parts.findIndex(({ id }) => id === current);
  const [before, after] = [parts[index - 1], parts[index + 1]];
  const here = missing.find((entry) => entry.part === current) ?? missing[0];
  return (
    <div className="as-bar">
      <SaveIndicator saver={saver} />
      <span className="as-bar-space" />
      {before ? (
        <Button onClick={() => onOpen(before.id)}>{t('assessment:form.previous')}</Button>
      ) : null}
      {here ? (
        <Button onClick={() => onOpen(here.part, here.id)}>
          {t('assessment:form.firstMissing', { count: missing.length })}
        </Button>
      ) : null}
      {after ? (
        <Button type="primary" onClick={() => onOpen(after.id)}>
          {t('assessment:form.next')}
        </Button>
      ) : null}
    </div>
  );
}
