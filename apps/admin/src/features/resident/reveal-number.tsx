import { useQueryClient } from '@tanstack/react-query';
import { Modal, Typography } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { REVEAL_ID_NUMBER } from './resident.queries.js';

interface RevealNumberProps {
  readonly residentId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The whole number, for a reason; it is gone from the page as soon as the window closes. */
export function RevealNumber({ residentId, open, onClose }: RevealNumberProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [number, setNumber] = useState<string | null>(null);
  return (
    <>
      <ConfirmReason
        open={open}
        title={t('resident:reveal.title')}
        note={t('resident:reveal.note')}
        okText={t('resident:reveal.action')}
        onConfirm={async (reason) => {
          const { revealIdNumber } = await execute(REVEAL_ID_NUMBER, {
            input: { residentId, reason },
          });
          setNumber(revealIdNumber ?? null);
          await client.invalidateQueries({ queryKey: ['history', 'resident', residentId] });
        }}
        onClose={onClose}
      />
      <Modal
        open={number !== null}
        title={t('resident:reveal.shown')}
        okText={t('resident:reveal.hide')}
        cancelButtonProps={{ style: { display: 'none' } }}
        onOk={() => setNumber(null)}
        onCancel={() => setNumber(null)}
        destroyOnHidden
      >
        <Typography.Text copyable style={{ fontSize: 20, letterSpacing: 1 }}>
          {number ?? ''}
        </Typography.Text>
      </Modal>
    </>
  );
}
