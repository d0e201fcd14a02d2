import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError, firstDay, lastDay, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  JobQueue,
  JobRegistry,
  UnitOfWork,
  withinCenter,
  type JobContext,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { parsePeriod, type Period } from '../facts/period.rules.js';
import { lockYear } from '../ledger/ledger.repository.js';
import { isEditable } from '../life/claim.states.js';
import { PackService } from '../packs/pack.service.js';
import { findClaim, lockClaim, type ClaimRow } from './claim.access.js';
import { answering, answeringFor } from './claim.reach.js';
import { ClaimComputer } from './claim.computer.js';
import { assertNotCovered } from './claim.order.js';
import { centerOf, discardDraft, openDraft, type DraftHead } from './claim.draft.js';
import type { ClaimPreparation } from './claim-results.graphql.js';
import { applicable, MONTHLY } from './claim.scope.js';
import { storeComputation, updateDraft } from './claim.store.js';
import { groundOf, keepGround } from './draft.repository.js';

const PREPARE = 'claim.prepare';

interface PreparePayload {
  readonly claimId: string;
}

/** From a period to a draft with lines and findings. The work is a job: it may be left alone, killed and taken again. */
@Injectable()
export class ClaimPrepareService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly registry: JobRegistry,
    private readonly packs: PackService,
    private readonly computer: ClaimComputer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register<PreparePayload>(PREPARE, async (context) => await this.compute(context));
  }

  /** A new draft, the next revision, or the draft that is there, computed again. */
  async prepare(
    scope: Scope,
    input: { readonly centerId: string; readonly period: string; readonly idempotencyKey: string },
  ): Promise<ClaimPreparation> {
    return await this.unitOfWork.run(answeringFor(scope, input), async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'prepareClaim', input: request },
        async () => await this.begin(tx, { ...request, isSupplementAllowed: true }),
      );
    });
  }

  /** In the caller's transaction; without supplements a center that was paid for the period is under way, not begun anew. */
  async begin(tx: Tx, asked: Asked): Promise<ClaimPreparation> {
    const center = await centerOf(tx, asked.centerId);
    const pack = await this.packs.inForce(
      tx,
      center.countyCode,
      lastDay(parsePeriod(asked.period).lastMonth),
    );
    const period = parsePeriod(asked.period, pack.yearStart);
    this.assertBegun(period);
    const { centerId, isSupplementAllowed } = asked;
    const { yearFrom, text } = period;
    await lockYear(tx, centerId, yearFrom);
    await assertNotCovered(tx, { kind: MONTHLY.kind, centerId, yearFrom, period: text });
    const ground = { center, period, packCode: pack.code, subject: MONTHLY, isSupplementAllowed };
    return await this.start(tx, await openDraft(tx, ground, this.clock.now()), asked.isPart);
  }

  /** A program that is paid to a center by the year, applied for by itself with its evidence. */
  async prepareYearly(
    scope: Scope,
    input: {
      readonly centerId: string;
      readonly program: string;
      readonly year: string;
      readonly idempotencyKey: string;
    },
  ): Promise<ClaimPreparation> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'prepareYearlyClaim', input: request },
        async () => {
          const center = await centerOf(tx, input.centerId);
          const pack = await this.packs.inForce(
            tx,
            center.countyCode,
            lastDay(parsePeriod(input.year).lastMonth),
          );
          const period = parsePeriod(input.year, pack.yearStart);
          if (!applicable(pack, 'YEARLY_OPERATING').some(({ id }) => id === input.program)) {
            throw new AppError('PROGRAM_NOT_APPLICABLE', `No yearly program ${input.program}`, {
              program: input.program,
            });
          }
          this.assertBegun(period);
          await lockYear(tx, input.centerId, period.yearFrom);
          const subject = {
            kind: 'YEARLY_OPERATING' as const,
            program: input.program,
            subjectId: '',
          };
          const ground = { center, period, packCode: pack.code, subject };
          return await this.start(tx, await openDraft(tx, ground, this.clock.now()));
        },
      );
    });
  }

  async recompute(scope: Scope, claimId: string): Promise<ClaimPreparation> {
    return await this.unitOfWork.run(await this.reach(scope, claimId), async (tx) => {
      const claim = await lockClaim(tx, claimId);
      assertEditable(claim);
      await assertNotCovered(tx, claim);
      return await this.start(tx, claim);
    });
  }

  /** A draft that nobody needs. The number stays; its next revision may begin. */
  async discard(scope: Scope, claimId: string, reason: string): Promise<ClaimRow> {
    await this.unitOfWork.run(await this.reach(scope, claimId), async (tx) => {
      const claim = await lockClaim(tx, claimId);
      await discardDraft(tx, claim, { action: 'discard', reason });
    });
    return await findClaim(this.unitOfWork.read(scope), claimId);
  }

  private async reach(scope: Scope, claimId: string): Promise<Scope> {
    return answering(scope, await findClaim(this.unitOfWork.read(scope), claimId));
  }

  assertBegun(period: Period): void {
    if (firstDay(period.firstMonth) > this.clock.today()) {
      throw new AppError('CLAIM_PERIOD_OPEN', `${period.text} has not begun`, {
        period: period.text,
      });
    }
  }

  /** A paper that a draft rests on came or went: computed anew by itself, and nobody becomes its preparer by that. */
  async refresh(tx: Tx, claim: DraftHead): Promise<void> {
    await tx.execute(
      'UPDATE claim SET job_id = ?, version = version + 1 WHERE id = ? AND center_id IN (?)',
      [await this.enqueue(tx, claim, true), claim.id, tx.centers],
    );
  }

  /** In the transaction that made the draft or changed what it rests on. */
  async start(tx: Tx, claim: DraftHead, isPart = false): Promise<ClaimPreparation> {
    const jobId = await this.enqueue(tx, claim, isPart);
    await tx.execute(
      `UPDATE claim SET job_id = ?, prepared_by = ?, prepared_at = ?, version = version + 1
       WHERE id = ? AND center_id IN (?)`,
      [jobId, tx.scope.userId, this.clock.now(), claim.id, tx.centers],
    );
    tx.audit({
      entity: 'claim',
      entityId: claim.id,
      centerId: claim.centerId,
      action: 'prepare',
      changes: [
        { field: 'number', from: null, to: claim.number },
        { field: 'period', from: null, to: claim.period },
      ],
    });
    return { claimId: claim.id, jobId };
  }

  private async enqueue(tx: Tx, claim: DraftHead, isPart: boolean): Promise<string> {
    const { centerId, id: claimId } = claim;
    return await this.jobs.enqueue(tx, { kind: PREPARE, centerId, payload: { claimId }, isPart });
  }

  /** Reads one moment, computes in memory, stores all of it and the job's end in one transaction, or nothing. */
  private async compute(context: JobContext<PreparePayload>): Promise<unknown> {
    const claim = await findClaim(this.unitOfWork.read(context.scope), context.payload.claimId);
    const scope = withinCenter(answering(context.scope, claim), claim.centerId);
    await context.progress(0, 3);
    const done = await this.computer.compute(scope, claim);
    context.signal.throwIfAborted();
    await context.progress(1, 3);
    const ground = await groundOf(done);
    const result = { claimId: claim.id, lineCount: done.assessment.lines.length };
    await this.unitOfWork.run(scope, async (tx) => {
      const current = await lockClaim(tx, claim.id);
      assertEditable(current);
      await storeComputation(tx, current, done);
      await keepGround(tx, current, { ground, done, now: this.clock.now() });
      await updateDraft(tx, current, done, this.clock.now());
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'compute',
        changes: [
          { field: 'lineCount', from: current.lineCount, to: done.assessment.lines.length },
          { field: 'totalFen', from: current.claimedFen, to: done.assessment.totalFen },
        ],
      });
      await context.finish(tx, result);
    });
    return result;
  }
}

interface Asked {
  readonly centerId: string;
  readonly period: string;
  /** A further claim of a period that was paid: by a deed for one center alone. */
  readonly isSupplementAllowed: boolean;
  /** Told of by a round, not by itself. */
  readonly isPart?: boolean;
}

function assertEditable(claim: ClaimRow): void {
  if (!isEditable(claim.status)) {
    throw new AppError('CLAIM_STATE', `Claim ${claim.number} is ${claim.status}`, {
      status: claim.status,
      event: 'recompute',
    });
  }
}
