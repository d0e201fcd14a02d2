import { Inject, Injectable } from '@nestjs/common';
import { fen, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, idempotent, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { findClaim, type ClaimRow } from '../claims/claim.access.js';
import { answering } from '../claims/claim.reach.js';
import { findLine } from '../claims/line.queries.js';
import { setEntryStatus } from '../ledger/ledger.repository.js';
import { assertMonthOpen } from '../ledger/year.guard.js';
import { assertNoLaterClaim, restedOn } from '../life/later-claim.js';
import { assertDecidesOnPaper, peopleSetting } from '../life/people.setting.js';
import { assertScan } from '../review/review.repository.js';
import { assertDayBetween } from '../review/review.rules.js';
import { decidedOnOf } from '../review/supplement.queries.js';
import { ClaimAppealEntity } from './appeal.entity.js';
import type {
  AnnulPaperAppealInput,
  Appeal,
  AppealableLine,
  RecordPaperAppealInput,
} from './appeal.graphql.js';
import { appealableLine, standingPaperAppeal } from './appeal.queries.js';
import { assertGranted, assertInTime, ledgerAfter } from './appeal.rules.js';
import { AppealService, lockOpenYear, notOpen } from './appeal.service.js';

/** Where the bureau does not sign in, an appeal goes and comes back on paper: the operator enters both with the scan. */
@Injectable()
export class PaperAppealService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appeals: AppealService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(scope: Scope, input: RecordPaperAppealInput): Promise<Appeal> {
    const db = this.unitOfWork.read(scope);
    const seen = await findClaim(db, (await findLine(db, input.lineId)).claimId);
    const id = await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'recordPaperAppeal', input: request },
        async () => await this.enter(tx, seen.id, input),
      );
    });
    return await this.appeals.one(scope, seen.id, id);
  }

  private async enter(tx: Tx, claimId: string, input: RecordPaperAppealInput): Promise<string> {
    const claim = await lockOpenYear(tx, claimId);
    const line = await this.assertPaper(tx, claim, input);
    const grantedFen = fen(input.grantedFen);
    assertGranted(grantedFen, line.askedFen);
    const id = newId();
    const outcome = grantedFen > 0 ? 'UPHELD' : 'REJECTED';
    const documentNumber = input.documentNumber ?? null;
    await tx.insert(ClaimAppealEntity, {
      id,
      centerId: claim.centerId,
      claimId: claim.id,
      claimLineId: line.lineId,
      ground: line.ground,
      askedFen: line.askedFen,
      reason: input.reason,
      appealedBy: tx.scope.userId,
      appealedAt: noonOf(input.appealedOn),
      outcome,
      grantedFen,
      answer: input.answer,
      answeredBy: tx.scope.userId,
      answeredAt: noonOf(input.answeredOn),
      enteredAt: this.clock.now(),
      attachmentId: input.attachmentId,
      documentNumber,
    });
    const status = ledgerAfter(line.ground, grantedFen, line.askedFen);
    if (status !== null && status !== 'RETURNED') {
      await setEntryStatus(tx, line.lineId, { from: 'RETURNED', to: status });
    }
    tx.audit({
      entity: 'claim',
      entityId: claim.id,
      centerId: claim.centerId,
      action: 'recordPaperAppeal',
      changes: [
        { field: 'line', from: null, to: `${line.subjectName ?? ''} ${line.month}`.trim() },
        { field: 'askedFen', from: null, to: line.askedFen },
        { field: 'outcome', from: null, to: outcome },
        { field: 'grantedFen', from: null, to: grantedFen },
        ...(documentNumber === null
          ? []
          : [{ field: 'documentNumber', from: null, to: documentNumber }]),
      ],
      reason: input.answer,
    });
    return id;
  }

  /** Entered wrongly: it counts nowhere and stays with who annulled it and why; the line may be appealed again. */
  async annul(scope: Scope, input: AnnulPaperAppealInput): Promise<Appeal> {
    const known = await standingPaperAppeal(this.unitOfWork.read(scope), input.appealId);
    const seen = await findClaim(this.unitOfWork.read(scope), known.claimId);
    await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'annulPaperAppeal', input: request },
        async () => await this.takeBack(tx, seen.id, input),
      );
    });
    return await this.appeals.one(scope, seen.id, input.appealId);
  }

  private async takeBack(tx: Tx, claimId: string, input: AnnulPaperAppealInput): Promise<string> {
    const claim = await lockOpenYear(tx, claimId);
    const appeal = await standingPaperAppeal(tx, input.appealId, 'FOR UPDATE');
    await assertMonthOpen(tx, claim.centerId, appeal.month);
    if (appeal.isCarried === 1) {
      throw restedOn(claim, 'DECISION');
    }
    await assertNoLaterClaim(tx, claim, appeal.enteredAt);
    await tx.execute(
      `UPDATE claim_appeal SET annulled_at = ?, annulled_by = ?, annul_reason = ?
       WHERE id = ? AND center_id IN (?)`,
      [this.clock.now(), tx.scope.userId, input.reason, input.appealId, tx.centers],
    );
    const status = ledgerAfter(appeal.ground, appeal.grantedFen, appeal.askedFen);
    if (status !== null && status !== 'RETURNED') {
      await setEntryStatus(tx, appeal.lineId, { from: status, to: 'RETURNED' });
    }
    tx.audit({
      entity: 'claim',
      entityId: claim.id,
      centerId: claim.centerId,
      action: 'annulPaperAppeal',
      changes: [
        { field: 'line', from: appeal.lineName, to: null },
        { field: 'grantedFen', from: appeal.grantedFen, to: null },
      ],
      reason: input.reason,
    });
    return input.appealId;
  }

  /** Decision, appeal and answer in the order of their days, the appeal in time, and the scan at this claim. */
  private async assertPaper(
    tx: Tx,
    claim: ClaimRow,
    input: RecordPaperAppealInput,
  ): Promise<AppealableLine> {
    await assertDecidesOnPaper(tx, claim);
    await assertScan(tx, claim, input.attachmentId);
    const how = await peopleSetting(tx, claim.centerId);
    const line = await appealableLine(tx, { claim, lineId: input.lineId, ...how });
    if (line === null) {
      throw notOpen(input.lineId);
    }
    const today = this.clock.today();
    const decidedOn = await decidedOnOf(tx, claim, 'FIRST');
    assertDayBetween('appealedOn', input.appealedOn, { from: decidedOn, today });
    assertDayBetween('answeredOn', input.answeredOn, { from: input.appealedOn, today });
    assertInTime(line.untilOn, input.appealedOn);
    await assertMonthOpen(tx, claim.centerId, line.month);
    return line;
  }
}

/** A paper has a day and no hour: noon in Shanghai is that day wherever it is read. */
const noonOf = (day: LocalDate): Date => new Date(`${day}T04:00:00Z`);
