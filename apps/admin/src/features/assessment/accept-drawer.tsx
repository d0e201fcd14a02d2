import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type { LevelProposalQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ATTACHMENTS } from '../../shared/files/attachments.queries.js';
import { formatDay } from '../../shared/format.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { QueryView } from '../../shared/query-view.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { ACCEPT } from './assessment.mutations.js';
import { PROPOSAL } from './level.queries.js';
import { ValidityFields } from './validity-fields.js';
import { lastDayOf, untilAfter, useLevelText } from './words.js';

interface AcceptValues {
  readonly from: string;
  /** Last day, as people read it. */
  readonly until?: string | null;
  readonly isOpenEnded?: boolean;
  readonly reason?: string;
}

type Proposal = LevelProposalQuery['levelProposal'];

interface AcceptDrawerProps {
  readonly record: AssessmentRecord;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** What the chosen dates would do to other levels of this person. */
function Effects({ proposal, until }: { proposal: Proposal; until: string | null }) {
  const { t, locale } = useText();
  const levelText = useLevelText();
  const lines = proposal.displaced.map(({ period, endsOn }) => {
    const params = {
      level: levelText(period.level, period.levelName),
      from: formatDay(period.from, locale),
      day: formatDay(lastDayOf(endsOn) ?? '', locale),
    };
    return {
      key: period.id,
      text: endsOn
        ? t('assessment:accept.endsEarlier', params)
        : t('assessment:accept.replaces', params),
    };
  });
  const isShortened = proposal.placedUntil && (until === null || proposal.placedUntil < until);
  if (isShortened) {
    const day = formatDay(lastDayOf(proposal.placedUntil) ?? '', locale);
    lines.push({ key: 'shortened', text: t('assessment:accept.shortened', { day }) });
  }
  return (
    <Alert
      type={lines.length > 0 ? 'warning' : 'info'}
      showIcon
      style={{ marginBottom: 16 }}
      title={t('assessment:accept.effects')}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {lines.length === 0 ? <li>{t('assessment:accept.nothingElse')}</li> : null}
          {lines.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      }
    />
  );
}

/** A result from elsewhere without its paper: it may be accepted, but somebody will ask for it. */
function PaperMissing({ record }: { readonly record: AssessmentRecord }) {
  const { t } = useText();
  const files = useQuery({
    queryKey: ['attachments', 'assessment', record.id],
    queryFn: async () =>
      (await execute(ATTACHMENTS, { entity: 'assessment', entityId: record.id })).attachments,
    enabled: record.origin === 'EXTERNAL',
  });
  return files.data?.length === 0 ? (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('assessment:accept.noAttachment')}
    />
  ) : null;
}

function useHint(record: AssessmentRecord, start: Proposal): string {
  const { t } = useText();
  if (record.validUntil) {
    return t('assessment:accept.untilHintPaper');
  }
  return start.validMonths === null || start.validMonths === undefined
    ? t('assessment:accept.untilHintNone')
    : t('assessment:accept.untilHintCounty', { count: start.validMonths });
}

function useAcceptForm({ record, onDone, onClose }: AcceptDrawerProps, start: Proposal) {
  const { t } = useText();
  return useApiForm<AcceptValues>({
    draftKey: `assessment-accept:${record.id}`,
    initial: { from: start.from, until: lastDayOf(start.until), isOpenEnded: false },
    save: async ({ from, until, isOpenEnded, reason }, idempotencyKey) => {
      const isWithoutEnd = isOpenEnded === true;
      const input = {
        assessmentId: record.id,
        version: record.version,
        from,
        until: isWithoutEnd ? null : untilAfter(until),
        isOpenEnded: isWithoutEnd,
        reason: reason ?? null,
        idempotencyKey,
      };
      return await execute(ACCEPT, { input });
    },
    savedText: t('assessment:accept.done'),
    onSaved: () => {
      onClose();
      void onDone();
    },
  });
}

function AcceptForm(props: AcceptDrawerProps & { readonly start: Proposal }) {
  const { record, onClose, start } = props;
  const { t } = useText();
  const levelText = useLevelText();
  const form = useAcceptForm(props, start);
  const from = Form.useWatch('from', form.form) ?? start.from;
  const isOpenEnded = Form.useWatch('isOpenEnded', form.form) === true;
  const chosen = Form.useWatch('until', form.form);
  const until = isOpenEnded ? null : untilAfter(chosen);
  const proposal = useQuery({
    queryKey: ['assessment', record.id, 'proposal', from, until],
    queryFn: async () =>
      (await execute(PROPOSAL, { assessmentId: record.id, from, until })).levelProposal,
    placeholderData: keepPreviousData,
  });
  const shown = proposal.data ?? start;
  return (
    <FormDrawer
      title={t('assessment:accept.title')}
      onClose={onClose}
      form={form}
      submitText={t('assessment:accept.submit')}
    >
      <PaperMissing record={record} />
      <p>
        {t('assessment:accept.proposes')}{' '}
        <strong style={{ fontSize: 18 }}>
          {levelText(record.proposedLevel ?? 0, record.proposedLevelName)}
        </strong>
      </p>
      <ValidityFields isOpenEnded={isOpenEnded} from={from} hint={useHint(record, start)} />
      <Effects proposal={shown} until={until} />
      <Form.Item
        name="reason"
        label={t('assessment:accept.reason')}
        rules={[
          {
            required: shown.needsReason,
            whitespace: true,
            message: t('errors:REASON_REQUIRED'),
          },
        ]}
        extra={shown.needsReason ? t('assessment:accept.reasonNeeded') : undefined}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

/** A result becomes a level: from when, until when, and what that does to the others. */
export function AcceptDrawer(props: AcceptDrawerProps) {
  const { record } = props;
  const start = useQuery({
    queryKey: ['assessment', record.id, 'proposal'],
    queryFn: async () => (await execute(PROPOSAL, { assessmentId: record.id })).levelProposal,
  });
  return <QueryView query={start}>{(data) => <AcceptForm {...props} start={data} />}</QueryView>;
}
