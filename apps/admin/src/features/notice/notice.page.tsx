import { FilePdfOutlined, GlobalOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Descriptions } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PublicNoticeQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimAbout } from '../../shared/claim/claim-title.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { formatMonth } from '../../shared/format.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { NoticeList } from '../../shared/notice-list.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { UrlTabs } from '../../shared/url-tabs.js';
import { Moment, Yuan } from '../../shared/values.js';
import { NoticeState, NoticeTerm } from './notice-state.js';
import { NOTICE, WITHDRAW } from './notice.queries.js';
import { ObjectionsTab } from './objections.tab.js';

export type NoticeOfBureau = PublicNoticeQuery['publicNotice'];

function Actions({ notice }: { readonly notice: NoticeOfBureau }) {
  const { t, locale } = useText();
  const can = useCan();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button icon={<GlobalOutlined aria-hidden />} href={`/notice/${notice.code}`} target="_blank">
        {t('notice:page')}
      </Button>
      <Button
        icon={<FilePdfOutlined aria-hidden />}
        href={`/export/notice/${notice.code}?language=${locale}`}
        target="_blank"
      >
        {t('notice:paper')}
      </Button>
      {can('review.decide') && !notice.withdrawnAt ? (
        <Button danger onClick={() => setAsking(true)}>
          {t('notice:withdraw')}
        </Button>
      ) : null}
      <ConfirmReason
        open={isAsking}
        danger
        title={t('notice:withdraw')}
        note={t('notice:withdrawNote')}
        okText={t('notice:withdraw')}
        onConfirm={async (reason) => {
          await execute(WITHDRAW, { input: { publicNoticeId: notice.id, reason } });
          await client.invalidateQueries();
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Facts({ notice }: { readonly notice: NoticeOfBureau }) {
  const { t, locale } = useText();
  const aboutOf = useClaimAbout();
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        {
          key: 'term',
          label: t('notice:term'),
          children: (
            <span>
              <NoticeTerm notice={notice} />
            </span>
          ),
        },
        { key: 'people', label: t('notice:people'), children: notice.people },
        {
          key: 'amount',
          label: t('notice:amount'),
          children: <Yuan fen={notice.amountFen} unit />,
        },
        {
          key: 'by',
          label: t('notice:publishedBy'),
          children: (
            <span>
              {notice.publishedByName} <Moment value={notice.publishedAt} />
            </span>
          ),
        },
        { key: 'contact', label: t('notice:contact'), children: notice.contact },
        ...(notice.howTo
          ? [{ key: 'howTo', label: t('notice:howTo'), children: notice.howTo }]
          : []),
        {
          key: 'claims',
          label: t('notice:claimCount'),
          span: 'filled' as const,
          children: (
            <span>
              {notice.claims.map((claim) => (
                <div key={claim.claimId}>
                  <Link to={`/bureau/claims/${claim.claimId}`}>
                    {claim.centerName} · {formatMonth(claim.period, locale)}
                  </Link>
                  <div className="yb-soft">{aboutOf(claim)}</div>
                </div>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}

function NoticeView({ notice }: { readonly notice: NoticeOfBureau }) {
  const { t, locale } = useText();
  const open = notice.openObjectionCount;
  return (
    <>
      <PageHeader
        title={notice.number}
        note={`${t('notice:period')} ${formatMonth(notice.period, locale)}`}
        backTo="/bureau/notices"
        tags={<NoticeState notice={notice} />}
        actions={<Actions notice={notice} />}
      />
      <Panel>
        {notice.withdrawnAt ? (
          <Alert
            type="error"
            showIcon
            style={{ marginBottom: 16 }}
            title={t('notice:withdrawn')}
            description={notice.withdrawnReason}
          />
        ) : null}
        <Facts notice={notice} />
      </Panel>
      <UrlTabs
        label={t('notice:menu')}
        tabs={[
          {
            key: 'objections',
            label: open > 0 ? `${t('notice:objections')} ${open}` : t('notice:objections'),
            content: <ObjectionsTab notice={notice} />,
          },
          {
            key: 'list',
            label: t('notice:list'),
            content: (
              <Panel>
                <NoticeList centers={notice.centers} />
              </Panel>
            ),
          },
          {
            key: 'history',
            label: t('notice:history'),
            content: (
              <Panel>
                <HistoryPanel entity="publicNotice" entityId={notice.id} />
              </Panel>
            ),
          },
        ]}
      />
    </>
  );
}

export function BureauNoticePage() {
  const { noticeId = '' } = useParams();
  const query = useQuery({
    queryKey: ['notices', 'one', noticeId],
    queryFn: async () => (await execute(NOTICE, { id: noticeId })).publicNotice,
  });
  return <QueryView query={query}>{(notice) => <NoticeView notice={notice} />}</QueryView>;
}
