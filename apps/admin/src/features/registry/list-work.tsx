import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useCallback } from 'react';

import { useText } from '../../i18n/use-text.js';
import { JobProgress } from '../../shared/jobs/job-progress.js';
import { Panel } from '../../shared/panel.js';
import type { List } from './list-status.js';

const CHANGED = [['registry'], ['claim-matches'], ['review'], ['my-jobs']];

/** A list on its way in: how far it is, or why the last attempt brought nothing in. */
export function ListWork({ list }: { readonly list: List }) {
  const { t } = useText();
  const client = useQueryClient();
  const refresh = useCallback(
    () =>
      void Promise.all(
        CHANGED.map(async (queryKey) => await client.invalidateQueries({ queryKey })),
      ),
    [client],
  );
  if (list.jobId) {
    const isGoing = list.status === 'ACCEPTING';
    return (
      <Panel title={t(isGoing ? 'registry:accepting' : 'registry:notAccepted')}>
        <JobProgress key={list.jobId} jobId={list.jobId} onDone={refresh} />
      </Panel>
    );
  }
  return list.status === 'ACCEPTING' ? (
    <Alert type="info" showIcon style={{ marginBottom: 16 }} title={t('registry:othersWork')} />
  ) : null;
}
