import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useParams } from 'react-router';

import type { ClaimQuery } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { AwardTab } from '../../shared/claim/award-tab.js';
import { useClaimTitle } from '../../shared/claim/claim-title.js';
import { ClaimNote } from '../../shared/claim/claim-note.js';
import { ClaimLife, ClaimStatusTag } from '../../shared/claim/claim-status.js';
import { RiskList } from '../../shared/claim/risk-list.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { centerPath } from '../../shared/feature.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { JobProgress } from '../../shared/jobs/job-progress.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { formatMonth } from '../../shared/format.js';
import { SlotView, useSlot } from '../../shared/slots.js';
import { useRowsAhead } from '../../shared/table/use-rows-ahead.js';
import { UrlTabs, type UrlTab } from '../../shared/url-tabs.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Moment } from '../../shared/values.js';
import { ChecksTab } from '../../shared/claim/checks-tab.js';
import { Refusals, Totals } from './claim-sums.js';
import { AwardEditor } from './award-editor.js';
import { ClaimActions } from './claim-actions.js';
import { DueTag, LateTag } from '../../shared/claim/due.js';
import { ComparisonTab } from './comparison-tab.js';
import { DriftTab } from './drift-tab.js';
import { FilingsTab } from '../../shared/claim/filings-tab.js';
import { linesSource } from './claim.source.js';
import { LinesTab } from './lines-tab.js';
import { MessagesTab } from '../../shared/claim/messages-tab.js';
import './month-board.css';
import { useClaim } from './use-claim.js';
import { useIsOwnCenter } from './use-own-center.js';
import { StatementTab } from '../../shared/claim/statement-tab.js';

type Claim = ClaimQuery['claim'];

