import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useCan } from '../session.js';
import { Day } from '../values.js';
import type { ClaimShown } from './claim-of.js';
import { useClaimNames } from './claim-names.js';

const CLAIM_OBJECTIONS = graphql(`
  query ClaimObjections($claimId: ID!) {
    claimObjections(claimId: $claimId) {
      blockedFen
      items {
        subjectName
        program
        receivedOn
        status
        outcome
        answer
        isBlocking
      }
    }
  }
`);

/** What the public said against lines of a claim, and what of its money waits for an answer. */
export function ObjectionsAlert({ claim }: { readonly claim: ClaimShown }) {
  const { t } = useText();
  const can = useCan();
  const { programName } = useClaimNames();
  const { data } = useQuery({
    queryKey: ['claim-objections', claim.id],
    queryFn: async () => (await execute(CLAIM_OBJECTIONS, { claimId: claim.id })).claimObjections,
    enabled: claim.decidedFen !== null && claim.decidedFen !== undefined,
  });
  if (!data || data.items.length === 0) {
    return null;
  }
  return (
    <Alert
      type={data.blockedFen > 0 ? 'warning' : 'info'}
      showIcon
      style={{ marginBottom: 16 }}
      title={
        data.blockedFen > 0
          ? t('notice:claimBlocked', { amount: data.blockedFen })
          : t('notice:claimTitle')
      }
      description={
        <>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {data.items.map((item) => (
              <li
                key={`${item.subjectName ?? ''} ${item.program} ${item.receivedOn} ${item.status}`}
              >
                {item.subjectName ?? t('publicNotice:center')} · {programName(item.program)} ·{' '}
                <Day value={item.receivedOn} /> ·{' '}
                {item.outcome ? t(`notice:outcome.${item.outcome}`) : t('notice:unanswered')}
                {item.answer ? ` · ${item.answer}` : ''}
              </li>
            ))}
          </ul>
          {can('review.read') ? <Link to="/bureau/notices">{t('notice:go')}</Link> : null}
        </>
      }
    />
  );
}
