import { useText } from '../../i18n/use-text.js';
import type { BackgroundField } from './ability-form.queries.js';
import { medicationsOf, ticksOf, type FieldValue } from './field-value.js';
import { useWords } from './words.js';

/** An entry of the form as it stands on the paper. */
export function useFieldText(): (field: BackgroundField, value: FieldValue | undefined) => string {
  const words = useWords();
  const { t } = useText();
  const separator = t('assessment:report.separator');
  return (field, value) => {
    const optionText = (id: string): string => {
      const option = field.options.find((known) => known.id === id);
      return option ? words(option.text) : id;
    };
    switch (field.kind) {
      case 'single':
        return value === undefined ? '—' : optionText(String(value));
      case 'multi':
        return ticksOf(value).map(optionText).join(separator) || '—';
      case 'medications':
        return (
          medicationsOf(value)
            .map(({ name, method, dose, frequency }) =>
              [name, method, dose, frequency].filter((part) => part !== '').join(' '),
            )
            .join(separator) || '—'
        );
      case 'text':
      case 'number':
        return value === undefined ? '—' : String(value);
    }
  };
}
