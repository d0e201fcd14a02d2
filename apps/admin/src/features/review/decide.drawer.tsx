import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { staleAfter, type ClaimShown } from '../../shared/claim/claim-of.js';
import { StatementView } from '../../shared/claim/statement-view.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { DECIDE_CLAIM } from './review.queries.js';

interface DecideValues {
  readonly documentNumber?: string;
  readonly note?: string;
}

interface DecideDrawerProps {
  readonly claim: ClaimShown;
  readonly onClose: () => void;
}

/** The verdicts become a decision; before that, the statement of differences to the fen. */
export function DecideDrawer({ claim, onClose }: DecideDrawerProps) {
  const { t } = useText();
  const form = useApiForm<DecideValues>({
    draftKey: `claim-decide:${claim.id}`,
    save: async (values, idempotencyKey) =>
      await execute(DECIDE_CLAIM, {
        input: { ...values, claimId: claim.id, version: claim.version, idempotencyKey },
      }),
    onSaved: onClose,
    invalidates: staleAfter(claim.id),
    savedText: t('review:decide.done'),
  });
  return (
    <FormDrawer
      title={t('review:decide.title')}
      form={form}
      onClose={onClose}
      submitText={t('review:decide.do')}
    >
      <StatementView statement={claim.statement} />
      <p>{t('review:decide.note')}</p>
      <Form.Item name="documentNumber" label={t('claim:statement.document')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={t('review:decide.remark')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
