import { useText } from '../../i18n/use-text.js';
import { formatFen, formatMonth } from '../../shared/format.js';
import type { Proposal } from './proposals.tab.js';
import { usePackWords } from './words.js';

/** What a proposal would change, in one phrase. */
export function Change({ proposal }: { readonly proposal: Proposal }) {
  const { t, locale } = useText();
  const { pick } = usePackWords();
  const month = proposal.fromOn ? formatMonth(proposal.fromOn.slice(0, 7), locale) : null;
  const from = month === null ? null : <> {t('policy:proposal.from', { month })}</>;
  switch (proposal.kind) {
    case 'ACTIVATION':
      return (
        <>
          {pick(proposal.packTitleZh, proposal.packTitleEn)}{' '}
          {t('policy:list.versionOf', { version: proposal.packVersion })}
          {from}
        </>
      );
    case 'DECISION':
      return (
        <>
          {t('policy:proposal.switch', {
            question: proposal.decision,
            from: proposal.oldOption ?? t('policy:decision.open'),
            to: proposal.newOption,
          })}
        </>
      );
    case 'NOTICE':
      return (
        <>
          {t('policy:proposal.figure', {
            rate: proposal.rate,
            amount: formatFen(proposal.fen ?? 0),
          })}
          {from}
        </>
      );
    case 'NOTICE_END':
      return from;
  }
}
