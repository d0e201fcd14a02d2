import { useQuery } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { AwardTab } from '../../shared/claim/award-tab.js';
import { useClaimTitle } from '../../shared/claim/claim-title.js';
import { ChecksTab } from '../../shared/claim/checks-tab.js';
import type { ClaimShown } from '../../shared/claim/claim-of.js';
import { CLAIM } from '../../shared/claim/claim.queries.js';
import { ClaimNote } from '../../shared/claim/claim-note.js';
import { ClaimLife, ClaimStatusTag } from '../../shared/claim/claim-status.js';
import { DueTag, LateTag } from '../../shared/claim/due.js';
import { FilingsTab } from '../../shared/claim/filings-tab.js';
import { MessagesTab } from '../../shared/claim/messages-tab.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { StatementTab } from '../../shared/claim/statement-tab.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { UrlTabs } from '../../shared/url-tabs.js';
import { Day, Moment } from '../../shared/values.js';
import { Figures } from './figures.js';
import { LinesView } from './lines-view.js';
import { MatchesTab, MatchNote, useMatches } from './matches.js';
import { ReviewActions } from './review-actions.js';
import './review.css';
import { SettleButton } from './settle.drawer.js';
import { PAYABLE_COUNT } from './review.queries.js';

interface ClaimProps {
  readonly claim: ClaimShown;
}

/** How far the reading of the lines has come. */
function ReviewProgress({ claim }: ClaimProps) {
  const { t } = useText();
  const { data: total = 0 } = useQuery({
    queryKey: ['claim-lines', claim.id, 'payable-count'],
    queryFn: async () => (await execute(PAYABLE_COUNT, { claimId: claim.id })).claimLines.total,
  });
  if (claim.status !== 'IN_REVIEW' || total === 0) {
    return null;
  }
  const done = total - claim.openLineCount;
  return (
    <div className="yb-review-progress">
      <span>{t('review:progress', { done, total })}</span>
      <Progress
        percent={Math.round((100 * done) / total)}
        showInfo={false}
        size="small"
        aria-label={t('review:progress', { done, total })}
      />
    </div>
  );
}

/** What stands in the way of the next step, or who takes it. */
function NextStep({ claim }: ClaimProps) {
  const { t } = useText();
  const { reasonName } = useReasons();
  const { status, actions, openLineCount, noticeUntil } = claim;
  if (status === 'RETURNED') {
    const text = [reasonName(claim.returnCode), claim.returnText].filter(Boolean).join(' · ');
    return <Alert type="error" showIcon title={t('review:returned')} description={text} />;
  }
  if (status === 'IN_REVIEW' && openLineCount === 0 && !actions.includes('DECIDE')) {
    return <Alert type="info" showIcon title={t('review:waitsForOther')} />;
  }
  if (status === 'IN_REVIEW' && openLineCount > 0 && !actions.includes('GIVE_VERDICT')) {
    return (
      <Alert type="info" showIcon title={t('review:waitsForReview', { count: openLineCount })} />
    );
  }
  if (status === 'NOTICED' && noticeUntil) {
    return (
      <Alert
        type="info"
        showIcon
        title={
          <>
            {t('review:noticeUntil')} <Day value={noticeUntil} />
          </>
        }
      />
    );
  }
  return null;
}

function Sheet({ claim }: ClaimProps) {
  const { t } = useText();
  return (
    <Panel>
      <div className="yb-review-sheet">
        <ClaimLife status={claim.status} />
        <ReviewProgress claim={claim} />
        <NextStep claim={claim} />
        <MatchNote claim={claim} />
        {claim.isSinglePerson ? (
          <Alert type="info" showIcon title={t('claim:page.singlePerson')} />
        ) : null}
        {claim.lateReason ? (
          <Alert
            type="warning"
            showIcon
            title={t('bureau:clock.lateTag', { count: claim.lateDays ?? 0 })}
            description={claim.lateReason}
          />
        ) : null}
        <Figures claim={claim} />
        <p className="yb-soft yb-review-people">
          {t('claim:page.preparedBy')} {claim.preparedByName ?? '—'} · {t('claim:page.submittedBy')}{' '}
          {claim.submittedByName ?? '—'} <Moment value={claim.submittedAt} />
          {claim.reviewedByName ? ` · ${t('claim:page.reviewedBy')} ${claim.reviewedByName}` : ''}
        </p>
      </div>
    </Panel>
  );
}

function ReviewView({ claim }: ClaimProps) {
  const { t } = useText();
  const titleOf = useClaimTitle();
  const can = useCan();
  const findings = claim.blockCount + claim.warnCount;
  const matchCount = useMatches(claim.id).data?.length ?? 0;
  return (
    <>
      <PageHeader
        title={`${claim.centerName} ${titleOf(claim)}`}
        note={<ClaimNote name={claim.organizationName} claim={claim} />}
        backTo="/bureau/claims"
        tags={
          <>
            <ClaimStatusTag status={claim.status} /> <LateTag lateDays={claim.lateDays} />{' '}
            <DueTag dueOn={claim.dueOn} />
          </>
        }
        actions={<ReviewActions claim={claim} />}
      />
      <Sheet claim={claim} />
      <UrlTabs
        label={t('review:menu.queue')}
        tabs={[
          ...(claim.kind === 'AWARD'
            ? [
                {
                  key: 'application',
                  label: t('claim:award.tab'),
                  content: (
                    <AwardTab
                      claimId={claim.id}
                      settler={(award) => <SettleButton award={award} claim={claim} />}
                    />
                  ),
                },
              ]
            : []),
          { key: 'lines', label: t('claim:tabs.lines'), content: <LinesView claim={claim} /> },
          {
            key: 'checks',
            label: findings > 0 ? `${t('claim:tabs.checks')} ${findings}` : t('claim:tabs.checks'),
            content: <ChecksTab claimId={claim.id} centerId={null} />,
          },
          ...(can('registry.read')
            ? [
                {
                  key: 'matches',
                  label:
                    matchCount > 0
                      ? `${t('registry:match.title')} ${matchCount}`
                      : t('registry:match.title'),
                  content: <MatchesTab claimId={claim.id} />,
                },
              ]
            : []),
          {
            key: 'statement',
            label: t('claim:tabs.statement'),
            content: <StatementTab claim={claim} />,
          },
          {
            key: 'filings',
            label: t('claim:tabs.filings'),
            content: <FilingsTab claim={claim} />,
          },
          {
            key: 'messages',
            label: claim.unreadCount
              ? `${t('claim:tabs.messages')} ${claim.unreadCount}`
              : t('claim:tabs.messages'),
            content: <MessagesTab claimId={claim.id} />,
          },
          {
            key: 'history',
            label: t('claim:tabs.history'),
            content: (
              <Panel>
                <HistoryPanel entity="claim" entityId={claim.id} />
              </Panel>
            ),
          },
        ]}
      />
    </>
  );
}

export function ReviewPage() {
  const { claimId = '' } = useParams();
  const query = useQuery({
    queryKey: ['claim', claimId],
    queryFn: async () => (await execute(CLAIM, { id: claimId })).claim,
  });
  return <QueryView query={query}>{(claim) => <ReviewView claim={claim} />}</QueryView>;
}
