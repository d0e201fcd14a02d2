import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { lockYear, returnHeldEntries } from '../ledger/ledger.repository.js';
import { canHappen } from '../life/claim.states.js';
import { mayActAlone } from '../life/people.rules.js';
import { peopleSetting } from '../life/people.setting.js';
import type {
  HeldLinePage,
  HeldLinesArgs,
  RefuseHeldLineInput,
  ReleaseLineInput,
} from './held.graphql.js';
import { listHeld } from './held.queries.js';

interface OpenHeld {
  readonly claimId: string;
  readonly givenBy: string;
  /** The line as people call it: month and number. */
  readonly lineName: string;
}

type HeldLine = Omit<OpenHeld, 'claimId'> & { readonly claim: ClaimRow };

/** What becomes of a line that a decision left open: released into the next decision, or refused. */
@Injectable()
export class HeldService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope, args: HeldLinesArgs): Promise<HeldLinePage> {
    return await listHeld(this.unitOfWork.read(scope), args, this.clock.today());
  }

  /** The document came on paper: the held line is free, and the next decision of the center carries it. */
  async release(scope: Scope, input: ReleaseLineInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const held = await lockHeld(tx, input.lineId);
      const { claim } = held;
      if (claim.decidedFen === null && !canHappen(claim.status, 'decide')) {
        throw stateRefused(claim, 'release');
      }
      await this.settle(tx, input, 'released_at');
      audit(tx, held, { action: 'release', to: 'RELEASED', ...input });
      return claim.id;
    });
  }

  /** It was not granted in the end: the ledger has it as returned, so that a mended cause may claim it once more. */
  async refuse(scope: Scope, input: RefuseHeldLineInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const held = await lockHeld(tx, input.lineId);
      const { claim, givenBy } = held;
      if (claim.decidedFen === null) {
        throw stateRefused(claim, 'refuse');
      }
      mayActAlone({
        first: givenBy,
        second: scope.userId,
        isAllowed: (await peopleSetting(tx, claim.centerId)).decide,
        act: 'decide',
      });
      await this.settle(tx, input, 'refused_at');
      await returnHeldEntries(tx, [input.lineId]);
      audit(tx, held, { action: 'refuseHeld', to: 'RETURNED', ...input });
      return claim.id;
    });
  }

  private async settle(
    tx: Tx,
    input: ReleaseLineInput,
    column: 'released_at' | 'refused_at',
  ): Promise<void> {
    await tx.execute(
      `UPDATE claim_line_verdict SET ${column} = ?, settled_by = ?, settle_text = ?
       WHERE claim_line_id = ? AND center_id IN (?)`,
      [this.clock.now(), tx.scope.userId, input.reason, input.lineId, tx.centers],
    );
  }
}

const HELD_LINE = `SELECT v.claim_id AS claimId, v.given_by AS givenBy, CONCAT(l.month, ' #', l.seq) AS lineName
  FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id AND l.center_id = v.center_id
  WHERE v.claim_line_id = ? AND v.center_id IN (?)
    AND v.verdict = 'HELD' AND v.released_at IS NULL AND v.refused_at IS NULL`;

/**
 * Claim, years and line under a lock, in the order of a decision: of two people who settle the same line, the second
 * finds it settled, and no decision of the center counts released lines meanwhile.
 */
async function lockHeld(tx: Tx, lineId: string): Promise<HeldLine> {
  const found = await tx.row<OpenHeld>(HELD_LINE, [lineId, tx.centers]);
  if (found) {
    const claim = await lockClaim(tx, found.claimId);
    await lockYear(tx, claim.centerId, claim.yearFrom);
    const held = await tx.row<OpenHeld>(`${HELD_LINE} FOR UPDATE`, [lineId, tx.centers]);
    if (held) {
      return { claim, givenBy: held.givenBy, lineName: held.lineName };
    }
  }
  throw new AppError('NOT_FOUND', `Line ${lineId} is not held`, {
    entity: 'claimLine',
    id: lineId,
  });
}

const stateRefused = ({ number, status }: ClaimRow, event: string): AppError =>
  new AppError('CLAIM_STATE', `Claim ${number} is ${status}`, { status, event });

function audit(
  tx: Tx,
  { claim, lineName }: HeldLine,
  deed: { readonly action: string; readonly to: string } & ReleaseLineInput,
): void {
  tx.audit({
    entity: 'claim',
    entityId: claim.id,
    centerId: claim.centerId,
    action: deed.action,
    changes: [
      { field: 'line', from: null, to: lineName },
      { field: 'verdict', from: 'HELD', to: deed.to },
    ],
    reason: deed.reason,
  });
}
