import { capitalYuan, fen } from '@yibu/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import type { ClaimQuery, SubmitClaimMutation } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { CheckItem } from '../../shared/claim/check-item.js';
import { RiskList } from '../../shared/claim/risk-list.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { formatDay } from '../../shared/format.js';
import { Yuan } from '../../shared/values.js';
import { SUBMIT } from './claim.queries.js';
import { DifferenceTable } from './drift-tab.js';

type Outcome = SubmitClaimMutation['submitClaim'];

interface SubmitDialogProps {
  readonly claim: ClaimQuery['claim'];
  readonly onClose: () => void;
}

/** The last look before public money is asked for: amount, undertaking, and what stands in the way. */
export function SubmitDialog({ claim, onClose }: SubmitDialogProps) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const isLate = (claim.window?.daysLate ?? 0) > 0 && claim.window?.lateRule === 'FLAG';
  const [lateReason, setLateReason] = useState('');
  const [hasAgreed, setAgreed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const [error, setError] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const late = isLate ? { lateReason } : {};
      const input = { claimId: claim.id, version: claim.version, idempotencyKey: key, ...late };
      const { submitClaim } = await execute(SUBMIT, { input });
      setOutcome(submitClaim);
      if (submitClaim.__typename === 'ClaimSubmitted') {
        void message.success(t('claim:submit.done', { number: submitClaim.number }));
        onClose();
      }
      await client.invalidateQueries({ queryKey: ['claim', claim.id] });
      await client.invalidateQueries({ queryKey: ['claims'] });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={720}
      title={t('claim:submit.title')}
      okText={t('claim:submit.go')}
      okButtonProps={{ disabled: !hasAgreed || (isLate && lateReason.trim() === '') }}
      confirmLoading={isBusy}
      onOk={() => void submit()}
      onCancel={() => !isBusy && onClose()}
    >
      {error ? <ErrorAlert error={error} /> : null}
      <Refusal outcome={outcome} centerId={claim.centerId} />
      <p>{t('claim:submit.preparedBy', { name: claim.preparedByName ?? '' })}</p>
      <p style={{ fontSize: 20, marginBottom: 0 }}>
        <strong>
          <Yuan fen={claim.claimedFen} unit />
        </strong>
      </p>
      <p className="yb-soft">
        {t('claim:page.capital')} {capitalYuan(fen(claim.claimedFen))}
      </p>
      {isLate && claim.window ? (
        <>
          <p>
            {t('bureau:clock.lateText', {
              day: formatDay(claim.window.closesOn, locale),
              count: claim.window.daysLate,
            })}
          </p>
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={lateReason}
            aria-label={t('bureau:clock.lateReason')}
            placeholder={t('bureau:clock.lateReason')}
            onChange={(event) => setLateReason(event.target.value)}
          />
        </>
      ) : null}
      <RiskList claimId={claim.id} />
      <p>{t('claim:submit.undertaking')}</p>
      <Checkbox checked={hasAgreed} onChange={(event) => setAgreed(event.target.checked)}>
        {t('claim:submit.agree')}
      </Checkbox>
    </Modal>
  );
}

function Refusal({
  outcome,
  centerId,
}: {
  readonly outcome: Outcome | null;
  readonly centerId: string;
}) {
  const { t } = useText();
  switch (outcome?.__typename) {
    case 'ClaimBlocked':
      return (
        <Alert
          type="error"
          showIcon
          title={t('claim:checks.blockedTitle')}
          description={
            <>
              <p>{t('claim:checks.blockedText')}</p>
              {outcome.checks.map((check) => (
                <CheckItem key={check.id} check={check} centerId={centerId} />
              ))}
            </>
          }
        />
      );
    case 'ClaimDrifted':
      return (
        <Alert
          type="warning"
          showIcon
          title={t('claim:submit.driftedTitle')}
          description={
            <>
              <p>{t('claim:submit.driftedText')}</p>
              <DifferenceTable differences={outcome.differences} />
            </>
          }
        />
      );
    case 'ClaimSubmitted':
    case undefined:
      return null;
  }
}
