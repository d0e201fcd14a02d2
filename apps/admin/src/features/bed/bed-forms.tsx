import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { CLOSE_BED, END_REPAIR, START_REPAIR } from './bed.queries.js';
import { DayField, ReasonField } from './fields.js';
import { savedBed, TOUCHED } from './outcome.js';
import { useBedTitle } from './use-bed-title.js';
import { today } from '../../shared/today.js';

interface BedFormProps {
  readonly bedId: string;
  readonly onClose: () => void;
}

interface RepairValues {
  reason: string;
  fromOn: string;
  untilOn?: string;
}

const REASON_MAX = 200;

export function RepairForm({ bedId, onClose }: BedFormProps) {
  const { t } = useText();
  const form = useApiForm<RepairValues, void>({
    draftKey: `repair:${bedId}`,
    initial: { fromOn: today() },
    save: async (values) => {
      const { startBedRepair } = await execute(START_REPAIR, { input: { ...values, bedId } });
      savedBed(startBedRepair, t('bed:noEnd'));
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  const fromOn = Form.useWatch('fromOn', form.form) as string | undefined;
  return (
    <FormDrawer title={useBedTitle(t('bed:deed.repair'), bedId)} form={form} onClose={onClose}>
      <Form.Item
        name="reason"
        label={t('bed:form.repairReason')}
        rules={[{ required: true, whitespace: true, message: t('rules:required') }]}
      >
        <Input maxLength={REASON_MAX} />
      </Form.Item>
      <DayField name="fromOn" label={t('bed:form.fromOn')} isPlan />
      <DayField
        name="untilOn"
        label={t('bed:form.repairUntil')}
        min={fromOn ?? undefined}
        isPlan
        isOptional
      />
    </FormDrawer>
  );
}

export function EndRepairForm({ bedId, onClose }: BedFormProps) {
  const { t } = useText();
  const form = useApiForm<{ on: string }, unknown>({
    draftKey: `end-repair:${bedId}`,
    initial: { on: today() },
    save: async (values) => await execute(END_REPAIR, { input: { ...values, bedId } }),
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={useBedTitle(t('bed:deed.endRepair'), bedId)} form={form} onClose={onClose}>
      <DayField name="on" label={t('bed:form.on.endRepair')} />
    </FormDrawer>
  );
}

export function CloseBedForm({ bedId, onClose }: BedFormProps) {
  const { t } = useText();
  const form = useApiForm<{ on: string; reason: string }, void>({
    draftKey: `close-bed:${bedId}`,
    initial: { on: today() },
    save: async (values) => {
      const { closeBed } = await execute(CLOSE_BED, { input: { ...values, bedId } });
      savedBed(closeBed, t('bed:noEnd'));
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={useBedTitle(t('bed:deed.close'), bedId)} form={form} onClose={onClose}>
      <DayField name="on" label={t('bed:form.on.close')} isPlan />
      <ReasonField label={t('bed:form.reason')} isRequired />
    </FormDrawer>
  );
}
