import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';

import { ApiError } from '../../api/api-error.js';
import { execute } from '../../api/execute.js';
import type { JobQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../error-alert.js';
import { CANCEL_JOB, JOB } from './jobs.queries.js';

type Job = JobQuery['job'];

const POLL_MS = 1_000;

export const isRunning = (status: Job['status']): boolean =>
  status === 'QUEUED' || status === 'RUNNING';

export function percentOf(job: Pick<Job, 'progressDone' | 'progressTotal'>): number {
  return job.progressTotal === 0 ? 0 : Math.floor((100 * job.progressDone) / job.progressTotal);
}

/** The refusal a failed job ended with, to be worded like any other. */
export function errorOf(job: Pick<Job, 'errorCode' | 'errorParams'>): ApiError {
  const params = JSON.parse(job.errorParams ?? '{}') as Record<string, unknown> | null;
  return new ApiError((job.errorCode ?? 'INTERNAL') as 'INTERNAL', { params: params ?? {} });
}

interface JobProgressProps {
  readonly jobId: string;
  /** Called once, when the work is done: refresh what it has changed. */
  readonly onDone?: (job: Job) => void;
  /** What to show when it is done; it gets the result the job left (JSON). */
  readonly renderDone?: (result: string | null) => ReactNode;
}

function useJob(jobId: string) {
  return useQuery({
    queryKey: ['job', jobId],
    queryFn: async () => (await execute(JOB, { id: jobId }, { background: true })).job,
    refetchInterval: ({ state }) => (state.data && !isRunning(state.data.status) ? false : POLL_MS),
  });
}

/** Long work with its progress. Leaving the page stops nothing: the bell keeps the result. */
export function JobProgress({ jobId, onDone, renderDone }: JobProgressProps) {
  const client = useQueryClient();
  const { data: job } = useJob(jobId);
  const cancel = useMutation({
    mutationFn: async () => await execute(CANCEL_JOB, { id: jobId }),
    onSettled: async () => await client.invalidateQueries({ queryKey: ['job', jobId] }),
  });
  const told = useRef(false);
  useEffect(() => {
    if (job?.status === 'DONE' && !told.current) {
      told.current = true;
      onDone?.(job);
    }
  }, [job, onDone]);
  if (!job || isRunning(job.status)) {
    const stop = { isPending: cancel.isPending, run: () => cancel.mutate() };
    return <Going percent={job ? percentOf(job) : 0} stop={stop} />;
  }
  return <Ended job={job} done={job.status === 'DONE' && renderDone?.(job.result ?? null)} />;
}

function Ended({ job, done }: { readonly job: Job; readonly done: ReactNode }) {
  const { t } = useText();
  if (job.status === 'DONE') {
    return done || <Alert type="success" showIcon title={t('shell:jobs.done')} />;
  }
  return job.status === 'CANCELLED' ? (
    <Alert type="info" showIcon title={t('shell:jobs.cancelled')} />
  ) : (
    <ErrorAlert title={t('shell:jobs.failed')} error={errorOf(job)} />
  );
}

interface GoingProps {
  readonly percent: number;
  readonly stop: { readonly isPending: boolean; readonly run: () => void };
}

function Going({ percent, stop }: GoingProps) {
  const { t } = useText();
  return (
    <Flex vertical gap={8} role="status">
      <Progress percent={percent} status="active" aria-label={t('shell:jobs.progress')} />
      <Flex justify="space-between" align="center" gap={12} wrap>
        <span>{t('shell:jobs.leaveIt')}</span>
        <Button size="small" loading={stop.isPending} onClick={stop.run}>
          {t('shell:jobs.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
