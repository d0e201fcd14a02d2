import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { staleAfter } from '../../shared/claim/claim-of.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { useCan } from '../../shared/session.js';
import { RELEASE_LINE } from './review.queries.js';

interface ReleaseButtonProps {
  readonly lineId: string;
  readonly claimId: string;
}

/** The missing paper came after all: the held line is free, and the center's next decision carries it. */
export function ReleaseButton({ lineId, claimId }: ReleaseButtonProps) {
  const { t } = useText();
  const can = useCan();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  return can('review.write') ? (
    <>
      <Button onClick={() => setOpen(true)}>{t('review:release.do')}</Button>
      <ConfirmReason
        open={isOpen}
        title={t('review:release.title')}
        note={t('review:release.note')}
        okText={t('review:release.do')}
        onConfirm={async (reason) => {
          await execute(RELEASE_LINE, { input: { lineId, reason } });
          await Promise.all(
            staleAfter(claimId).map(
              async (queryKey) => await client.invalidateQueries({ queryKey }),
            ),
          );
        }}
        onClose={() => setOpen(false)}
      />
    </>
  ) : null;
}
