import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../form/date-inputs.js';
import { FormDrawer } from '../form/form-drawer.js';
import { useApiForm } from '../form/use-api-form.js';
import { YuanInput } from '../form/yuan-input.js';
import { formatDay, formatFen } from '../format.js';
import { today } from '../today.js';
import { Month } from '../values.js';
import { RECORD_PAPER_APPEAL } from './appeal.queries.js';
import { staleAfterAppeal, type AppealableRow } from './appeal.drawers.js';
import { useClaimNames } from './claim-names.js';
import { ScanInput } from './scan-input.js';

const MOST_LETTERS = 1000;

interface Values {
  readonly appealedOn: string;
  readonly reason: string;
  readonly answeredOn: string;
  readonly grantedFen: number;
  readonly answer: string;
  readonly documentNumber?: string;
  readonly attachmentId: string;
}

interface PaperAppealProps {
  readonly claim: { readonly id: string; readonly centerId: string };
  readonly line: AppealableRow;
  readonly onClose: () => void;
}

/** Where the bureau does not sign in: what was appealed on paper and what came back, with the scan. */
export function PaperAppealDrawer({ claim, line, onClose }: PaperAppealProps) {
  const { t, locale } = useText();
  const { programName } = useClaimNames();
  const form = useApiForm<Values>({
    draftKey: `paper-appeal:${line.lineId}`,
    save: async (values, idempotencyKey) =>
      await execute(RECORD_PAPER_APPEAL, {
        input: { ...values, lineId: line.lineId, idempotencyKey },
      }),
    invalidates: staleAfterAppeal(claim.id),
    onSaved: onClose,
    savedText: t('bureau:appeal.paperDone'),
  });
  const rules = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('bureau:appeal.paperTitle')}
      form={form}
      onClose={onClose}
      submitText={t('bureau:appeal.paperDo')}
    >
      <p style={{ marginTop: 0 }}>
        {line.subjectName ?? t('claim:lines.center')} · {programName(line.program)} ·{' '}
        <Month value={line.month} />
        <br />
        {t(`bureau:appeal.ground.${line.ground}`)} {formatFen(line.askedFen)} {t('common:yuan')}
        {line.text ? ` · ${line.text}` : ''}
      </p>
      <p>
        {t('bureau:appeal.paperNote')}{' '}
        {line.untilOn
          ? t('bureau:appeal.until', { day: formatDay(line.untilOn, locale) })
          : t('bureau:appeal.noLimit')}
      </p>
      <Form.Item name="appealedOn" label={t('bureau:appeal.appealedOn')} rules={rules}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="reason" label={t('bureau:appeal.reason')} rules={rules}>
        <Input.TextArea rows={3} maxLength={MOST_LETTERS} showCount />
      </Form.Item>
      <Form.Item name="answeredOn" label={t('bureau:appeal.answeredOn')} rules={rules}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item
        name="grantedFen"
        label={t('bureau:appeal.grant')}
        extra={t('bureau:appeal.grantNote', { most: formatFen(line.askedFen) })}
        rules={rules}
      >
        <YuanInput />
      </Form.Item>
      <Form.Item name="answer" label={t('bureau:appeal.answer')} rules={rules}>
        <Input.TextArea rows={3} maxLength={MOST_LETTERS} showCount />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('claim:statement.document')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="attachmentId" label={t('bureau:appeal.paperScan')} rules={rules}>
        <ScanInput claim={claim} kind="DECISION" />
      </Form.Item>
    </FormDrawer>
  );
}
