import { Alert, Form, Radio } from 'antd';
import { useNavigate } from 'react-router';

import { isApiError } from '../../api/api-error.js';
import { execute } from '../../api/execute.js';
import type { AssessmentKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useSession } from '../../shared/session.js';
import { START } from './assessment.mutations.js';
import { LEVEL_HISTORY } from './level.queries.js';
import { ResidentLine } from './resident-line.js';
import { ResidentSelect } from './resident-select.js';
import { today } from '../../shared/today.js';

interface StartValues {
  readonly residentId: string;
  readonly kind: AssessmentKind;
  readonly assessedOn: string;
}

interface StartDrawerProps {
  readonly centerId: string;
  readonly residentId?: string | undefined;
  readonly correctsId?: string | undefined;
  readonly onClose: () => void;
}

/** The form of this kind that is open already: it is continued, not doubled. */
async function openForm({ residentId, kind }: StartValues): Promise<string | null> {
  const { assessments } = await execute(LEVEL_HISTORY, { residentId });
  const open = assessments.find(
    (one) => one.kind === kind && (one.status === 'DRAFT' || one.status === 'AWAITING_SECOND'),
  );
  return open?.id ?? null;
}

export function StartDrawer({ centerId, residentId, correctsId, onClose }: StartDrawerProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const { organizationKind } = useSession();
  const kind: AssessmentKind = organizationKind === 'BUREAU' ? 'OFFICIAL' : 'INSTITUTION';
  const form = useApiForm<StartValues, string>({
    draftKey: `assessment-start:${centerId}:${residentId ?? ''}`,
    initial: { kind, assessedOn: today(), ...(residentId ? { residentId } : {}) },
    save: async (values, idempotencyKey) => {
      try {
        const input = { ...values, correctsId: correctsId ?? null, idempotencyKey };
        return (await execute(START, { input })).startAssessment.id;
      } catch (error) {
        const open = isApiError(error, 'ASSESSMENT_OPEN') ? await openForm(values) : null;
        if (open === null) {
          throw error;
        }
        return open;
      }
    },
    savedText: null,
    invalidates: [['assessments']],
    onSaved: (id) => {
      onClose();
      void navigate(centerPath(centerId, `assessments/${id}`));
    },
  });
  return (
    <FormDrawer
      title={t('assessment:start.title')}
      onClose={onClose}
      form={form}
      submitText={t('assessment:start.submit')}
    >
      {correctsId ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('assessment:start.corrects')}
        />
      ) : null}
      {residentId === undefined ? null : <ResidentLine residentId={residentId} />}
      <Form.Item
        name="residentId"
        label={t('assessment:start.resident')}
        hidden={residentId !== undefined}
        rules={[{ required: true, message: t('rules:required') }]}
      >
        <ResidentSelect centerId={centerId} />
      </Form.Item>
      <Form.Item
        name="kind"
        label={t('assessment:start.kind')}
        extra={t(`assessment:kindNotes.${kind}`)}
      >
        <Radio.Group options={[{ value: kind, label: t(`assessment:kinds.${kind}`) }]} />
      </Form.Item>
      <Form.Item
        name="assessedOn"
        label={t('assessment:start.assessedOn')}
        rules={[{ required: true, message: t('rules:required') }]}
      >
        <DateInput max={today()} />
      </Form.Item>
    </FormDrawer>
  );
}
