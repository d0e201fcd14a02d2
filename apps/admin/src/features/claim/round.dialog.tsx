import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { MonthPicker } from '../../shared/form/date-inputs.js';
import { lastMonth, thisMonth } from '../../shared/today.js';
import { PREPARE_CLAIMS, ROUND_KEY, useRound } from './round.queries.js';

export function RoundButton() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { data: round } = useRound();
  return (
    <>
      <Button disabled={round?.isOver === false} onClick={() => setOpen(true)}>
        {t('claim:list.round.start')}
      </Button>
      {isOpen ? <RoundDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RoundDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const [period, setPeriod] = useState<string | null>(lastMonth());
  const [key] = useState(newKey);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const start = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await execute(PREPARE_CLAIMS, { input: { period: period ?? '', idempotencyKey: key } });
      await client.invalidateQueries({ queryKey: ROUND_KEY });
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('claim:list.round.start')}
      okText={t('claim:list.round.submit')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: period === null, loading: isBusy }}
      onOk={() => void start()}
      onCancel={onClose}
    >
      <p>{t('claim:list.round.lead')}</p>
      <Form layout="vertical">
        <Form.Item label={t('claim:list.round.period')} htmlFor="round-period">
          <MonthPicker
            id="round-period"
            value={period}
            onChange={setPeriod}
            max={thisMonth()}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </Form>
      {error === null ? null : <ErrorAlert error={error} />}
    </Modal>
  );
}
