import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type { AppealableLinesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Attachments } from '../files/attachments.js';
import { FormDrawer } from '../form/form-drawer.js';
import { useApiForm } from '../form/use-api-form.js';
import { YuanInput } from '../form/yuan-input.js';
import { formatDay, formatFen } from '../format.js';
import { Month } from '../values.js';
import type { AppealRow } from './appeal-state.js';
import { ANSWER_APPEAL, APPEAL_LINE } from './appeal.queries.js';
import { useClaimNames } from './claim-names.js';
import { staleAfter } from './claim-of.js';

export type AppealableRow = AppealableLinesQuery['appealableLines'][number];

const MOST_LETTERS = 1000;

export const staleAfterAppeal = (claimId: string): readonly (readonly string[])[] => [
  ...staleAfter(claimId),
  ['appeals'],
];

interface AppealProps {
  readonly claimId: string;
  readonly line: AppealableRow;
  readonly onClose: () => void;
}

/** The operator says why; papers are added to the appeal afterwards, as long as nobody has answered. */
export function AppealDrawer({ claimId, line, onClose }: AppealProps) {
  const { t, locale } = useText();
  const { programName } = useClaimNames();
  const form = useApiForm<{ reason: string }>({
    draftKey: `appeal:${line.lineId}`,
    save: async ({ reason }, idempotencyKey) =>
      await execute(APPEAL_LINE, { input: { lineId: line.lineId, reason, idempotencyKey } }),
    invalidates: staleAfterAppeal(claimId),
    onSaved: onClose,
    savedText: t('bureau:appeal.made'),
  });
  return (
    <FormDrawer
      title={t('bureau:appeal.make')}
      form={form}
      onClose={onClose}
      submitText={t('bureau:appeal.do')}
    >
      <p style={{ marginTop: 0 }}>
        {line.subjectName ?? t('claim:lines.center')} · {programName(line.program)} ·{' '}
        <Month value={line.month} />
        <br />
        {t(`bureau:appeal.ground.${line.ground}`)} {formatFen(line.askedFen)} {t('common:yuan')}
        {line.text ? ` · ${line.text}` : ''}
      </p>
      <p>
        {line.untilOn
          ? t('bureau:appeal.until', { day: formatDay(line.untilOn, locale) })
          : t('bureau:appeal.noLimit')}{' '}
        {t('bureau:appeal.makeNote')}
      </p>
      <Form.Item
        name="reason"
        label={t('bureau:appeal.reason')}
        rules={[{ required: true, message: t('rules:required') }]}
      >
        <Input.TextArea rows={5} maxLength={MOST_LETTERS} showCount />
      </Form.Item>
    </FormDrawer>
  );
}

interface AnswerProps {
  readonly appeal: AppealRow;
  readonly onClose: () => void;
}

/** The bureau's answer: an amount out of what was asked, or nothing, and why. */
export function AnswerDrawer({ appeal, onClose }: AnswerProps) {
  const { t } = useText();
  const { programName } = useClaimNames();
  const form = useApiForm<{ grantedFen: number; answer: string }>({
    draftKey: `appeal-answer:${appeal.id}`,
    initial: { grantedFen: appeal.askedFen },
    save: async ({ grantedFen, answer }, idempotencyKey) =>
      await execute(ANSWER_APPEAL, {
        input: { appealId: appeal.id, grantedFen, answer, idempotencyKey },
      }),
    invalidates: staleAfterAppeal(appeal.claimId),
    onSaved: onClose,
    savedText: t('bureau:appeal.answered'),
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={t('bureau:appeal.answerTitle')}
      form={form}
      onClose={onClose}
      submitText={t('bureau:appeal.answerDo')}
    >
      <p style={{ marginTop: 0 }}>
        {appeal.centerName} · {appeal.subjectName ?? t('claim:lines.center')} ·{' '}
        {programName(appeal.program)} · <Month value={appeal.month} />
        <br />
        {t(`bureau:appeal.ground.${appeal.ground}`)} {formatFen(appeal.askedFen)} {t('common:yuan')}
        {appeal.text ? ` · ${appeal.text}` : ''}
      </p>
      <p>
        <strong>{t('bureau:appeal.reason')}</strong> {appeal.reason}
      </p>
      <AppealPapers appeal={appeal} />
      <Form.Item
        name="grantedFen"
        label={t('bureau:appeal.grant')}
        extra={t('bureau:appeal.grantNote', { most: formatFen(appeal.askedFen) })}
        rules={[required]}
      >
        <YuanInput />
      </Form.Item>
      <Form.Item name="answer" label={t('bureau:appeal.answer')} rules={[required]}>
        <Input.TextArea rows={4} maxLength={MOST_LETTERS} showCount />
      </Form.Item>
    </FormDrawer>
  );
}

export function AppealPapers({ appeal }: { readonly appeal: AppealRow }) {
  const { t } = useText();
  return (
    <Attachments
      centerId={appeal.centerId}
      entity="claimAppeal"
      entityId={appeal.id}
      kinds={[{ value: 'OTHER', label: t('bureau:appeal.paper') }]}
      canWrite={appeal.canAddPapers}
    />
  );
}
