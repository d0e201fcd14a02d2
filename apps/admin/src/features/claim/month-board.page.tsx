import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import type { ClaimMonthBoardQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Chart } from '../../shared/chart/chart.js';
import { ClaimStatusTag } from '../../shared/claim/claim-status.js';
import { DueTag, LateTag } from '../../shared/claim/due.js';
import { centerPath } from '../../shared/feature.js';
import { formatDay, formatMonth } from '../../shared/format.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useCenter } from '../../shared/session.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Month as MonthName, Yuan } from '../../shared/values.js';
import { MONTH_BOARD, PREPARE_CLAIM } from './board.queries.js';
import './month-board.css';
import { isAhead, MonthFacts } from './month-facts.js';
import { OpeningBanner } from './opening-banner.js';
import { YearSwitch } from './year-switch.js';
import { lastMonth } from '../../shared/today.js';
import { useWarm } from '../../shared/warm.js';
import { ClaimPart } from './claim.part.js';

type Board = ClaimMonthBoardQuery['claimMonthBoard'];
type Month = Board['months'][number];

interface MonthRowProps {
  readonly month: Month;
  /** The later claim that already holds what is due for this month. */
  readonly coveredIn: string | null;
  readonly centerId: string;
}

/** Each claim catches up on all months of the year before it: what was never claimed of them stands in it. */
const coveredBy = (board: Board, { month, claim }: Month): string | null =>
  claim
    ? null
    : (board.months.find((later) => later.month > month && holdsMoney(later.claim?.status))
        ?.month ?? null);

const holdsMoney = (status: string | undefined): boolean =>
  status !== undefined && !['DRAFT', 'CHECKED', 'RETURNED', 'WITHDRAWN'].includes(status);

const stageOf = ({ month, isOver }: Month): 'notPrepared' | 'notOver' | 'notBegun' =>
  isOver ? 'notPrepared' : isAhead(month) ? 'notBegun' : 'notOver';

function MonthRow({ month, coveredIn, centerId }: MonthRowProps) {
  const { t, locale } = useText();
  const { claim } = month;
  return (
    <tr>
      <th scope="row" className="yb-number">
        <MonthName value={month.month} />
      </th>
      <td data-label={t('claim:board.facts')} className="yb-board-facts">
        <MonthFacts month={month} centerId={centerId} />
      </td>
      <td data-label={t('claim:board.claim')} className="yb-board-state">
        {claim ? (
          <Flex gap={8} align="center" wrap>
            <ClaimStatusTag status={claim.status} />
            <LateTag lateDays={claim.lateDays} />
            <DueTag dueOn={claim.dueOn} />
            {claim.blockCount > 0 ? (
              <Link to={centerPath(centerId, `claims/${claim.id}?tab=checks`)}>
                {t('claim:board.blocks', { count: claim.blockCount })}
              </Link>
            ) : claim.warnCount > 0 ? (
              <Link to={centerPath(centerId, `claims/${claim.id}?tab=checks`)}>
                {t('claim:board.warns', { count: claim.warnCount })}
              </Link>
            ) : null}
          </Flex>
        ) : (
          <span className="yb-soft">
            {coveredIn
              ? t('claim:board.inLater', { month: formatMonth(coveredIn, locale) })
              : t(`claim:board.${stageOf(month)}`)}
          </span>
        )}
        <MonthWindow month={month} />
      </td>
      <td data-label={t('claim:board.claimed')} className="yb-right">
        <Yuan fen={claim?.claimedFen} />
      </td>
      <td data-label={t('claim:board.decided')} className="yb-right">
        <Yuan fen={claim?.decidedFen} />
      </td>
      <td data-label={t('claim:board.paid')} className="yb-right">
        <Yuan fen={claim?.decidedFen === null ? null : claim?.paidFen} />
      </td>
      <td className="yb-right yb-board-do">
        <MonthAction month={month} coveredIn={coveredIn} centerId={centerId} />
      </td>
    </tr>
  );
}

/** Until the claim is in: when the county takes it. */
function MonthWindow({ month }: { readonly month: Month }) {
  const { t, locale } = useText();
  const { window, claim, isOver } = month;
  const isIn =
    claim !== null && claim !== undefined && !['DRAFT', 'CHECKED'].includes(claim.status);
  if (!window || !isOver || isIn) {
    return null;
  }
  return window.daysLate > 0 ? (
    <StatusTag tone="stopped">{t('bureau:clock.missed', { count: window.daysLate })}</StatusTag>
  ) : (
    <div className="yb-soft">
      {t('bureau:clock.closes', { day: formatDay(window.closesOn, locale) })}
    </div>
  );
}

