import { useQuery } from '@tanstack/react-query';
import { Alert, Empty } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import type { ClaimShown } from '../../shared/claim/claim-of.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { Month } from '../../shared/values.js';
import { MatchItem, type Match } from './match-item.js';
import { CLAIM_MATCHES } from './match.queries.js';

/** The county's records against the claim, as of now. Whoever may not see the lists is not asked to wait for them. */
export function useMatches(claimId: string) {
  const can = useCan();
  return useQuery({
    queryKey: ['claim-matches', claimId],
    queryFn: async () => (await execute(CLAIM_MATCHES, { claimId })).claimMatches,
    enabled: can('registry.read'),
    staleTime: 30_000,
  });
}

/** How many there are, and how many nobody could know of when the claim was submitted. */
export function MatchNote({ claim }: { readonly claim: ClaimShown }) {
  const { t } = useText();
  const matches = useMatches(claim.id).data ?? [];
  const isJudged = claim.status === 'SUBMITTED' || claim.status === 'IN_REVIEW';
  const fresh = matches.filter(({ isNew }) => isNew).length;
  return matches.length === 0 ? null : (
    <Alert
      type="warning"
      showIcon
      title={[
        t('registry:match.count', { count: matches.length }),
        ...(fresh > 0 ? [t('registry:match.newCount', { count: fresh })] : []),
      ].join(' · ')}
      // Nothing is judged any more once it is decided.
      description={isJudged ? t('registry:match.bulkNote') : null}
    />
  );
}

export function LineMatches({
  claimId,
  lineId,
}: {
  readonly claimId: string;
  readonly lineId: string;
}) {
  const { t } = useText();
  const found = (useMatches(claimId).data ?? []).filter((match) => match.lineId === lineId);
  return found.length === 0 ? null : (
    <>
      <h3>{t('registry:match.title')}</h3>
      {found.map((match) => (
        <MatchItem key={match.id} match={match} />
      ))}
    </>
  );
}

/** All of them, by person and month. */
export function MatchesTab({ claimId }: { readonly claimId: string }) {
  const { t } = useText();
  const query = useMatches(claimId);
  return (
    <QueryView query={query}>
      {(matches) =>
        matches.length === 0 ? (
          <Panel>
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('registry:match.none')} />
          </Panel>
        ) : (
          <Panel>
            {matches.map((match) => (
              <section key={match.id}>
                <MatchHeading match={match} />
                <MatchItem match={match} />
              </section>
            ))}
          </Panel>
        )
      }
    </QueryView>
  );
}

function MatchHeading({ match }: { readonly match: Match }) {
  const { t } = useText();
  return (
    <p className="yb-match-heading">
      <strong>{match.subjectName ?? match.row?.name ?? ''}</strong>{' '}
      {match.month ? <Month value={match.month} /> : null}{' '}
      {match.lineId ? null : <span className="yb-soft">{t('registry:match.noLine')}</span>}
    </p>
  );
}
