import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { formatDay } from '../../shared/format.js';
import { useCan, useSession } from '../../shared/session.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { REOPEN, SIGN } from './assessment.mutations.js';

interface SecondSignatureProps {
  readonly record: AssessmentRecord;
  readonly onDone: () => Promise<void>;
}

/** Between the two signatures: another assessor signs, or either sends it back. */
export function SecondSignature({ record, onDone }: SecondSignatureProps) {
  const { t, locale } = useText();
  const { message, modal } = App.useApp();
  const { userId } = useSession();
  const can = useCan();
  const [isSendingBack, setSendingBack] = useState(false);
  const { id, version } = record;
  const sign = useMutation({
    mutationFn: async () => await execute(SIGN, { input: { id, version } }),
    onSuccess: async () => {
      void message.success(t('assessment:sign.doneSecond'));
      await onDone();
    },
  });
  if (!can('assessment.write')) {
    return null;
  }
  const isFirst = record.assessor1?.userId === userId;
  const ask = (): void => {
    void modal.confirm({
      title: t('assessment:sign.second'),
      content: (
        <>
          <p>
            {t('assessment:sign.statement', {
              date: formatDay(record.assessedOn, locale),
              name: record.resident.name,
            })}
          </p>
          <p>{t('assessment:sign.secondNote')}</p>
        </>
      ),
      okText: t('assessment:sign.confirm'),
      cancelText: t('common:cancel'),
      onOk: () => sign.mutate(),
    });
  };
  return (
    <div className="yb-no-print" style={{ marginBottom: 16 }}>
      {sign.error ? <ErrorAlert error={sign.error} /> : null}
      <Alert
        type="info"
        showIcon
        title={isFirst ? t('assessment:sign.youAreFirst') : t('assessment:sign.secondNote')}
        description={
          <Flex gap={8} wrap style={{ marginTop: 8 }}>
            {isFirst ? null : (
              <Button type="primary" loading={sign.isPending} onClick={ask}>
                {t('assessment:sign.second')}
              </Button>
            )}
            <Button onClick={() => setSendingBack(true)}>{t('assessment:sign.sendBack')}</Button>
          </Flex>
        }
      />
      <ConfirmReason
        open={isSendingBack}
        title={t('assessment:sign.sendBack')}
        note={t('assessment:sign.sendBackNote')}
        okText={t('assessment:sign.sendBack')}
        onConfirm={async (reason) => {
          await execute(REOPEN, { input: { id, version, reason } });
          await onDone();
        }}
        onClose={() => setSendingBack(false)}
      />
    </div>
  );
}
