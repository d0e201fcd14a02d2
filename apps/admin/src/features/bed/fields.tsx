import { useQuery } from '@tanstack/react-query';
import { Empty, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { useCenter } from '../../shared/session.js';
import { FREE_BEDS, STAY_CANDIDATES, STAYS } from './stay.queries.js';
import { ageText } from './age.js';
import { today } from '../../shared/today.js';

const NOTE_MAX = 500;

const useRequired = () => {
  const { t } = useText();
  return { required: true, message: t('rules:required') };
};

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  readonly extra?: string;
  readonly min?: string | undefined;
  /** Facts are recorded when they have happened; plans may lie ahead. */
  readonly isPlan?: boolean;
  readonly isOptional?: boolean;
}

export function DayField({ name, label, extra, min, isPlan, isOptional }: DayFieldProps) {
  const required = useRequired();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={isOptional ? [] : [required]}>
      <DateInput min={min} max={isPlan ? undefined : today()} />
    </Form.Item>
  );
}

export function NoteField({
  name = 'note',
  label,
}: {
  readonly name?: string;
  readonly label?: string;
}) {
  const { t } = useText();
  return (
    <Form.Item name={name} label={label ?? t('bed:form.note')}>
      <Input.TextArea rows={2} maxLength={NOTE_MAX} />
    </Form.Item>
  );
}

/** Only needed when the deed is entered late or corrects something. */
export function ReasonField(props: { readonly label: string; readonly isRequired?: boolean }) {
  const { t } = useText();
  const required = useRequired();
  return (
    <Form.Item
      name="reason"
      label={props.label}
      extra={t('bed:form.reasonNote')}
      rules={props.isRequired ? [{ ...required, whitespace: true }] : []}
    >
      <Input.TextArea rows={2} maxLength={NOTE_MAX} />
    </Form.Item>
  );
}

const useDebounced = (): [string, (text: string) => void] => {
  const [text, setText] = useState('');
  return [text, setText];
};

/** People without a bed. */
export function CandidateField() {
  const { t } = useText();
  const center = useCenter();
  const required = useRequired();
  const [search, setSearch] = useDebounced();
  const people = useQuery({
    queryKey: ['stay-candidates', center.id, search],
    queryFn: async () =>
      (await execute(STAY_CANDIDATES, { centerId: center.id, search })).stayCandidates,
  });
  return (
    <Form.Item
      name="residentId"
      label={t('bed:form.resident')}
      rules={[required]}
      extra={
        <>
          {t('bed:form.residentNote')}{' '}
          <Link to={centerPath(center.id, 'residents?form=add')}>{t('bed:form.newResident')}</Link>
        </>
      }
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setSearch }}
        loading={people.isFetching}
        notFoundContent={
          people.isFetching ? null : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bed:form.noResident')} />
          )
        }
        options={(people.data ?? []).map((person) => ({
          value: person.id,
          label: [
            person.name,
            t(`bed:sex.${person.sex as 'M' | 'F'}`),
            t('bed:age', { age: ageText(person.bornOn) }),
            person.idLast4 ? `…${person.idLast4}` : '',
          ].join('  '),
        }))}
      />
    </Form.Item>
  );
}

interface BedFieldProps {
  readonly from: string | undefined;
  readonly until?: string | undefined;
  readonly residentId?: string | undefined;
}

/** Beds that are free in those days, with who else sleeps in the room. */
export function FreeBedField({ from, until, residentId }: BedFieldProps) {
  const { t } = useText();
  const center = useCenter();
  const required = useRequired();
  const beds = useQuery({
    queryKey: ['free-beds', center.id, from, until, residentId],
    queryFn: async () => {
      const wish = { centerId: center.id, from: from ?? '', until: until ?? null };
      return (await execute(FREE_BEDS, { ...wish, exceptResidentId: residentId ?? null })).freeBeds;
    },
    enabled: from !== undefined,
  });
  const isFree = (bedId: string): boolean =>
    beds.data === undefined || beds.data.some(({ id }) => id === bedId);
  const mustBeFree = async (_rule: unknown, bedId: string | undefined): Promise<void> => {
    if (bedId && !isFree(bedId)) {
      throw new Error(t('bed:form.bedNotFree'));
    }
    await Promise.resolve();
  };
  const groups = [...new Set((beds.data ?? []).map(({ place }) => place))];
  return (
    <Form.Item
      name="bedId"
      label={t('bed:form.bed')}
      rules={[required, { validator: mustBeFree }]}
      extra={beds.data?.length === 0 ? t('bed:form.noBed') : t('bed:form.bedNote')}
    >
      <Select
        loading={beds.isFetching}
        showSearch={{ optionFilterProp: 'label' }}
        labelRender={({ label }) =>
          label ?? (beds.isFetching ? t('common:loading') : t('bed:form.bedNotFree'))
        }
        options={groups.map((place) => ({
          label: place,
          title: place,
          options: (beds.data ?? [])
            .filter((bed) => bed.place === place)
            .map((bed) => {
              const who = bed.roommates
                .map((sex) => t(`bed:sexPolicy.${sex as 'M' | 'F'}`))
                .join(' ');
              const policy =
                bed.sexPolicy === 'ANY' ? '' : `  ${t(`bed:sexPolicy.${bed.sexPolicy}`)}`;
              const mates = who ? `  ${t('bed:form.roommates', { who })}` : '';
              return { value: bed.id, label: `${bed.name}${policy}${mates}` };
            }),
        }))}
      />
    </Form.Item>
  );
}

const MANY = 100;

/** Those who live here now, except one. The value is `id:version`. */
export function OtherStayField({ exceptId }: { readonly exceptId: string }) {
  const { t } = useText();
  const center = useCenter();
  const required = useRequired();
  const [search, setSearch] = useDebounced();
  const stays = useQuery({
    queryKey: ['stays', center.id, 'to-swap', search],
    queryFn: async () =>
      (
        await execute(STAYS, {
          centerId: center.id,
          page: 1,
          pageSize: MANY,
          status: 'ACTIVE',
          search,
          orderBy: 'bedName',
          descending: false,
        })
      ).stays.items,
  });
  return (
    <Form.Item name="other" label={t('bed:form.other')} rules={[required]}>
      <Select
        showSearch={{ filterOption: false, onSearch: setSearch }}
        loading={stays.isFetching}
        options={(stays.data ?? [])
          .filter(({ id }) => id !== exceptId)
          .map((stay) => ({
            value: `${stay.id}:${stay.version}`,
            label: `${stay.bedName}  ${stay.residentName}  ${t(`bed:sex.${stay.sex as 'M' | 'F'}`)}`,
          }))}
      />
    </Form.Item>
  );
}
