import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { REJECT } from './assessment.mutations.js';

export function RejectButton({ record }: { readonly record: AssessmentRecord }) {
  const { t } = useText();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { id, version } = record;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('assessment:accept.reject')}</Button>
      <ConfirmReason
        open={isOpen}
        danger
        title={t('assessment:accept.rejectTitle')}
        note={t('assessment:accept.rejectNote')}
        okText={t('assessment:accept.rejectOk')}
        onConfirm={async (reason) => {
          await execute(REJECT, { input: { id, version, reason } });
          await client.invalidateQueries({ queryKey: ['assessment'] });
          await client.invalidateQueries({ queryKey: ['assessments'] });
          await client.invalidateQueries({ queryKey: ['history'] });
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
