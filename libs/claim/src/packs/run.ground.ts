import { AppError, localDate, type LocalDate } from '@yibu/kernel';
import { newId, type SqlValue, type Tx } from '@yibu/platform';

import {
  effectivePack,
  explainRefused,
  readPack,
  type EffectivePack,
  type Pack,
  type Refusal,
} from '../engine.js';
import { ratesOf, type NoticeInForce } from './compose.rules.js';
import type { StartPolicyRunInput } from './run.graphql.js';
import {
  closedMonths,
  yearWindow,
  type CenterOutcome,
  type RunRefusal,
  type RunSpec,
  type RunWindow,
} from './run.rules.js';

const BATCH = 500;

export function told(centerId: string, refusal: Refusal, isNew: boolean): RunRefusal {
  const { zh, en } = explainRefused(refusal);
  return { centerId, isNew, program: refusal.program, textZh: zh, textEn: en };
}

/** A run that is taken again by another worker looks at the same months. */
export function windowAgain(
  kind: string,
  period: string,
  yearStart: number,
  today: LocalDate,
): RunWindow {
  const window =
    kind === 'EFFECT'
      ? closedMonths(yearStart, today)
      : yearWindow(Number(period.slice(0, 4)), today);
  if (window === null) {
    throw new AppError('RUN_PERIOD', `${period} has no month that is over`, { period });
  }
  return window;
}

/** The version with the answers and figures that are tried, as if a notice had set them from the first month on. */
export function withSwitches(
  base: EffectivePack,
  decisions: RunSpec['decisions'],
  rates: RunSpec['rates'],
): EffectivePack {
  const tried = Object.entries(decisions).map(([decision, chosen]) => ({
    decision,
    chosen,
    reason: '测算',
    decidedByName: '测算',
    decidedOn: localDate('1970-01-01'),
  }));
  const notices: NoticeInForce[] = rates.map(({ rate, fen, fromOn }, index) => ({
    id: `TRIAL-${index}`,
    rate,
    fen,
    fromOn,
    untilOn: null,
    documentNumber: '—',
    documentTitle: '测算',
    clause: '—',
  }));
  return effectivePack(base.code, base.text, tried, notices);
}

export function assertSwitches(body: string, input: StartPolicyRunInput): void {
  const { decisions } = readPack(body);
  for (const { decision, option } of input.decisions) {
    const known = decisions.find(({ id }) => id === decision);
    if (!known?.options.some(({ id }) => id === option)) {
      throw new AppError('PACK_OPTION_UNKNOWN', `${decision} has no ${option}`, {
        decision,
        option,
      });
    }
  }
  const rates = ratesOf(JSON.parse(body) as Pack);
  for (const { rate, fen } of input.rates) {
    const known = rates.find(({ id }) => id === rate);
    if (!known) {
      throw new AppError('RATE_UNKNOWN', `No figure ${rate}`, { rate });
    }
    if (known.isFloor && known.fen !== null && fen < known.fen) {
      throw new AppError('NOTICE_BELOW_FLOOR', `${rate} is at least ${known.fen}`, {
        rate,
        floorFen: known.fen,
      });
    }
  }
}

/** A job that is taken again stores its changes instead of the old ones. */
export async function storeChanges(
  tx: Tx,
  runId: string,
  outcomes: readonly CenterOutcome[],
): Promise<void> {
  await tx.execute('DELETE FROM policy_run_change WHERE run_id = ? AND center_id IN (?)', [
    runId,
    tx.centers,
  ]);
  const rows = outcomes.flatMap(({ centerId, changes }) =>
    changes.map((change): SqlValue[] => [
      newId(),
      runId,
      centerId,
      change.program,
      change.subjectKind,
      change.subjectId,
      change.month,
      change.oldFen,
      change.newFen,
    ]),
  );
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await tx.execute(
      `INSERT INTO policy_run_change (id, run_id, center_id, program, subject_kind, subject_id, month, old_fen, new_fen)
       VALUES ${batch.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      batch.flat(),
    );
  }
}
