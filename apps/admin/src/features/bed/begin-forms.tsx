import { Form } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useCenter } from '../../shared/session.js';
import { Checklist, overridesOf, type Reasons } from './checklist.js';
import { ADMIT_RESIDENT, RECORD_STAY, RESERVE_BED } from './deed.queries.js';
import { CandidateField, DayField, FreeBedField, NoteField, ReasonField } from './fields.js';
import { savedStay, TOUCHED } from './outcome.js';
import { PresentStay } from './present-stay.js';
import type { StayView } from './use-stay.js';
import { EndKindField } from './correct-form.js';
import { today } from '../../shared/today.js';

interface BeginProps {
  readonly onClose: () => void;
  readonly bedId?: string | undefined;
  readonly residentId?: string | undefined;
  /** The reservation that becomes a stay. */
  readonly reservation?: StayView | undefined;
}

interface AdmitValues {
  residentId: string;
  bedId: string;
  on: string;
  expectedUntilOn?: string;
  note?: string;
  reason?: string;
  reasons?: Reasons;
}

const draftOf = (name: string, { bedId, residentId, reservation }: BeginProps): string =>
  `${name}:${reservation?.id ?? residentId ?? bedId ?? 'new'}`;

/** What was agreed when the bed was reserved; its last day goes on as the plan of the stay. */
const fromReservation = ({ residentId, bedId, untilOn }: StayView): Partial<AdmitValues> => ({
  residentId,
  bedId,
  ...(untilOn && untilOn > today() ? { expectedUntilOn: untilOn } : {}),
});

export function AdmitForm(props: BeginProps) {
  const { t } = useText();
  const center = useCenter();
  const { reservation } = props;
  const form = useApiForm<AdmitValues, { residentName: string; bedName: string }>({
    draftKey: draftOf('admit', props),
    initial: {
      on: today(),
      ...(reservation ? fromReservation(reservation) : {}),
      ...(props.bedId ? { bedId: props.bedId } : {}),
      ...(props.residentId ? { residentId: props.residentId } : {}),
    },
    save: async ({ reasons, ...values }, idempotencyKey) => {
      const input = {
        ...values,
        expectedUntilOn: values.expectedUntilOn ?? null,
        centerId: center.id,
        reservationId: reservation?.id ?? null,
        overrides: overridesOf(reasons),
        idempotencyKey,
      };
      return savedStay((await execute(ADMIT_RESIDENT, { input })).admitResident, t('bed:noEnd'));
    },
    invalidates: [...TOUCHED],
    onSaved: props.onClose,
  });
  const values = Form.useWatch([], form.form) as Partial<AdmitValues> | undefined;
  const on = values?.on ?? undefined;
  const residentId = values?.residentId ?? reservation?.residentId ?? props.residentId;
  return (
    <FormDrawer
      title={reservation ? t('bed:deed.admitReserved') : t('bed:deed.admit')}
      form={form}
      submitText={t('bed:deed.admit')}
      onClose={props.onClose}
    >
      {reservation ? <PresentStay stay={reservation} /> : null}
      {reservation || props.residentId ? (
        <Form.Item name="residentId" hidden noStyle>
          <input type="hidden" />
        </Form.Item>
      ) : (
        <CandidateField />
      )}
      <DayField name="on" label={t('bed:form.on.admit')} />
      <FreeBedField from={on} residentId={residentId} />
      <DayField
        name="expectedUntilOn"
        label={t('bed:form.expectedUntilOn')}
        min={on}
        isPlan
        isOptional
      />
      <Checklist
        action="ADMIT"
        residentId={residentId}
        on={on}
        bedId={values?.bedId}
        stayId={reservation?.id}
      />
      <NoteField />
      <ReasonField label={t('bed:form.lateReason')} />
    </FormDrawer>
  );
}

interface ReserveValues {
  residentId: string;
  bedId: string;
  fromOn: string;
  untilOn?: string;
  note?: string;
}

export function ReserveForm(props: BeginProps) {
  const { t } = useText();
  const center = useCenter();
  const form = useApiForm<ReserveValues, unknown>({
    draftKey: draftOf('reserve', props),
    initial: {
      fromOn: today(),
      ...(props.bedId ? { bedId: props.bedId } : {}),
      ...(props.residentId ? { residentId: props.residentId } : {}),
    },
    save: async (values, idempotencyKey) => {
      const input = { ...values, centerId: center.id, idempotencyKey };
      return savedStay((await execute(RESERVE_BED, { input })).reserveBed, t('bed:noEnd'));
    },
    invalidates: [...TOUCHED],
    onSaved: props.onClose,
  });
  const values = Form.useWatch([], form.form) as Partial<ReserveValues> | undefined;
  const residentId = values?.residentId ?? props.residentId;
  return (
    <FormDrawer
      title={t('bed:deed.reserve')}
      form={form}
      submitText={t('bed:deed.reserve')}
      onClose={props.onClose}
    >
      {props.residentId ? (
        <Form.Item name="residentId" hidden noStyle>
          <input type="hidden" />
        </Form.Item>
      ) : (
        <CandidateField />
      )}
      <DayField name="fromOn" label={t('bed:form.fromOn')} min={today()} isPlan />
      <DayField
        name="untilOn"
        label={t('bed:form.reserveUntil')}
        min={values?.fromOn}
        isPlan
        isOptional
      />
      <FreeBedField
        from={values?.fromOn ?? undefined}
        until={values?.untilOn ?? undefined}
        residentId={residentId}
      />
      <Checklist
        action="RESERVE"
        residentId={residentId}
        on={values?.fromOn ?? undefined}
        bedId={values?.bedId}
      />
      <NoteField />
    </FormDrawer>
  );
}

interface RecordValues {
  residentId: string;
  bedId: string;
  fromOn: string;
  untilOn?: string;
  endKind?: string;
  note?: string;
  reason: string;
}

export function RecordStayForm(props: BeginProps) {
  const { t } = useText();
  const center = useCenter();
  const form = useApiForm<RecordValues, unknown>({
    draftKey: draftOf('record-stay', props),
    initial: props.residentId ? { residentId: props.residentId } : {},
    save: async (values) => {
      const input = { ...values, centerId: center.id };
      return savedStay((await execute(RECORD_STAY, { input })).recordStay, t('bed:noEnd'));
    },
    invalidates: [...TOUCHED],
    onSaved: props.onClose,
  });
  const values = Form.useWatch([], form.form) as Partial<RecordValues> | undefined;
  return (
    <FormDrawer title={t('bed:deed.record')} form={form} onClose={props.onClose}>
      {props.residentId ? (
        <Form.Item name="residentId" hidden noStyle>
          <input type="hidden" />
        </Form.Item>
      ) : (
        <CandidateField />
      )}
      <DayField name="fromOn" label={t('bed:form.on.admit')} />
      <DayField
        name="untilOn"
        label={t('bed:form.endedOn')}
        extra={t('bed:form.dischargeNote')}
        min={values?.fromOn}
        isOptional
      />
      {values?.untilOn ? <EndKindField /> : null}
      <FreeBedField
        from={values?.fromOn ?? undefined}
        until={values?.untilOn ?? undefined}
        residentId={values?.residentId}
      />
      <NoteField />
      <ReasonField label={t('bed:form.reason')} isRequired />
    </FormDrawer>
  );
}
