import { Form, Input } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../form/date-inputs.js';
import { FormDrawer } from '../form/form-drawer.js';
import { useApiForm } from '../form/use-api-form.js';
import { YuanInput } from '../form/yuan-input.js';
import { Yuan } from '../values.js';
import { staleAfter, type ClaimShown } from './claim-of.js';
import { ScanInput } from './scan-input.js';
import { today } from '../today.js';

interface PaymentValues {
  readonly amountFen: number;
  readonly paidOn: string;
  readonly receiptNumber: string;
  readonly attachmentId?: string;
}

export type PaymentInput = PaymentValues & {
  readonly claimId: string;
  readonly idempotencyKey: string;
};

interface PaymentDrawerProps {
  readonly claim: ClaimShown;
  readonly title: string;
  readonly save: (input: PaymentInput) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Money that moved, in full or in part: when, how much, and the receipt that proves it. */
export function PaymentDrawer({ claim, title, save, onClose }: PaymentDrawerProps) {
  const { t } = useText();
  const dueFen = (claim.decidedFen ?? 0) - claim.paidFen;
  const form = useApiForm<PaymentValues>({
    draftKey: `claim-payment:${claim.id}:${claim.paidFen}`,
    initial: { amountFen: dueFen, paidOn: today() },
    save: async (values, idempotencyKey) =>
      await save({ ...values, claimId: claim.id, idempotencyKey }),
    onSaved: onClose,
    invalidates: staleAfter(claim.id),
    savedText: t('review:pay.done'),
  });
  const required = [{ required: true, message: t('review:required') }];
  return (
    <FormDrawer title={title} form={form} onClose={onClose} submitText={t('review:pay.save')}>
      <p style={{ marginTop: 0 }}>
        {t('review:pay.due')} <Yuan fen={dueFen} unit />
        {claim.paidFen === 0 ? null : (
          <>
            {' · '}
            {t('claim:statement.paid')} <Yuan fen={claim.paidFen} unit />
          </>
        )}
      </p>
      <Form.Item
        name="amountFen"
        label={t('review:pay.amount')}
        extra={t('review:pay.partHint')}
        rules={required}
      >
        <YuanInput />
      </Form.Item>
      <Form.Item name="paidOn" label={t('claim:statement.paidOn')} rules={required}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="receiptNumber" label={t('claim:statement.receipt')} rules={required}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="attachmentId" label={t('review:scan.receipt')}>
        <ScanInput claim={claim} kind="RECEIPT" />
      </Form.Item>
    </FormDrawer>
  );
}
