import { Flex, Form, Input, InputNumber, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { SaveCenterProfileInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClear } from '../../shared/form/use-clear.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import {
  FEES,
  GROUPS,
  LISTS,
  WORDS,
  type ListedField,
  type Profile,
  type ProfileGroup,
} from './profile.fields.js';
import { SAVE_PROFILE } from './profile.queries.js';
import './profile.css';

type Values = Omit<SaveCenterProfileInput, 'centerId' | 'version'>;

const LONGEST: Partial<Record<ListedField, number>> = {
  uscc: 18,
  registrar: 120,
  principalName: 60,
  principalPhone: 40,
  areaCode: 12,
  areaName: 200,
  contractedMedicalName: 120,
};
const NUMBERS: Partial<Record<ListedField, readonly [number, number, number]>> = {
  longitude: [73, 136, 6],
  latitude: [3, 54, 6],
  landAreaM2: [1, 10_000_000, 0],
};

const isIn = <List extends object>(field: string, lists: List): field is string & keyof List =>
  field in lists;

function useInput() {
  const { t, lookUp } = useText();
  const clear = useClear();
  const options = (field: string, codes: readonly string[]) =>
    codes.map((value) => ({
      value,
      label: lookUp(`institution:profile.values.${field}.${value}`) ?? value,
    }));
  return (field: ListedField) => {
    if (isIn(field, WORDS)) {
      return <Select allowClear={clear} options={options(field, WORDS[field])} />;
    }
    if (isIn(field, LISTS)) {
      return <Select mode="multiple" allowClear={clear} options={options(field, LISTS[field])} />;
    }
    const range = NUMBERS[field];
    if (range) {
      const [min, max, precision] = range;
      return <InputNumber min={min} max={max} precision={precision} style={{ width: '100%' }} />;
    }
    if (LONGEST[field] !== undefined) {
      return <Input maxLength={LONGEST[field]} autoComplete="off" />;
    }
    return (
      <Select
        allowClear={clear}
        options={[
          { value: true, label: t('common:yes') },
          { value: false, label: t('common:no') },
        ]}
      />
    );
  };
}

function Fees() {
  const { t } = useText();
  return (
    <>
      {FEES.map((kind) => (
        <div key={kind} role="group" aria-label={t(`institution:profile.fees.${kind}`)}>
          <div className="yb-profile-fee">{t(`institution:profile.fees.${kind}`)}</div>
          <Flex gap={12}>
            {(['Min', 'Max'] as const).map((end) => (
              <Form.Item
                key={end}
                name={`${kind}${end}Fen`}
                label={t(`institution:profile.${end === 'Min' ? 'lowest' : 'highest'}`)}
                style={{ flex: 1 }}
              >
                <YuanInput />
              </Form.Item>
            ))}
          </Flex>
        </div>
      ))}
    </>
  );
}

interface ProfileDrawerProps {
  readonly centerId: string;
  readonly profile: Profile;
  readonly onClose: () => void;
}

export function ProfileDrawer({ centerId, profile, onClose }: ProfileDrawerProps) {
  const { t, lookUp } = useText();
  const input = useInput();
  const { version, centerId: _center, ...initial } = profile;
  const form = useApiForm<Values>({
    draftKey: `profile:${centerId}`,
    initial,
    save: async (values) =>
      await execute(SAVE_PROFILE, { input: { ...values, centerId, version } }),
    invalidates: [
      ['profile', centerId],
      ['sheet', centerId],
      ['history', 'centerProfile', centerId],
    ],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('institution:profile.edit')} wide form={form} onClose={onClose}>
      <p className="yb-profile-note">{t('institution:profile.editNote')}</p>
      {(Object.keys(GROUPS) as ProfileGroup[]).map((group) => (
        <section key={group}>
          <h3>{t(`institution:profile.groups.${group}`)}</h3>
          <div className="yb-profile-grid">
            {GROUPS[group].map((field) => (
              <Form.Item
                key={field}
                name={field}
                label={t(`institution:profile.fields.${field}`)}
                extra={lookUp(`institution:profile.notes.${field}`) ?? undefined}
              >
                {input(field)}
              </Form.Item>
            ))}
          </div>
          {group === 'charging' ? <Fees /> : null}
        </section>
      ))}
      {version > 0 ? (
        <Form.Item
          name="reason"
          label={t('common:reason')}
          rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      ) : null}
    </FormDrawer>
  );
}
