import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useCenter } from '../../shared/session.js';
import { ASSESSMENT, type AssessmentRecord } from './assessment.queries.js';
import { DISCARD } from './assessment.mutations.js';
import { AssessmentForm } from './assessment-form.js';
import { ReportView } from './report-view.js';
import { StatusOf } from './status-of.js';
import {
  ABILITY_FORM,
  FORM_KEY,
  type AbilityForm,
} from '../../shared/assessment/ability-form.queries.js';

interface OneProps {
  readonly record: AssessmentRecord;
  readonly form: AbilityForm;
  readonly onReload: () => void;
}

function Discard({ record }: Pick<OneProps, 'record'>) {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('assessment:form.discard')}
      </Button>
      <ConfirmReason
        open={isOpen}
        danger
        title={t('assessment:form.discard')}
        note={t('assessment:form.discardNote')}
        okText={t('assessment:form.discardOk')}
        onConfirm={async (reason) => {
          const latest = await execute(ASSESSMENT, { id: record.id });
          const { id, version } = latest.assessment;
          await execute(DISCARD, { input: { id, version, reason } });
          await client.invalidateQueries({ queryKey: ['assessments'] });
          void navigate(centerPath(record.centerId, 'assessments'));
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

function OpenForm({ record, form, onReload }: OneProps) {
  const { t } = useText();
  return (
    <>
      <PageHeader
        title={record.resident.name}
        backTo={centerPath(record.centerId, 'assessments?tab=OPEN')}
        tags={<StatusOf status={record.status} />}
        note={`${record.number} · ${t(`assessment:kinds.${record.kind}`)} · ${form.edition}`}
        actions={<Discard record={record} />}
      />
      <AssessmentForm key={record.version} record={record} form={form} onReload={onReload} />
    </>
  );
}

/** One assessment: the form while it is filled, the report from the first signature on. */
export function AssessmentPage() {
  const { assessmentId = '' } = useParams();
  useCenter();
  const can = useCan();
  const form = useQuery({
    queryKey: FORM_KEY,
    queryFn: async () => (await execute(ABILITY_FORM, {})).abilityForm,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // The open form is not read again behind the person's back: what is typed is ahead of the server.
  const record = useQuery({
    queryKey: ['assessment', assessmentId],
    queryFn: async () => (await execute(ASSESSMENT, { id: assessmentId })).assessment,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchOnMount: 'always',
    gcTime: 0,
  });
  return (
    <QueryView query={form}>
      {(paper) => (
        <QueryView query={record}>
          {(one) =>
            one.status === 'DRAFT' && can('assessment.write') ? (
              <OpenForm record={one} form={paper} onReload={() => void record.refetch()} />
            ) : (
              <ReportView record={one} form={paper} />
            )
          }
        </QueryView>
      )}
    </QueryView>
  );
}
