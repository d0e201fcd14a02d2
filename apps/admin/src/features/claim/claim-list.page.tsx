import { execute } from '../../api/execute.js';
import type { ClaimKind, ClaimsQuery, ClaimStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimTitle } from '../../shared/claim/claim-title.js';
import { ClaimStatusTag } from '../../shared/claim/claim-status.js';
import { DueTag, LateTag, UnreadTag } from '../../shared/claim/due.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import { Moment, Yuan } from '../../shared/values.js';
import { ApplyButton } from './apply.drawer.js';
import { CLAIMS } from './board.queries.js';
import { RoundButton } from './round.dialog.js';
import { RoundPanel } from './round-panel.js';
import { thisYear } from '../../shared/today.js';

type Row = ClaimsQuery['claims']['items'][number];

const STATUSES: readonly ClaimStatus[] = [
  'DRAFT',
  'CHECKED',
  'SUBMITTED',
  'IN_REVIEW',
  'DECIDED',
  'PAID',
  'CLOSED',
  'RETURNED',
  'WITHDRAWN',
];
const KINDS: readonly ClaimKind[] = ['MONTHLY', 'YEARLY_OPERATING', 'AWARD'];
const YEARS_BACK = 4;

export function ClaimListPage() {
  const { t } = useText();
  const titleOf = useClaimTitle();
  const mayPrepare = useCan()('claim.prepare');
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear() - back));
  return (
    <>
      <PageHeader
        title={t('claim:menu.list')}
        note={t('claim:list.note')}
        actions={
          <>
            {mayPrepare ? <RoundButton /> : null}
            <ApplyButton />
          </>
        }
      />
      {mayPrepare ? <RoundPanel /> : null}
      <PageTable<Row>
        id="claims"
        label={t('claim:menu.list')}
        queryKey={['claims', 'list']}
        load={async ({ page, pageSize, filters }) => {
          const year = filters['year'] ? Number(filters['year']) : null;
          const status = (filters['status'] ?? null) as ClaimStatus | null;
          const kind = (filters['kind'] ?? null) as ClaimKind | null;
          return (await execute(CLAIMS, { page, pageSize, centerId: null, status, year, kind }))
            .claims;
        }}
        columns={[
          {
            key: 'period',
            title: t('claim:list.period'),
            render: (row) => titleOf(row),
          },
          { key: 'center', title: t('claim:list.center'), render: (row) => row.centerName },
          {
            key: 'status',
            title: t('claim:list.status'),
            besideHeading: true,
            render: (row) => (
              <>
                <ClaimStatusTag status={row.status} /> <LateTag lateDays={row.lateDays} />{' '}
                <UnreadTag count={row.unreadCount} /> <DueTag dueOn={row.dueOn} />
              </>
            ),
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
            key: 'submittedAt',
            title: t('claim:list.submittedAt'),
            notOnCard: true,
            render: (row) => <Moment value={row.submittedAt} />,
          },
          { key: 'number', title: t('claim:list.number'), render: (row) => row.number },
        ]}
        rowKey={(row) => row.id}
        rowLink={(row) => centerPath(row.centerId, `claims/${row.id}`)}
        filters={[
          {
            kind: 'select',
            key: 'kind',
            label: t('claim:list.kind'),
            options: KINDS.map((kind) => ({ value: kind, label: t(`claim:kinds.${kind}`) })),
          },
          {
            kind: 'select',
            key: 'status',
            label: t('claim:list.status'),
            options: STATUSES.map((status) => ({
              value: status,
              label: t(`claim:status.${status}`),
            })),
          },
          {
            kind: 'select',
            key: 'year',
            label: t('claim:list.year'),
            options: years.map((year) => ({ value: year, label: year })),
          },
        ]}
        empty={{ text: t('claim:list.empty') }}
      />
    </>
  );
}
