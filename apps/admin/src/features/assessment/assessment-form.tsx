import { Alert, Button, Input } from 'antd';
import { useMemo } from 'react';

import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { LeaveGuard } from '../../shared/form/leave-guard.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import type { AssessmentRecord } from './assessment.queries.js';
import './assessment.css';
import { BackgroundCard } from './background-card.js';
import { FormBar } from './form-bar.js';
import { isAsked, partsOf, progressOf, type Part } from './form-values.js';
import { anchorOf, ItemCard } from './item-card.js';
import { PartNav } from './part-nav.js';
import { SignPart } from './sign-part.js';
import { useAutosave, type Autosave } from './use-autosave.js';
import { today } from '../../shared/today.js';
import type { AbilityForm } from '../../shared/assessment/ability-form.queries.js';
import type { FieldValue } from '../../shared/assessment/field-value.js';

interface AssessmentFormProps {
  readonly record: AssessmentRecord;
  readonly form: AbilityForm;
  readonly onReload: () => void;
}

function SaveTrouble({ saver, onReload }: { readonly saver: Autosave; onReload: () => void }) {
  const { t } = useText();
  if (saver.state === 'stale') {
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        style={{ marginBottom: 12 }}
        title={t('assessment:form.stale')}
        action={
          <Button
            size="small"
            onClick={() => {
              saver.giveUp();
              onReload();
            }}
          >
            {t('assessment:form.loadLatest')}
          </Button>
        }
      />
    );
  }
  return saver.state === 'refused' ? <ErrorAlert error={saver.error} /> : null;
}

/** When and where, above the first part. */
function Occasion({ saver, record }: { readonly saver: Autosave; record: AssessmentRecord }) {
  const { t } = useText();
  return (
    <section className="as-card as-occasion">
      <label>
        <span>{t('assessment:form.assessedOn')}</span>
        <DateInput
          value={saver.values.assessedOn}
          min={record.resident.bornOn}
          max={record.resident.diedOn ?? today()}
          onChange={(day) =>
            day ? saver.change((values) => ({ ...values, assessedOn: day })) : undefined
          }
        />
      </label>
      <label>
        <span>{t('assessment:form.place')}</span>
        <Input
          value={saver.values.place}
          maxLength={120}
          onChange={(event) => {
            const place = event.target.value;
            saver.change((values) => ({ ...values, place }));
          }}
        />
      </label>
    </section>
  );
}

function PartCards({ part, saver }: { readonly part: Part; readonly saver: Autosave }) {
  const { values, checks, change } = saver;
  const problemsOf = (id: string): readonly string[] =>
    checks.contradictions.filter((one) => one.fields.includes(id)).map((one) => one.code);
  const answer = (itemId: string, optionId: string): void =>
    change((old) => ({ ...old, answers: { ...old.answers, [itemId]: optionId } }));
  const enter = (fieldId: string, value: FieldValue | undefined): void =>
    change((old) => {
      const { [fieldId]: _gone, ...rest } = old.background;
      return { ...old, background: value === undefined ? rest : { ...rest, [fieldId]: value } };
    });
  return (
    <>
      {(part.dimension?.items ?? []).map((item) => (
        <ItemCard
          key={item.id}
          item={item}
          chosen={values.answers[item.id]}
          problems={problemsOf(item.id)}
          onChoose={(optionId) => answer(item.id, optionId)}
        />
      ))}
      {part.fields
        .filter((field) => isAsked(field, values))
        .map((field) => (
          <BackgroundCard
            key={field.id}
            field={field}
            value={values.background[field.id]}
            problems={problemsOf(field.id)}
            onChange={(value) => enter(field.id, value)}
          />
        ))}
    </>
  );
}

/** Moves to an entry, also in another part: it may have to appear first. */
function goTo(id: string): void {
  window.requestAnimationFrame(() =>
    window.setTimeout(() => {
      const target = document.getElementById(anchorOf(id));
      target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      target?.focus({ preventScroll: true });
    }, 50),
  );
}

/** The form while it is filled: one part at a time, saved by itself, on a phone as on a desk. */
export function AssessmentForm({ record, form, onReload }: AssessmentFormProps) {
  const { t } = useText();
  const parts = useMemo(() => partsOf(form), [form]);
  const fields = useMemo(() => form.background.flatMap((section) => section.fields), [form]);
  const saver = useAutosave(record, fields);
  const [chosen, choose] = useUrlValue('part');
  const part = parts.find(({ id }) => id === chosen) ?? parts[0];
  const missing = parts.flatMap((one) =>
    progressOf(one, saver.values).missing.map((id) => ({ id, part: one.id })),
  );
  const open = (partId: string, entryId?: string): void => {
    choose(partId);
    if (entryId === undefined) {
      window.scrollTo({ top: 0 });
    } else {
      goTo(entryId);
    }
  };
  if (!part) {
    return null;
  }
  return (
    <div className="as-form">
      {saver.state === 'failed' || saver.state === 'refused' ? <LeaveGuard /> : null}
      <PartNav parts={parts} current={part.id} values={saver.values} onOpen={open} />
      <div className="as-body">
        {saver.isRestored ? (
          <Alert
            type="info"
            showIcon
            closable
            style={{ marginBottom: 12 }}
            title={t('assessment:form.restored')}
          />
        ) : null}
        <SaveTrouble saver={saver} onReload={onReload} />
        {part.id === 'A1' ? <Occasion saver={saver} record={record} /> : null}
        {part.id === 'SIGN' ? (
          <SignPart record={record} parts={parts} saver={saver} missing={missing} onOpen={open} />
        ) : (
          <PartCards part={part} saver={saver} />
        )}
        <FormBar parts={parts} current={part.id} saver={saver} missing={missing} onOpen={open} />
      </div>
    </div>
  );
}
