import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';

import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { staleAfter, type ClaimActionName, type ClaimShown } from '../../shared/claim/claim-of.js';
import { PaymentDrawer } from '../../shared/claim/payment.drawer.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { DecideDrawer } from './decide.drawer.js';
import { ReturnDrawer } from './return.drawer.js';
import { ACCEPT_LINES, CLOSE_CLAIM, OPEN_REVIEW, RECORD_PAYMENT } from './review.queries.js';

type Step = 'return' | 'decide' | 'supplement' | 'pay';

/** What is left to do by hand after a deed; null when nothing is. */
type Leftover = string | null;

/** A deed without a form: asked once, done, and what it changed is read again. */
function useDeed(claimId: string) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const run = async (work: () => Promise<Leftover>): Promise<void> => {
    try {
      const left = await work();
      void (left === null ? message.success(t('review:done')) : message.warning(left));
    } catch (error) {
      void message.error(errorText(error).sentence);
    }
    await Promise.all(
      staleAfter(claimId).map(async (queryKey) => await client.invalidateQueries({ queryKey })),
    );
  };
  const ask = (
    words: { readonly title: string; readonly text: string; readonly ok: string },
    work: () => Promise<Leftover>,
  ): void => {
    void modal.confirm({
      title: words.title,
      content: words.text,
      okText: words.ok,
      cancelText: t('common:cancel'),
      onOk: async () => await run(work),
    });
  };
  return ask;
}

/** Only what the server says this person may do with the claim as it stands. */
export function ReviewActions({ claim }: { readonly claim: ClaimShown }) {
  const { t } = useText();
  const navigate = useNavigate();
  const ask = useDeed(claim.id);
  const [step, setStep] = useState<Step | null>(null);
  const may = (action: ClaimActionName): boolean => claim.actions.includes(action);
  const input = { claimId: claim.id };
  const askFor = (name: 'open' | 'acceptRest' | 'close', work: () => Promise<Leftover>) =>
    ask(
      {
        title: t(`review:ask.${name}.title`, { count: claim.openLineCount }),
        text: t(`review:ask.${name}.text`, { count: claim.openLineCount }),
        ok: t(`review:ask.${name}.ok`, { count: claim.openLineCount }),
      },
      work,
    );
  const canAcceptRest = may('GIVE_VERDICT') && claim.openLineCount > 0;
  const close = (): void => setStep(null);
  const acceptRest = async (): Promise<Leftover> => {
    const lines = { ...input, exceptLineIds: [] };
    const { openLineCount } = (await execute(ACCEPT_LINES, { input: lines })).acceptClaimLines;
    return openLineCount === 0 ? null : t('review:ask.acceptRest.left', { count: openLineCount });
  };
  const open = async (): Promise<Leftover> => {
    await execute(OPEN_REVIEW, { input });
    return null;
  };
  const closeClaim = async (): Promise<Leftover> => {
    await execute(CLOSE_CLAIM, { input });
    return null;
  };
  return (
    <>
      {may('RETURN_CLAIM') ? (
        <Button danger onClick={() => setStep('return')}>
          {t('review:ask.return.ok')}
        </Button>
      ) : null}
      {may('START_NOTICE') ? (
        <Button onClick={() => void navigate(`/bureau/notices?publish=${claim.id}`)}>
          {t('review:ask.notice.ok')}
        </Button>
      ) : null}
      {canAcceptRest ? (
        <Button onClick={() => askFor('acceptRest', acceptRest)}>
          {t('review:ask.acceptRest.ok', { count: claim.openLineCount })}
        </Button>
      ) : null}
      {may('OPEN_REVIEW') ? (
        <Button type="primary" onClick={() => askFor('open', open)}>
          {t('review:ask.open.ok')}
        </Button>
      ) : null}
      {may('DECIDE') ? (
        <Button
          type="primary"
          disabled={claim.openLineCount > 0}
          title={
            claim.openLineCount > 0
              ? t('review:waitsForReview', { count: claim.openLineCount })
              : ''
          }
          onClick={() => setStep('decide')}
        >
          {t('review:decide.do')}
        </Button>
      ) : null}
      {may('DECIDE_SUPPLEMENT') ? (
        <Button type="primary" onClick={() => setStep('supplement')}>
          {t('review:supplement.do')}
        </Button>
      ) : null}
      {may('RECORD_PAYMENT') ? (
        <Button type="primary" onClick={() => setStep('pay')}>
          {t('review:pay.do')}
        </Button>
      ) : null}
      {may('CLOSE') ? (
        <Button type="primary" onClick={() => askFor('close', closeClaim)}>
          {t('review:ask.close.ok')}
        </Button>
      ) : null}
      {step === 'return' ? <ReturnDrawer claim={claim} onClose={close} /> : null}
      {step === 'decide' || step === 'supplement' ? (
        <DecideDrawer deed={step} claim={claim} onClose={close} />
      ) : null}
      {step === 'pay' ? (
        <PaymentDrawer
          claim={claim}
          title={t('review:pay.do')}
          save={async (payment) => await execute(RECORD_PAYMENT, { input: payment })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
