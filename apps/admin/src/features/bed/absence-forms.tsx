import { Form, Input, Radio } from 'antd';

import { execute } from '../../api/execute.js';
import type { AbsenceKind, ResidentStaysQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { CORRECT_ABSENCE, END_ABSENCE, START_ABSENCE } from './deed.queries.js';
import { DayField, ReasonField } from './fields.js';
import { TOUCHED } from './outcome.js';
import { PresentStay } from './present-stay.js';
import type { StayView } from './use-stay.js';
import { today } from '../../shared/today.js';

export type AbsenceView = ResidentStaysQuery['residentStays']['absences'][number];

interface StayFormProps {
  readonly stay: StayView;
  readonly onClose: () => void;
}

interface AbsenceValues {
  kind: AbsenceKind;
  fromOn: string;
  plannedUntilOn?: string;
  untilOn?: string;
  note?: string;
  bedHeld: boolean;
  reason?: string;
}

const NOTE_MAX = 200;

function AbsenceFields({ fromOn, min }: { fromOn: string | undefined; min?: string | undefined }) {
  const { t } = useText();
  return (
    <>
      <Form.Item name="kind" label={t('bed:form.kind')} rules={[{ required: true }]}>
        <Radio.Group
          optionType="button"
          options={(['HOME_LEAVE', 'HOSPITAL'] as const).map((value) => ({
            value,
            label: t(`bed:absenceKind.${value}`),
          }))}
        />
      </Form.Item>
      <DayField name="fromOn" label={t('bed:form.leaveFrom')} min={min} />
      <DayField
        name="plannedUntilOn"
        label={t('bed:form.plannedUntilOn')}
        min={fromOn}
        isPlan
        isOptional
      />
      <DayField name="untilOn" label={t('bed:form.untilIfBack')} min={fromOn} isOptional />
      <Form.Item name="note" label={t('bed:form.hospitalNote')}>
        <Input maxLength={NOTE_MAX} />
      </Form.Item>
      <Form.Item name="bedHeld" label={t('bed:form.bedHeld')} extra={t('bed:form.bedHeldNote')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: true, label: t('common:yes') },
            { value: false, label: t('common:no') },
          ]}
        />
      </Form.Item>
    </>
  );
}

export function LeaveForm({ stay, onClose }: StayFormProps) {
  const { t } = useText();
  const form = useApiForm<AbsenceValues, unknown>({
    draftKey: `leave:${stay.id}`,
    initial: { kind: 'HOME_LEAVE', fromOn: today(), bedHeld: true },
    save: async (values, idempotencyKey) =>
      await execute(START_ABSENCE, { input: { ...values, stayId: stay.id, idempotencyKey } }),
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  const fromOn = Form.useWatch('fromOn', form.form) as string | undefined;
  return (
    <FormDrawer title={t('bed:deed.leave')} form={form} onClose={onClose}>
      <PresentStay stay={stay} />
      <AbsenceFields fromOn={fromOn ?? undefined} />
      <ReasonField label={t('bed:form.lateReason')} />
    </FormDrawer>
  );
}

export function ReturnForm({ stay, onClose }: StayFormProps) {
  const { t } = useText();
  const { absence } = stay;
  const form = useApiForm<{ on: string; reason?: string }, unknown>({
    draftKey: `return:${absence?.id ?? ''}`,
    initial: { on: today() },
    save: async (values) => {
      const input = { ...values, absenceId: absence?.id ?? '', version: absence?.version ?? 0 };
      return await execute(END_ABSENCE, { input });
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  return (
    <FormDrawer
      title={t('bed:deed.return')}
      form={form}
      submitText={t('bed:deed.return')}
      onClose={onClose}
    >
      <PresentStay stay={stay} />
      <DayField name="on" label={t('bed:form.on.return')} min={absence?.fromOn} />
      <ReasonField label={t('bed:form.lateReason')} />
    </FormDrawer>
  );
}

interface CorrectProps {
  readonly absence: AbsenceView;
  readonly onClose: () => void;
}

export function CorrectAbsenceForm({ absence, onClose }: CorrectProps) {
  const { t } = useText();
  const { kind, fromOn, plannedUntilOn, untilOn, note, bedHeld } = absence;
  const form = useApiForm<AbsenceValues & { reason: string }, unknown>({
    draftKey: `correct-absence:${absence.id}:${absence.version}`,
    initial: {
      kind,
      fromOn,
      bedHeld,
      ...(plannedUntilOn ? { plannedUntilOn } : {}),
      ...(untilOn ? { untilOn } : {}),
      ...(note ? { note } : {}),
    },
    save: async (values) => {
      const input = { ...values, absenceId: absence.id, version: absence.version };
      return await execute(CORRECT_ABSENCE, { input });
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  const from = Form.useWatch('fromOn', form.form) as string | undefined;
  return (
    <FormDrawer title={t('bed:tab.editAbsence')} form={form} onClose={onClose}>
      <AbsenceFields fromOn={from ?? undefined} />
      <ReasonField label={t('bed:form.correctReason')} isRequired />
    </FormDrawer>
  );
}
