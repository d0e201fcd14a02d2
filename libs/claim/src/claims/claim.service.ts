import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock, type YearMonth } from '@yibu/kernel';
import { CLOCK, newId, UnitOfWork, type Db, type Scope } from '@yibu/platform';

import { explain } from '../engine.js';
import { claimYearOf } from '../facts/period.rules.js';
import { PackService } from '../packs/pack.service.js';
import { boardGround, monthBoard } from './board.queries.js';
import { findClaim } from './claim.access.js';
import { ClaimObjectionEntity } from './claim.entities.js';
import type { Claim, ClaimLineDetail, ClaimPage } from './claim.graphql.js';
import type { ClaimComparison, ClaimRisk, ClaimMonthBoard } from './claim-views.graphql.js';
import type { ClaimsArgs, SetSinglePersonInput } from './claim.inputs.js';
import { claimDetail, listClaims } from './claim.queries.js';
import { compareWithPrevious } from './comparison.queries.js';
import { answering } from './claim.reach.js';
import { claimRisk } from './risk.queries.js';
import { LineExplainer } from './line.explanation.js';
import { checksOfLine, findLine, type LineWithTrace } from './line.queries.js';
import { alternativesOf, packWords, stepsOf } from './line.words.js';

/** Reading claims, and the small deeds beside them: objections, messages, the exception for one-manager centers. */
@Injectable()
export class ClaimService {
  private readonly explainer = new LineExplainer();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packs: PackService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope, args: ClaimsArgs): Promise<ClaimPage> {
    return await listClaims(this.unitOfWork.read(scope), args);
  }

  async detail(scope: Scope, id: string): Promise<Claim> {
    return await claimDetail(this.unitOfWork.read(scope), id, this.clock.today());
  }

  async board(scope: Scope, centerId: string, month: YearMonth): Promise<ClaimMonthBoard> {
    const db = this.unitOfWork.read(scope);
    const today = this.clock.today();
    const ground = await boardGround(db, centerId, today);
    const yearFrom = claimYearOf(month, await this.packs.yearStartOf(db, ground));
    return await monthBoard(db, { centerId, yearFrom, ground, today });
  }

  async comparison(scope: Scope, claimId: string): Promise<ClaimComparison> {
    const db = this.unitOfWork.read(scope);
    return await compareWithPrevious(db, await findClaim(db, claimId));
  }

  async risk(scope: Scope, claimId: string): Promise<ClaimRisk> {
    const db = this.unitOfWork.read(scope);
    return await claimRisk(db, await findClaim(db, claimId));
  }

  async line(scope: Scope, lineId: string): Promise<ClaimLineDetail> {
    const db = this.unitOfWork.read(scope);
    const line = await findLine(db, lineId);
    const claim = await findClaim(db, line.claimId);
    const { trace, alternatives } = await this.explainer.explain(db, claim, line);
    const words = explain({ ...line, trace });
    const pack = await packWords(db, claim);
    const previous =
      line.previousLineId === null ? null : await previousOf(db, line.previousLineId);
    const objection = await db.row<{ reason: string }>(
      `SELECT o.reason FROM claim_objection o JOIN ledger_entry e ON e.id = o.ledger_entry_id
       WHERE e.claim_line_id = ? AND e.center_id = ?`,
      [line.previousLineId ?? line.id, claim.centerId],
    );
    const { alternatives: _kept, claimNumber: _number, engineLine: _name, ...shown } = line;
    return {
      ...shown,
      explanationZh: words.zh,
      explanationEn: words.en,
      trace: stepsOf(trace, pack),
      alternatives: alternativesOf(alternatives, pack),
      checks: await checksOfLine(db, line),
      previousLine: previous,
      previousClaimNumber: previous?.claimNumber ?? null,
      canObject:
        line.status === 'NEEDS_DECISION' && line.previousLineId !== null && objection === null,
      objectionReason: objection?.reason ?? null,
    };
  }

  /** The officer stands by a returned line: with the reason on record it is claimed again, unchanged. */
  async objectTo(scope: Scope, lineId: string, reason: string): Promise<ClaimLineDetail> {
    const db = this.unitOfWork.read(scope);
    const seen = await findClaim(db, (await findLine(db, lineId)).claimId);
    await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const line = await findLine(tx, lineId);
      const claim = await findClaim(tx, line.claimId);
      tx.requireCenter(claim.centerId);
      const entry = await tx.row<{ id: string }>(
        `SELECT e.id FROM ledger_entry e LEFT JOIN claim_objection o ON o.ledger_entry_id = e.id
         WHERE e.claim_line_id = ? AND e.center_id IN (?) AND e.status = 'RETURNED' AND o.id IS NULL FOR UPDATE`,
        [line.previousLineId ?? '', tx.centers],
      );
      if (!entry || line.status !== 'NEEDS_DECISION') {
        throw new AppError('CLAIM_NOT_OBJECTABLE', `Line ${lineId} is no returned line`, {
          lineId,
        });
      }
      const id = newId();
      await tx.insert(ClaimObjectionEntity, {
        id,
        centerId: claim.centerId,
        ledgerEntryId: entry.id,
        reason,
        objectedBy: scope.userId,
        createdAt: this.clock.now(),
      });
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'object',
        changes: [
          { field: 'line', from: null, to: `${line.subjectName ?? line.subjectId} ${line.month}` },
        ],
        reason,
      });
    });
    return await this.line(scope, lineId);
  }

  async setSinglePerson(scope: Scope, input: SetSinglePersonInput): Promise<boolean> {
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      await tx.execute(
        `INSERT INTO claim_center_setting (center_id, single_person_submit, single_person_decide, reason, set_by, set_at)
         VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE single_person_submit = VALUES(single_person_submit),
           single_person_decide = VALUES(single_person_decide), reason = VALUES(reason), set_by = VALUES(set_by),
           set_at = VALUES(set_at)`,
        [input.centerId, input.submit, input.decide, input.reason, scope.userId, this.clock.now()],
      );
      tx.audit({
        entity: 'center',
        entityId: input.centerId,
        centerId: input.centerId,
        action: 'singlePerson',
        changes: [
          { field: 'submit', from: null, to: input.submit },
          { field: 'decide', from: null, to: input.decide },
        ],
        reason: input.reason,
      });
      return true;
    });
  }
}

async function previousOf(db: Db, id: string): Promise<LineWithTrace | null> {
  try {
    return await findLine(db, id);
  } catch (error) {
    // An entry of the opening ledger has no line; what it held is in the trace.
    if (error instanceof AppError && error.code === 'NOT_FOUND') {
      return null;
    }
    throw error;
  }
}
