import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError, firstDay, lastDay, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  JobQueue,
  JobRegistry,
  newId,
  UnitOfWork,
  withinCenter,
  type JobContext,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { parsePeriod, type Period } from '../facts/period.rules.js';
import { lockYear } from '../ledger/ledger.repository.js';
import { allowsNextRevision, isEditable, nextStatus } from '../life/claim.states.js';
import { PackService } from '../packs/pack.service.js';
import { CLAIM_COLUMNS, findClaim, lockClaim, type ClaimRow } from './claim.access.js';
import { answering, answeringFor, answersFor, assertAnswers } from './claim.reach.js';
import { ClaimComputer } from './claim.computer.js';
import { ClaimEntity } from './claim.entities.js';
import type { ClaimPreparation } from './claim-results.graphql.js';
import { storeComputation, updateDraft } from './claim.store.js';
import { dropGround, groundOf, keepGround } from './draft.repository.js';

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
    await lockYear(tx, asked.centerId, period.yearFrom);
    const newest = await newestRevision(tx, asked.centerId, period);
    if (!asked.isSupplementAllowed && (newest?.status === 'PAID' || newest?.status === 'CLOSED')) {
      throw underWay(newest);
    }
    const claim = await this.draftOf(tx, { center, period, newest, packCode: pack.code });
    return await this.enqueue(tx, claim);
  }

  async recompute(scope: Scope, claimId: string): Promise<ClaimPreparation> {
    return await this.unitOfWork.run(await this.reach(scope, claimId), async (tx) => {
      const claim = await lockClaim(tx, claimId);
      assertEditable(claim);
      return await this.enqueue(tx, claim);
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

  private async draftOf(
    tx: Tx,
    ground: {
      readonly center: CenterHead;
      readonly period: Period;
      readonly newest: ClaimRow | null;
      readonly packCode: string;
    },
  ): Promise<ClaimRow | NewClaim> {
    const { center, period, newest, packCode } = ground;
    const isOwn = newest?.organizationId === tx.scope.organizationId;
    if (newest && isOwn && isEditable(newest.status)) {
      return newest;
    }
    await assertAnswers(tx, {
      centerId: center.id,
      organizationId: tx.scope.organizationId,
      period: period.text,
    });
    if (newest && isEditable(newest.status) && !(await answersFor(tx, newest))) {
      // Its operator handed the center over before the end of the month.
      await discardDraft(tx, newest, { action: 'discardLeftBehind', reason: null });
    } else if (newest && !allowsNextRevision(newest.status)) {
      throw underWay(newest);
    }
    const revision = (newest?.revision ?? 0) + 1;
    const now = this.clock.now();
    const claim = {
      id: newId(),
      centerId: center.id,
      organizationId: tx.scope.organizationId,
      countyCode: center.countyCode,
      number: `${center.countyCode}-${center.code}-${period.text}-${revision}`,
      period: period.text,
      yearFrom: period.yearFrom,
      revision,
      previousClaimId: newest?.id ?? null,
      status: 'DRAFT' as const,
      packCode,
      preparedBy: tx.scope.userId,
      preparedAt: now,
      createdAt: now,
    };
    await tx.insert(ClaimEntity, claim);
    return claim;
  }

  private async enqueue(tx: Tx, claim: ClaimRow | NewClaim): Promise<ClaimPreparation> {
    const jobId = await this.jobs.enqueue(tx, {
      kind: PREPARE,
      centerId: claim.centerId,
      payload: { claimId: claim.id },
    });
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
}

/** A draft that nobody needs any more: no line of it ever reached the bureau. */
async function discardDraft(
  tx: Tx,
  claim: ClaimRow,
  because: { readonly action: 'discard' | 'discardLeftBehind'; readonly reason: string | null },
): Promise<void> {
  const status = nextStatus(claim.status, 'discard');
  await tx.execute(
    'UPDATE claim SET status = ?, version = version + 1 WHERE id = ? AND center_id IN (?)',
    [status, claim.id, tx.centers],
  );
  await dropGround(tx, claim);
  tx.audit({
    entity: 'claim',
    entityId: claim.id,
    centerId: claim.centerId,
    changes: [{ field: 'status', from: claim.status, to: status }],
    ...because,
  });
}

const underWay = ({ number, status }: ClaimRow): AppError =>
  new AppError('CLAIM_UNDER_WAY', `Claim ${number} is ${status}`, { number, status });

type NewClaim = Pick<ClaimRow, 'id' | 'centerId' | 'number' | 'period'>;

interface CenterHead {
  readonly id: string;
  readonly countyCode: string;
  readonly code: string;
}

async function centerOf(tx: Tx, centerId: string): Promise<CenterHead> {
  tx.requireCenter(centerId);
  const center = await tx.row<CenterHead>(
    'SELECT id, county_code AS countyCode, code FROM center WHERE id = ? AND id IN (?)',
    [centerId, tx.centers],
  );
  if (!center) {
    throw new AppError('NOT_FOUND', `No center ${centerId}`, { entity: 'center', id: centerId });
  }
  return center;
}

const newestRevision = async (tx: Tx, centerId: string, period: Period): Promise<ClaimRow | null> =>
  await tx.row<ClaimRow>(
    `SELECT ${CLAIM_COLUMNS} FROM claim c WHERE c.center_id = ? AND c.center_id IN (?) AND c.period = ?
     ORDER BY c.revision DESC LIMIT 1 FOR UPDATE`,
    [centerId, tx.centers, period.text],
  );

function assertEditable(claim: ClaimRow): void {
  if (!isEditable(claim.status)) {
    throw new AppError('CLAIM_STATE', `Claim ${claim.number} is ${claim.status}`, {
      status: claim.status,
      event: 'recompute',
    });
  }
}
