import { Form, Input, InputNumber, Radio, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { FactSubjectInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../form/date-inputs.js';
import { FormDrawer } from '../form/form-drawer.js';
import { useApiForm } from '../form/use-api-form.js';
import { YuanInput } from '../form/yuan-input.js';
import { today } from '../today.js';
import { OTHER, useFactWords, type Fact, type FactValue } from './fact-words.js';
import { CORRECT_FACT, RECORD_FACT } from './facts.queries.js';

interface FactDrawerProps {
  readonly subject: FactSubjectInput;
  readonly fact: Fact;
  /** Null: another value; else the one to correct. */
  readonly value: FactValue | null;
  readonly touches: readonly (readonly string[])[];
  readonly onClose: () => void;
}

interface Values {
  readonly value: string | number;
  readonly fromOn: string;
  readonly untilOn?: string | null;
  readonly evidence: string;
  readonly reason?: string;
}

const LONGEST = 120;
const MOST = 999_999_999;

/** Money is kept as a number of fen, a figure as one: the form holds what its control gives. */
const held = ({ kind }: Fact, value: string): string | number =>
  kind === 'MONEY' || kind === 'NUMBER' ? Number(value) : value;

function useFactForm({ subject, fact, value, touches, onClose }: FactDrawerProps) {
  return useApiForm<Values>({
    draftKey: `fact:${subject.subjectId}:${fact.name}:${value?.id ?? 'new'}`,
    initial: value
      ? {
          value: held(fact, value.value),
          fromOn: value.fromOn,
          untilOn: value.untilOn ?? null,
          evidence: value.evidence,
        }
      : { fromOn: today() },
    save: async (values, idempotencyKey) => {
      const input = { ...values, ...subject, value: String(values.value) };
      return value
        ? await execute(CORRECT_FACT, {
            input: {
              ...input,
              reason: values.reason ?? '',
              factId: value.id,
              version: value.version,
            },
          })
        : await execute(RECORD_FACT, { input: { ...input, name: fact.name, idempotencyKey } });
    },
    invalidates: touches,
    onSaved: onClose,
  });
}

export function FactDrawer(props: FactDrawerProps) {
  const { t } = useText();
  const { fact, value, onClose } = props;
  const words = useFactWords();
  const form = useFactForm(props);
  const fromOn = Form.useWatch('fromOn', form.form) as string | undefined;
  const isLate = fromOn !== undefined && fromOn < today() && fact.currentId !== null;
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={value ? t('facts:correctTitle') : t('facts:recordTitle')}
      form={form}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>
        <strong>{words.label(fact)}</strong>
        <br />
        <span style={{ color: 'var(--yb-ink-soft)' }}>{words.askers(fact)}</span>
      </p>
      <Form.Item name="value" label={t(`facts:values.${fact.kind}`)} rules={[required]}>
        <ValueInput fact={fact} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('facts:fromOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="untilOn" label={t('facts:untilOn')} extra={t('facts:untilNote')}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t('facts:evidence')}
        extra={t('facts:evidenceNote')}
        rules={[{ required: true, whitespace: true, message: t('rules:required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      {value || isLate ? (
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

interface ValueInputProps {
  readonly id?: string;
  readonly value?: string | number;
  readonly onChange?: (value: string | number | null) => void;
  readonly fact: Fact;
}

/** The control that fits the kind of the value. */
function ValueInput({ fact, value, onChange, ...rest }: ValueInputProps) {
  const { t } = useText();
  const words = useFactWords();
  const change = (next: string | number | null): void => onChange?.(next);
  switch (fact.kind) {
    case 'MONEY':
      return (
        <YuanInput
          {...rest}
          value={typeof value === 'number' ? value : null}
          onChange={(fen) => change(fen)}
        />
      );
    case 'NUMBER':
      return (
        <InputNumber
          {...rest}
          value={typeof value === 'number' ? value : null}
          onChange={change}
          max={MOST}
          suffix={words.unit(fact)}
          style={{ width: '100%' }}
        />
      );
    case 'YES_NO':
      return (
        <Radio.Group
          {...rest}
          value={value}
          optionType="button"
          onChange={(event) => change(String(event.target.value))}
          options={[
            { value: 'true', label: t('common:yes') },
            { value: 'false', label: t('common:no') },
          ]}
        />
      );
    case 'CHOICE':
      return (
        <Select
          {...rest}
          value={value ?? null}
          onChange={change}
          options={[
            ...fact.options.map((one) => ({ value: one.value, label: words.option(one) })),
            { value: OTHER, label: t('facts:other') },
          ]}
        />
      );
    case 'TEXT':
      return (
        <Input
          {...rest}
          value={value ?? ''}
          maxLength={LONGEST}
          onChange={(event) => change(event.target.value)}
        />
      );
  }
}
