import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type { PaperVerdictInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { AwardAnswer } from '../../shared/claim/award-answer.js';
import { AWARD } from '../../shared/claim/award.queries.js';
import { awardKey } from '../../shared/claim/award-tab.js';
import { staleAfter, type ClaimShown } from '../../shared/claim/claim-of.js';
import { ScanInput } from '../../shared/claim/scan-input.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { heldAnswered, PaperHeld, type HeldAnswer } from './paper-held.js';
import { PaperExceptions } from './paper-exceptions.js';
import { RECORD_PAPER_DECISION } from './paper.queries.js';
import { today } from '../../shared/today.js';

interface DecisionValues {
  readonly decidedOn: string;
  readonly attachmentId: string;
  readonly documentNumber?: string;
  readonly note?: string;
  readonly exceptions?: readonly PaperVerdictInput[];
  readonly held?: Readonly<Record<string, HeldAnswer>>;
  readonly award?: { readonly option?: string; readonly amountFen?: number };
}

interface PaperDecisionDrawerProps {
  readonly claim: ClaimShown;
  readonly onClose: () => void;
}

/** What the rules of an award leave to the bureau, until its document answers it. */
function useAwardQuestion(claim: ClaimShown) {
  const { data } = useQuery({
    queryKey: awardKey(claim.id),
    queryFn: async () => (await execute(AWARD, { claimId: claim.id })).awardApplication,
    enabled: claim.kind === 'AWARD',
  });
  return data?.question ?? null;
}

/** What the bureau decided on paper, with the scan as its proof; what is not named was accepted. */
export function PaperDecisionDrawer({ claim, onClose }: PaperDecisionDrawerProps) {
  const { t } = useText();
  const question = useAwardQuestion(claim);
  const form = useApiForm<DecisionValues>({
    draftKey: `paper-decision:${claim.id}`,
    save: async ({ exceptions, held, award, ...values }, idempotencyKey) =>
      await execute(RECORD_PAPER_DECISION, {
        input: {
          ...values,
          exceptions: [...(exceptions ?? [])],
          released: heldAnswered(held, 'release'),
          refused: heldAnswered(held, 'refuse'),
          award: question ? (award ?? null) : null,
          claimId: claim.id,
          version: claim.version,
          idempotencyKey,
        },
      }),
    onSaved: onClose,
    invalidates: [awardKey(claim.id), ...staleAfter(claim.id)],
    savedText: t('review:paper.decideDone'),
  });
  const required = [{ required: true, message: t('review:required') }];
  return (
    <FormDrawer
      title={t('review:paper.decideTitle')}
      form={form}
      onClose={onClose}
      submitText={t('review:paper.decide')}
    >
      <p style={{ marginTop: 0 }}>{t('review:paper.decideNote')}</p>
      <Form.Item name="decidedOn" label={t('claim:statement.decidedOn')} rules={required}>
        <DateInput max={today()} />
      </Form.Item>
      {question ? <AwardAnswer question={question} within={['award']} /> : null}
      <Form.Item
        name="documentNumber"
        label={t('claim:statement.document')}
        rules={question ? required : []}
      >
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="attachmentId" label={t('review:scan.decision')} rules={required}>
        <ScanInput claim={claim} kind="DECISION" />
      </Form.Item>
      <PaperExceptions claimId={claim.id} />
      <PaperHeld centerId={claim.centerId} />
      <Form.Item name="note" label={t('review:decide.remark')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
