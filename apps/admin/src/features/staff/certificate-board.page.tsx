import { execute } from '../../api/execute.js';
import type { CertificateBoardQuery, ExpiryState } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan, useCenter } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import { Day } from '../../shared/values.js';
import { EXPIRY_STATES, ExpiryTag } from './expiry-tag.js';
import { LicencePanel } from './licence-lines.js';
import { CERTIFICATE_BOARD } from './staff.queries.js';

type Row = CertificateBoardQuery['certificateBoard']['items'][number];

export function CertificateBoardPage() {
  const { t } = useText();
  const center = useCenter();
  const can = useCan();
  return (
    <>
      <PageHeader title={t('staff:menu.certificates')} note={t('staff:board.note')} />
      {can('center.read') ? <LicencePanel centerId={center.id} /> : null}
      <PageTable<Row>
        id="certificates"
        label={t('staff:menu.certificates')}
        queryKey={['certificates', center.id]}
        load={async ({ page, pageSize, filters }) => {
          const state = (filters['state'] ?? null) as ExpiryState | null;
          const variables = { centerId: center.id, page, pageSize, state };
          return (await execute(CERTIFICATE_BOARD, variables)).certificateBoard;
        }}
        columns={[
          { key: 'holder', title: t('staff:certificate.holder'), render: (row) => row.staffName },
          {
            key: 'type',
            title: t('staff:certificate.type'),
            render: (row) => t(`staff:types.${row.type}`),
          },
          {
            key: 'state',
            title: t('staff:board.state'),
            render: (row) => <ExpiryTag state={row.state} />,
          },
          {
            key: 'validUntil',
            title: t('staff:certificate.validUntil'),
            render: (row) =>
              row.validUntil ? <Day value={row.validUntil} /> : t('staff:certificate.forEver'),
          },
          {
            key: 'number',
            title: t('staff:certificate.number'),
            render: (row) => row.number ?? '—',
          },
          {
            key: 'verified',
            title: t('staff:certificate.verify'),
            render: (row) => row.verifiedByName ?? '—',
          },
        ]}
        rowKey={(row) => row.id}
        rowLink={(row) => centerPath(center.id, `staff/${row.staffId}`)}
        filters={[
          {
            kind: 'select',
            key: 'state',
            label: t('staff:board.state'),
            options: EXPIRY_STATES.map((state) => ({
              value: state,
              label: t(`staff:state.${state}`),
            })),
          },
        ]}
        empty={{ text: t('staff:board.empty') }}
      />
    </>
  );
}
