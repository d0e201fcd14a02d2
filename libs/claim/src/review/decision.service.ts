import { Inject, Injectable } from '@nestjs/common';
import { AppError, shanghaiDay, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, idempotent, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { SettlementService } from '../award/settlement.service.js';
import { carryAppeals, upheldFor } from '../appeal/appeal.carry.js';
import { findClaim, assertVersion, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { answering } from '../claims/claim.reach.js';
import { settleHeldOnPaper } from '../held/paper-held.js';
import { lockYear } from '../ledger/ledger.repository.js';
import { nextStatus } from '../life/claim.states.js';
import { assertDecidesOnPaper, assertMayDecide } from '../life/people.setting.js';
import type { DecideClaimInput, RecordPaperDecisionInput } from './review.graphql.js';
import { ClaimDecisionEntity } from './review.entities.js';
import {
  acceptRest,
  assertScan,
  countOpen,
  linesOf,
  releaseArrived,
  settleLedger,
  step,
  writeVerdicts,
} from './review.repository.js';
import { assertDayBetween, assertVerdict } from './review.rules.js';
import { figuresOf, releasedFor } from './statement.queries.js';
import { assertCloses } from './statement.rules.js';

interface Ground {
  readonly id: string;
  readonly source: 'BUREAU' | 'PAPER';
  readonly decidedOn: LocalDate;
  readonly isSinglePerson: boolean;
  readonly attachmentId: string | null;
  readonly documentNumber: string | null;
  readonly note: string | null;
}

/** The moment the verdicts become a decision: the statement closes to the fen, and the ledger follows line by line. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settlements: SettlementService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async decide(scope: Scope, input: DecideClaimInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(tx, { key, operation: 'decideClaim', input: request }, async () => {
        const claim = await this.lock(tx, input);
        const isSinglePerson = await assertMayDecide(tx, claim);
        await releaseArrived(tx, claim, this.clock.now());
        return await this.settle(tx, claim, {
          id: newId(),
          source: 'BUREAU',
          decidedOn: this.clock.today(),
          isSinglePerson,
          attachmentId: null,
          documentNumber: input.documentNumber ?? null,
          note: input.note ?? null,
        });
      });
    });
  }

  /** Where the bureau does not sign in, the operator enters what it decided, with the scan as proof. */
  async recordPaper(scope: Scope, input: RecordPaperDecisionInput): Promise<string> {
    const seen = await findClaim(this.unitOfWork.read(scope), input.claimId);
    return await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'recordPaperDecision', input: request },
        async () => {
          const locked = await this.lock(tx, input);
          await this.assertPaper(tx, locked, input);
          const claim = await this.settlements.settleOnPaper(tx, locked, input);
          const now = this.clock.now();
          const id = newId();
          await judgeOnPaper(tx, claim, { exceptions: input.exceptions, now });
          await settleHeldOnPaper(tx, claim, {
            released: input.released,
            refused: input.refused,
            documentNumber: input.documentNumber ?? null,
            decisionId: id,
            now,
          });
          return await this.settle(tx, claim, {
            id,
            source: 'PAPER',
            decidedOn: input.decidedOn,
            isSinglePerson: false,
            attachmentId: input.attachmentId,
            documentNumber: input.documentNumber ?? null,
            note: input.note ?? null,
          });
        },
      );
    });
  }

  /** It came from a county that decides on paper, for a claim that waits, with its scan, in the order of the days. */
  private async assertPaper(
    tx: Tx,
    claim: ClaimRow,
    input: RecordPaperDecisionInput,
  ): Promise<void> {
    await assertDecidesOnPaper(tx, claim);
    await assertScan(tx, claim, input.attachmentId);
    assertDayBetween('decidedOn', input.decidedOn, {
      from: shanghaiDay(claim.submittedAt ?? this.clock.now()),
      today: this.clock.today(),
    });
    nextStatus(claim.status, 'decideOnPaper');
  }

  private async lock(
    tx: Tx,
    input: { readonly claimId: string; readonly version: number },
  ): Promise<ClaimRow> {
    const claim = await lockClaim(tx, input.claimId);
    await lockYear(tx, claim.centerId, claim.yearFrom);
    assertVersion(claim, input.version);
    return claim;
  }

  private async settle(tx: Tx, claim: ClaimRow, ground: Ground): Promise<string> {
    await assertAnswered(tx, claim);
    const open = await countOpen(tx, claim);
    if (open > 0) {
      throw new AppError('VERDICT_MISSING', `${open} lines of ${claim.number} are open`, {
        count: open,
      });
    }
    const released = await releasedFor(tx, claim);
    const upheld = await upheldFor(tx, claim);
    const figures = await figuresOf(tx, claim, [...released, ...upheld]);
    assertCloses(figures);
    await step(tx, claim, {
      event: ground.source === 'PAPER' ? 'decideOnPaper' : 'decide',
      action: 'decide',
      set: { decided_fen: figures.decidedFen },
      reason: ground.note,
    });
    await settleLedger(tx, claim, released);
    await carryAppeals(tx, { id: ground.id, claimId: claim.id }, upheld);
    await tx.insert(ClaimDecisionEntity, {
      ...ground,
      ...figures,
      kind: 'DECISION',
      claimId: claim.id,
      centerId: claim.centerId,
      reviewedBy: ground.source === 'PAPER' ? null : claim.reviewedBy,
      decidedBy: tx.scope.userId,
      decidedAt: this.clock.now(),
    });
    return claim.id;
  }
}

/** Lines that the paper names, as it says; it granted all others. */
async function judgeOnPaper(
  tx: Tx,
  claim: ClaimRow,
  paper: Pick<RecordPaperDecisionInput, 'exceptions'> & { readonly now: Date },
): Promise<void> {
  const { exceptions, now } = paper;
  for (const exception of exceptions) {
    const [line] = await linesOf(tx, claim, [exception.lineId]);
    if (line) {
      assertVerdict(exception, line);
      await writeVerdicts(tx, claim, { ids: [line.id], draft: exception, now });
    }
  }
  await acceptRest(tx, claim, { except: [], now, withAbsent: true });
}

/** What the rules leave to the bureau is answered by its document before anything is decided. */
async function assertAnswered(tx: Tx, claim: ClaimRow): Promise<void> {
  const open = await tx.row(
    `SELECT id FROM claim_line WHERE claim_id = ? AND center_id IN (?) AND program = ? AND subject_kind = 'project'
     AND status = 'NEEDS_DECISION' LIMIT 1`,
    [claim.id, tx.centers, claim.program],
  );
  if (open) {
    throw new AppError('AWARD_QUESTION_OPEN', `${claim.number} waits for the bureau's document`, {
      number: claim.number,
    });
  }
}
