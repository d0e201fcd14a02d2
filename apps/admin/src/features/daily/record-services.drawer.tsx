import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useDeferredValue, useState } from 'react';

import { execute } from '../../api/execute.js';
import type { RecordServicesInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClear } from '../../shared/form/use-clear.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { PEOPLE_TO_SERVE, RECORD_SERVICES, STAFF_TO_SERVE } from './daily.queries.js';
import { SERVICE_TYPES } from './service-types.js';
import { today } from '../../shared/today.js';

const MOST_PEOPLE = 100;

type Values = Omit<RecordServicesInput, 'centerId' | 'opId'>;

interface Props {
  readonly centerId: string;
  /** From the page of one person. */
  readonly residentId?: string;
  readonly onClose: () => void;
}

function usePeople(centerId: string, search: string) {
  const text = useDeferredValue(search);
  return useQuery({
    queryKey: ['people-to-serve', centerId, text],
    queryFn: async () =>
      (await execute(PEOPLE_TO_SERVE, { centerId, search: text })).residents.items,
    placeholderData: keepPreviousData,
  });
}

function PeopleSelect(props: {
  readonly centerId: string;
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
  readonly id?: string;
}) {
  const [search, setSearch] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const people = usePeople(props.centerId, search);
  const found = (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const chosen = (props.value ?? [])
    .filter((id) => found.every(({ value }) => value !== id))
    .map((id) => ({ value: id, label: known.get(id) ?? '…' }));
  return (
    <Select
      {...(props.id ? { id: props.id } : {})}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }}
      loading={people.isFetching}
      maxCount={MOST_PEOPLE}
      value={props.value ?? []}
      options={[...found, ...chosen]}
      onChange={(ids: string[]) => {
        setKnown(new Map([...known, ...found.map(({ value, label }) => [value, label] as const)]));
        setSearch('');
        props.onChange?.(ids);
      }}
    />
  );
}

export function RecordServicesDrawer({ centerId, residentId, onClose }: Props) {
  const { t } = useText();
  const clear = useClear();
  const { message } = App.useApp();
  const staff = useQuery({
    queryKey: ['staff', centerId, 'to-serve'],
    queryFn: async () => (await execute(STAFF_TO_SERVE, { centerId })).staffMembers.items,
  });
  const form = useApiForm<Values, number>({
    draftKey: `services:${centerId}:${residentId ?? ''}`,
    initial: { onDate: today(), ...(residentId ? { residentIds: [residentId] } : {}) },
    save: async (values, opId) => {
      const input = { ...values, centerId, opId: opId.slice(0, 30) };
      return (await execute(RECORD_SERVICES, { input })).recordServices;
    },
    invalidates: [['services', centerId]],
    savedText: null,
    onSaved: (count) => {
      void message.success(
        count === 0 ? t('daily:services.savedNone') : t('daily:services.saved', { count }),
      );
      onClose();
    },
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer title={t('daily:services.record')} form={form} onClose={onClose}>
      <Form.Item name="type" label={t('daily:services.type')} rules={[required]}>
        <Select
          options={SERVICE_TYPES.map((value) => ({ value, label: t(`daily:types.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="residentIds"
        label={t('daily:services.residents')}
        extra={t('daily:services.residentsNote')}
        rules={[required]}
      >
        <PeopleSelect centerId={centerId} />
      </Form.Item>
      <Form.Item name="onDate" label={t('daily:services.onDate')} rules={[required]}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="minutes" label={t('daily:services.minutes')} rules={[required]}>
        <InputNumber
          min={1}
          max={1440}
          precision={0}
          inputMode="numeric"
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="valueFen" label={t('daily:services.value')} rules={[required]}>
        <YuanInput />
      </Form.Item>
      <Form.Item name="staffId" label={t('daily:services.staff')}>
        <Select
          allowClear={clear}
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isPending}
          options={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('daily:services.note2')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
