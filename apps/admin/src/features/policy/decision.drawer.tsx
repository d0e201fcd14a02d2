import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Radio } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import { useOptionText, type Decision } from './use-decisions.js';
import { EffectView, useRun } from './effect-view.js';
import type { CountyPlace } from './policy.page.js';
import { PROPOSE_DECISION } from './proposal.queries.js';
import { START_RUN } from './run.queries.js';
import { usePackWords } from './words.js';

interface DecisionDrawerProps {
  readonly decision: Decision;
  readonly packId: string;
  readonly place: CountyPlace;
  readonly onClose: () => void;
}

const MAX_REASON = 500;
const MAX_TITLE = 120;

/** Choose, see what it does to the months that are over, then propose: in this order. */
export function DecisionDrawer(props: DecisionDrawerProps) {
  const { decision, packId, place, onClose } = props;
  const { t } = useText();
  const { pick } = usePackWords();
  const optionText = useOptionText();
  const question = pick(decision.questionZh, decision.questionEn);
  const [option, setOption] = useState<string | null>(null);
  const [runId, setRunId] = useState<string | null>(null);
  const effect = useMutation({
    mutationFn: async (chosen: string) =>
      await execute(START_RUN, {
        input: {
          countyCode: place.countyCode,
          kind: 'EFFECT',
          title: `${decision.id} → ${optionText(decision, chosen)}`.slice(0, MAX_TITLE),
          packId,
          decisions: [{ decision: decision.id, option: chosen }],
          rates: [],
        },
      }),
    onSuccess: ({ startPolicyRun }) => setRunId(startPolicyRun.id),
  });
  return (
    <SideDrawer title={t('policy:decision.drawer')} onClose={onClose} width={720} destroyOnHidden>
      <h3 style={{ marginTop: 0 }}>{question}</h3>
      <p className="yb-soft">
        {t('policy:decision.chosen')}
        {t('audit:colon')}
        {optionText(decision, decision.chosen)}
      </p>
      <fieldset className="yb-plain-fieldset">
        <legend>{t('policy:decision.pick')}</legend>
        <Radio.Group
          value={option}
          onChange={(event) => {
            setOption(String(event.target.value));
            setRunId(null);
          }}
        >
          <Flex vertical gap={8}>
            {decision.options
              .filter(({ id }) => id !== decision.chosen)
              .map(({ id }) => (
                <Radio key={id} value={id}>
                  {optionText(decision, id)}
                </Radio>
              ))}
          </Flex>
        </Radio.Group>
      </fieldset>
      <p className="yb-soft">{t('policy:decision.effectNote')}</p>
      {effect.error ? <ErrorAlert error={effect.error} /> : null}
      {runId === null || option === null ? (
        <Button
          type="primary"
          disabled={option === null}
          loading={effect.isPending}
          onClick={() => option !== null && effect.mutate(option)}
        >
          {t('policy:decision.effect')}
        </Button>
      ) : (
        <>
          <EffectView runId={runId} />
          <ProposeForm {...props} option={option} runId={runId} />
        </>
      )}
    </SideDrawer>
  );
}

interface ProposeFormProps extends DecisionDrawerProps {
  readonly option: string;
  readonly runId: string;
}

function ProposeForm({ decision, packId, place, onClose, option, runId }: ProposeFormProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { data: run } = useRun(runId);
  const propose = useMutation({
    mutationFn: async ({ reason }: { readonly reason: string }) =>
      await execute(PROPOSE_DECISION, {
        input: {
          countyCode: place.countyCode,
          packId,
          decision: decision.id,
          option,
          runId,
          reason: reason.trim(),
        },
      }),
    onSuccess: async () => {
      void message.success(t('policy:decision.proposed'));
      await client.invalidateQueries({ queryKey: ['policy'] });
      onClose();
    },
  });
  if (run?.head.status !== 'DONE') {
    return null;
  }
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      style={{ marginTop: 24 }}
      onFinish={(values: { reason: string }) => propose.mutate(values)}
      disabled={propose.isPending}
    >
      {propose.error ? <ErrorAlert error={propose.error} /> : null}
      <Form.Item
        name="reason"
        label={t('policy:activation.reason')}
        rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
      >
        <Input.TextArea rows={3} maxLength={MAX_REASON} showCount />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {t('policy:decision.propose')}
      </Button>
    </Form>
  );
}
