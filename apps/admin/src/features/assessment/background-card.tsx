import { Button, Input, InputNumber, Tag } from 'antd';

import { useText } from '../../i18n/use-text.js';

import { anchorOf } from './item-card.js';
import { MedicationRows } from './medication-rows.js';
import { OptionList } from './option-list.js';
import { Problems } from './problems.js';
import type { BackgroundField } from '../../shared/assessment/ability-form.queries.js';
import { medicationsOf, ticksOf, type FieldValue } from '../../shared/assessment/field-value.js';
import { useWords } from '../../shared/assessment/words.js';

interface BackgroundCardProps {
  readonly field: BackgroundField;
  readonly value: FieldValue | undefined;
  readonly problems: readonly string[];
  readonly onChange: (value: FieldValue | undefined) => void;
}

const MAX_TEXT = 200;

/** "None" excludes the rest, and the rest excludes "none". */
function toggled(field: BackgroundField, ticks: readonly string[], id: string): string[] {
  if (ticks.includes(id)) {
    return ticks.filter((tick) => tick !== id);
  }
  const exclusive = field.options.filter((option) => option.isExclusive).map((option) => option.id);
  return exclusive.includes(id) ? [id] : [...ticks.filter((tick) => !exclusive.includes(tick)), id];
}

type InputProps = Omit<BackgroundCardProps, 'problems'> & { readonly titleId: string };

function FieldInput({ field, value, onChange, titleId }: InputProps) {
  const words = useWords();
  const options = field.options.map((option) => ({
    id: option.id,
    text: words(option.text),
    note: option.code ?? undefined,
  }));
  const list = { name: field.id, labelledBy: titleId, options, isCompact: true };
  switch (field.kind) {
    case 'single':
      return (
        <OptionList {...list} chosen={[String(value ?? '')]} onToggle={(id) => onChange(id)} />
      );
    case 'multi':
      return (
        <OptionList
          {...list}
          isMany
          chosen={ticksOf(value)}
          onToggle={(id) => onChange(toggled(field, ticksOf(value), id))}
        />
      );
    case 'text':
      return (
        <Input
          aria-labelledby={titleId}
          maxLength={MAX_TEXT}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'number':
      return (
        <InputNumber
          aria-labelledby={titleId}
          style={{ width: 160 }}
          inputMode="decimal"
          min={field.min ?? 0}
          max={field.max ?? 1000}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'medications':
      return <MedicationRows rows={medicationsOf(value)} onChange={onChange} />;
  }
}

/** One field of annex A. */
export function BackgroundCard({ field, value, problems, onChange }: BackgroundCardProps) {
  const { t } = useText();
  const words = useWords();
  const titleId = `${anchorOf(field.id)}-title`;
  const canClear = field.kind === 'single' && !field.isRequired && value !== undefined;
  return (
    <section id={anchorOf(field.id)} tabIndex={-1} className="as-card">
      <h3 id={titleId}>
        <span className="as-clause">{field.id}</span> {words(field.name)}
        {field.isRequired ? (
          <span className="as-required">{t('assessment:form.requiredMark')}</span>
        ) : null}
        {field.isToBeConfirmed ? (
          <Tag color="warning">{t('assessment:form.toBeConfirmed')}</Tag>
        ) : null}
        {canClear ? (
          <Button type="link" size="small" onClick={() => onChange(undefined)}>
            {t('assessment:form.clear')}
          </Button>
        ) : null}
      </h3>
      <Problems codes={problems} />
      <FieldInput field={field} value={value} onChange={onChange} titleId={titleId} />
    </section>
  );
}