function MonthAction({ month, coveredIn, centerId }: MonthRowProps) {
  const { t } = useText();
  const can = useCan();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const open = (claimId: string): void => void navigate(centerPath(centerId, `claims/${claimId}`));
  if (!(month.canPrepare && can('claim.prepare'))) {
    return month.claim ? (
      <Button onClick={() => open(month.claim?.id ?? '')}>{t('claim:board.open')}</Button>
    ) : null;
  }
  const prepare = async (): Promise<void> => {
    setBusy(true);
    try {
      const input = { centerId, period: month.month, idempotencyKey: newKey() };
      const { prepareClaim } = await execute(PREPARE_CLAIM, { input });
      await client.invalidateQueries({ queryKey: ['claims', centerId] });
      open(prepareClaim.claimId);
    } catch (error) {
      void message.error(errorText(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  // A month in which nobody lived here may be claimed, but nothing asks for it.
  const isInviting = month.isOver && coveredIn === null && month.residentCount > 0;
  return (
    <Flex gap={8} justify="flex-end" wrap>
      {month.claim ? (
        <Button onClick={() => open(month.claim?.id ?? '')}>{t('claim:board.open')}</Button>
      ) : (
        <Button
          type={isInviting ? 'primary' : 'default'}
          loading={isBusy}
          onClick={() => void prepare()}
        >
          {t('claim:board.prepare')}
        </Button>
      )}
    </Flex>
  );
}

function BoardTable({ board, centerId }: { readonly board: Board; readonly centerId: string }) {
  const { t } = useText();
  return (
    <table className="yb-board">
      <thead>
        <tr>
          <th scope="col">{t('claim:board.month')}</th>
          <th scope="col">{t('claim:board.facts')}</th>
          <th scope="col">{t('claim:board.claim')}</th>
          <th scope="col" className="yb-right">
            {t('claim:board.claimed')}
          </th>
          <th scope="col" className="yb-right">
            {t('claim:board.decided')}
          </th>
          <th scope="col" className="yb-right">
            {t('claim:board.paid')}
          </th>
          <th aria-label={t('claim:board.open')} />
        </tr>
      </thead>
      <tbody>
        {board.months.map((month) => (
          <MonthRow
            key={month.month}
            month={month}
            coveredIn={coveredBy(board, month)}
            centerId={centerId}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('claim:board.total')}
          </th>
          <td data-label={t('claim:board.claimed')} className="yb-right">
            <Yuan fen={board.claimedFen} />
          </td>
          <td data-label={t('claim:board.decided')} className="yb-right">
            <Yuan fen={board.decidedFen} />
          </td>
          <td data-label={t('claim:board.paid')} className="yb-right">
            <Yuan fen={board.paidFen} />
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function MoneyChart({ board }: { readonly board: Board }) {
  const { t, locale } = useText();
  const series = (['claimed', 'decided', 'paid'] as const).map((name) => ({
    name: t(`claim:board.${name}`),
    values: board.months.map(({ claim }) => claim?.[`${name}Fen`] ?? 0),
  }));
  return (
    <Chart
      kind="bar"
      title={t('claim:board.chart')}
      data={{
        categories: board.months.map(({ month }) => formatMonth(month, locale)),
        categoryTitle: t('claim:board.month'),
        series,
        unit: 'fen',
      }}
    />
  );
}

export function MonthBoardPage() {
  const { t } = useText();
  const center = useCenter();
  const [chosen, setChosen] = useUrlValue('month');
  const month = chosen ?? lastMonth();
  useWarm(ClaimPart.fetch);
  const query = useQuery({
    queryKey: ['claims', center.id, 'board', month],
    queryFn: async () =>
      (await execute(MONTH_BOARD, { centerId: center.id, month })).claimMonthBoard,
  });
  return (
    <>
      <PageHeader
        title={t('claim:menu.board')}
        note={t('claim:board.note')}
        actions={
          query.data ? (
            <YearSwitch months={query.data.months.map((one) => one.month)} onChange={setChosen} />
          ) : null
        }
      />
      <QueryView query={query}>
        {(board) => (
          <>
            {board.packCode ? null : (
              <Alert
                type="error"
                showIcon
                title={t('claim:board.noPack')}
                style={{ marginBottom: 16 }}
              />
            )}
            {board.isYearClosed ? (
              <Alert
                type="info"
                showIcon
                title={t('claim:board.isClosed')}
                style={{ marginBottom: 16 }}
              />
            ) : (
              <OpeningBanner centerId={center.id} yearFrom={board.yearFrom} />
            )}
            <Panel>
              <BoardTable board={board} centerId={center.id} />
            </Panel>
            <Panel>
              <div className="yb-board-chart">
                <MoneyChart board={board} />
              </div>
            </Panel>
          </>
        )}
      </QueryView>
    </>
  );
}
