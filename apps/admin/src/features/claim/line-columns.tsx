import { WarningOutlined } from '@ant-design/icons';

import type { ClaimLinesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { LineStatusTag } from '../../shared/claim/claim-status.js';
import { useMeasure } from '../../shared/claim/measure.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { formatFen } from '../../shared/format.js';
import type { PageColumn } from '../../shared/table/types.js';
import { Month, Yuan } from '../../shared/values.js';

export type LineRow = ClaimLinesQuery['claimLines']['items'][number];

export function useLineColumns(): readonly PageColumn<LineRow>[] {
  const { t } = useText();
  const { programName, unitName } = useClaimNames();
  const { reasonName } = useReasons();
  const { recognizedText } = useMeasure();
  return [
    {
      key: 'subject',
      title: t('claim:lines.subject'),
      render: (row) => (
        <>
          {row.subjectName ?? t('claim:lines.center')}{' '}
          {row.hasWarning ? (
            <WarningOutlined
              style={{ color: '#B25E00' }}
              aria-label={t('claim:lines.warning')}
              title={t('claim:lines.warning')}
            />
          ) : null}
        </>
      ),
    },
    {
      key: 'program',
      title: t('claim:lines.program'),
      render: (row) => programName(row.program),
    },
    { key: 'month', title: t('claim:lines.month'), render: (row) => <Month value={row.month} /> },
    {
      key: 'kind',
      title: t('claim:lines.kind'),
      render: (row) => (
        <>
          {t(`claim:kind.${row.kind}`)}
          {row.previousLineId && row.kind !== 'REVERSAL' ? ` · ${t('claim:lines.again')}` : ''}
        </>
      ),
    },
    {
      key: 'status',
      title: t('claim:lines.status'),
      render: (row) => <LineStatusTag status={row.status} />,
    },
    {
      key: 'quantity',
      title: t('claim:lines.quantity'),
      align: 'right',
      notOnCard: true,
      render: (row) => (row.quantity ? `${row.quantity} ${unitName(row.unit, row.quantity)}` : '—'),
    },
    {
      key: 'rate',
      title: t('claim:lines.rate'),
      align: 'right',
      notOnCard: true,
      render: (row) => <Yuan fen={row.rateFen} />,
    },
    {
      key: 'amount',
      title: t('claim:lines.amount'),
      align: 'right',
      besideHeading: true,
      render: (row) => <Yuan fen={row.amountFen} />,
    },
    {
      key: 'verdict',
      title: t('claim:lines.verdict'),
      width: 220,
      render: (row) =>
        row.verdict ? (
          <>
            {[
              t(`claim:verdict.${row.verdict}`),
              row.verdict === 'CUT' && row.cutFen ? formatFen(row.cutFen) : null,
              recognizedText(row),
              row.releasedAt ? t('review:released') : null,
              row.refusedAt ? t('bureau:held.state.REFUSED') : null,
              reasonName(row.verdictCode),
              row.verdictText,
              row.cutClause,
            ]
              .filter(Boolean)
              .join(' · ')}
          </>
        ) : (
          '—'
        ),
    },
  ];
}
