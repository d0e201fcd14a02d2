import { Select } from 'antd';
import { useState } from 'react';

import { useText } from '../../i18n/use-text.js';

/** The evaluation schemes that the rules of counties read a grade of, by the name the rules call them. */
const SCHEMES = ['yangcheng-comprehensive'] as const;

const SCHEME_MAX = 60;

/** A scheme that no rules name is kept, and shown, as it was written. */
export function useSchemes() {
  const { t, lookUp } = useText();
  return {
    schemeName: (scheme: string) => lookUp(`doors:grades.schemes.${scheme}`) ?? scheme,
    options: SCHEMES.map((value) => ({ value, label: t(`doors:grades.schemes.${value}`) })),
  };
}

interface SchemeInputProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (scheme: string) => void;
}

/** One of the known schemes, else the name as the county's document writes it. */
export function SchemeInput({ value, ...field }: SchemeInputProps) {
  const { options } = useSchemes();
  const [typed, setTyped] = useState('');
  const known = new Set<string>(options.flatMap((option) => [option.value, option.label]));
  const others = [...new Set([value ?? '', typed.trim().slice(0, SCHEME_MAX)])]
    .filter((text) => text !== '' && !known.has(text))
    .map((text) => ({ value: text, label: text }));
  return (
    <Select
      {...field}
      {...(value ? { value } : {})}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      options={[...options, ...others]}
    />
  );
}
