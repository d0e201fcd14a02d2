import type {
  ClaimLineKind,
  ClaimLinesQuery,
  ClaimLineStatus,
  ClaimQuery,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { PageTable } from '../../shared/table/page-table.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Yuan } from '../../shared/values.js';
import { useIsOwnCenter } from './use-own-center.js';
import { linesSource } from './claim.source.js';
import { LineDrawer } from './line.drawer.js';
import { useLineColumns, type LineRow } from './line-columns.js';

const KINDS: readonly ClaimLineKind[] = ['NORMAL', 'CATCH_UP', 'REVERSAL'];
const STATUSES: readonly ClaimLineStatus[] = ['PAYABLE', 'NEEDS_DECISION', 'NOT_PAYABLE'];
const VERDICTS = ['OPEN', 'ACCEPTED', 'RETURNED', 'HELD', 'CUT'] as const;

export function LinesTab({ claim }: { readonly claim: ClaimQuery['claim'] }) {
  const { t } = useText();
  const isOwn = useIsOwnCenter()(claim.centerId);
  const { programName } = useClaimNames();
  const [lineId, setLineId] = useUrlValue('line');
  const columns = useLineColumns();
  return (
    <>
      <PageTable<LineRow, ClaimLinesQuery['claimLines']>
        id="claim-lines"
        label={t('claim:tabs.lines')}
        {...linesSource(claim.id)}
        columns={columns}
        rowKey={(row) => row.id}
        onRow={(row) => setLineId(row.id)}
        filters={[
          { kind: 'search', key: 'search', label: t('claim:lines.search') },
          {
            kind: 'select',
            key: 'program',
            label: t('claim:lines.program'),
            options: claim.totals.map(({ program }) => ({
              value: program,
              label: programName(program),
            })),
          },
          {
            kind: 'select',
            key: 'status',
            label: t('claim:lines.status'),
            options: STATUSES.map((value) => ({ value, label: t(`claim:lineStatus.${value}`) })),
          },
          {
            kind: 'select',
            key: 'kind',
            label: t('claim:lines.kind'),
            options: KINDS.map((value) => ({ value, label: t(`claim:kind.${value}`) })),
          },
          {
            kind: 'select',
            key: 'verdict',
            label: t('claim:lines.verdict'),
            options: VERDICTS.map((value) => ({ value, label: t(`claim:verdict.${value}`) })),
          },
        ]}
        exportAs={{ list: 'claim-lines', args: { claimId: claim.id } }}
        empty={{ text: t('claim:lines.empty') }}
        footer={({ payableFen }) => (
          <>
            {t('claim:lines.sum')}{' '}
            <strong>
              <Yuan fen={payableFen} unit />
            </strong>
          </>
        )}
      />
      {lineId ? (
        <LineDrawer
          lineId={lineId}
          centerId={isOwn ? claim.centerId : null}
          onClose={() => setLineId(null)}
        />
      ) : null}
    </>
  );
}
