import { Form, Segmented } from 'antd';

import { execute } from '../../api/execute.js';
import type { BedKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { today } from '../../shared/today.js';
import { SET_BED_KINDS } from './bed.queries.js';
import { DayField, ReasonField } from './fields.js';
import { TOUCHED } from './outcome.js';
import type { Place } from './place-forms.js';

const KINDS: readonly BedKind[] = ['ORDINARY', 'NURSING'];

export function KindField() {
  const { t } = useText();
  return (
    <Form.Item name="kind" label={t('bed:kind.title')}>
      <Segmented
        aria-label={t('bed:kind.title')}
        options={KINDS.map((value) => ({ value, label: t(`bed:kind.${value}`) }))}
      />
    </Form.Item>
  );
}

interface KindFormProps {
  readonly place: Place;
  readonly onClose: () => void;
}

/** Of one bed, or of all beds of a room, a floor, a house; from a day on, so that past month ends keep their count. */
export function KindForm({ place, onClose }: KindFormProps) {
  const { t } = useText();
  const { bedIds } = place;
  const form = useApiForm<{ kind: BedKind; fromOn: string; reason?: string }, unknown>({
    draftKey: `bed-kind:${place.id}`,
    initial: { kind: 'NURSING', fromOn: today() },
    save: async (values) =>
      await execute(SET_BED_KINDS, { input: { ...values, bedIds: [...bedIds] } }),
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={`${t('bed:kind.set')} · ${place.fullName}`} form={form} onClose={onClose}>
      <p style={{ marginTop: 0 }}>{t('bed:kind.note', { count: bedIds.length })}</p>
      <KindField />
      <DayField name="fromOn" label={t('bed:kind.from')} extra={t('bed:kind.fromNote')} />
      <ReasonField label={t('bed:form.reason')} />
    </FormDrawer>
  );
}
