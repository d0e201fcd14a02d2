import { Inject, Injectable } from '@nestjs/common';
import { AppError, firstDay, addMonthsToMonth, InputError, type Clock } from '@yibu/kernel';
import { CLOCK, isDuplicate, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { deriveForCounty, readPack, type Pack } from '../engine.js';
import { ratesOf } from './compose.rules.js';
import { publish } from './library.service.js';
import { PackService } from './pack.service.js';
import { findPack, requireBureauOf, type StoredPack } from './policy.access.js';
import { PolicyProposalEntity } from './policy.entities.js';
import { applyProposal } from './proposal.effects.js';
import type {
  PolicyProposal,
  ProposeActivationInput,
  ProposeDecisionInput,
  ProposeNoticeEndInput,
  ProposeNoticeInput,
} from './proposal.graphql.js';
import { findProposal, lockProposal, type ProposalRow } from './proposal.queries.js';
import {
  assertMaySettle,
  openKeyOf,
  type ProposalDetails,
  type Settlement,
} from './proposal.rules.js';
import { findNotice, findScan, seenEffect } from './proposal.grounds.js';

type NewProposal = Pick<
  PolicyProposalEntity,
  'countyCode' | 'kind' | 'fromOn' | 'reason' | 'runId'
> & {
  readonly pack: Pick<StoredPack, 'id' | 'code'>;
  readonly details: ProposalDetails;
  readonly thing: string;
};

/** Four eyes on every change of a county's rules: nothing changes before a second person has confirmed it. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packs: PackService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** From a month on the county shall compute by this version; one of another county is taken over by name. */
  async proposeActivation(scope: Scope, input: ProposeActivationInput): Promise<PolicyProposal> {
    requireBureauOf(scope, input.countyCode);
    return await this.propose(scope, async (tx) => {
      const source = await findPack(tx, input.packId);
      const pack = await this.fitted(tx, source, input.countyCode);
      const fromOn = firstDay(input.fromMonth);
      const current = await this.packs.storedInForce(tx, input.countyCode, fromOn);
      if (current?.id === pack.id) {
        throw new AppError('PACK_SAME', `${pack.code} is in force on ${fromOn} already`, {
          code: pack.code,
        });
      }
      const runId = input.runId ?? null;
      await seenEffect(tx, { countyCode: input.countyCode, runId, wanted: null });
      const { countyCode, reason } = input;
      return {
        countyCode,
        kind: 'ACTIVATION',
        pack,
        fromOn,
        reason,
        runId,
        details: {},
        thing: '',
      };
    });
  }

  /** Only what a trial run has shown can be proposed. */
  async proposeDecision(scope: Scope, input: ProposeDecisionInput): Promise<PolicyProposal> {
    requireBureauOf(scope, input.countyCode);
    return await this.propose(scope, async (tx) => {
      const { countyCode, decision: id, option, reason, runId } = input;
      const pack = await findPack(tx, input.packId);
      const question = readPack(pack.body).decisions.find((known) => known.id === id);
      if (!question?.options.some((known) => known.id === option)) {
        throw new AppError('PACK_OPTION_UNKNOWN', `${id} has no ${option}`, {
          decision: id,
          option,
        });
      }
      const own = (await this.packs.decisionRows(tx, countyCode, pack.code)).find(
        (row) => row.decision === id,
      );
      const from = own?.chosen ?? question.chosen;
      if (from === option && own !== undefined) {
        throw new AppError('PACK_SAME', `${id} is ${option} already`, { code: id });
      }
      const wanted = { packId: pack.id, decisions: { [id]: option } };
      await seenEffect(tx, { countyCode, runId, wanted });
      const details = { decision: { id, from, to: option } };
      const thing = `${pack.code}|${id}`;
      return { countyCode, kind: 'DECISION', pack, fromOn: null, reason, runId, details, thing };
    });
  }

  async proposeNotice(scope: Scope, input: ProposeNoticeInput): Promise<PolicyProposal> {
    requireBureauOf(scope, input.countyCode);
    return await this.propose(scope, async (tx) => {
      const { countyCode, rate: id, fen, reason, fromMonth, lastMonth } = input;
      const pack = await findPack(tx, input.packId);
      assertFigure(pack, id, fen);
      if (lastMonth != null && lastMonth < fromMonth) {
        throw new InputError([{ path: 'lastMonth', rule: 'notBefore', params: {} }]);
      }
      const scan = await findScan(tx, countyCode, input.scanId);
      const { documentNumber, documentTitle, clause } = input;
      const untilOn = lastMonth == null ? null : firstDay(addMonthsToMonth(lastMonth, 1));
      const paper = { documentNumber, documentTitle, clause, scanId: scan.id };
      const details = { notice: { rate: id, fen, untilOn, ...paper } };
      const fromOn = firstDay(fromMonth);
      const thing = `${pack.code}|${id}`;
      return { countyCode, kind: 'NOTICE', pack, fromOn, reason, runId: null, details, thing };
    });
  }

  async proposeNoticeEnd(scope: Scope, input: ProposeNoticeEndInput): Promise<PolicyProposal> {
    requireBureauOf(scope, input.countyCode);
    return await this.propose(scope, async (tx) => {
      const { countyCode, noticeId, reason } = input;
      const notice = await findNotice(tx, countyCode, noticeId);
      const pack = await packOfNotice(tx, notice.proposalId);
      const details = { noticeId };
      const fromOn = firstDay(input.fromMonth);
      const thing = noticeId;
      return { countyCode, kind: 'NOTICE_END', pack, fromOn, reason, runId: null, details, thing };
    });
  }

  /** The second pair of eyes; the change happens in the same transaction. */
  async confirm(scope: Scope, proposalId: string): Promise<PolicyProposal> {
    return await this.settle(scope, { proposalId, settlement: 'CONFIRMED', reason: null });
  }

  async reject(scope: Scope, proposalId: string, reason: string): Promise<PolicyProposal> {
    return await this.settle(scope, { proposalId, settlement: 'REJECTED', reason });
  }

  async withdraw(scope: Scope, proposalId: string, reason: string): Promise<PolicyProposal> {
    return await this.settle(scope, { proposalId, settlement: 'WITHDRAWN', reason });
  }

  private async propose(
    scope: Scope,
    ground: (tx: Tx) => Promise<NewProposal>,
  ): Promise<PolicyProposal> {
    const id = await this.unitOfWork.run(scope, async (tx) => {
      const { pack, thing, ...given } = await ground(tx);
      const proposal = {
        ...given,
        id: newId(),
        packId: pack.id,
        packCode: pack.code,
        status: 'PROPOSED' as const,
        openKey: openKeyOf(given.countyCode, given.kind, thing),
        proposedBy: scope.userId,
        proposedByName: scope.userName,
        proposedAt: this.clock.now(),
      };
      await tx.insert(PolicyProposalEntity, proposal).catch((error: unknown) => {
        throw isDuplicate(error)
          ? new AppError('PROPOSAL_OPEN', `${proposal.openKey} is proposed already`)
          : error;
      });
      tx.audit({
        entity: 'policyProposal',
        entityId: proposal.id,
        centerId: null,
        action: 'propose',
        changes: [
          { field: 'kind', from: null, to: proposal.kind },
          { field: 'packCode', from: null, to: proposal.packCode },
          { field: 'fromOn', from: null, to: proposal.fromOn },
        ],
        reason: proposal.reason,
      });
      return proposal.id;
    });
    return await findProposal(this.unitOfWork.read(scope), id);
  }

  private async settle(
    scope: Scope,
    deed: {
      readonly proposalId: string;
      readonly settlement: Settlement;
      readonly reason: string | null;
    },
  ): Promise<PolicyProposal> {
    await this.unitOfWork.run(scope, async (tx) => {
      const proposal = await lockProposal(tx, deed.proposalId);
      requireBureauOf(scope, proposal.countyCode);
      assertMaySettle(proposal, scope.userId, deed.settlement);
      const now = this.clock.now();
      await tx.execute(
        `UPDATE policy_proposal SET status = ?, open_key = NULL, settled_by = ?, settled_by_name = ?, settled_at = ?,
           settled_reason = ? WHERE id = ? AND county_code = ?`,
        [
          deed.settlement,
          scope.userId,
          scope.userName,
          now,
          deed.reason,
          proposal.id,
          proposal.countyCode,
        ],
      );
      if (deed.settlement === 'CONFIRMED') {
        await applyProposal(tx, proposal, now);
      }
      auditSettlement(tx, proposal, deed);
    });
    return await findProposal(this.unitOfWork.read(scope), deed.proposalId);
  }

  private async fitted(tx: Tx, source: StoredPack, countyCode: string): Promise<StoredPack> {
    const derived = deriveForCounty(source.body, countyCode);
    if (derived === null) {
      return source;
    }
    const known = await tx.row<{ id: string }>(
      'SELECT id FROM policy_pack WHERE sha256 = ? AND county_code = ?',
      [derived.sha256, countyCode],
    );
    return known
      ? await findPack(tx, known.id)
      : await publish(tx, { ...derived, countyCode }, this.clock.now());
  }
}

