import { ClearOutlined, FilterOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select } from 'antd';
import { useEffect, useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import { useClear } from '../form/use-clear.js';
import { DateInput, MonthPicker } from '../form/date-inputs.js';
import { useIsPhone } from '../use-is-phone.js';
import type { PageFilter } from './types.js';

const WIDTH = 148;
const SEARCH_WIDTH = 244;
const TYPING_PAUSE_MS = 350;
/** More than these unfold on a phone. */
const FEW = 2;

interface FilterProps<Filter> {
  readonly filter: Filter;
  readonly value: string | undefined;
  readonly onChange: (value: string | null) => void;
}

function SearchFilter(props: FilterProps<Extract<PageFilter, { kind: 'search' }>>) {
  const { value = '', onChange, filter } = props;
  const isPhone = useIsPhone();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return undefined;
    }
    const timer = window.setTimeout(() => onChange(typed.trim() || null), TYPING_PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input.Search
      allowClear
      aria-label={filter.label}
      placeholder={filter.label}
      value={typed}
      style={{ width: isPhone ? '100%' : SEARCH_WIDTH }}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(text) => onChange(text.trim() || null)}
    />
  );
}

function OneFilter(props: FilterProps<PageFilter>) {
  const { filter, value, onChange } = props;
  const clear = useClear();
  const common = { 'aria-label': filter.label, placeholder: filter.label };
  switch (filter.kind) {
    case 'search':
      return <SearchFilter filter={filter} value={value} onChange={onChange} />;
    case 'select':
      return (
        <Select
          {...common}
          allowClear={clear}
          value={value ?? null}
          options={[...filter.options]}
          style={{ width: filter.width ?? WIDTH }}
          popupMatchSelectWidth={false}
          showSearch={filter.options.length > 10 ? { optionFilterProp: 'label' } : false}
          onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
        />
      );
    case 'date':
      return (
        <DateInput {...common} value={value ?? null} onChange={onChange} style={{ width: WIDTH }} />
      );
    case 'month':
      return (
        <MonthPicker
          {...common}
          value={value ?? null}
          onChange={onChange}
          style={{ width: WIDTH }}
        />
      );
  }
}

interface FilterBarProps {
  readonly filters: readonly PageFilter[];
  readonly values: Readonly<Record<string, string>>;
  /** What the list starts with: it stands in its field, but nobody chose it and there is nothing to clear. */
  readonly defaults?: Readonly<Record<string, string>> | undefined;
  readonly onChange: (values: Record<string, string | null>) => void;
}

export function FilterBar({ filters, values, defaults = {}, onChange }: FilterBarProps) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const [isUnfolded, setUnfolded] = useState(false);
  const chosen = filters.filter(({ key }) => values[key] !== defaults[key]).length;
  const isLong = isPhone && filters.length > FEW;
  const isFolded = isLong && !isUnfolded;
  // A search has a line of its own; beside the button that unfolds there is room for one choice.
  const first = filters[0]?.kind === 'search' ? 2 : 1;
  const shown = isFolded ? filters.slice(0, first) : filters;
  if (filters.length === 0) {
    return <span />;
  }
  return (
    <Flex gap={8} wrap role="search" aria-label={t('shell:table.filters')} className="yb-filters">
      {shown.map((filter) => (
        <OneFilter
          key={filter.key}
          filter={filter}
          value={values[filter.key]}
          onChange={(value) => onChange({ [filter.key]: value })}
        />
      ))}
      {isLong ? (
        <Button
          icon={<FilterOutlined aria-hidden />}
          aria-expanded={!isFolded}
          onClick={() => setUnfolded(isFolded)}
        >
          {chosen === 0
            ? t('shell:table.filters')
            : t('shell:table.moreFilters', { count: chosen })}
        </Button>
      ) : null}
      {chosen > 0 ? (
        <Button
          {...(isPhone
            ? { icon: <ClearOutlined />, title: t('shell:table.clearFilters') }
            : { type: 'link' as const })}
          aria-label={t('shell:table.clearFilters')}
          onClick={() => onChange(Object.fromEntries(filters.map(({ key }) => [key, null])))}
        >
          {isPhone ? null : t('shell:table.clearFilters')}
        </Button>
      ) : null}
    </Flex>
  );
}
