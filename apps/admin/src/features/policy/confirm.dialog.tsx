import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { Change } from './change.js';
import { CONFIRM_PROPOSAL } from './proposal.queries.js';
import type { Proposal } from './proposals.tab.js';

interface ConfirmDialogProps {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

/** The second pair of eyes: what changes, and that decided months do not. */
export function ConfirmDialog({ proposal, onClose }: ConfirmDialogProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: async () => await execute(CONFIRM_PROPOSAL, { input: { proposalId: proposal.id } }),
    onSuccess: async () => {
      void message.success(t('policy:proposal.done'));
      await client.invalidateQueries({ queryKey: ['policy'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('policy:proposal.confirmTitle')}
      okText={t('policy:proposal.confirm')}
      confirmLoading={confirm.isPending}
      onOk={() => confirm.mutate()}
      onCancel={() => !confirm.isPending && onClose()}
    >
      {confirm.error ? <ErrorAlert error={confirm.error} /> : null}
      <p>
        <strong>{t(`policy:proposal.kind.${proposal.kind}`)}</strong> <Change proposal={proposal} />
      </p>
      <p className="yb-soft">
        {proposal.proposedByName}: {proposal.reason}
      </p>
      <Alert type="info" showIcon title={t('policy:proposal.confirmNote')} />
    </Modal>
  );
}
