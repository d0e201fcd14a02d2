import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { RefusedInput } from '@yibu/claim-engine';
import { addDays, AppError, firstDay, lastDay, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  JobQueue,
  JobRegistry,
  newId,
  UnitOfWork,
  type Db,
  type JobContext,
  type Scope,
  type SqlValue,
  type Tx,
} from '@yibu/platform';

import {
  deriveForCounty,
  effectivePack,
  entitlements,
  explainRefused,
  readPack,
  type EffectivePack,
  type Pack,
  type Refusal,
} from '../engine.js';
import { FactsReader } from '../facts/facts.reader.js';
import { ratesOf, type NoticeInForce } from './compose.rules.js';
import { PackService } from './pack.service.js';
import { findPack, requireBureauOf } from './policy.access.js';
import { PolicyRunEntity } from './policy.entities.js';
import type { PolicyRun, StartPolicyRunInput } from './run.graphql.js';
import { findRun, runHead } from './run.queries.js';
import {
  cellsOf,
  changesOf,
  closedMonths,
  summarize,
  yearWindow,
  type CenterOutcome,
  type RunRefusal,
  type RunSpec,
  type RunWindow,
} from './run.rules.js';

const KIND = 'policy.run';
const BATCH = 500;

interface RunPayload {
  readonly runId: string;
}

interface Rules {
  readonly old: EffectivePack;
  readonly now: EffectivePack;
  readonly window: RunWindow;
}