function auditSettlement(
  tx: Tx,
  proposal: ProposalRow,
  deed: { readonly settlement: Settlement; readonly reason: string | null },
): void {
  tx.audit({
    entity: 'policyProposal',
    entityId: proposal.id,
    centerId: null,
    action: { CONFIRMED: 'confirm', REJECTED: 'reject', WITHDRAWN: 'withdraw' }[deed.settlement],
    changes: [{ field: 'status', from: 'PROPOSED', to: deed.settlement }],
    reason: deed.reason,
  });
}

/** A floor may be raised only; a figure without a name cannot be set by a notice. */
function assertFigure(pack: StoredPack, id: string, fen: number): void {
  const rate = ratesOf(JSON.parse(pack.body) as Pack).find((known) => known.id === id);
  if (!rate) {
    throw new AppError('RATE_UNKNOWN', `${pack.code} has no figure ${id}`, { rate: id });
  }
  if (rate.isFloor && rate.fen !== null && fen < rate.fen) {
    throw new AppError('NOTICE_BELOW_FLOOR', `${id} is at least ${rate.fen}`, {
      rate: id,
      floorFen: rate.fen,
    });
  }
}

async function packOfNotice(tx: Tx, proposalId: string): Promise<Pick<StoredPack, 'id' | 'code'>> {
  const { packId, packCode } = await lockProposal(tx, proposalId);
  return { id: packId, code: packCode };
}