function Facts({ claim }: { readonly claim: Claim }) {
  const { t } = useText();
  return (
    <dl className="yb-facts">
      <dt>{t('claim:page.preparedBy')}</dt>
      <dd>{claim.preparedByName ?? '—'}</dd>
      <dt>{t('claim:page.computedAt')}</dt>
      <dd>
        <Moment value={claim.computedAt} />
      </dd>
      {claim.submittedAt ? (
        <>
          <dt>{t('claim:page.submittedBy')}</dt>
          <dd>{claim.submittedByName ?? '—'}</dd>
          <dt>{t('claim:page.submittedAt')}</dt>
          <dd>
            <Moment value={claim.submittedAt} />
          </dd>
        </>
      ) : null}
      {claim.reviewedByName ? (
        <>
          <dt>{t('claim:page.reviewedBy')}</dt>
          <dd>{claim.reviewedByName}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** What stands in the way of submitting, with the way there; or who takes the next step. */
function NextStep({ claim }: { readonly claim: Claim }) {
  const { t } = useText();
  const [, setTab] = useUrlValue('tab');
  const { status, blockCount, actions, computedAt } = claim;
  if ((status !== 'DRAFT' && status !== 'CHECKED') || !computedAt) {
    return null;
  }
  if (claim.isComputing) {
    return (
      <Alert type="info" showIcon className="yb-claim-next" title={t('claim:page.computing')} />
    );
  }
  if (blockCount > 0) {
    return (
      <Alert
        type="error"
        showIcon
        className="yb-claim-next"
        title={t(claim.kind === 'MONTHLY' ? 'claim:page.blocked' : 'claim:page.blockedPapers', {
          count: blockCount,
        })}
        action={
          <Button size="small" onClick={() => setTab('checks')}>
            {t('claim:page.seeChecks')}
          </Button>
        }
      />
    );
  }
  return actions.includes('SUBMIT') ? null : (
    <Alert type="info" showIcon className="yb-claim-next" title={t('claim:page.waitsForOther')} />
  );
}

function ClaimTabs({ claim }: { readonly claim: Claim }) {
  const { t } = useText();
  const isOwn = useIsOwnCenter()(claim.centerId);
  const slots = useSlot('claim.tabs').filter(() => isOwn);
  const count = claim.blockCount + claim.warnCount;
  const history = (
    <Panel>
      <HistoryPanel entity="claim" entityId={claim.id} />
    </Panel>
  );
  const tabs: readonly UrlTab[] = [
    ...(claim.kind === 'AWARD'
      ? [
          {
            key: 'application',
            label: t('claim:award.tab'),
            content: (
              <AwardTab
                claimId={claim.id}
                editor={(award) => <AwardEditor award={award} claimId={claim.id} />}
              />
            ),
          },
        ]
      : []),
    { key: 'lines', label: t('claim:tabs.lines'), content: <LinesTab claim={claim} /> },
    {
      key: 'checks',
      label: count > 0 ? `${t('claim:tabs.checks')} ${count}` : t('claim:tabs.checks'),
      content: <ChecksTab claimId={claim.id} centerId={isOwn ? claim.centerId : null} />,
    },
    ...(claim.kind === 'AWARD'
      ? []
      : [
          {
            key: 'comparison',
            label: t('claim:tabs.comparison'),
            content: <ComparisonTab claimId={claim.id} />,
          },
        ]),
    ...(claim.submittedAt
      ? [{ key: 'drift', label: t('claim:tabs.drift'), content: <DriftTab claimId={claim.id} /> }]
      : []),
    {
      key: 'statement',
      label: t('claim:tabs.statement'),
      content: <StatementTab claim={claim} />,
    },
    { key: 'filings', label: t('claim:tabs.filings'), content: <FilingsTab claim={claim} /> },
    {
      key: 'messages',
      label: claim.unreadCount
        ? `${t('claim:tabs.messages')} ${claim.unreadCount}`
        : t('claim:tabs.messages'),
      content: <MessagesTab claimId={claim.id} />,
    },
    ...slots.map((entry) => ({
      key: entry.key,
      label: t(entry.label as TextKey),
      content: <SlotView entry={entry} props={{ centerId: claim.centerId, claimId: claim.id }} />,
    })),
    ...(isOwn ? [{ key: 'history', label: t('claim:tabs.history'), content: history }] : []),
  ];
  return <UrlTabs label={t('claim:menu.board')} tabs={tabs} />;
}

function ClaimView({ claim }: { readonly claim: Claim }) {
  const { t, locale } = useText();
  const { reasonName } = useReasons();
  const titleOf = useClaimTitle();
  const isOwn = useIsOwnCenter()(claim.centerId);
  const board = centerPath(claim.centerId, claim.kind === 'MONTHLY' ? 'claims' : 'all-claims');
  const client = useQueryClient();
  return (
    <>
      <PageHeader
        title={
          claim.kind === 'MONTHLY'
            ? t('claim:page.title', { month: formatMonth(claim.period, locale) })
            : titleOf(claim)
        }
        note={<ClaimNote name={claim.centerName} claim={claim} />}
        backTo={isOwn ? board : '/org/former-claims'}
        tags={
          <>
            <ClaimStatusTag status={claim.status} /> <LateTag lateDays={claim.lateDays} />{' '}
            <DueTag dueOn={claim.dueOn} />
          </>
        }
        actions={<ClaimActions claim={claim} />}
      />
      <Panel>
        <ClaimLife status={claim.status} />
        {claim.status === 'RETURNED' && claim.returnText ? (
          <Alert
            type="error"
            showIcon
            style={{ marginTop: 16 }}
            title={t('claim:page.returned')}
            description={[reasonName(claim.returnCode), claim.returnText]
              .filter(Boolean)
              .join(' · ')}
          />
        ) : null}
        {claim.isSinglePerson ? (
          <Alert
            type="info"
            showIcon
            style={{ marginTop: 16 }}
            title={t('claim:page.singlePerson')}
          />
        ) : null}
        <NextStep claim={claim} />
        {claim.computedAt && !claim.submittedAt ? <RiskList claimId={claim.id} /> : null}
        {claim.computedAt ? (
          <div className="yb-claim-head">
            <Totals claim={claim} />
            <Facts claim={claim} />
          </div>
        ) : (
          <div style={{ marginTop: 16 }}>
            <p>{t('claim:page.notComputed')}</p>
            {claim.jobId ? (
              <JobProgress
                jobId={claim.jobId}
                onDone={() => void client.invalidateQueries({ queryKey: ['claim', claim.id] })}
              />
            ) : null}
          </div>
        )}
        <Refusals claim={claim} />
      </Panel>
      {claim.computedAt ? <ClaimTabs claim={claim} /> : null}
    </>
  );
}

export function ClaimPage() {
  const { claimId = '' } = useParams();
  const query = useClaim(claimId);
  useRowsAhead(linesSource(claimId));
  return <QueryView query={query}>{(claim) => <ClaimView claim={claim} />}</QueryView>;
}
