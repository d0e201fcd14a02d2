import { Alert, Form, Input, Select } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { staleAfter, type ClaimShown } from '../../shared/claim/claim-of.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { RETURN_CLAIM } from './review.queries.js';

interface ReturnValues {
  readonly code: string;
  readonly text: string;
}

interface ReturnDrawerProps {
  readonly claim: ClaimShown;
  readonly onClose: () => void;
}

/** The whole paper goes back: nothing of it counts, and the operator prepares its next revision. */
export function ReturnDrawer({ claim, onClose }: ReturnDrawerProps) {
  const { t } = useText();
  const { options } = useReasons();
  const form = useApiForm<ReturnValues>({
    draftKey: `claim-return:${claim.id}`,
    save: async (values) =>
      await execute(RETURN_CLAIM, { input: { ...values, claimId: claim.id } }),
    onSaved: onClose,
    invalidates: staleAfter(claim.id),
    savedText: t('review:done'),
  });
  const required = { required: true, message: t('review:required') };
  return (
    <FormDrawer
      title={t('review:ask.return.title')}
      form={form}
      onClose={onClose}
      submitText={t('review:ask.return.ok')}
    >
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 16 }}
        title={t('review:ask.return.text')}
      />
      <Form.Item name="code" label={t('review:reasonLabel')} rules={[required]}>
        <Select options={options} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('review:dialog.text')}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input.TextArea rows={5} maxLength={500} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
