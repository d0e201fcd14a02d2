import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { formatMonth } from '../../shared/format.js';
import { useErrorText } from '../../shared/use-error-text.js';
import type { Sheet } from './cell.js';
import { FILE_SHEET } from './sheet.queries.js';

/** Freezes the month as it was shown; again only with a reason. */
export function FileButton({ sheet }: { readonly sheet: Sheet }) {
  const { t, locale } = useText();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [isAsking, setAsking] = useState(false);
  const [key, setKey] = useState(newKey);
  const newest = sheet.versions[0];
  const file = async (reason: string | null): Promise<void> => {
    const { centerId, month, liveDigest: seen } = sheet;
    const basedOn = newest?.number ?? 0;
    try {
      await execute(FILE_SHEET, {
        input: { centerId, month, basedOn, seen, reason, idempotencyKey: key },
      });
      void message.success(t('institution:sheet.done'));
    } finally {
      setKey(newKey());
      await client.invalidateQueries({ queryKey: ['sheet', centerId] });
    }
  };
  if (newest) {
    return sheet.driftCount === 0 || sheet.shown?.number !== newest.number ? null : (
      <>
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('institution:sheet.again')}
        </Button>
        <ConfirmReason
          open={isAsking}
          title={t('institution:sheet.againTitle', { month: formatMonth(sheet.month, locale) })}
          note={t('institution:sheet.againNote', { count: sheet.driftCount })}
          okText={t('institution:sheet.again')}
          onConfirm={file}
          onClose={() => setAsking(false)}
        />
      </>
    );
  }
  const confirm = (): void => {
    void modal.confirm({
      title: t('institution:sheet.fileTitle', { month: formatMonth(sheet.month, locale) }),
      content: t('institution:sheet.fileNote'),
      okText: t('institution:sheet.file'),
      cancelText: t('common:cancel'),
      onOk: async () =>
        await file(null).catch((error: unknown) => void message.error(errorText(error).sentence)),
    });
  };
  return (
    <Button type="primary" onClick={confirm}>
      {t('institution:sheet.file')}
    </Button>
  );
}
