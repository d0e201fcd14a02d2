import { execute } from '../../api/execute.js';
import type { ReviewQueueQuery, ReviewStage } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimTitle } from '../../shared/claim/claim-title.js';
import { ClaimStatusTag } from '../../shared/claim/claim-status.js';
import { DueTag, LateTag, UnreadTag } from '../../shared/claim/due.js';
import { PageHeader } from '../../shared/page-header.js';
import { StatusTag } from '../../shared/status-tag.js';
import { useCenterFilter } from '../../shared/table/use-center-filter.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { thisYear } from '../../shared/today.js';
import { Moment, Yuan } from '../../shared/values.js';
import { useWarm } from '../../shared/warm.js';
import { claimPath } from './paths.js';
import { REVIEW_QUEUE } from './review.queries.js';
import { ReviewPart } from './review.part.js';

type Row = ReviewQueueQuery['reviewQueue']['items'][number];

const STAGES: readonly ReviewStage[] = [
  'UNFINISHED',
  'TO_OPEN',
  'REVIEWING',
  'TO_DECIDE',
  'TO_PAY',
  'TO_CLOSE',
  'CLOSED',
  'RETURNED',
  'OVERDUE',
  'DECISIONS',
  'ALL',
];
const YEARS_BACK = 4;
const DAY_MS = 86_400_000;

const daysSince = (moment: string | null | undefined): number =>
  moment ? Math.max(0, Math.floor((Date.now() - Date.parse(moment)) / DAY_MS)) : 0;

/** Records of the county came after the submission, and speak against the claim. */
function NewMatchTag({ count }: { readonly count: number | null | undefined }) {
  const { t } = useText();
  return count ? (
    <StatusTag tone="warning">{t('registry:match.queue', { count })}</StatusTag>
  ) : null;
}

function useColumns(): readonly PageColumn<Row>[] {
  const { t } = useText();
  const titleOf = useClaimTitle();
  return [
    {
      key: 'center',
      title: t('claim:list.center'),
      render: (row) => (
        <>
          {row.centerName}
          <div className="yb-soft yb-sub">{row.organizationName}</div>
        </>
      ),
    },
    {
      key: 'period',
      title: t('claim:list.period'),
      render: (row) => (
        <>
          {titleOf(row)}
          {row.revision > 1 ? ` · ${t('claim:page.revision', { revision: row.revision })}` : ''}
        </>
      ),
    },
    {
      key: 'status',
      title: t('claim:list.status'),
      besideHeading: true,
      render: (row) => (
        <>
          <ClaimStatusTag status={row.status} /> <LateTag lateDays={row.lateDays} />{' '}
          <UnreadTag count={row.unreadCount} /> <NewMatchTag count={row.newMatchCount} />
        </>
      ),
    },
    {
      key: 'waiting',
      title: t('review:queue.waiting'),
      align: 'right',
      render: (row) =>
        row.status === 'SUBMITTED' || row.status === 'IN_REVIEW'
          ? t('review:queue.days', { count: daysSince(row.submittedAt) })
          : '—',
    },
    {
      key: 'due',
      title: t('bureau:clock.due'),
      width: 100,
      render: (row) => (row.dueOn ? <DueTag dueOn={row.dueOn} /> : '—'),
    },
    {
      key: 'submittedAt',
      title: t('claim:list.submittedAt'),
      render: (row) => <Moment value={row.submittedAt} />,
    },
    {
      key: 'lines',
      title: t('review:queue.lines'),
      align: 'right',
      notOnCard: true,
      render: (row) => row.lineCount,
    },
    {
      key: 'warns',
      title: t('review:queue.warns'),
      align: 'right',
      notOnCard: true,
      render: (row) => row.warnCount,
    },
    {
      key: 'claimed',
      title: t('claim:board.claimed'),
      align: 'right',
      render: (row) => <Yuan fen={row.claimedFen} />,
    },
    {
      key: 'decided',
      title: t('claim:board.decided'),
      align: 'right',
      render: (row) => <Yuan fen={row.decidedFen} />,
    },
    {
      key: 'paid',
      title: t('claim:board.paid'),
      align: 'right',
      render: (row) => <Yuan fen={row.decidedFen === null ? null : row.paidFen} />,
    },
    {
      key: 'number',
      title: t('claim:list.number'),
      notOnCard: true,
      optional: true,
      render: (row) => row.number,
    },
  ];
}

/** Every claim of the county's centers, the longest waiting first. */
export function QueuePage() {
  const { t } = useText();
  const centerFilter = useCenterFilter();
  const columns = useColumns();
  useWarm(ReviewPart.fetch);
  return (
    <>
      <PageHeader title={t('review:menu.queue')} note={t('review:queue.note')} />
      <PageTable<Row>
        id="review-queue"
        label={t('review:menu.queue')}
        queryKey={['review', 'queue']}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(REVIEW_QUEUE, {
              page,
              pageSize,
              stage: (filters['stage'] ?? 'UNFINISHED') as ReviewStage,
              centerId: filters['center'] ?? null,
              year: filters['year'] ? Number(filters['year']) : null,
            })
          ).reviewQueue
        }
        columns={columns}
        rowKey={(row) => row.id}
        rowLink={(row) => claimPath(row.id)}
        filters={[
          {
            kind: 'select',
            key: 'stage',
            label: t('review:queue.stage'),
            options: STAGES.map((value) => ({ value, label: t(`review:stage.${value}`) })),
          },
          centerFilter,
          {
            kind: 'select',
            key: 'year',
            label: t('claim:list.year'),
            options: Array.from({ length: YEARS_BACK }, (_, back) => {
              const year = String(thisYear() - back);
              return { value: year, label: year };
            }),
            width: 120,
          },
        ]}
        defaults={{ stage: 'UNFINISHED' }}
        empty={{ text: t('review:queue.empty') }}
      />
    </>
  );
}
