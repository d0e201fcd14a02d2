import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { staleAfter, type ClaimShown } from '../../shared/claim/claim-of.js';
import { HeldPanel } from '../../shared/claim/held-panel.js';
import { ScanInput } from '../../shared/claim/scan-input.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { today } from '../../shared/today.js';
import { heldAnswered, PaperHeld, type HeldAnswer } from './paper-held.js';
import { RECORD_PAPER_SUPPLEMENT } from './paper.queries.js';

interface Values {
  readonly decidedOn: string;
  readonly attachmentId: string;
  readonly documentNumber?: string;
  readonly note?: string;
  readonly held?: Readonly<Record<string, HeldAnswer>>;
}

interface PaperSupplementProps {
  readonly claim: ClaimShown;
  readonly onClose: () => void;
}

/** What a paper granted after the decision, where no next claim of the operator will carry it. */
export function PaperSupplementDrawer({ claim, onClose }: PaperSupplementProps) {
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `paper-supplement:${claim.id}`,
    save: async ({ held, ...values }, idempotencyKey) =>
      await execute(RECORD_PAPER_SUPPLEMENT, {
        input: {
          ...values,
          released: heldAnswered(held, 'release'),
          refused: heldAnswered(held, 'refuse'),
          claimId: claim.id,
          version: claim.version,
          idempotencyKey,
        },
      }),
    onSaved: onClose,
    invalidates: [...staleAfter(claim.id), ['held']],
    savedText: t('review:paper.supplementDone'),
  });
  const required = [{ required: true, message: t('review:required') }];
  return (
    <FormDrawer
      title={t('review:paper.supplementTitle')}
      form={form}
      onClose={onClose}
      submitText={t('review:paper.supplement')}
    >
      <p style={{ marginTop: 0 }}>{t('review:paper.supplementNote')}</p>
      <HeldPanel claimId={claim.id} />
      <Form.Item name="decidedOn" label={t('claim:statement.decidedOn')} rules={required}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('claim:statement.document')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="attachmentId" label={t('review:scan.decision')} rules={required}>
        <ScanInput claim={claim} kind="DECISION" />
      </Form.Item>
      <PaperHeld centerId={claim.centerId} claimId={claim.id} />
      <Form.Item name="note" label={t('review:decide.remark')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
