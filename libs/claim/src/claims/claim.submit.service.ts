import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, idempotent, UnitOfWork, type Db, type Scope, type Tx } from '@yibu/platform';

import { CHECKS } from '../checks/check.types.js';
import { readWindow } from '../clock/stage.queries.js';
import { assertInWindow, daysLate, type Lateness } from '../clock/window.rules.js';
import { digestOf, resultOf } from '../engine.js';
import { FilingService } from '../filing/filing.service.js';
import { ParticularsService } from '../filing/particulars.service.js';
import { enterLedger } from '../ledger/ledger.entry.js';
import { keepEarlierYears } from '../ledger/year.guard.js';
import { lockYear, openWindow, readLedger, setLedgerStatus } from '../ledger/ledger.repository.js';
import { assertMaySubmit } from '../life/people.setting.js';
import { nextStatus, type ClaimStatus } from '../life/claim.states.js';
import { assertVersion, findClaim, lockClaim, type ClaimRow } from './claim.access.js';
import { assertNotCovered } from './claim.order.js';
import { answering, assertAnswers } from './claim.reach.js';
import { ClaimComputer, type Computation } from './claim.computer.js';
import type { ClaimBlocked, ClaimDrifted, ClaimSubmitted } from './claim-results.graphql.js';
import { dropGround, repeatDraft } from './draft.repository.js';
import { DriftService } from './drift.service.js';
import { blockers } from './line.queries.js';
import { freezeSnapshot } from './snapshot.repository.js';

type Outcome = ClaimSubmitted | ClaimBlocked | ClaimDrifted;
interface SubmitRequest {
  readonly claimId: string;
  readonly version: number;
  readonly lateReason?: string | null;
}

interface Submitted {
  readonly claimId: string;
  readonly number: string;
}

/** The moment a draft becomes evidence: computed once more, compared, frozen, entered in the ledger. */
@Injectable()
export class ClaimSubmitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly computer: ClaimComputer,
    private readonly drift: DriftService,
    private readonly particulars: ParticularsService,
    private readonly filings: FilingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async submit(
    person: Scope,
    input: SubmitRequest & { readonly idempotencyKey: string },
  ): Promise<Outcome> {
    const claim = await findClaim(this.unitOfWork.read(person), input.claimId);
    const scope = answering(person, claim);
    const db = this.unitOfWork.read(scope);
    if (claim.computedAt === null) {
      throw new AppError('CLAIM_COMPUTING', `Claim ${claim.number} is not computed yet`);
    }
    // Computed outside the transaction: a snapshot needs no lock, and a lost race shows as a changed ledger below.
    const done = claim.submittedAt === null ? await this.computer.compute(scope, claim) : null;
    if (done !== null && claim.status === 'CHECKED') {
      const refusal = await this.refusalOf(scope, claim, done);
      if (refusal !== null) {
        return refusal;
      }
    }
    if (claim.status === 'DRAFT') {
      return { claimId: claim.id, checks: await blockers(db, claim.id) };
    }
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'submitClaim', input: request },
        async () => await this.freeze(tx, input, { claim, done }),
      );
    });
  }

  private async refusalOf(
    scope: Scope,
    claim: ClaimRow,
    done: Computation,
  ): Promise<ClaimBlocked | ClaimDrifted | null> {
    const db = this.unitOfWork.read(scope);
    if (!(await isSameResult(db, claim, done))) {
      const { differences } = await this.drift.against(db, claim, done);
      return { claimId: claim.id, differences };
    }
    const blocks = done.findings.filter(({ code }) => CHECKS[code] === 'BLOCK');
    if (blocks.length === 0) {
      return null;
    }
    return {
      claimId: claim.id,
      checks: blocks.map((found, index) => ({
        id: `${claim.id}-${index}`,
        code: found.code,
        severity: CHECKS[found.code],
        claimLineId: null,
        entity: found.entity,
        entityId: found.entityId,
        subjectName: done.bundle.people.get(found.subjectId ?? '')?.name ?? null,
        params: JSON.stringify(found.params),
      })),
    };
  }

  private async freeze(tx: Tx, input: SubmitRequest, compared: Compared): Promise<Submitted> {
    const { claim, done } = compared;
    const seen = await lockClaim(tx, input.claimId);
    const year = await lockYear(tx, seen.centerId, seen.yearFrom);
    await keepEarlierYears(tx, seen);
    await assertNotCovered(tx, seen);
    assertVersion(seen, input.version);
    const status = nextStatus(seen.status, 'submit');
    if (done === null || seen.computedAt?.getTime() !== claim.computedAt?.getTime()) {
      throw new AppError('STALE_VERSION', `Claim ${seen.number} was computed again meanwhile`, {
        entity: 'claim',
        id: seen.id,
      });
    }
    if (year.status === 'CLOSED') {
      throw new AppError('CLAIM_YEAR_CLOSED', `Year ${year.yearFrom} is closed`, {
        year: year.yearFrom,
      });
    }
    await this.assertNothingMoved(tx, seen, done);
    await assertAnswers(tx, seen);
    const isSinglePerson = await assertMaySubmit(tx, seen);
    const window = await readWindow(tx, seen);
    const late = assertInWindow(window, this.clock.today(), input.lateReason ?? null);
    const now = this.clock.now();
    const frozen = await this.particulars.build(tx, {
      claim: seen,
      done,
      isSinglePerson,
      submittedAt: now,
    });
    await freezeSnapshot(tx, { claim: seen, done, particulars: frozen, now });
    await dropGround(tx, seen);
    await enterLedger(tx, seen, { done, now });
    const resultSha256 = done.result().sha256;
    await markSubmitted(tx, seen, { status, resultSha256, isSinglePerson, late, now });
    await this.filings.enqueue(tx, seen);
    return { claimId: seen.id, number: seen.number };
  }

  /** Since the snapshot was read another claim may have been submitted or decided, or a year closed. */
  private async assertNothingMoved(tx: Tx, claim: ClaimRow, done: Computation): Promise<void> {
    const { only } = done.window;
    const open = await openWindow(tx, claim, done.period);
    const window = only === undefined ? open : { ...open, only };
    const ledger = await readLedger(tx, claim.centerId, window);
    if (
      digestOf(window).sha256 !== digestOf(done.window).sha256 ||
      digestOf(ledger).sha256 !== done.ledger.sha256
    ) {
      throw new AppError(
        'CLAIM_YEAR_BUSY',
        `The ledger changed while ${claim.number} was submitted`,
        { number: claim.number },
      );
    }
  }

  /** The operator takes the claim back while nobody at the bureau has opened it and the window is open. */
  async withdraw(scope: Scope, claimId: string, reason: string): Promise<ClaimRow> {
    const seen = await findClaim(this.unitOfWork.read(scope), claimId);
    await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const claim = await lockClaim(tx, claimId);
      await lockYear(tx, claim.centerId, claim.yearFrom);
      const status = nextStatus(claim.status, 'withdraw');
      const window = await readWindow(tx, claim);
      if (window !== null && daysLate(window, this.clock.today()) > 0) {
        throw new AppError('CLAIM_WINDOW_OVER', `The window closed on ${window.closesOn}`, {
          day: window.closesOn,
          days: daysLate(window, this.clock.today()),
        });
      }
      await tx.execute(
        'UPDATE claim SET status = ?, version = version + 1 WHERE id = ? AND center_id IN (?)',
        [status, claim.id, tx.centers],
      );
      await setLedgerStatus(tx, claim.id, 'WITHDRAWN', ['SUBMITTED']);
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'withdraw',
        changes: [{ field: 'status', from: claim.status, to: status }],
        reason,
      });
    });
    return await findClaim(this.unitOfWork.read(scope), claimId);
  }
}

