import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, newId, UnitOfWork, type Scope } from '@yibu/platform';

import { findClaim } from '../claims/claim.access.js';
import { answering } from '../claims/claim.reach.js';
import { ClaimMessageEntity } from '../claims/claim.entities.js';
import { findLine } from '../claims/line.queries.js';
import type { AddClaimMessageInput, ClaimMessage, ClaimMessageList } from './message.graphql.js';
import { listMessages, sideOf } from './message.queries.js';

/** What officer and reviewer write to each other; part of the claim's history, and never changed. */
@Injectable()
export class MessageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope, claimId: string, lineId?: string | null): Promise<ClaimMessageList> {
    const db = this.unitOfWork.read(scope);
    return await listMessages(db, await findClaim(db, claimId), lineId ?? null);
  }

  /** Everything up to now is read; a later message counts again. */
  async markRead(scope: Scope, claimId: string): Promise<boolean> {
    return await this.unitOfWork.run(await this.reach(scope, claimId), async (tx) => {
      const claim = await findClaim(tx, claimId);
      tx.requireCenter(claim.centerId);
      await tx.execute(
        `INSERT INTO claim_message_read (user_id, claim_id, center_id, read_at) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE read_at = GREATEST(read_at, VALUES(read_at))`,
        [scope.userId, claim.id, claim.centerId, this.clock.now()],
      );
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'readMessages',
      });
      return true;
    });
  }

  async add(scope: Scope, input: AddClaimMessageInput): Promise<ClaimMessage> {
    return await this.unitOfWork.run(await this.reach(scope, input.claimId), async (tx) => {
      const claim = await findClaim(tx, input.claimId);
      tx.requireCenter(claim.centerId);
      const lineId = input.lineId ?? null;
      const line = lineId === null ? null : await findLine(tx, lineId);
      if (line !== null && line.claimId !== claim.id) {
        throw new AppError('NOT_FOUND', `Line ${lineId} is of another claim`, {
          entity: 'claimLine',
          id: lineId,
        });
      }
      const message = {
        id: newId(),
        centerId: claim.centerId,
        claimId: claim.id,
        claimLineId: lineId,
        side: sideOf(tx),
        authorId: scope.userId,
        authorName: scope.userName,
        text: input.text,
        createdAt: this.clock.now(),
      };
      await tx.insert(ClaimMessageEntity, message);
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'message',
        changes: [
          ...(line === null
            ? []
            : [{ field: 'line', from: null, to: `${line.month} #${line.seq}` }]),
          { field: 'text', from: null, to: input.text.slice(0, 200) },
        ],
      });
      return {
        ...message,
        lineName: line === null ? null : `${line.subjectName ?? ''} ${line.month}`,
        isUnread: false,
      };
    });
  }

  private async reach(scope: Scope, claimId: string): Promise<Scope> {
    return answering(scope, await findClaim(this.unitOfWork.read(scope), claimId));
  }
}
