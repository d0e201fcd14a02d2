import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';

import { execute } from '../../api/execute.js';
import type { LineElsewhereQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { QueryView } from '../../shared/query-view.js';
import { DaySpan, Yuan } from '../../shared/values.js';
import { LINE_ELSEWHERE } from './review.queries.js';

type Found = LineElsewhereQuery['lineElsewhere'];

/** Where else in the county the person of a line is claimed or has a bed that month; nothing when nowhere. */
export function Elsewhere({ lineId }: { readonly lineId: string }) {
  const query = useQuery({
    queryKey: ['claim-line', lineId, 'elsewhere'],
    queryFn: async () => (await execute(LINE_ELSEWHERE, { lineId })).lineElsewhere,
    staleTime: 60_000,
  });
  return (
    <QueryView query={query} rows={1}>
      {(found) =>
        found.claims.length + found.stays.length === 0 ? null : <ElsewhereAlert found={found} />
      }
    </QueryView>
  );
}

function ElsewhereAlert({ found }: { readonly found: Found }) {
  const { t } = useText();
  const { programName, unitName } = useClaimNames();
  return (
    <Alert
      type="warning"
      showIcon
      style={{ margin: '12px 0' }}
      title={t('review:elsewhere.title')}
      description={
        <ul className="yb-plain-list">
          {found.claims.map((claim) => (
            <li key={claim.id}>
              <strong>{claim.centerName}</strong> · {programName(claim.program)} ·{' '}
              {claim.quantity && claim.unit
                ? `${claim.quantity} ${unitName(claim.unit, claim.quantity)} · `
                : ''}
              <Yuan fen={claim.amountFen} unit />
              {' · '}
              {claim.number ?? t('review:elsewhere.onPaper')}
              {claim.days > 0 ? ` · ${t('review:elsewhere.days', { count: claim.days })}` : ''}
            </li>
          ))}
          {found.stays.map((stay) => (
            <li key={stay.id}>
              <strong>{stay.centerName}</strong> · {t('review:evidence.stays')}{' '}
              <DaySpan from={stay.from} until={stay.until} />
            </li>
          ))}
        </ul>
      }
    />
  );
}
