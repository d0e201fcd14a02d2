import { Button, Form, Input } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { AwardAnswer } from '../../shared/claim/award-answer.js';
import { awardKey, type Award } from '../../shared/claim/award-tab.js';
import { staleAfter, type ClaimShown } from '../../shared/claim/claim-of.js';
import { ScanInput } from '../../shared/claim/scan-input.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { today } from '../../shared/today.js';
import { SETTLE_AWARD } from './review.queries.js';

interface SettleProps {
  readonly award: Award;
  readonly claim: ClaimShown;
}

/** The leader's button beside what the rules leave to the bureau. */
export function SettleButton({ award, claim }: SettleProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return award.canSettle ? (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('claim:award.settle')}
      </Button>
      {isOpen ? <SettleDrawer award={award} claim={claim} onClose={() => setOpen(false)} /> : null}
    </>
  ) : null;
}

interface SettleValues {
  readonly option?: string;
  readonly amountFen?: number;
  readonly documentNumber: string;
  readonly decidedOn: string;
  readonly attachmentId: string;
  readonly note?: string;
}

/** One of the options, or an amount within the range, with the document that says so. */
function SettleDrawer({ award, claim, onClose }: SettleProps & { readonly onClose: () => void }) {
  const { t } = useText();
  const { question } = award;
  const form = useApiForm<SettleValues>({
    draftKey: `award-settle:${claim.id}`,
    save: async (values, idempotencyKey) =>
      await execute(SETTLE_AWARD, {
        input: { ...values, claimId: claim.id, version: claim.version, idempotencyKey },
      }),
    onSaved: onClose,
    invalidates: [awardKey(claim.id), ...staleAfter(claim.id)],
    savedText: t('claim:award.settleDone'),
  });
  const required = [{ required: true, message: t('review:required') }];
  return (
    <FormDrawer
      title={t('claim:award.settle')}
      form={form}
      onClose={onClose}
      submitText={t('claim:award.settleDo')}
    >
      <p style={{ marginTop: 0 }}>{t('claim:award.settleNote')}</p>
      {question ? <AwardAnswer question={question} /> : null}
      <Form.Item name="documentNumber" label={t('claim:award.documentNumber')} rules={required}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="decidedOn" label={t('claim:award.decidedOn')} rules={required}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="attachmentId" label={t('claim:award.scan')} rules={required}>
        <ScanInput claim={claim} kind="AWARD_DECISION" />
      </Form.Item>
      <Form.Item name="note" label={t('claim:award.note')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
