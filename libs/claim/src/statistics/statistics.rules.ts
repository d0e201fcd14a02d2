import { fen, monthsFromTo, sumFen, yearMonth, type Fen } from '@yibu/kernel';

import type { ClaimStatus } from '../life/claim.states.js';
import type {
  CountyStatistics,
  StatisticsCenter,
  StatisticsMonth,
  StatisticsReason,
} from './statistics.graphql.js';

const DAY_MS = 86_400_000;

/** A claim of the year that the bureau has, or sent back. */
export interface ClaimOfYear {
  readonly centerId: string;
  readonly centerName: string;
  /** The last of its period. */
  readonly month: string;
  readonly status: ClaimStatus;
  readonly claimedFen: Fen;
  readonly decidedFen: Fen;
  readonly paidFen: Fen;
  readonly submittedAt: Date;
  /** By the bureau itself; null: not yet, or on paper. */
  readonly decidedAt: Date | null;
  /** Lines judged for the first time, and those of them that were granted as claimed. */
  readonly lineCount: number;
  readonly accepted: number;
}

interface MoneyRow extends Pick<StatisticsMonth, 'paidFen' | 'recoveredFen' | 'nettedFen'> {
  readonly what: 'MONEY';
  readonly month: string;
}

export type AmountRow = MoneyRow | (StatisticsReason & { readonly what: 'REASON' });

interface Ground {
  readonly year: number;
  readonly claims: readonly ClaimOfYear[];
  readonly amounts: readonly AmountRow[];
}

export function statisticsOf({ year, claims, amounts }: Ground): CountyStatistics {
  const live = claims.filter(({ status }) => status !== 'RETURNED');
  return {
    year,
    months: monthsOf(year, live, amounts),
    reasons: reasonsOf(amounts),
    centers: centersOf(live, claims),
    lineCount: claims.reduce((sum, { lineCount }) => sum + lineCount, 0),
    firstPassRate: rateOf(claims),
    returnedCount: claims.length - live.length,
    ...speedOf(claims),
  };
}

function monthsOf(
  year: number,
  live: readonly ClaimOfYear[],
  amounts: readonly AmountRow[],
): StatisticsMonth[] {
  return monthsFromTo(yearMonth(`${year}-01`), yearMonth(`${year}-12`)).map((month) => {
    const ending = live.filter((claim) => claim.month === month);
    const moved = amounts.find((row) => row.what === 'MONEY' && row.month === month) as
      | MoneyRow
      | undefined;
    return {
      month,
      claimedFen: sumFen(ending.map(({ claimedFen }) => claimedFen)),
      decidedFen: sumFen(ending.map(({ decidedFen }) => decidedFen)),
      paidFen: fen(moved?.paidFen ?? 0),
      recoveredFen: fen(moved?.recoveredFen ?? 0),
      nettedFen: fen(moved?.nettedFen ?? 0),
    };
  });
}

const linesOf = ({ returned, held, cut }: StatisticsReason): number => returned + held + cut;

/** The most frequent first. */
const reasonsOf = (amounts: readonly AmountRow[]): StatisticsReason[] =>
  amounts
    .filter((row) => row.what === 'REASON')
    .map(({ code, returned, held, cut, amountFen }) => ({ code, returned, held, cut, amountFen }))
    .sort((a, b) => linesOf(b) - linesOf(a) || (a.code < b.code ? -1 : 1));

function centersOf(
  live: readonly ClaimOfYear[],
  claims: readonly ClaimOfYear[],
): StatisticsCenter[] {
  const names = new Map(live.map(({ centerId, centerName }) => [centerId, centerName]));
  return [...names].map(([centerId, centerName]) => {
    const own = live.filter((claim) => claim.centerId === centerId);
    return {
      centerId,
      centerName,
      claimCount: own.length,
      claimedFen: sumFen(own.map(({ claimedFen }) => claimedFen)),
      decidedFen: sumFen(own.map(({ decidedFen }) => decidedFen)),
      paidFen: sumFen(own.map(({ paidFen }) => paidFen)),
      firstPassRate: rateOf(claims.filter((claim) => claim.centerId === centerId)),
    };
  });
}

function rateOf(claims: readonly ClaimOfYear[]): number | null {
  const lines = claims.reduce((sum, { lineCount }) => sum + lineCount, 0);
  return lines === 0 ? null : claims.reduce((sum, { accepted }) => sum + accepted, 0) / lines;
}

type Speed = Pick<CountyStatistics, 'decisionCount' | 'daysMedian' | 'daysLongest'>;

function speedOf(claims: readonly ClaimOfYear[]): Speed {
  const days = claims
    .flatMap(({ submittedAt, decidedAt }) =>
      decidedAt === null ? [] : [(decidedAt.getTime() - submittedAt.getTime()) / DAY_MS],
    )
    .sort((a, b) => a - b);
  return { decisionCount: days.length, daysMedian: median(days), daysLongest: days.at(-1) ?? null };
}

/** Of sorted numbers. */
function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
