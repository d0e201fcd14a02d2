import type { AppealState, ClaimAppealsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../status-tag.js';
import { Day, Moment, Yuan } from '../values.js';

/** Answers on paper stand at noon in Shanghai of their day: the day is the same everywhere. */
const DAY_LETTERS = 10;

export type AppealRow = ClaimAppealsQuery['claimAppeals']['items'][number];

const TONES: Record<AppealState, StatusTone> = {
  OPEN: 'waiting',
  UPHELD: 'warning',
  CARRIED: 'done',
  REJECTED: 'stopped',
  ANNULLED: 'stopped',
};

/** When it was appealed: on paper a day is all that is known. */
export function AppealDay({ appeal }: { readonly appeal: AppealRow }) {
  return appeal.attachmentId === null ? (
    <Moment value={appeal.appealedAt} />
  ) : (
    <Day value={appeal.appealedAt.slice(0, DAY_LETTERS)} />
  );
}

/** What came of an appeal: how much was granted, by whom, why, and which decision carries it. */
export function AppealOutcome({ appeal }: { readonly appeal: AppealRow }) {
  const { t } = useText();
  const isOnPaper = appeal.attachmentId !== null;
  return (
    <>
      <StatusTag tone={TONES[appeal.state]}>{t(`bureau:appeal.state.${appeal.state}`)}</StatusTag>
      {appeal.grantedFen > 0 ? (
        <span>
          {' '}
          {t('bureau:appeal.granted')} <Yuan fen={appeal.grantedFen} />
        </span>
      ) : null}
      {appeal.answeredAt ? (
        <div className="yb-soft">
          {isOnPaper ? (
            <Day value={appeal.answeredAt.slice(0, DAY_LETTERS)} />
          ) : (
            <Moment value={appeal.answeredAt} />
          )}{' '}
          {[
            isOnPaper
              ? `${t('claim:statement.enteredBy')} ${appeal.answeredByName ?? ''}`
              : appeal.answeredByName,
            appeal.documentNumber,
            appeal.answer,
            appeal.carriedInNumber
              ? t('bureau:held.carriedIn', { number: appeal.carriedInNumber })
              : null,
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          {appeal.attachmentId ? (
            <a href={`/files/${appeal.attachmentId}`} target="_blank" rel="noreferrer">
              {t('review:scan.open')}
            </a>
          ) : null}
        </div>
      ) : null}
      {appeal.annulledAt ? (
        <div className="yb-soft">
          {[t('bureau:appeal.state.ANNULLED'), appeal.annulReason, appeal.annulledByName]
            .filter(Boolean)
            .join(' · ')}{' '}
          <Moment value={appeal.annulledAt} />
        </div>
      ) : null}
    </>
  );
}
