import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  JobQueue,
  JobRegistry,
  newId,
  UnitOfWork,
  withinCenter,
  type Db,
  type JobContext,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { ClaimPrepareService } from '../claims/claim.prepare.service.js';
import { insertRows } from '../claims/claim.store.js';
import { parsePeriod } from '../facts/period.rules.js';
import { ClaimRoundEntity } from './round.entities.js';
import type { ClaimRound } from './round.graphql.js';
import { failedCenters, findRound, newestRound } from './round.queries.js';

const KIND = 'claim.round';

interface RoundPayload {
  readonly roundId: string;
}

interface RoundToDo {
  readonly id: string;
  readonly period: string;
}

/**
 * A month of all centers by one deed. The round's job begins each center's draft in a transaction of its own, and every
 * draft is computed by a job of its own: as many workers as there are take them, and a killed one doubles nothing.
 */
@Injectable()
export class ClaimRoundService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly registry: JobRegistry,
    private readonly preparing: ClaimPrepareService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register<RoundPayload>(KIND, async (context) => await this.work(context));
  }

  async newest(scope: Scope): Promise<ClaimRound | null> {
    return await newestRound(this.unitOfWork.read(scope));
  }

  async start(
    scope: Scope,
    input: { readonly period: string; readonly idempotencyKey: string },
  ): Promise<ClaimRound> {
    const { period, idempotencyKey: key } = input;
    const id = await this.unitOfWork.run(
      scope,
      async (tx) =>
        await idempotent(
          tx,
          { key, operation: 'prepareClaims', input: { period } },
          async () => await this.begin(tx, period),
        ),
    );
    return await findRound(this.unitOfWork.read(scope), id);
  }

  /** The centers that failed, once more; what is done or under way stays as it is. */
  async retry(scope: Scope, roundId: string): Promise<ClaimRound> {
    await this.unitOfWork.run(scope, async (tx) => {
      const round = await lockRound(tx, roundId);
      const failed = await failedCenters(tx, roundId);
      if (failed.length === 0) {
        return;
      }
      await tx.execute(
        `UPDATE claim_round_item SET job_id = NULL, error_code = NULL, error_params = NULL
         WHERE round_id = ? AND center_id IN (?)`,
        [roundId, failed],
      );
      const jobId = await this.enqueue(tx, roundId);
      await tx.execute('UPDATE claim_round SET job_id = ? WHERE id = ? AND organization_id = ?', [
        jobId,
        roundId,
        tx.scope.organizationId,
      ]);
      auditRound(tx, { round, action: 'retry', centers: failed.length });
    });
    return await findRound(this.unitOfWork.read(scope), roundId);
  }

  private async begin(tx: Tx, period: string): Promise<string> {
    this.preparing.assertBegun(parsePeriod(period));
    // Of two who press at the same time the second finds the round of the first.
    await tx.row('SELECT id FROM organization WHERE id = ? FOR UPDATE', [tx.scope.organizationId]);
    const newest = await newestRound(tx);
    if (newest?.period === period && !newest.isOver) {
      return newest.id;
    }
    const centers = await centersOf(tx, period);
    const id = newId();
    const jobId = await this.enqueue(tx, id);
    await tx.insert(ClaimRoundEntity, {
      id,
      organizationId: tx.scope.organizationId,
      period,
      jobId,
      startedBy: tx.scope.userId,
      startedByName: tx.scope.userName,
      startedAt: this.clock.now(),
    });
    await insertRows(
      tx,
      'INSERT INTO claim_round_item (round_id, center_id) VALUES ?',
      centers.map((centerId) => [id, centerId]),
    );
    auditRound(tx, { round: { id, period }, action: 'start', centers: centers.length });
    return id;
  }

  private async enqueue(tx: Tx, roundId: string): Promise<string> {
    return await this.jobs.enqueue(tx, { kind: KIND, centerId: null, payload: { roundId } });
  }

  private async work(context: JobContext<RoundPayload>): Promise<unknown> {
    const { scope, payload } = context;
    const db = this.unitOfWork.read(scope);
    const { id, period } = await findRound(db, payload.roundId);
    const waiting = await waitingCenters(db, id);
    for (const [index, centerId] of waiting.entries()) {
      context.signal.throwIfAborted();
      await context.progress(index, waiting.length);
      await this.beginCenter(withinCenter(scope, centerId), { id, period });
    }
    return { roundId: id, centers: waiting.length };
  }

  private async beginCenter(scope: Scope, round: RoundToDo): Promise<void> {
    const [centerId = ''] = scope.centerIds;
    try {
      await this.unitOfWork.run(scope, async (tx) => {
        // A worker that lost its lease may still be at this center.
        const item = await tx.row<{ jobId: string | null }>(
          'SELECT job_id AS jobId FROM claim_round_item WHERE round_id = ? AND center_id IN (?) FOR UPDATE',
          [round.id, tx.centers],
        );
        if (item === null || item.jobId !== null) {
          return;
        }
        const { claimId, jobId } = await this.preparing.begin(tx, {
          centerId,
          period: round.period,
          isSupplementAllowed: false,
          isPart: true,
        });
        await tx.execute(
          `UPDATE claim_round_item SET claim_id = ?, job_id = ?, error_code = NULL, error_params = NULL
           WHERE round_id = ? AND center_id IN (?)`,
          [claimId, jobId, round.id, tx.centers],
        );
      });
    } catch (error) {
      if (!(error instanceof AppError)) {
        throw error;
      }
      await this.unitOfWork.run(scope, async (tx) => {
        await tx.execute(
          `UPDATE claim_round_item SET error_code = ?, error_params = ?
           WHERE round_id = ? AND center_id IN (?) AND job_id IS NULL`,
          [error.code, JSON.stringify(error.params), round.id, tx.centers],
        );
      });
    }
  }
}

interface RoundDeed {
  readonly round: RoundToDo;
  readonly action: 'start' | 'retry';
  readonly centers: number;
}

function auditRound(tx: Tx, { round, action, centers }: RoundDeed): void {
  tx.audit({
    entity: 'claimRound',
    entityId: round.id,
    centerId: null,
    action,
    changes: [
      { field: 'period', from: null, to: round.period },
      { field: 'centers', from: null, to: centers },
    ],
  });
}

async function lockRound(tx: Tx, id: string): Promise<RoundToDo> {
  const round = await tx.row<RoundToDo>(
    'SELECT id, period FROM claim_round WHERE id = ? AND organization_id = ? FOR UPDATE',
    [id, tx.scope.organizationId],
  );
  if (round === null) {
    throw new AppError('NOT_FOUND', `No round ${id} of this organization`, {
      entity: 'claimRound',
      id,
    });
  }
  return round;
}

/** Centers in reach that the operator ran on a day of the period. */
async function centersOf(tx: Tx, period: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `SELECT DISTINCT k.center_id AS id FROM operating_contract k
     WHERE k.organization_id = ? AND k.center_id IN (?) AND k.from_on < ? ORDER BY k.center_id`,
    [tx.scope.organizationId, tx.centers, parsePeriod(period).endsBefore],
  );
  return rows.map(({ id }) => id);
}

async function waitingCenters(db: Db, roundId: string): Promise<string[]> {
  const rows = await db.rows<{ centerId: string }>(
    `SELECT center_id AS centerId FROM claim_round_item
     WHERE round_id = ? AND center_id IN (?) AND job_id IS NULL AND error_code IS NULL ORDER BY center_id`,
    [roundId, db.centers],
  );
  return rows.map(({ centerId }) => centerId);
}
