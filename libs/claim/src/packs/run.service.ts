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
} from '@yibu/platform';

import { deriveForCounty, entitlements, type EffectivePack } from '../engine.js';
import { namesAskedBy } from '../asked/asked.facts.js';
import { asksOfBeds } from '../claims/claim.scope.js';
import { EVERYBODY, FactsReader } from '../facts/facts.reader.js';
import { PackService } from './pack.service.js';
import { findPack, requireBureauOf } from './policy.access.js';
import { PolicyRunEntity } from './policy.entities.js';
import type { PolicyRun, StartPolicyRunInput } from './run.graphql.js';
import { assertSwitches, storeChanges, told, windowAgain, withSwitches } from './run.ground.js';
import { findRun, runHead, type RunToDo } from './run.queries.js';
import {
  cellsOf,
  changesOf,
  closedMonths,
  summarize,
  yearWindow,
  type CenterOutcome,
  type RunSpec,
  type RunWindow,
} from './run.rules.js';

const KIND = 'policy.run';

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

  private async rulesOf(db: Db, run: RunToDo): Promise<Rules> {
    const { countyCode, kind, period, spec, createdOn } = run;
    const current = await this.packs.find(db, countyCode, createdOn);
    const window = windowAgain(kind, period, current?.yearStart ?? 1, createdOn);
    const old = await this.packs.inForce(db, countyCode, lastDay(window.lastMonth));
    const source = await findPack(db, spec.packId);
    const pack = deriveForCounty(source.body, countyCode) ?? source;
    const base = await this.packs.forCounty(db, pack, countyCode);
    return { old, now: withSwitches(base, spec.decisions, spec.rates), window };
  }

  private async tryCenter(scope: Scope, centerId: string, rules: Rules): Promise<CenterOutcome> {
    const { window } = rules;
    const { facts } = await this.unitOfWork.snapshot(
      scope,
      async (db) =>
        await this.reader.read(
          db,
          centerId,
          {
            from: firstDay(window.firstMonth),
            endsBefore: addDays(lastDay(window.lastMonth), 1),
          },
          {
            ...EVERYBODY,
            withBeds: asksOfBeds(rules.old) || asksOfBeds(rules.now),
            asked: namesAskedBy(rules.old.body, rules.now.body),
          },
        ),
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
