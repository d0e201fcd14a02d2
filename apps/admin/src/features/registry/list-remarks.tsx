import { execute } from '../../api/execute.js';
import type { RegistryRemarksQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { List } from './list-status.js';
import { REGISTRY_REMARKS } from './registry.queries.js';
import { useRemarkText } from './use-remark-text.js';

type Remark = RegistryRemarksQuery['registryRemarks']['items'][number];

/** Every problem by row, column and cause; notes beside them. */
export function ListRemarks({ list }: { readonly list: List }) {
  const { t } = useText();
  const remarkText = useRemarkText();
  return (
    <PageTable<Remark>
      id="registry-remarks"
      label={t('registry:problems')}
      urlPrefix="r"
      queryKey={['registry', 'remarks', list.id, list.version]}
      load={async ({ page, pageSize }) =>
        (await execute(REGISTRY_REMARKS, { listId: list.id, page, pageSize })).registryRemarks
      }
      rowKey={(remark) => `${remark.row}-${remark.field ?? ''}-${remark.rule}`}
      columns={[
        {
          key: 'row',
          title: t('registry:row'),
          width: 110,
          render: ({ row }) => t('registry:rowNumber', { number: row }),
        },
        {
          key: 'column',
          title: t('registry:column'),
          width: 160,
          render: ({ heading, field }) => heading ?? (field ? t(`registry:fields.${field}`) : '—'),
        },
        {
          key: 'cell',
          title: t('registry:cell'),
          width: 200,
          render: ({ cell }) => <span className="yb-registry-remark">{cell ?? '—'}</span>,
        },
        {
          key: 'cause',
          title: t('registry:cause'),
          wideOnCard: true,
          render: (remark) => (
            <StatusTag tone={remark.isProblem ? 'stopped' : 'warning'}>
              {remarkText(remark)}
            </StatusTag>
          ),
        },
      ]}
      empty={{ text: t('registry:noProblems') }}
    />
  );
}
