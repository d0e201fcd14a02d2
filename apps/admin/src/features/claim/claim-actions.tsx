import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { ClaimQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { DISCARD, RECOMPUTE, WITHDRAW } from './claim.queries.js';
import { SubmitDialog } from './submit.dialog.js';

type Step = 'submit' | 'discard' | 'withdraw';

/** Only what the server says this person may do with the claim as it stands. */
export function ClaimActions({ claim }: { readonly claim: ClaimQuery['claim'] }) {
  const { t } = useText();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const may = (action: ClaimQuery['claim']['actions'][number]): boolean =>
    claim.actions.includes(action);
  const refresh = async (): Promise<void> => {
    await Promise.all(
      [['claim', claim.id], ['claims'], ['claim-lines', claim.id], ['claim-checks', claim.id]].map(
        async (queryKey) => await client.invalidateQueries({ queryKey }),
      ),
    );
  };
  const recompute = async (): Promise<void> => {
    try {
      await execute(RECOMPUTE, { input: { claimId: claim.id } });
      void message.success(t('claim:actions.recomputed'));
      await refresh();
    } catch (error) {
      void message.error(errorText(error).sentence);
    }
  };
  return (
    <>
      {may('DISCARD') ? (
        <Button onClick={() => setStep('discard')}>{t('claim:actions.DISCARD')}</Button>
      ) : null}
      {may('RECOMPUTE') ? (
        <Button onClick={() => void recompute()}>{t('claim:actions.RECOMPUTE')}</Button>
      ) : null}
      {may('WITHDRAW') ? (
        <Button danger onClick={() => setStep('withdraw')}>
          {t('claim:actions.WITHDRAW')}
        </Button>
      ) : null}
      {may('SUBMIT') ? (
        <Button type="primary" onClick={() => setStep('submit')}>
          {t('claim:actions.SUBMIT')}
        </Button>
      ) : null}
      {step === 'submit' ? <SubmitDialog claim={claim} onClose={() => setStep(null)} /> : null}
      <ConfirmReason
        open={step === 'discard'}
        danger
        title={t('claim:actions.discardTitle')}
        note={t('claim:actions.discardNote')}
        okText={t('claim:actions.DISCARD')}
        onConfirm={async (reason) => {
          await execute(DISCARD, { input: { claimId: claim.id, reason } });
          await refresh();
        }}
        onClose={() => setStep(null)}
      />
      <ConfirmReason
        open={step === 'withdraw'}
        danger
        title={t('claim:actions.withdrawTitle')}
        note={t('claim:actions.withdrawNote')}
        okText={t('claim:actions.WITHDRAW')}
        onConfirm={async (reason) => {
          await execute(WITHDRAW, { input: { claimId: claim.id, reason } });
          await refresh();
        }}
        onClose={() => setStep(null)}
      />
    </>
  );
}