/** What other rules would have paid over the county's own records. A job; it writes its result and nothing else. */
@Injectable()
export class PolicyRunService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly registry: JobRegistry,
    private readonly packs: PackService,
    private readonly reader: FactsReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register<RunPayload>(KIND, async (context) => await this.work(context));
  }

  async start(scope: Scope, input: StartPolicyRunInput): Promise<PolicyRun> {
    requireBureauOf(scope, input.countyCode);
    const id = await this.unitOfWork.run(scope, async (tx) => {
      const pack = await findPack(tx, input.packId);
      assertSwitches(pack.body, input);
      const window = await this.windowOf(tx, input);
      const fromOn = firstDay(window.firstMonth);
      const runId = newId();
      const spec: RunSpec = {
        packId: pack.id,
        decisions: Object.fromEntries(input.decisions.map((one) => [one.decision, one.option])),
        rates: input.rates.map(({ rate, fen }) => ({ rate, fen, fromOn })),
      };
      const jobId = await this.jobs.enqueue(tx, { kind: KIND, centerId: null, payload: { runId } });
      await tx.insert(PolicyRunEntity, {
        id: runId,
        countyCode: input.countyCode,
        kind: input.kind,
        title: input.title,
        period: window.period,
        packId: pack.id,
        spec,
        jobId,
        runBy: scope.userId,
        runByName: scope.userName,
        createdAt: this.clock.now(),
      });
      tx.audit({
        entity: 'policyRun',
        entityId: runId,
        centerId: null,
        action: 'start',
        changes: [
          { field: 'packCode', from: null, to: pack.code },
          { field: 'period', from: null, to: window.period },
        ],
      });
      return runId;
    });
    return await runHead(this.unitOfWork.read(scope), id);
  }

  private async windowOf(db: Db, input: StartPolicyRunInput): Promise<RunWindow> {
    const today = this.clock.today();
    if (input.kind === 'EFFECT') {
      const current = await this.packs.find(db, input.countyCode, today);
      return closedMonths(current?.yearStart ?? 1, today);
    }
    const window = yearWindow(input.year ?? Number(today.slice(0, 4)) - 1, today);
    if (window === null) {
      throw new AppError('RUN_PERIOD', `No month of ${String(input.year)} is over`, {
        year: input.year ?? 0,
      });
    }
    return window;
  }

  private async work(context: JobContext<RunPayload>): Promise<unknown> {
    const { scope, payload } = context;
    const db = this.unitOfWork.read(scope);
    const run = await findRun(db, payload.runId);
    const rules = await this.rulesOf(db, run);
    const centers = await db.rows<{ id: string }>(
      'SELECT id FROM center WHERE county_code = ? AND id IN (?) ORDER BY id',
      [run.countyCode, db.centers],
    );
    const outcomes: CenterOutcome[] = [];
    for (const [index, { id }] of centers.entries()) {
      context.signal.throwIfAborted();
      await context.progress(index, centers.length);
      outcomes.push(await this.tryCenter(scope, id, rules));
    }
    const summary = summarize(outcomes);
    await this.unitOfWork.run(scope, async (tx) => {
      await storeChanges(tx, run.id, outcomes);
      await tx.execute(
        'UPDATE policy_run SET summary = ?, finished_at = ? WHERE id = ? AND county_code = ?',
        [JSON.stringify(summary), this.clock.now(), run.id, run.countyCode],
      );
      await context.finish(tx, { runId: run.id });
    });
    return { runId: run.id };
  }

  private async rulesOf(
    db: Db,
    run: {
      readonly countyCode: string;
      readonly kind: string;
      readonly period: string;
      readonly spec: RunSpec;
      readonly createdOn: string;
    },
  ): Promise<Rules> {
    const today = run.createdOn as Parameters<typeof closedMonths>[1];
    const window = windowAgain(
      run.kind,
      run.period,
      await this.yearStart(db, run.countyCode, today),
      today,
    );
    const old = await this.packs.inForce(db, run.countyCode, lastDay(window.lastMonth));
    const { packId, decisions, rates } = run.spec;
    const source = await findPack(db, packId);
    const fitted = deriveForCounty(source.body, run.countyCode);
    const pack = fitted ?? source;
    const base = await this.packs.forCounty(db, pack, run.countyCode);
    return { old, now: withSwitches(base, decisions, rates), window };
  }

  private async yearStart(
    db: Db,
    countyCode: string,
    today: Parameters<typeof closedMonths>[1],
  ): Promise<number> {
    return (await this.packs.find(db, countyCode, today))?.yearStart ?? 1;
  }

  private async tryCenter(scope: Scope, centerId: string, rules: Rules): Promise<CenterOutcome> {
    const { window } = rules;
    const { facts } = await this.unitOfWork.snapshot(
      scope,
      async (db) =>
        await this.reader.read(db, centerId, {
          from: firstDay(window.firstMonth),
          endsBefore: addDays(lastDay(window.lastMonth), 1),
        }),
    );
    try {
      const [before, after] = [
        entitlements(rules.old, facts, window),
        entitlements(rules.now, facts, window),
      ];
      return {
        centerId,
        cells: cellsOf(centerId, before.lines, after.lines),
        changes: changesOf(before.lines, after.lines),
        refusals: [
          ...before.refusals.map((refusal) => told(centerId, refusal, false)),
          ...after.refusals.map((refusal) => told(centerId, refusal, true)),
        ],
        unread: null,
      };
    } catch (error) {
      if (error instanceof RefusedInput) {
        const [first] = error.problems;
        const unread = `${first?.path ?? ''} ${first?.code ?? ''}`;
        return { centerId, cells: [], changes: [], refusals: [], unread };
      }
      throw error;
    }
  }
}

function told(centerId: string, refusal: Refusal, isNew: boolean): RunRefusal {
  const { zh, en } = explainRefused(refusal);
  return { centerId, isNew, program: refusal.program, textZh: zh, textEn: en };
}

/** A run that is taken again by another worker looks at the same months. */
function windowAgain(
  kind: string,
  period: string,
  yearStart: number,
  today: Parameters<typeof closedMonths>[1],
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
function withSwitches(
  base: EffectivePack,
  decisions: RunSpec['decisions'],
  rates: RunSpec['rates'],
): EffectivePack {
  const tried = Object.entries(decisions).map(([decision, chosen]) => ({
    id: decision,
    decision,
    chosen,
    reason: '测算',
    decidedByName: '测算',
    decidedAt: new Date(0),
    version: 1,
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

function assertSwitches(body: string, input: StartPolicyRunInput): void {
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
async function storeChanges(
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
