import type { AppealState, ClaimAppealsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../status-tag.js';
import { Moment, Yuan } from '../values.js';

export type AppealRow = ClaimAppealsQuery['claimAppeals']['items'][number];

const TONES: Record<AppealState, StatusTone> = {
  OPEN: 'waiting',
  UPHELD: 'warning',
  CARRIED: 'done',
  REJECTED: 'stopped',
};

/** What came of an appeal: how much was granted, by whom, why, and which decision carries it. */
export function AppealOutcome({ appeal }: { readonly appeal: AppealRow }) {
  const { t } = useText();
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
          <Moment value={appeal.answeredAt} />{' '}
          {[
            appeal.answeredByName,
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
    </>
  );
}
