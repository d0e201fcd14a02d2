import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import type { ClaimShown } from '../../shared/claim/claim-of.js';
import { Yuan } from '../../shared/values.js';

/** Claimed = returned + cut + held − released + decided, at a glance; then what each program asks for. */
export function Figures({ claim }: { readonly claim: ClaimShown }) {
  const { t } = useText();
  const { programName } = useClaimNames();
  const { statement } = claim;
  const figures = [
    ['claimed', statement.claimedFen],
    ...(claim.adjustedFen ? [['adjusted', claim.adjustedFen] as const] : []),
    ['returned', statement.returnedFen],
    ['cut', statement.cutFen],
    ['held', statement.heldFen],
    ['released', statement.releasedFen],
    ['decided', statement.isFinal ? statement.decidedFen : null],
    ['paid', claim.decidedFen === null || claim.decidedFen === undefined ? null : claim.paidFen],
  ] as const;
  return (
    <>
      <dl className="yb-figures">
        {figures.map(([name, fen]) => (
          <div key={name} className={fen ? '' : 'yb-figure-none'}>
            <dt>{name === 'adjusted' ? t('bureau:adjusted') : t(`claim:statement.${name}`)}</dt>
            <dd>
              <Yuan fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="yb-soft yb-review-people">
        {claim.totals.map(({ program, payableFen, reversalFen }, index) => (
          <span key={program}>
            {index > 0 ? ' · ' : ''}
            {programName(program)} <Yuan fen={payableFen + reversalFen} unit />
            {reversalFen === 0 ? null : (
              <>
                {' '}
                ({t('claim:page.reversal')} <Yuan fen={reversalFen} />)
              </>
            )}
          </span>
        ))}
      </p>
    </>
  );
}