/** The draft that was found, and what the records make of it now. */
interface Compared {
  readonly claim: ClaimRow;
  readonly done: Computation | null;
}

/** The same ground gives the same result; another ground may. */
async function isSameResult(db: Db, claim: ClaimRow, done: Computation): Promise<boolean> {
  if (claim.resultSha256 !== null) {
    return claim.resultSha256 === done.result().sha256;
  }
  const isSameGround =
    claim.factsSha256 === done.facts.sha256 &&
    claim.ledgerSha256 === done.ledger.sha256 &&
    claim.packSha256 === done.pack.sha256;
  const draft = isSameGround ? null : await repeatDraft(db, claim);
  return isSameGround || (draft !== null && resultOf(draft).sha256 === done.result().sha256);
}

interface Submission {
  readonly status: ClaimStatus;
  readonly resultSha256: string;
  readonly isSinglePerson: boolean;
  readonly late: Lateness | null;
  readonly now: Date;
}

async function markSubmitted(tx: Tx, seen: ClaimRow, given: Submission): Promise<void> {
  const { status, resultSha256, isSinglePerson, late, now } = given;
  await tx.execute(
    `UPDATE claim SET status = ?, result_sha256 = ?, submitted_by = ?, submitted_at = ?, is_single_person = ?, late_days = ?,
       late_reason = ?, version = version + 1
     WHERE id = ? AND center_id IN (?)`,
    [
      status,
      resultSha256,
      tx.scope.userId,
      now,
      isSinglePerson,
      late?.days ?? null,
      late?.reason ?? null,
      seen.id,
      tx.centers,
    ],
  );
  tx.audit({
    entity: 'claim',
    entityId: seen.id,
    centerId: seen.centerId,
    action: 'submit',
    changes: [
      { field: 'status', from: seen.status, to: status },
      { field: 'claimedFen', from: null, to: seen.claimedFen },
      { field: 'resultSha256', from: null, to: resultSha256 },
      { field: 'isSinglePerson', from: null, to: isSinglePerson },
      ...(late === null ? [] : [{ field: 'lateDays', from: null, to: late.days }]),
    ],
    reason: late?.reason ?? null,
  });
}
