import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { PolicyPackQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { MonthPicker } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { EffectView } from './effect-view.js';
import type { CountyPlace } from './policy.page.js';
import { PROPOSE_ACTIVATION } from './proposal.queries.js';
import { START_RUN } from './run.queries.js';
import { usePackWords } from './words.js';

interface ActivationDrawerProps {
  readonly pack: PolicyPackQuery['policyPack']['head'];
  readonly place: CountyPlace;
  readonly onClose: () => void;
}

interface ActivationValues {
  readonly fromMonth: string;
  readonly reason: string;
}

const MAX_REASON = 500;
const MAX_TITLE = 120;

/** From which month, why, and what it does to the months before. */
export function ActivationDrawer({ pack, place, onClose }: ActivationDrawerProps) {
  const { t } = useText();
  const { title } = usePackWords();
  const [runId, setRunId] = useState<string | null>(null);
  const name = `${title(pack)} ${t('policy:list.versionOf', { version: pack.version })}`;
  const form = useApiForm<ActivationValues>({
    draftKey: `policy-activation:${pack.id}`,
    save: async (values) =>
      await execute(PROPOSE_ACTIVATION, {
        input: { ...values, countyCode: place.countyCode, packId: pack.id, runId },
      }),
    onSaved: onClose,
    invalidates: [['policy']],
    savedText: t('policy:activation.proposed'),
  });
  const effect = useMutation({
    mutationFn: async () =>
      await execute(START_RUN, {
        input: {
          countyCode: place.countyCode,
          kind: 'EFFECT',
          title: name.slice(0, MAX_TITLE),
          packId: pack.id,
          decisions: [],
          rates: [],
        },
      }),
    onSuccess: ({ startPolicyRun }) => setRunId(startPolicyRun.id),
  });
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('policy:activation.title', { name })}
      form={form}
      onClose={onClose}
      submitText={t('policy:decision.propose')}
      wide
    >
      <Form.Item name="fromMonth" label={t('policy:activation.fromMonth')} rules={required}>
        <MonthPicker />
      </Form.Item>
      <Form.Item name="reason" label={t('policy:activation.reason')} rules={required}>
        <Input.TextArea rows={3} maxLength={MAX_REASON} showCount />
      </Form.Item>
      <p style={{ marginBottom: 4 }}>{t('policy:activation.note')}</p>
      <ul className="yb-words">
        <li>{t('policy:activation.point1')}</li>
        <li>{t('policy:activation.point2')}</li>
        <li>{t('policy:activation.point3')}</li>
      </ul>
      <div style={{ marginTop: 16 }}>
        {effect.error ? <ErrorAlert error={effect.error} /> : null}
        {runId === null ? (
          <Button loading={effect.isPending} onClick={() => effect.mutate()}>
            {t('policy:activation.effect')}
          </Button>
        ) : (
          <EffectView runId={runId} />
        )}
      </div>
    </FormDrawer>
  );
}
