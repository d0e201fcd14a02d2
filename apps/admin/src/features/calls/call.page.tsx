import { PhoneOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { CallbackQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { formatMonth } from '../../shared/format.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { Day, Moment, Month, Yuan } from '../../shared/values.js';
import { CallForm } from './call-form.js';
import './calls.css';
import { CALL, REVEAL_PHONES } from './calls.queries.js';

export type CallShown = CallbackQuery['callback'];

interface CallProps {
  readonly call: CallShown;
}

export function CallPage() {
  const { callId = '' } = useParams();
  const query = useQuery({
    queryKey: ['calls', 'call', callId],
    queryFn: async () => (await execute(CALL, { id: callId })).callback,
  });
  return <QueryView query={query}>{(call) => <CallView key={call.id} call={call} />}</QueryView>;
}

/** One person: numbers, what was claimed, two questions, what came of it. As wide as a phone. */
function CallView({ call }: CallProps) {
  const { t, locale } = useText();
  const can = useCan();
  const isOpen = call.status === 'OPEN';
  return (
    <div className="yb-call">
      <PageHeader
        title={call.subjectName ?? t('calls:person')}
        note={`${call.centerName} · ${formatMonth(call.period, locale)}`}
        backTo="/bureau/calls"
        actions={
          <>
            {can('review.read') ? (
              <Link to={`/bureau/claims/${call.claimId}`}>
                <Button tabIndex={-1}>{t('calls:toClaim')}</Button>
              </Link>
            ) : null}
            {call.nextCallId ? (
              <Link to={`/bureau/calls/${call.nextCallId}`}>
                <Button tabIndex={-1}>{t('calls:nextCall')}</Button>
              </Link>
            ) : null}
          </>
        }
      />
      {isOpen && can('callback.call') ? (
        <Panel>
          <Phones callId={call.id} />
        </Panel>
      ) : null}
      <Panel title={t('calls:subjects')}>
        <Subjects call={call} />
      </Panel>
      {isOpen && can('callback.call') ? (
        <Panel title={t('calls:script')}>
          <CallForm call={call} />
        </Panel>
      ) : null}
      {call.status === 'REACHED' ? (
        <Panel title={t('calls:answers')}>
          <Answers call={call} />
        </Panel>
      ) : null}
      <Panel title={t('calls:triesTitle')}>
        <Tries call={call} />
      </Panel>
      <Panel title={t('calls:history')}>
        <HistoryPanel entity="callback" entityId={call.id} />
      </Panel>
    </div>
  );
}

function Phones({ callId }: { readonly callId: string }) {
  const { t, lookUp } = useText();
  const reveal = useMutation({
    mutationFn: async () =>
      (await execute(REVEAL_PHONES, { input: { callId } })).revealCallbackPhones,
  });
  if (reveal.error) {
    return <ErrorAlert error={reveal.error} />;
  }
  return reveal.data ? (
    <ul className="yb-call-phones" aria-label={t('calls:phonesShown')}>
      {reveal.data.map(({ name, relation, phone }) => (
        <li key={phone}>
          {name}（
          {relation === 'SELF'
            ? t('calls:self')
            : (lookUp(`resident:relations.${relation}`, {}) ?? relation)}
          ）{' '}
          <a href={`tel:${phone}`} className="yb-number">
            {phone}
          </a>
        </li>
      ))}
    </ul>
  ) : (
    <>
      <Button
        icon={<PhoneOutlined aria-hidden />}
        loading={reveal.isPending}
        onClick={() => reveal.mutate()}
      >
        {t('calls:phones')}
      </Button>
      <p className="yb-soft" style={{ marginBottom: 0 }}>
        {t('calls:phonesNote')}
      </p>
    </>
  );
}

function Subjects({ call }: CallProps) {
  const { programName, unitName } = useClaimNames();
  return (
    <ul className="yb-plain-list">
      {call.subjects.map(({ program, month, quantity, unit }) => (
        <li key={`${program}-${month}`}>
          {programName(program)} · <Month value={month} />
          {quantity && unit ? ` · ${quantity} ${unitName(unit, quantity)}` : ''}
        </li>
      ))}
    </ul>
  );
}

function Answers({ call }: CallProps) {
  const { t } = useText();
  const { rendered, askedMoney, moneyFen, note } = call;
  if (!rendered || !askedMoney) {
    return null;
  }
  const isContrary = rendered === 'NO' || rendered === 'PARTLY' || askedMoney === 'YES';
  return (
    <Alert
      type={isContrary ? 'warning' : 'success'}
      showIcon
      title={`${t(`calls:rendered.${rendered}`)} · ${t(`calls:money.${askedMoney}`)}`}
      description={
        <>
          {moneyFen ? <Yuan fen={moneyFen} unit /> : null} {note}{' '}
          <span className="yb-soft">
            {call.doneByName} <Moment value={call.doneAt} />
          </span>
        </>
      }
    />
  );
}

function Tries({ call }: CallProps) {
  const { t } = useText();
  return call.tries.length === 0 ? (
    <span className="yb-soft">{t('calls:noTries')}</span>
  ) : (
    <ul className="yb-plain-list">
      {call.tries.map((one) => (
        <li key={one.id}>
          <Moment value={one.triedAt} /> {t(`calls:outcome.${one.outcome}`)}
          {one.nextOn ? (
            <>
              {' · '}
              {t('calls:next')} <Day value={one.nextOn} />
            </>
          ) : null}
          <div className="yb-soft">{[one.triedByName, one.note].filter(Boolean).join(' · ')}</div>
        </li>
      ))}
    </ul>
  );
}
