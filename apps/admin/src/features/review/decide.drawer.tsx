import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type { DecideClaimInput, DecideSupplementInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { staleAfter, type ClaimShown } from '../../shared/claim/claim-of.js';
import { HeldPanel } from '../../shared/claim/held-panel.js';
import { StatementView } from '../../shared/claim/statement-view.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { DECIDE_CLAIM, DECIDE_SUPPLEMENT } from './review.queries.js';

interface DecideValues {
  readonly documentNumber?: string;
  readonly note?: string;
}

const DEEDS = {
  decide: async (input: DecideClaimInput) => await execute(DECIDE_CLAIM, { input }),
  supplement: async (input: DecideSupplementInput) => await execute(DECIDE_SUPPLEMENT, { input }),
} as const;

interface DecideDrawerProps {
  /** A supplement decides what the decision held, where no next claim will carry it. */
  readonly deed: keyof typeof DEEDS;
  readonly claim: ClaimShown;
  readonly onClose: () => void;
}

/** The verdicts become a decision; before that, the statement of differences to the fen. */
export function DecideDrawer({ deed, claim, onClose }: DecideDrawerProps) {
  const { t } = useText();
  const form = useApiForm<DecideValues>({
    draftKey: `claim-${deed}:${claim.id}`,
    save: async (values, idempotencyKey): Promise<unknown> =>
      await DEEDS[deed]({ ...values, claimId: claim.id, version: claim.version, idempotencyKey }),
    onSaved: onClose,
    invalidates: staleAfter(claim.id),
    savedText: t(`review:${deed}.done`),
  });
  return (
    <FormDrawer
      title={t(`review:${deed}.title`)}
      form={form}
      onClose={onClose}
      submitText={t(`review:${deed}.do`)}
    >
      <StatementView statement={claim.statement} />
      {deed === 'supplement' ? <HeldPanel claimId={claim.id} /> : null}
      <p>{t(`review:${deed}.note`)}</p>
      <Form.Item name="documentNumber" label={t('claim:statement.document')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={t('review:decide.remark')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
