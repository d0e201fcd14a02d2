import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Empty, Flex, Popover, Progress } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { MyJobsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { errorOf, isRunning, percentOf } from '../../shared/jobs/job-progress.js';
import { MY_JOBS } from '../../shared/jobs/jobs.queries.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { Moment } from '../../shared/values.js';

type Job = MyJobsQuery['myJobs'][number];

const POLL_RUNNING_MS = 2_000;
const POLL_QUIET_MS = 60_000;
const SEEN = 'yibu.jobs-seen';

const TONES: Record<Job['status'], StatusTone> = {
  QUEUED: 'waiting',
  RUNNING: 'going',
  DONE: 'done',
  FAILED: 'stopped',
  CANCELLED: 'plain',
};

function JobRow({ job }: { readonly job: Job }) {
  const { t, lookUp } = useText();
  const errorText = useErrorText();
  return (
    <li style={{ padding: '8px 0', borderBottom: '1px solid var(--yb-line)' }}>
      <Flex justify="space-between" gap={12} align="center">
        <span>{lookUp(`shell:jobKinds.${job.kind}`) ?? job.kind}</span>
        <StatusTag tone={TONES[job.status]}>{t(`shell:jobs.status.${job.status}`)}</StatusTag>
      </Flex>
      {job.status === 'RUNNING' ? (
        <Progress percent={percentOf(job)} size="small" aria-label={t('shell:jobs.progress')} />
      ) : null}
      {job.status === 'FAILED' ? <div>{errorText(errorOf(job)).sentence}</div> : null}
      <span style={{ color: 'var(--yb-ink-soft)', fontSize: 12 }}>
        <Moment value={job.finishedAt ?? job.createdAt} />
      </span>
    </li>
  );
}

/** On a device where the list was never opened, what ended before today's visit is no news. */
function seenBefore(): string {
  const known = localStorage.getItem(SEEN);
  if (known !== null) {
    return known;
  }
  const now = new Date().toISOString();
  localStorage.setItem(SEEN, now);
  return now;
}

/** What was started and left alone: still going, finished, failed. */
export function JobBell() {
  const { t } = useText();
  const [seen, setSeen] = useState(seenBefore);
  const { data: jobs = [] } = useQuery({
    queryKey: ['my-jobs'],
    queryFn: async () => (await execute(MY_JOBS, {}, { background: true })).myJobs,
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => isRunning(status)) ? POLL_RUNNING_MS : POLL_QUIET_MS,
  });
  const running = jobs.filter(({ status }) => isRunning(status)).length;
  const news = jobs.filter((job) => (job.finishedAt ?? '') > seen).length;
  const markSeen = (open: boolean): void => {
    if (open) {
      const now = new Date().toISOString();
      localStorage.setItem(SEEN, now);
      setSeen(now);
    }
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('shell:jobs.title')}
      onOpenChange={markSeen}
      content={
        jobs.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t('shell:jobs.none')}
            style={{ width: 280 }}
          />
        ) : (
          <ul className="yb-jobs" tabIndex={0} aria-label={t('shell:jobs.title')}>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
        )
      }
    >
      <Badge count={running + news} size="small" offset={[-8, 10]}>
        <Button
          type="text"
          icon={<BellOutlined />}
          aria-label={t('shell:jobs.bell', { count: running + news })}
        />
      </Badge>
    </Popover>
  );
}
