import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { staleAfter, type ClaimShown } from '../../shared/claim/claim-of.js';
import { CLAIM_APPEALS } from '../../shared/claim/appeal.queries.js';
import { ScanInput } from '../../shared/claim/scan-input.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { today } from '../../shared/today.js';
import { heldAnswered, PaperHeld, type HeldAnswer } from './paper-held.js';
import { Month, Yuan } from '../../shared/values.js';
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
      <Granted claimId={claim.id} />
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

const MOST = 100;

/** What was granted on appeal and comes with this decision by itself. */
function Granted({ claimId }: { readonly claimId: string }) {
  const { t } = useText();
  const { programName } = useClaimNames();
  const { data } = useQuery({
    queryKey: ['claim', claimId, 'appeals', 'upheld'],
    queryFn: async () =>
      (await execute(CLAIM_APPEALS, { claimId, state: 'UPHELD', page: 1, pageSize: MOST }))
        .claimAppeals.items,
  });
  return data && data.length > 0 ? (
    <>
      <h3 style={{ fontSize: 'inherit', marginBottom: 4 }}>{t('review:paper.granted')}</h3>
      <ul style={{ marginTop: 0, paddingInlineStart: 20 }}>
        {data.map((appeal) => (
          <li key={appeal.id}>
            {appeal.subjectName ?? t('claim:lines.center')} · {programName(appeal.program)} ·{' '}
            <Month value={appeal.month} /> · <Yuan fen={appeal.grantedFen} unit />
          </li>
        ))}
      </ul>
    </>
  ) : null;
}
