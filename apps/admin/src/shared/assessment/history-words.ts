import { useMemo } from 'react';

import type { EntryWords } from '../entry-words.js';
import type { AbilityForm, BackgroundField } from './ability-form.queries.js';
import type { FieldValue } from './field-value.js';
import { useFieldText } from './use-field-text.js';
import { useWords } from './words.js';

/** The trail keeps ticks and medicines as they were sent. */
function valueOf(field: BackgroundField, kept: string): FieldValue {
  if (field.kind !== 'multi' && field.kind !== 'medications') {
    return kept;
  }
  try {
    return JSON.parse(kept) as FieldValue;
  } catch {
    return kept;
  }
}

/** The history of an assessment in the words of its form: items by name, answers as they stand on the paper. */
export function useHistoryWords(form: AbilityForm | undefined): EntryWords {
  const words = useWords();
  const fieldText = useFieldText();
  return useMemo(() => {
    const items = new Map(
      (form?.dimensions ?? [])
        .flatMap((dimension) => dimension.items)
        .map((item) => [item.id, item]),
    );
    const fields = new Map(
      (form?.background ?? [])
        .flatMap((section) => section.fields)
        .map((field) => [field.id, field]),
    );
    return {
      field: (id) => {
        const name = items.get(id)?.name ?? fields.get(id)?.name;
        return name === undefined ? null : `${id} ${words(name)}`;
      },
      value: (id, kept) => {
        const option = items.get(id)?.options.find((one) => one.id === kept);
        const field = fields.get(id);
        if (option) {
          return words(option.text);
        }
        return field ? fieldText(field, valueOf(field, kept)) : null;
      },
    };
  }, [form, words, fieldText]);
}
