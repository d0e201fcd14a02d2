import { FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Result } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useParams } from 'react-router';

import { ApiError } from '../../api/api-error.js';
import { execute } from '../../api/execute.js';
import type { NoticePageQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { LanguageSwitch } from '../../shared/language-switch.js';
import { NoticeList } from '../../shared/notice-list.js';
import { QueryView } from '../../shared/query-view.js';
import { StatusTag } from '../../shared/status-tag.js';
import { Day, Yuan } from '../../shared/values.js';
import { periodWords } from './period-text.js';
import { NOTICE_PAGE } from './notice.queries.js';
import './notice.css';
import { ObjectionForm } from './objection-form.js';
import { today } from '../../shared/today.js';

export type NoticeShown = NoticePageQuery['noticePage'];

function State({ notice }: { readonly notice: NoticeShown }) {
  const { t } = useText();
  if (notice.withdrawnAt) {
    return <StatusTag tone="stopped">{t('publicNotice:withdrawn')}</StatusTag>;
  }
  if (notice.isOpen) {
    return <StatusTag tone="going">{t('publicNotice:open')}</StatusTag>;
  }
  const isWaiting = today() < notice.from;
  return (
    <StatusTag tone={isWaiting ? 'waiting' : 'plain'}>
      {t(isWaiting ? 'publicNotice:waiting' : 'publicNotice:closed')}
    </StatusTag>
  );
}

function Facts({ notice }: { readonly notice: NoticeShown }) {
  const { t, locale } = useText();
  const basis = notice.basis.map(({ documentZh, documentEn, clause }) =>
    `${locale === 'en' ? documentEn : documentZh} ${clause}`.trim(),
  );
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('publicNotice:number'), notice.number],
    [t('publicNotice:bureau'), notice.bureauName],
    [
      t('publicNotice:term'),
      <>
        <Day value={notice.from} /> – <Day value={notice.lastDay} /> <State notice={notice} />
      </>,
    ],
    [t('publicNotice:basis'), basis.map((text) => <div key={text}>{text}</div>)],
    [t('publicNotice:centers'), t('publicNotice:centerCount', { count: notice.centers.length })],
    [t('publicNotice:people'), t('publicNotice:peopleCount', { count: notice.people })],
    [t('publicNotice:amount'), <Yuan key="amount" fen={notice.amountFen} unit />],
    [t('publicNotice:contact'), notice.contact],
    ...(notice.howTo ? [[t('publicNotice:howTo'), notice.howTo] as const] : []),
  ];
  return (
    <dl className="yb-notice-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notice({ notice, code }: { readonly notice: NoticeShown; readonly code: string }) {
  const { t, locale } = useText();
  const { word, ...parts } = periodWords(notice.period, locale);
  const title = t('publicNotice:title', { period: t(`publicNotice:period.${word}`, parts) });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <h1>{title}</h1>
      {notice.withdrawnAt ? (
        <Alert
          type="error"
          showIcon
          title={t('publicNotice:withdrawnText', { reason: notice.withdrawnReason ?? '' })}
        />
      ) : null}
      <Facts notice={notice} />
      <ObjectionForm notice={notice} code={code}>
        <Button
          icon={<FilePdfOutlined aria-hidden />}
          href={`/export/notice/${code}?language=${locale}`}
          target="_blank"
        >
          {t('publicNotice:paper')}
        </Button>
      </ObjectionForm>
      <h2>{t('publicNotice:list')}</h2>
      <p className="yb-notice-soft">{t('publicNotice:masked')}</p>
      <NoticeList centers={notice.centers} />
    </>
  );
}

/** What a county shows to everybody; no session, no menu, nothing but the notice. */
export function NoticePage() {
  const { t } = useText();
  const { code = '' } = useParams();
  const query = useQuery({
    queryKey: ['public-notice', code],
    queryFn: async () => (await execute(NOTICE_PAGE, { code })).noticePage,
    retry: false,
  });
  useEffect(() => {
    const robots = document.createElement('meta');
    robots.name = 'robots';
    robots.content = 'noindex, nofollow';
    document.head.append(robots);
    return () => robots.remove();
  }, []);
  const isMissing = query.error instanceof ApiError && query.error.code === 'NOT_FOUND';
  return (
    <div className="yb-notice">
      <header className="yb-notice-top">
        <span>
          <img src="/icon.svg" alt="" width={28} height={28} /> {t('common:product')}
        </span>
        <LanguageSwitch />
      </header>
      <main>
        {isMissing ? (
          <Result
            status="404"
            title={t('publicNotice:missing')}
            subTitle={t('publicNotice:missingText')}
          />
        ) : (
          <QueryView query={query}>{(notice) => <Notice notice={notice} code={code} />}</QueryView>
        )}
      </main>
    </div>
  );
}
