import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../confirm-reason.js';
import { staleAfterAppeal } from './appeal.drawers.js';
import { ANNUL_PAPER_APPEAL } from './appeal.queries.js';
import type { AppealRow } from './appeal-state.js';

interface AnnulAppealDialogProps {
  readonly appeal: AppealRow;
  readonly onClose: () => void;
}

/** Entered wrongly from paper: marked with the reason, and the line can be entered anew. */
export function AnnulAppealDialog({ appeal, onClose }: AnnulAppealDialogProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [idempotencyKey] = useState(newKey);
  return (
    <ConfirmReason
      open
      danger
      title={t('bureau:appeal.annul.title')}
      note={t('bureau:appeal.annul.note')}
      okText={t('bureau:appeal.annul.do')}
      onConfirm={async (reason) => {
        await execute(ANNUL_PAPER_APPEAL, {
          input: { appealId: appeal.id, reason, idempotencyKey },
        });
        void message.success(t('bureau:appeal.annul.done'));
        for (const queryKey of staleAfterAppeal(appeal.claimId)) {
          await client.invalidateQueries({ queryKey });
        }
      }}
      onClose={onClose}
    />
  );
}
