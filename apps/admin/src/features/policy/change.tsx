import { useText } from '../../i18n/use-text.js';
import { formatFen, formatMonth } from '../../shared/format.js';
import { useRates } from './notice.drawer.js';
import type { Proposal } from './proposals.tab.js';
import { useDecisions, useOptionText } from './use-decisions.js';
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
      return <Switch proposal={proposal} />;
    case 'NOTICE':
      return (
        <>
          <Figure proposal={proposal} />
          {from}
        </>
      );
    case 'NOTICE_END':
      return from;
  }
}

/** Another reading of an open question, in the words of the pack: nobody confirms a code. */
function Switch({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useText();
  const { pick } = usePackWords();
  const optionText = useOptionText();
  const { packId, countyCode, oldOption, newOption } = proposal;
  const decision = useDecisions(packId, countyCode).data?.find(
    ({ id }) => id === proposal.decision,
  );
  const text = (option: string | null | undefined): string =>
    decision ? optionText(decision, option) : (option ?? t('policy:decision.open'));
  const question = decision && pick(decision.questionZh, decision.questionEn);
  return (
    <>
      {question ? `${question} ` : ''}
      {t('policy:proposal.switch', {
        question: proposal.decision,
        from: text(oldOption),
        to: text(newOption),
      })}
    </>
  );
}

function Figure({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useText();
  const { say } = usePackWords();
  const { packId, countyCode, rate, fen } = proposal;
  const known = useRates(packId, countyCode).find(({ id }) => id === rate);
  return (
    <>
      {t('policy:proposal.figure', {
        rate: known ? say(known.label) : rate,
        amount: formatFen(fen ?? 0),
      })}
    </>
  );
}
