import { useQueryClient } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { ClaimKind, ClaimsQuery, ClaimStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimTitle } from '../../shared/claim/claim-title.js';
import { ClaimStatusTag } from '../../shared/claim/claim-status.js';
import { DueTag, LateTag, UnreadTag } from '../../shared/claim/due.js';
import { PageTable } from '../../shared/table/page-table.js';
import { Moment, Yuan } from '../../shared/values.js';
import { useWarm } from '../../shared/warm.js';
import { CLAIMS } from './board.queries.js';
import { ClaimPart } from './claim.part.js';
import { fetchClaimAhead } from './claim.source.js';
import { useClaimPath } from './use-own-center.js';
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

/** Claims by year, kind and state; of centers that one ran and runs no more, or of all in reach. */
export function ClaimTable({ isFormer = false }: { readonly isFormer?: boolean }) {
  const { t } = useText();
  const titleOf = useClaimTitle();
  const pathOf = useClaimPath();
  const client = useQueryClient();
  useWarm(ClaimPart.fetch);
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear() - back));
  return (
    <PageTable<Row>
      id={isFormer ? 'former-claims' : 'claims'}
      label={t(isFormer ? 'claim:menu.former' : 'claim:menu.list')}
      queryKey={['claims', 'list', isFormer]}
      load={async ({ page, pageSize, filters }) => {
        const year = filters['year'] ? Number(filters['year']) : null;
        const status = (filters['status'] ?? null) as ClaimStatus | null;
        const kind = (filters['kind'] ?? null) as ClaimKind | null;
        const asked = { page, pageSize, centerId: null, status, year, kind, isFormer };
        return (await execute(CLAIMS, asked)).claims;
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
      rowLink={pathOf}
      ahead={({ id }) => fetchClaimAhead(client, id)}
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
  );
}
