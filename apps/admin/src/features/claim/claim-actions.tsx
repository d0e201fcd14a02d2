import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import type { ClaimQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { awardKey } from '../../shared/claim/award-tab.js';
import { staleAfter } from '../../shared/claim/claim-of.js';
import { PaymentDrawer } from '../../shared/claim/payment.drawer.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { DISCARD, RECOMPUTE, WITHDRAW } from './claim.queries.js';
import { PaperDecisionDrawer } from './paper-decision.drawer.js';
import { ANNUL_PAPER_DECISION, RECORD_PAPER_PAYMENT } from './paper.queries.js';
import { PaperSupplementDrawer } from './paper-supplement.drawer.js';
import { SubmitDialog } from './submit.dialog.js';

type Step =
  | 'submit'
  | 'discard'
  | 'withdraw'
  | 'paperDecision'
  | 'paperSupplement'
  | 'paperPayment'
  | 'annul';

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
      {may('RECORD_PAPER_DECISION') ? (
        <Button onClick={() => setStep('paperDecision')}>{t('review:paper.decide')}</Button>
      ) : null}
      {may('RECORD_PAPER_SUPPLEMENT') ? (
        <Button onClick={() => setStep('paperSupplement')}>{t('review:paper.supplement')}</Button>
      ) : null}
      {may('ANNUL_PAPER_DECISION') ? (
        <Button danger onClick={() => setStep('annul')}>
          {t(annulWords(claim).do)}
        </Button>
      ) : null}
      {may('RECORD_PAPER_PAYMENT') ? (
        <Button type="primary" onClick={() => setStep('paperPayment')}>
          {t('review:paper.pay')}
        </Button>
      ) : null}
      {may('SUBMIT') ? (
        <Button type="primary" onClick={() => setStep('submit')}>
          {t('claim:actions.SUBMIT')}
        </Button>
      ) : null}
      {step === 'submit' ? <SubmitDialog claim={claim} onClose={() => setStep(null)} /> : null}
      <PaperForms claim={claim} step={step} onClose={() => setStep(null)} />
      <AnnulDialog claim={claim} open={step === 'annul'} onClose={() => setStep(null)} />
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

/** The newest entry goes first: what was added to the decision, then the decision. */
const annulWords = ({ kind, statement }: ClaimQuery['claim']) =>
  statement.supplements.length > 0
    ? ({
        do: 'review:annul.doSupplement',
        title: 'review:annul.titleSupplement',
        note: 'review:annul.noteSupplement',
      } as const)
    : ({
        do: 'review:annul.do',
        title: 'review:annul.title',
        note: kind === 'AWARD' ? 'review:annul.noteAward' : 'review:annul.note',
      } as const);

interface AnnulDialogProps {
  readonly claim: ClaimQuery['claim'];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Entered wrongly from paper: marked with the reason, and the claim waits as before. */
function AnnulDialog({ claim, open, onClose }: AnnulDialogProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [key, setKey] = useState(newKey);
  const words = annulWords(claim);
  return (
    <ConfirmReason
      open={open}
      danger
      title={t(words.title)}
      note={t(words.note)}
      okText={t(words.do)}
      onConfirm={async (reason) => {
        const { id: claimId, version } = claim;
        await execute(ANNUL_PAPER_DECISION, {
          input: { claimId, version, reason, idempotencyKey: key },
        });
        setKey(newKey());
        for (const queryKey of [...staleAfter(claimId), awardKey(claimId), ['held']]) {
          await client.invalidateQueries({ queryKey });
        }
      }}
      onClose={onClose}
    />
  );
}

interface PaperFormsProps {
  readonly claim: ClaimQuery['claim'];
  readonly step: Step | null;
  readonly onClose: () => void;
}

/** Where the bureau does not sign in, the operator enters what came on paper. */
function PaperForms({ claim, step, onClose }: PaperFormsProps) {
  const { t } = useText();
  switch (step) {
    case 'paperDecision':
      return <PaperDecisionDrawer claim={claim} onClose={onClose} />;
    case 'paperSupplement':
      return <PaperSupplementDrawer claim={claim} onClose={onClose} />;
    case 'paperPayment':
      return (
        <PaymentDrawer
          claim={claim}
          title={t('review:paper.payTitle')}
          save={async (input) => await execute(RECORD_PAPER_PAYMENT, { input })}
          onClose={onClose}
        />
      );
    case 'annul':
    case 'submit':
    case 'discard':
    case 'withdraw':
    case null:
      return null;
  }
}
