import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type { RunDecisionInput, RunRateInput, StartPolicyRunMutation } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { useDecisions } from './use-decisions.js';
import { useRates, useRateText } from './notice.drawer.js';
import { usePacks } from './packs.tab.js';
import type { CountyPlace } from './policy.page.js';
import { START_RUN } from './run.queries.js';
import { usePackWords } from './words.js';
import { thisYear } from '../../shared/today.js';

interface RunValues {
  readonly title: string;
  readonly packId: string;
  readonly year: number;
  readonly rates?: readonly RunRateInput[];
  readonly decisions?: readonly RunDecisionInput[];
}

interface RunDrawerProps {
  readonly place: CountyPlace;
  readonly onClose: () => void;
}

const MAX_TITLE = 120;

/** Another version, other choices, other figures: tried over the records of a year. */
export function RunDrawer({ place, onClose }: RunDrawerProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const packs = usePacks(place.countyCode);
  const inForce = packs.data?.find(({ standing }) => standing === 'IN_FORCE');
  const { title } = usePackWords();
  const form = useApiForm<RunValues, StartPolicyRunMutation>({
    draftKey: `policy-run:${place.countyCode}`,
    initial: { packId: inForce?.id ?? '', year: thisYear() - 1 },
    save: async (values) =>
      await execute(START_RUN, {
        input: {
          ...values,
          countyCode: place.countyCode,
          kind: 'WHAT_IF',
          rates: [...(values.rates ?? [])],
          decisions: [...(values.decisions ?? [])],
        },
      }),
    onSaved: ({ startPolicyRun }) => void navigate(`${place.base}/runs/${startPolicyRun.id}`),
    invalidates: [['policy', 'runs']],
    savedText: t('policy:run.started'),
  });
  const packId = Form.useWatch('packId', form.form) ?? inForce?.id ?? '';
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('policy:run.new')}
      form={form}
      onClose={onClose}
      submitText={t('policy:run.start')}
      wide
    >
      <p style={{ marginTop: 0 }}>{t('policy:run.note')}</p>
      <Form.Item name="title" label={t('policy:run.title')} rules={required}>
        <Input maxLength={MAX_TITLE} placeholder={t('policy:run.titleHint')} />
      </Form.Item>
      <Form.Item name="packId" label={t('policy:run.pack')} rules={required}>
        <Select
          options={(packs.data ?? []).map((pack) => ({
            value: pack.id,
            label: `${title(pack)} · ${t('policy:list.versionOf', { version: pack.version })}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="year" label={t('policy:run.year')} rules={required}>
        <Select
          options={[thisYear(), thisYear() - 1, thisYear() - 2].map((year) => ({
            value: year,
            label: t(year === thisYear() ? 'policy:run.yearToDate' : 'policy:run.wholeYear', {
              year,
            }),
          }))}
        />
      </Form.Item>
      <RateFields packId={packId} countyCode={place.countyCode} />
      <DecisionFields packId={packId} countyCode={place.countyCode} />
    </FormDrawer>
  );
}

interface FieldsProps {
  readonly packId: string;
  readonly countyCode: string;
}

function RateFields({ packId, countyCode }: FieldsProps) {
  const { t } = useText();
  const rates = useRates(packId, countyCode);
  const rateText = useRateText();
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <Form.List name="rates">
      {(fields, { add, remove }) => (
        <fieldset className="yb-plain-fieldset">
          <legend>{t('policy:run.rates')}</legend>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap={8} align="flex-start" wrap>
              <Form.Item name={[name, 'rate']} rules={required} style={{ flex: '3 1 260px' }}>
                <Select
                  aria-label={t('policy:notice.rate')}
                  options={rates.map((rate) => ({ value: rate.id, label: rateText(rate) }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'fen']} rules={required} style={{ flex: '1 1 120px' }}>
                <YuanInput aria-label={t('policy:program.amount')} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('common:delete')}
                onClick={() => remove(name)}
              />
            </Flex>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            disabled={rates.length === 0}
            onClick={() => add({})}
          >
            {t('policy:run.addRate')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function DecisionFields({ packId, countyCode }: FieldsProps) {
  const { t } = useText();
  const { pick } = usePackWords();
  const { data } = useDecisions(packId, countyCode);
  const open = (data ?? []).filter(({ options }) => options.length > 1);
  const chosen = Form.useWatch<readonly (RunDecisionInput | undefined)[] | undefined>('decisions');
  const optionsOf = (index: number) =>
    open.find(({ id }) => id === chosen?.[index]?.decision)?.options ?? [];
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <Form.List name="decisions">
      {(fields, { add, remove }) => (
        <fieldset className="yb-plain-fieldset">
          <legend>{t('policy:run.decisions')}</legend>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap={8} align="flex-start" wrap>
              <Form.Item name={[name, 'decision']} rules={required} style={{ flex: '1 1 260px' }}>
                <Select
                  aria-label={t('policy:pack.tab.decisions')}
                  popupMatchSelectWidth={false}
                  options={open.map((decision) => ({
                    value: decision.id,
                    label: `${decision.id} ${pick(decision.questionZh, decision.questionEn)}`,
                  }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'option']} rules={required} style={{ flex: '1 1 220px' }}>
                <Select
                  aria-label={t('policy:decision.pick')}
                  popupMatchSelectWidth={false}
                  options={optionsOf(name).map((option) => ({
                    value: option.id,
                    label: pick(option.textZh, option.textEn),
                  }))}
                />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('common:delete')}
                onClick={() => remove(name)}
              />
            </Flex>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            disabled={open.length === 0}
            onClick={() => add({})}
          >
            {t('policy:run.addDecision')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
