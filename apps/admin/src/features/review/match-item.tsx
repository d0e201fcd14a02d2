import { Alert } from 'antd';
import { Link } from 'react-router';

import type { ClaimMatchesQuery } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag } from '../../shared/status-tag.js';
import { Day, DaySpan, Moment, Yuan } from '../../shared/values.js';

export type Match = ClaimMatchesQuery['claimMatches'][number];

/** One record of the county that speaks against a line: what it says, where it comes from, since when. */
export function MatchItem({ match }: { readonly match: Match }) {
  const { t } = useText();
  const { count } = JSON.parse(match.params) as { readonly count?: number };
  return (
    <Alert
      type="warning"
      showIcon
      className="yb-match"
      title={
        <>
          {t(`claim:check.${match.code}.title` as TextKey)}{' '}
          {match.isNew ? <StatusTag tone="warning">{t('registry:match.isNew')}</StatusTag> : null}
        </>
      }
      description={
        <>
          <Row match={match} />
          <CompleteList match={match} />
          <RollCall match={match} />
          <Said match={match} />
          {count === undefined ? null : <div>{t('registry:match.days', { count })}</div>}
          {match.isNameDifferent ? (
            <div>
              <StatusTag tone="stopped">{t('registry:match.nameDiffers')}</StatusTag>
            </div>
          ) : null}
        </>
      }
    />
  );
}

function Row({ match: { row } }: { readonly match: Match }) {
  const { t } = useText();
  if (!row) {
    return null;
  }
  const isSpan = row.what === 'INPATIENT' || row.what === 'LOW_INCOME' || row.what === 'DESTITUTE';
  return (
    <>
      <div>
        <strong>{row.name}</strong> <span className="yb-number">{row.idNumberMasked}</span>
      </div>
      <div>
        {t(`registry:what.${row.what}`)}{' '}
        {isSpan ? <DaySpan from={row.fromOn} until={row.untilOn} /> : <Day value={row.fromOn} />}
        {row.crematedOn ? (
          <>
            {' · '}
            {t('registry:cremated')} <Day value={row.crematedOn} />
          </>
        ) : null}
        {[row.place, row.note].filter(Boolean).map((text) => ` · ${text}`)}
      </div>
      <div className="yb-soft">
        {t('registry:match.from')} <Link to={`/bureau/lists/${row.listId}`}>{row.fileName}</Link>{' '}
        {t('registry:rowNumber', { number: row.rowNumber })} · {row.listedByName}{' '}
        <Moment value={row.listedAt} />
      </div>
    </>
  );
}

function CompleteList({ match: { list } }: { readonly match: Match }) {
  const { t } = useText();
  return list ? (
    <div className="yb-in-text">
      {t('registry:match.absentFrom')} <Link to={`/bureau/lists/${list.id}`}>{list.fileName}</Link>{' '}
      <span className="yb-soft">
        <Day value={list.coversFrom} /> – <Day value={list.coversThrough} />
      </span>
    </div>
  ) : null;
}

function RollCall({ match: { rollCall } }: { readonly match: Match }) {
  const { t } = useText();
  return rollCall ? (
    <div>
      {t('registry:match.rollCall')} · <Moment value={rollCall.seenAt} /> {rollCall.seenByName}
      {rollCall.note ? ` · ${rollCall.note}` : ''}{' '}
      <Link to={`/bureau/samples/${rollCall.sampleId}`}>{t('registry:match.toSample')}</Link>
    </div>
  ) : null;
}

/** What the person said when called. */
function Said({ match: { call } }: { readonly match: Match }) {
  const { t } = useText();
  return call ? (
    <div>
      <Link to={`/bureau/calls/${call.callId}`}>{t('calls:lineSaid')}</Link>{' '}
      {t(`calls:rendered.${call.rendered}`)} · {t(`calls:money.${call.askedMoney}`)}
      {call.moneyFen ? (
        <>
          {' '}
          <Yuan fen={call.moneyFen} unit />
        </>
      ) : null}
      {call.note ? ` · ${call.note}` : ''}{' '}
      <span className="yb-soft">
        {call.doneByName} <Moment value={call.doneAt} />
      </span>
    </div>
  ) : null;
}
