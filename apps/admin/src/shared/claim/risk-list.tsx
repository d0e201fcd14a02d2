import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { ClaimRiskQuery } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { formatMonth } from '../format.js';
import { QueryView } from '../query-view.js';
import { Yuan } from '../values.js';
import { CLAIM_RISK } from './claim.queries.js';
import { useReasons } from './reasons.js';

type Risk = ClaimRiskQuery['claimRisk'];

/** What the bureau will look at first, told to whoever is about to submit. */
export function RiskList({ claimId }: { readonly claimId: string }) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['claim', claimId, 'risk'],
    queryFn: async () => (await execute(CLAIM_RISK, { claimId })).claimRisk,
  });
  return (
    <section aria-label={t('claim:risk.title')}>
      <strong>{t('claim:risk.title')}</strong>
      <QueryView query={query}>{(risk) => <Points risk={risk} />}</QueryView>
    </section>
  );
}

function Points({ risk }: { readonly risk: Risk }) {
  const { t } = useText();
  const { reasonName } = useReasons();
  const { flaggedCount, checks, refused, catchUpFen, reversalFen } = risk;
  const counted = (rows: Risk['checks'], nameOf: (code: string) => string): string =>
    rows.map(({ code, count }) => `${nameOf(code)} × ${count}`).join(t('claim:risk.comma'));
  const isQuiet = flaggedCount + checks.length + refused.length === 0;
  return (
    <ul className="yb-risk">
      {checks.length > 0 ? (
        <li>{counted(checks, (code) => t(`claim:check.${code}.title` as TextKey))}</li>
      ) : null}
      {flaggedCount > 0 ? (
        <li>
          {t('claim:risk.flagged', { count: flaggedCount })} <Yuan fen={risk.flaggedFen} unit />
        </li>
      ) : null}
      {catchUpFen === 0 ? null : (
        <li>
          {t('claim:risk.catchUp')} <Yuan fen={catchUpFen} unit />
        </li>
      )}
      {reversalFen === 0 ? null : (
        <li>
          {t('claim:risk.reversal')} <Yuan fen={reversalFen} unit />
        </li>
      )}
      <Changes risk={risk} />
      {refused.length > 0 ? (
        <li>
          {t('claim:risk.refused')} {counted(refused, reasonName)}
        </li>
      ) : null}
      {isQuiet ? <li>{t('claim:risk.quiet')}</li> : null}
    </ul>
  );
}

function Changes({ risk }: { readonly risk: Risk }) {
  const { t, locale } = useText();
  const { previousPeriod, changes } = risk;
  return previousPeriod === null ? null : (
    <li>
      {t('claim:risk.change', { period: formatMonth(previousPeriod, locale) })}{' '}
      <Yuan fen={risk.currentFen - risk.previousFen} signed />
      {changes.length > 0 ? (
        <ul>
          {changes.map((row) => (
            <li key={`${row.program}-${row.subjectId}`}>
              {row.subjectName ?? t('claim:lines.center')} <Yuan fen={row.differenceFen} signed />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
