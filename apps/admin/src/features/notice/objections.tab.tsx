import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Empty, Pagination } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { NoticeObjectionsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { Day, Moment } from '../../shared/values.js';
import { AnswerDrawer } from './answer.drawer.js';
import { EnterDrawer } from './enter.drawer.js';
import type { NoticeOfBureau } from './notice.page.js';
import { OBJECTIONS, OVERRIDE } from './notice.queries.js';
import './objections.css';

export type Objection = NoticeObjectionsQuery['noticeObjections']['items'][number];

const PAGE_SIZE = 20;

export function ObjectionsTab({ notice }: { readonly notice: NoticeOfBureau }) {
  const { t } = useText();
  const can = useCan();
  const [page, setPage] = useState(1);
  const [isEntering, setEntering] = useState(false);
  const query = useQuery({
    queryKey: ['notices', 'objections', notice.id, page],
    queryFn: async () =>
      (await execute(OBJECTIONS, { publicNoticeId: notice.id, page, pageSize: PAGE_SIZE }))
        .noticeObjections,
  });
  return (
    <Panel>
      {can('review.write') ? (
        <div className="yb-objection-head">
          <span className="yb-soft">{t('notice:enterNote')}</span>
          <Button onClick={() => setEntering(true)}>{t('notice:enter')}</Button>
        </div>
      ) : null}
      <QueryView query={query}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('notice:noObjections')} />
          ) : (
            <>
              {items.map((objection) => (
                <ObjectionCard key={objection.id} objection={objection} />
              ))}
              <Pagination
                hideOnSinglePage
                current={page}
                pageSize={PAGE_SIZE}
                total={total}
                onChange={setPage}
              />
            </>
          )
        }
      </QueryView>
      {isEntering ? <EnterDrawer notice={notice} onClose={() => setEntering(false)} /> : null}
    </Panel>
  );
}

function State({ objection }: { readonly objection: Objection }) {
  const { t } = useText();
  return (
    <>
      {objection.outcome ? (
        <StatusTag tone={objection.outcome === 'UPHELD' ? 'warning' : 'done'}>
          {t(`notice:outcome.${objection.outcome}`)}
        </StatusTag>
      ) : (
        <StatusTag tone="waiting">{t('notice:unanswered')}</StatusTag>
      )}{' '}
      {objection.isBlocking ? <StatusTag tone="stopped">{t('notice:blocking')}</StatusTag> : null}
    </>
  );
}

function ObjectionCard({ objection }: { readonly objection: Objection }) {
  const { t } = useText();
  const { overrideReason, overriddenByName } = objection;
  return (
    <article className="yb-objection">
      <header>
        <strong>{objection.rowText ?? t('notice:whole')}</strong> <State objection={objection} />
      </header>
      <p className="yb-soft">
        {t(`notice:source.${objection.source}`)} · <Day value={objection.receivedOn} /> ·{' '}
        {objection.name ?? t('notice:anonymous')}
        {objection.contact ? ` · ${objection.contact}` : ''}
        {objection.enteredByName
          ? ` · ${t('notice:enteredBy', { name: objection.enteredByName })}`
          : ''}
      </p>
      <p className="yb-objection-text">{objection.text}</p>
      {objection.answer ? (
        <p className="yb-objection-answer">
          {t('notice:answer')}: {objection.answer}{' '}
          <span className="yb-soft">
            {objection.answeredByName} <Moment value={objection.answeredAt} />
          </span>
        </p>
      ) : null}
      {overrideReason ? (
        <p className="yb-soft">
          {t('notice:overridden', { reason: overrideReason, name: overriddenByName ?? '' })}
        </p>
      ) : null}
      <Deeds objection={objection} />
    </article>
  );
}

function Deeds({ objection }: { readonly objection: Objection }) {
  const { t } = useText();
  const can = useCan();
  const client = useQueryClient();
  const [step, setStep] = useState<'answer' | 'override' | null>(null);
  const { id, version, status, isBlocking } = objection;
  const close = (): void => setStep(null);
  return (
    <div className="yb-objection-deeds">
      {status === 'OPEN' && can('review.decide') ? (
        <Button type="primary" onClick={() => setStep('answer')}>
          {t('notice:answer')}
        </Button>
      ) : null}
      {isBlocking && can('review.decide') ? (
        <Button onClick={() => setStep('override')}>{t('notice:override')}</Button>
      ) : null}
      {step === 'answer' ? <AnswerDrawer objection={objection} onClose={close} /> : null}
      <ConfirmReason
        open={step === 'override'}
        title={t('notice:override')}
        note={t('notice:overrideNote')}
        okText={t('notice:override')}
        onConfirm={async (reason) => {
          await execute(OVERRIDE, { input: { objectionId: id, version, reason } });
          await client.invalidateQueries();
        }}
        onClose={close}
      />
    </div>
  );
}
