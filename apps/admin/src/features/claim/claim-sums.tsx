import { capitalYuan, fen } from '@yibu/kernel';
import { Alert } from 'antd';

import type { ClaimQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { Yuan } from '../../shared/values.js';

type Claim = ClaimQuery['claim'];

/** What is asked for, by program, and in words. */
export function Totals({ claim }: { readonly claim: Claim }) {
  const { t } = useText();
  const { programName } = useClaimNames();
  // The rules that an application shares a limit with are computed along; what they say is not asked for.
  const totals = claim.totals.filter(
    ({ program }) => claim.kind === 'MONTHLY' || program === claim.program,
  );
  return (
    <table className="yb-sum yb-sum-wide">
      <tbody>
        {totals.map(({ program, payableFen, reversalFen }) => (
          <tr key={program}>
            <td>
              {programName(program)}
              {reversalFen === 0 ? null : (
                <span className="yb-soft">
                  {' '}
                  · {t('claim:page.reversal')} <Yuan fen={reversalFen} />
                </span>
              )}
            </td>
            <td>
              <Yuan fen={payableFen + reversalFen} />
            </td>
          </tr>
        ))}
        <tr className="yb-sum-total">
          <td>
            {t('claim:page.total')}
            <div className="yb-soft" style={{ fontWeight: 400 }}>
              {capitalYuan(fen(claim.claimedFen))}
            </div>
          </td>
          <td>
            <Yuan fen={claim.claimedFen} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Programs that could not be computed: what is missing, and who can supply it. */
export function Refusals({ claim }: { readonly claim: Claim }) {
  const { t, lookUp } = useText();
  const { programName } = useClaimNames();
  if (claim.refusals.length === 0) {
    return null;
  }
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginTop: 16 }}
      title={t('claim:page.refusals')}
      description={
        <>
          <p style={{ marginTop: 0 }}>{t('claim:page.refusalNote')}</p>
          <ul style={{ paddingInlineStart: 18, margin: 0 }}>
            {claim.refusals.map(({ program, code, params }) => (
              <li key={program}>
                <strong>{programName(program)}</strong>:{' '}
                {lookUp(`claim:refusal.${code}`, JSON.parse(params) as Record<string, string>) ??
                  t('claim:refusal.unknown', { code })}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
