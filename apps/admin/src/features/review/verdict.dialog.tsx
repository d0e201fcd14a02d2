import { Form, Input, Modal, Select } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { staleAfter } from '../../shared/claim/claim-of.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { ApiFormView } from '../../shared/form/api-form-view.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { Month, Yuan } from '../../shared/values.js';
import { CutFields } from './cut-fields.js';
import { GIVE_VERDICT } from './review.queries.js';
import type { ReviewLine } from './use-review-lines.js';
import type { Taking } from './use-verdict.js';
import { today } from '../../shared/today.js';

const MAX_TEXT = 500;

interface VerdictValues {
  readonly code: string;
  readonly text?: string;
  readonly heldUntil?: string;
  readonly cutFen?: number;
  readonly recognizedQuantity?: number;
  readonly clause?: string;
  readonly way?: 'AMOUNT' | 'QUANTITY';
}

interface VerdictDialogProps {
  readonly claimId: string;
  readonly line: ReviewLine;
  readonly verdict: Taking;
  readonly onGiven: () => void;
  readonly onClose: () => void;
}

/** A verdict that takes something away says why, in a code that can be counted and in words. */
export function VerdictDialog({ claimId, line, verdict, onGiven, onClose }: VerdictDialogProps) {
  const { t } = useText();
  const { options } = useReasons();
  const form = useApiForm<VerdictValues>({
    draftKey: `verdict:${line.id}:${verdict}`,
    save: async ({ way: _way, ...values }) =>
      await execute(GIVE_VERDICT, { input: { ...values, claimId, lineIds: [line.id], verdict } }),
    onSaved: () => {
      onClose();
      onGiven();
    },
    invalidates: staleAfter(claimId),
    savedText: null,
  });
  const required = { required: true, message: t('review:required') };
  return (
    <Modal
      open
      title={t(`review:dialog.${verdict}`)}
      okText={t(`review:verdict.${verdict}`)}
      confirmLoading={form.isPending}
      onOk={form.submit}
      onCancel={() => {
        form.discard();
        onClose();
      }}
    >
      <p style={{ marginTop: 0 }}>
        {line.subjectName ?? t('claim:lines.center')} · <Month value={line.month} /> ·{' '}
        <Yuan fen={line.amountFen} unit />
      </p>
      <p className="yb-soft">{t(`review:dialog.note.${verdict}`)}</p>
      <ApiFormView form={form}>
        <Form.Item name="code" label={t('review:reasonLabel')} rules={[required]}>
          <Select options={options} autoFocus />
        </Form.Item>
        {verdict === 'CUT' ? <CutFields line={line} /> : null}
        {verdict === 'HELD' ? (
          <Form.Item name="heldUntil" label={t('review:dialog.heldUntil')} rules={[required]}>
            <DateInput min={today()} />
          </Form.Item>
        ) : null}
        <Form.Item
          name="text"
          label={t('review:dialog.text')}
          rules={verdict !== 'HELD' ? [{ ...required, whitespace: true }] : []}
        >
          <Input.TextArea rows={3} maxLength={MAX_TEXT} showCount />
        </Form.Item>
      </ApiFormView>
    </Modal>
  );
}
