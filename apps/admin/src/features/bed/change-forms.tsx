import { Form } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { Checklist, overridesOf, type Reasons } from './checklist.js';
import { SWAP_BEDS, TRANSFER_RESIDENT } from './deed.queries.js';
import { DISCHARGE_RESIDENT, RECORD_DEATH } from './end.queries.js';
import { DayField, FreeBedField, NoteField, OtherStayField, ReasonField } from './fields.js';
import { savedStay, TOUCHED } from './outcome.js';
import { PresentStay } from './present-stay.js';
import type { StayView } from './use-stay.js';
import { today } from '../../shared/today.js';

interface StayFormProps {
  readonly stay: StayView;
  readonly onClose: () => void;
}

interface TransferValues {
  bedId: string;
  on: string;
  reason?: string;
}

export function TransferForm({
  stay,
  bedId,
  onClose,
}: StayFormProps & { readonly bedId: string | null }) {
  const { t } = useText();
  const form = useApiForm<TransferValues, unknown>({
    draftKey: `transfer:${stay.id}:${bedId ?? ''}`,
    initial: { on: today(), ...(bedId ? { bedId } : {}) },
    save: async (values) => {
      const input = { ...values, stayId: stay.id, version: stay.version };
      const { transferResident } = await execute(TRANSFER_RESIDENT, { input });
      return savedStay(transferResident, t('bed:noEnd'));
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  const values = Form.useWatch([], form.form) as Partial<TransferValues> | undefined;
  return (
    <FormDrawer
      title={t('bed:deed.transfer')}
      form={form}
      submitText={t('bed:deed.transfer')}
      onClose={onClose}
    >
      <PresentStay stay={stay} />
      <DayField name="on" label={t('bed:form.on.transfer')} min={stay.fromOn} />
      <FreeBedField from={values?.on ?? undefined} />
      <Checklist
        action="TRANSFER"
        residentId={stay.residentId}
        on={values?.on ?? undefined}
        bedId={values?.bedId}
        stayId={stay.id}
      />
      <ReasonField label={t('bed:form.reason')} />
    </FormDrawer>
  );
}

interface SwapValues {
  other: string;
  on: string;
  reason?: string;
}

export function SwapForm({
  stay,
  other,
  onClose,
}: StayFormProps & { readonly other: StayView | null }) {
  const { t } = useText();
  const form = useApiForm<SwapValues, unknown>({
    draftKey: `swap:${stay.id}:${other?.id ?? ''}`,
    initial: { on: today(), ...(other ? { other: `${other.id}:${other.version}` } : {}) },
    save: async ({ other, ...values }) => {
      const [otherStayId = '', otherVersion = '0'] = other.split(':');
      const input = {
        ...values,
        stayId: stay.id,
        version: stay.version,
        otherStayId,
        otherVersion: Number(otherVersion),
      };
      return savedStay((await execute(SWAP_BEDS, { input })).swapBeds, t('bed:noEnd'));
    },
    fieldOf: (path) => (path[0] === 'otherStayId' ? ['other'] : path),
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  return (
    <FormDrawer
      title={t('bed:deed.swap')}
      form={form}
      submitText={t('bed:deed.swap')}
      onClose={onClose}
    >
      <PresentStay stay={stay} />
      <OtherStayField exceptId={stay.id} />
      <DayField name="on" label={t('bed:form.on.swap')} min={stay.fromOn} />
      <ReasonField label={t('bed:form.reason')} />
    </FormDrawer>
  );
}

interface EndValues {
  on: string;
  note?: string;
  reason?: string;
  reasons?: Reasons;
}

export function EndStayForm({
  stay,
  onClose,
  isDeath,
}: StayFormProps & { readonly isDeath: boolean }) {
  const { t } = useText();
  const noEnd = t('bed:noEnd');
  const form = useApiForm<EndValues, unknown>({
    draftKey: `${isDeath ? 'death' : 'discharge'}:${stay.id}`,
    initial: { on: today() },
    save: async ({ reasons, ...values }) => {
      const overrides = overridesOf(reasons);
      const input = { ...values, stayId: stay.id, version: stay.version, overrides };
      return isDeath
        ? savedStay((await execute(RECORD_DEATH, { input })).recordDeath, noEnd)
        : savedStay((await execute(DISCHARGE_RESIDENT, { input })).dischargeResident, noEnd);
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  const on = Form.useWatch('on', form.form) as string | undefined;
  const deed = isDeath ? 'death' : 'discharge';
  return (
    <FormDrawer
      title={t(`bed:deed.${deed}`)}
      form={form}
      submitText={t(`bed:deed.${deed}`)}
      onClose={onClose}
    >
      <PresentStay stay={stay} />
      <DayField
        name="on"
        label={t(`bed:form.on.${deed}`)}
        extra={t(isDeath ? 'bed:form.deathNote' : 'bed:form.dischargeNote')}
        min={stay.fromOn}
      />
      <Checklist
        action={isDeath ? 'DEATH' : 'DISCHARGE'}
        residentId={stay.residentId}
        on={on ?? undefined}
        stayId={stay.id}
      />
      <NoteField label={t(isDeath ? 'bed:form.deathPlace' : 'bed:form.dischargeTo')} />
      <ReasonField label={t('bed:form.lateReason')} />
    </FormDrawer>
  );
}
