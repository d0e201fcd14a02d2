import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { DrawCallsInput } from '../../gql/graphql.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { MonthPicker } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useProgramBook } from '../../shared/program-names.js';
import { today } from '../../shared/today.js';
import { DRAW_CALLS } from './calls.queries.js';

const OPEN_CLAIMS = graphql(`
  query CallableClaims {
    reviewQueue(page: 1, pageSize: 20) {
      items {
        id
        period
      }
    }
  }
`);

type Values = Omit<DrawCallsInput, 'idempotencyKey'>;

const USUAL = 10;
const MOST = 100;
const MONTH = 7;

/** What the county's own rules pay for people: a center or a building is not called. */
function usePeoplesPrograms() {
  const { locale } = useText();
  const { programs } = useProgramBook();
  return [...programs.values()]
    .filter(({ countyCode, paysPeople }) => paysPeople && countyCode !== '*')
    .map((program) => ({
      value: program.program,
      label: locale === 'en' ? program.en : program.zh,
    }));
}

/** A share of the people of a program, by a draw that is kept. */
export function DrawDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const programs = usePeoplesPrograms();
  const only = programs.length === 1 ? programs[0] : undefined;
  const { data: claims = [] } = useQuery({
    queryKey: ['calls', 'claims'],
    queryFn: async () => (await execute(OPEN_CLAIMS, {})).reviewQueue.items,
  });
  const form = useApiForm<Values, number>({
    draftKey: 'draw-calls',
    initial: {
      period: claims[0]?.period ?? today().slice(0, MONTH),
      ...(only === undefined ? {} : { program: only.value }),
      percent: USUAL,
    },
    save: async (values, idempotencyKey) =>
      (await execute(DRAW_CALLS, { input: { ...values, idempotencyKey } })).drawCallbacks,
    invalidates: [['calls'], ['samples']],
    onSaved: onClose,
  });
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('calls:drawTitle')}
      form={form}
      onClose={onClose}
      submitText={t('calls:draw')}
    >
      <p className="yb-soft">{t('calls:drawNote')}</p>
      <Form.Item name="period" label={t('calls:period')} rules={required}>
        <MonthPicker />
      </Form.Item>
      <Form.Item name="program" label={t('calls:program')} rules={required}>
        <Select options={programs} notFoundContent={t('calls:noPrograms')} />
      </Form.Item>
      <Form.Item name="percent" label={t('calls:percent')} rules={required}>
        <InputNumber min={1} max={MOST} precision={0} suffix="%" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="seed" label={t('calls:seed')} extra={t('calls:seedHint')}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={t('calls:remark')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
