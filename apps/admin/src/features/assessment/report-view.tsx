import { PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { Attachments } from '../../shared/files/attachments.js';
import { formatMoment } from '../../shared/format.js';
import { Guard } from '../../shared/guard.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { useCan } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { AcceptDrawer } from './accept-drawer.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { ExternalDrawer } from './external-drawer.js';
import { ExternalSheet } from './external-sheet.js';

import { RejectButton } from './reject-button.js';
import { ReportSheet } from './report-sheet.js';
import { SecondSignature } from './second-signature.js';
import { StartDrawer } from './start-drawer.js';
import { StatusOf } from './status-of.js';
import type { AbilityForm } from '../../shared/assessment/ability-form.queries.js';
import { useHistoryWords } from '../../shared/assessment/history-words.js';

interface ReportViewProps {
  readonly record: AssessmentRecord;
  readonly form: AbilityForm;
}

type Open = (name: 'accept' | 'correct') => void;

function Actions({ record, onOpen }: { readonly record: AssessmentRecord; onOpen: Open }) {
  const { t } = useText();
  const isDecided = record.status === 'ACCEPTED' || record.status === 'REJECTED';
  return (
    <>
      {record.origin === 'FORM' ? (
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('assessment:report.print')}
        </Button>
      ) : null}
      {isDecided ? (
        <Guard permission="assessment.write">
          <Button onClick={() => onOpen('correct')}>
            {record.origin === 'FORM'
              ? t('assessment:report.correct')
              : t('assessment:report.correctExternal')}
          </Button>
        </Guard>
      ) : null}
      {record.status === 'SIGNED' ? (
        <Guard permission="level.accept">
          <RejectButton record={record} />
          <Button type="primary" onClick={() => onOpen('accept')}>
            {t('assessment:accept.open')}
          </Button>
        </Guard>
      ) : null}
    </>
  );
}

/** Who decided, when and why; and whether that person had assessed as well. */
function Decision({ record }: { readonly record: AssessmentRecord }) {
  const { t, locale } = useText();
  const { decision, decisionReason } = record;
  if (!decision) {
    return null;
  }
  const isAssessor = [record.assessor1?.userId, record.assessor2?.userId].includes(decision.userId);
  const what =
    record.status === 'ACCEPTED'
      ? t('assessment:report.accepted')
      : t('assessment:report.rejected');
  return (
    <Alert
      className="yb-no-print"
      style={{ marginBottom: 16 }}
      type={record.status === 'ACCEPTED' ? 'success' : 'warning'}
      showIcon
      title={t('assessment:report.decided', {
        name: decision.name,
        date: formatMoment(decision.at, locale),
        what,
      })}
      description={
        <>
          {decisionReason ? (
            <div>{t('assessment:report.why', { reason: decisionReason })}</div>
          ) : null}
          {isAssessor ? <div>{t('assessment:report.acceptedByAssessor')}</div> : null}
        </>
      }
    />
  );
}

function Corrected({ record }: { readonly record: AssessmentRecord }) {
  const { t } = useText();
  return record.correctsId ? (
    <Alert
      className="yb-no-print"
      style={{ marginBottom: 16 }}
      type="info"
      showIcon
      title={t('assessment:report.correctsNote')}
      action={
        <Link to={centerPath(record.centerId, `assessments/${record.correctsId}`)}>
          {t('assessment:report.openCorrected')}
        </Link>
      }
    />
  ) : null;
}

function Beside({ record, form }: ReportViewProps) {
  const { t } = useText();
  const words = useHistoryWords(form);
  const can = useCan();
  return (
    <div className="yb-no-print" style={{ marginTop: 16 }}>
      <Panel title={t('assessment:report.attachments')}>
        <Attachments
          centerId={record.centerId}
          entity="assessment"
          entityId={record.id}
          canWrite={can('assessment.write')}
          kinds={(['REPORT', 'PHOTO', 'OTHER'] as const).map((value) => ({
            value,
            label: t(`assessment:report.attachmentKinds.${value}`),
          }))}
        />
      </Panel>
      <Panel title={t('assessment:report.history')}>
        <HistoryPanel entity="assessment" entityId={record.id} words={words} />
      </Panel>
    </div>
  );
}

/** From the first signature on: the report as it prints, with what may still be done to it. */
export function ReportView({ record, form }: ReportViewProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [panel, open] = useUrlValue('open');
  const Correct = record.origin === 'FORM' ? StartDrawer : ExternalDrawer;
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['assessment'] });
    await client.invalidateQueries({ queryKey: ['assessments'] });
    await client.invalidateQueries({ queryKey: ['history'] });
  };
  return (
    <div className="as-report-page">
      <div className="yb-no-print">
        <PageHeader
          title={record.resident.name}
          backTo={centerPath(record.centerId, 'assessments')}
          tags={<StatusOf status={record.status} />}
          note={`${record.number} · ${t(`assessment:kinds.${record.kind}`)}`}
          actions={<Actions record={record} onOpen={open} />}
        />
      </div>
      <Decision record={record} />
      <Corrected record={record} />
      {record.status === 'AWAITING_SECOND' ? (
        <SecondSignature record={record} onDone={refresh} />
      ) : null}
      {record.origin === 'FORM' ? (
        <ReportSheet record={record} form={form} />
      ) : (
        <ExternalSheet record={record} />
      )}
      <Beside record={record} form={form} />
      {panel === 'accept' && record.status === 'SIGNED' ? (
        <AcceptDrawer record={record} onDone={refresh} onClose={() => open(null)} />
      ) : null}
      {panel === 'correct' ? (
        <Correct
          centerId={record.centerId}
          residentId={record.resident.id}
          correctsId={record.id}
          onClose={() => open(null)}
        />
      ) : null}
    </div>
  );
}
