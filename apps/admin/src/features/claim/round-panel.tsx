import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { ClaimRoundQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { formatMoment, formatMonth } from '../../shared/format.js';
import { errorOf } from '../../shared/jobs/job-progress.js';
import { Panel } from '../../shared/panel.js';
import { StatusTag } from '../../shared/status-tag.js';
import { useErrorText } from '../../shared/use-error-text.js';
import './claim-round.css';
import { RETRY_CLAIMS, ROUND_KEY, useRound } from './round.queries.js';

/** A round that is over stays to be looked at until the next month comes near. */
const SHOWN_MS = 14 * 86_400_000;

type Round = NonNullable<ClaimRoundQuery['claimRound']>;
type Item = Round['items'][number];

/** How the last deed for all centers goes, or went: n of m, and which centers ask for a hand. */
export function RoundPanel() {
  const { data: round } = useRound();
  const client = useQueryClient();
  const count = round?.done;
  useEffect(() => {
    if (count !== undefined) {
      void client.invalidateQueries({ queryKey: ['claims', 'list'] });
    }
  }, [client, count]);
  const isPast = round?.isOver && Date.parse(round.startedAt) < Date.now() - SHOWN_MS;
  return round && !isPast ? (
    <div className="yb-round">
      <RoundShown round={round} />
    </div>
  ) : null;
}

function RoundShown({ round }: { readonly round: Round }) {
  const { t, locale } = useText();
  const failed = round.items.filter(({ state }) => state === 'FAILED');
  const blocked = round.items.filter(({ blockCount }) => (blockCount ?? 0) > 0);
  return (
    <Panel
      title={t('claim:list.round.title', { month: formatMonth(round.period, locale) })}
      actions={
        <span className="yb-soft">
          {t('claim:list.round.startedBy', {
            name: round.startedByName,
            at: formatMoment(round.startedAt, locale),
          })}
        </span>
      }
    >
      {round.isOver ? <RoundEnd round={round} blocked={blocked.length} /> : <Going round={round} />}
      {failed.length > 0 || (round.isOver && blocked.length > 0) ? (
        <ul className="yb-round-items">
          {[...failed, ...(round.isOver ? blocked : [])].map((item) => (
            <RoundItem key={item.centerId} item={item} />
          ))}
        </ul>
      ) : null}
      {round.isOver && failed.length > 0 ? <Retry roundId={round.id} /> : null}
    </Panel>
  );
}

function Going({ round }: { readonly round: Round }) {
  const { t } = useText();
  const ended = round.done + round.skipped + round.failed;
  return (
    <div role="status">
      <Progress
        percent={round.total === 0 ? 0 : Math.floor((100 * ended) / round.total)}
        status="active"
        aria-label={t('shell:jobs.progress')}
      />
      <div>{t('claim:list.round.progress', { done: ended, total: round.total })}</div>
      <div className="yb-soft">{t('claim:list.round.leaveIt')}</div>
    </div>
  );
}

function RoundEnd({ round, blocked }: { readonly round: Round; readonly blocked: number }) {
  const { t } = useText();
  return (
    <Flex gap={8} wrap role="status">
      <StatusTag tone="done">{t('claim:list.round.over', { count: round.done })}</StatusTag>
      {blocked > 0 ? (
        <StatusTag tone="warning">{t('claim:list.round.blocked', { count: blocked })}</StatusTag>
      ) : null}
      {round.skipped > 0 ? (
        <StatusTag tone="plain">
          {t('claim:list.round.skipped', { count: round.skipped })}
        </StatusTag>
      ) : null}
      {round.failed > 0 ? (
        <StatusTag tone="stopped">
          {t('claim:list.round.failed', { count: round.failed })}
        </StatusTag>
      ) : null}
    </Flex>
  );
}

function RoundItem({ item }: { readonly item: Item }) {
  const { t } = useText();
  const errorText = useErrorText();
  const { centerId, centerName, claimId, blockCount, errorCode } = item;
  const why =
    item.state !== 'FAILED'
      ? t('claim:list.round.blocks', { count: blockCount ?? 0 })
      : errorCode
        ? errorText(errorOf(item)).sentence
        : t('claim:list.round.unknown');
  const to = claimId ? `claims/${claimId}?tab=checks` : 'claims';
  return (
    <li>
      <Link to={centerPath(centerId, to)}>{centerName}</Link>
      <span>{why}</span>
    </li>
  );
}

function Retry({ roundId }: { readonly roundId: string }) {
  const { t } = useText();
  const client = useQueryClient();
  const errorText = useErrorText();
  const retry = useMutation({
    mutationFn: async () => await execute(RETRY_CLAIMS, { input: { roundId } }),
    onSettled: async () => await client.invalidateQueries({ queryKey: ROUND_KEY }),
  });
  return (
    <>
      <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('claim:list.round.retry')}
      </Button>
      {retry.error ? (
        <Alert
          type="error"
          showIcon
          title={errorText(retry.error).sentence}
          style={{ marginTop: 8 }}
        />
      ) : null}
    </>
  );
}
