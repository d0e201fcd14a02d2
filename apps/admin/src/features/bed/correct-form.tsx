import { Form, Radio } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { CORRECT_STAY } from './end.queries.js';
import { DayField, ReasonField } from './fields.js';
import { savedStay, TOUCHED } from './outcome.js';
import { PresentStay } from './present-stay.js';
import type { StayView } from './use-stay.js';

interface CorrectValues {
  fromOn: string;
  untilOn?: string;
  expectedUntilOn?: string;
  reason: string;
}

const valuesOf = (stay: StayView) => ({
  fromOn: stay.fromOn,
  ...(stay.untilOn ? { untilOn: stay.untilOn } : {}),
  ...(stay.expectedUntilOn ? { expectedUntilOn: stay.expectedUntilOn } : {}),
});

export function CorrectStayForm(props: { readonly stay: StayView; readonly onClose: () => void }) {
  const { stay, onClose } = props;
  const { t } = useText();
  const form = useApiForm<CorrectValues, unknown>({
    draftKey: `correct-stay:${stay.id}:${stay.version}`,
    initial: valuesOf(stay),
    save: async (values) => {
      const expected = { expectedUntilOn: values.expectedUntilOn ?? null };
      const input = { ...values, ...expected, stayId: stay.id, version: stay.version };
      return savedStay((await execute(CORRECT_STAY, { input })).correctStay, t('bed:noEnd'));
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  const isPlan = stay.status === 'RESERVED';
  return (
    <FormDrawer title={t('bed:deed.correct')} form={form} onClose={onClose}>
      <PresentStay stay={stay} />
      <DayField name="fromOn" label={t('bed:form.fromOn')} isPlan={isPlan} />
      {stay.status === 'ACTIVE' ? (
        <DayField name="expectedUntilOn" label={t('bed:form.expectedUntilOn')} isPlan isOptional />
      ) : (
        <DayField
          name="untilOn"
          label={t('bed:form.untilOn')}
          isPlan={isPlan}
          isOptional={isPlan}
        />
      )}
      <ReasonField label={t('bed:form.correctReason')} isRequired />
    </FormDrawer>
  );
}

export function EndKindField() {
  const { t } = useText();
  return (
    <Form.Item name="endKind" label={t('bed:form.endKind')} initialValue="DISCHARGE">
      <Radio.Group
        options={[
          { value: 'DISCHARGE', label: t('bed:endKind.DISCHARGE') },
          { value: 'DEATH', label: t('bed:endKind.DEATH') },
        ]}
      />
    </Form.Item>
  );
}
