import { Inject, Injectable } from '@nestjs/common';
import { AppError, fen, type Clock } from '@yibu/kernel';
import { CLOCK, idempotent, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { findClaim, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { answering, mayAnswer } from '../claims/claim.reach.js';
import { findLine } from '../claims/line.queries.js';
import { lockYear, setEntryStatus } from '../ledger/ledger.repository.js';
import { assertMonthOpen } from '../ledger/year.guard.js';
import { mayActAlone } from '../life/people.rules.js';
import { peopleSetting } from '../life/people.setting.js';
import { ClaimAppealEntity } from './appeal.entity.js';
import type {
  AnswerAppealInput,
  Appeal,
  AppealableLine,
  AppealLineInput,
  AppealPage,
  AppealsArgs,
} from './appeal.graphql.js';
import {
  appealableLine,
  appealableLines,
  listAppeals,
  openAppeal,
  type OpenAppeal,
} from './appeal.queries.js';
import { assertGranted, assertInTime, ledgerAfter } from './appeal.rules.js';

/** Against a cut, or a line refused after it was held: the operator says why, another person of the bureau answers. */
@Injectable()
export class AppealService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope, args: AppealsArgs): Promise<AppealPage> {
    return await listAppeals(this.unitOfWork.read(scope), args);
  }

  /** For the operator that answers for the claim; nobody else appeals. */
  async appealable(scope: Scope, claimId: string): Promise<AppealableLine[]> {
    const db = this.unitOfWork.read(scope);
    const claim = await findClaim(db, claimId);
    const how = await peopleSetting(db, claim.centerId);
    if (claim.decidedFen === null || !mayAnswer(scope, claim)) {
      return [];
    }
    return await appealableLines(db, claim, how);
  }

  async appeal(scope: Scope, input: AppealLineInput): Promise<Appeal> {
    const db = this.unitOfWork.read(scope);
    const seen = await findClaim(db, (await findLine(db, input.lineId)).claimId);
    const id = await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'appealLine', input: request },
        async () => await this.file(tx, seen.id, input),
      );
    });
    return await this.one(scope, seen.id, id);
  }

  private async file(tx: Tx, claimId: string, input: AppealLineInput): Promise<string> {
    const claim = await lockOpenYear(tx, claimId);
    const how = await peopleSetting(tx, claim.centerId);
    const line = await appealableLine(tx, { claim, lineId: input.lineId, ...how });
    if (how.onPaper || line === null) {
      throw notOpen(input.lineId);
    }
    assertInTime(line.untilOn, this.clock.today());
    await assertMonthOpen(tx, claim.centerId, line.month);
    const id = newId();
    await tx.insert(ClaimAppealEntity, {
      id,
      centerId: claim.centerId,
      claimId: claim.id,
      claimLineId: line.lineId,
      ground: line.ground,
      askedFen: line.askedFen,
      reason: input.reason,
      appealedBy: tx.scope.userId,
      appealedAt: this.clock.now(),
    });
    if (line.ground === 'REFUSED') {
      // Until it is answered the amount is spoken for: no mended claim takes its place.
      await setEntryStatus(tx, line.lineId, { from: 'RETURNED', to: 'HELD' });
    }
    tx.audit({
      entity: 'claim',
      entityId: claim.id,
      centerId: claim.centerId,
      action: 'appeal',
      changes: [
        { field: 'line', from: null, to: `${line.subjectName ?? ''} ${line.month}`.trim() },
        { field: 'askedFen', from: null, to: line.askedFen },
      ],
      reason: input.reason,
    });
    return id;
  }

  /** What is granted comes with the next decision of the center; nobody claims it again by hand. */
  async answer(scope: Scope, input: AnswerAppealInput): Promise<Appeal> {
    const claimId = await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'answerAppeal', input: request },
        async () => await this.settle(tx, input),
      );
    });
    return await this.one(scope, claimId, input.appealId);
  }

  private async settle(tx: Tx, input: AnswerAppealInput): Promise<string> {
    const { appeal, claim } = await lockAppeal(tx, input.appealId);
    mayActAlone({
      first: appeal.givenBy,
      second: tx.scope.userId,
      isAllowed: (await peopleSetting(tx, claim.centerId)).decide,
      act: 'decide',
    });
    const grantedFen = fen(input.grantedFen);
    assertGranted(grantedFen, appeal.askedFen);
    const outcome = grantedFen > 0 ? 'UPHELD' : 'REJECTED';
    await tx.execute(
      `UPDATE claim_appeal SET outcome = ?, granted_fen = ?, answer = ?, answered_by = ?, answered_at = ?
       WHERE id = ? AND center_id IN (?)`,
      [outcome, grantedFen, input.answer, tx.scope.userId, this.clock.now(), appeal.id, tx.centers],
    );
    const status = ledgerAfter(appeal.ground, grantedFen, appeal.askedFen);
    if (status !== null) {
      await setEntryStatus(tx, appeal.lineId, { from: 'HELD', to: status });
    }
    tx.audit({
      entity: 'claim',
      entityId: claim.id,
      centerId: claim.centerId,
      action: 'answerAppeal',
      changes: [
        { field: 'line', from: null, to: appeal.lineName },
        { field: 'outcome', from: null, to: outcome },
        { field: 'grantedFen', from: null, to: grantedFen },
      ],
      reason: input.answer,
    });
    return claim.id;
  }

  async one(scope: Scope, claimId: string, id: string): Promise<Appeal> {
    const page = { claimId, page: 1, pageSize: 100, limit: 100, offset: 0 };
    const found = (await this.list(scope, page as AppealsArgs)).items.find((one) => one.id === id);
    if (!found) {
      throw new AppError('NOT_FOUND', `No appeal ${id}`, { entity: 'claimAppeal', id });
    }
    return found;
  }
}

export const notOpen = (lineId: string): AppError =>
  new AppError('APPEAL_NOT_OPEN', `Line ${lineId} takes no appeal`, { lineId });

/** Claim and years under a lock, in the order of a decision: none counts what was granted meanwhile. */
export async function lockOpenYear(tx: Tx, claimId: string): Promise<ClaimRow> {
  const claim = await lockClaim(tx, claimId);
  const year = await lockYear(tx, claim.centerId, claim.yearFrom);
  if (year.status === 'CLOSED') {
    throw new AppError('CLAIM_YEAR_CLOSED', `Year ${claim.yearFrom} is closed`, {
      year: claim.yearFrom,
    });
  }
  return claim;
}

/** Of two who answer, the second finds it answered. */
async function lockAppeal(tx: Tx, id: string): Promise<{ appeal: OpenAppeal; claim: ClaimRow }> {
  const seen = await openAppeal(tx, id);
  if (seen) {
    const claim = await lockOpenYear(tx, seen.claimId);
    const appeal = await openAppeal(tx, id, 'FOR UPDATE');
    if (appeal) {
      return { appeal, claim };
    }
  }
  throw new AppError('NOT_FOUND', `No open appeal ${id}`, { entity: 'claimAppeal', id });
}
