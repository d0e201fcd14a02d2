import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { formatDay } from '../../shared/format.js';
import { RESIDENT_CHOICES } from './assessment.queries.js';

interface ResidentSelectProps {
  readonly id?: string;
  readonly centerId: string;
  readonly value?: string;
  readonly onChange?: (residentId: string) => void;
}

/** Somebody of this center, found by name, pinyin or bed. */
export function ResidentSelect({ id, centerId, value, onChange }: ResidentSelectProps) {
  const { t, locale } = useText();
  const [search, setSearch] = useState('');
  const residents = useQuery({
    queryKey: ['residents', centerId, 'choices', search],
    queryFn: async () =>
      (await execute(RESIDENT_CHOICES, { centerId, search: search === '' ? null : search }))
        .residents.items,
  });
  const living = (residents.data ?? []).filter(({ diedOn }) => !diedOn);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={value ?? null}
      loading={residents.isFetching}
      placeholder={t('assessment:start.residentPlaceholder')}
      notFoundContent={t('assessment:start.noResident')}
      options={living.map((resident) => ({
        value: resident.id,
        label: `${resident.name}　${formatDay(resident.bornOn, locale)}`,
      }))}
      onChange={(residentId) => residentId && onChange?.(residentId)}
    />
  );
}
