import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  AppError,
  daysBetween,
  InputError,
  type Clock,
  type LocalDate,
} from '@yibu/kernel';
import { CLOCK, idempotent, UnitOfWork, type PageArgs, type Scope, type Tx } from '@yibu/platform';

import { lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { headOf } from '../papers/paper.ground.js';
import { step } from '../review/review.repository.js';
import type {
  NoticeCandidates,
  PublicNoticeDetail,
  PublicNoticePage,
  PublishNoticeInput,
} from './notice.graphql.js';
import { paidLines } from './notice.queries.js';
import {
  candidates,
  countyDays,
  findNotice,
  listNotices,
  noticeDetail,
} from './notice.repository.js';
import { noticeRows, type NoticeBody, type PaidLine } from './notice.rows.js';
import { storeNotice } from './notice.store.js';

interface Ground {
  readonly claim: ClaimRow;
  readonly centerName: string;
  readonly bureauName: string;
  readonly lines: readonly PaidLine[];
  readonly basis: NoticeBody['basis'];
}

/** Notices to the public: made of decided claims, frozen when published, withdrawn with a reason. */
@Injectable()
export class PublicNoticeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope, args: PageArgs): Promise<PublicNoticePage> {
    return await listNotices(this.unitOfWork.read(scope), args);
  }

  async detail(scope: Scope, id: string): Promise<PublicNoticeDetail> {
    return await noticeDetail(this.unitOfWork.read(scope), id);
  }

  async candidates(scope: Scope): Promise<NoticeCandidates> {
    const db = this.unitOfWork.read(scope);
    const days = await countyDays(db, scope.countyCodes[0] ?? '');
    return { ...(await candidates(db)), minDays: days };
  }

  async publish(scope: Scope, input: PublishNoticeInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(tx, { key, operation: 'publishNotice', input: request }, async () => {
        const grounds: Ground[] = [];
        for (const id of [...new Set(input.claimIds)].sort()) {
          grounds.push(await groundOf(tx, id));
        }
        const [first] = grounds;
        if (
          first === undefined ||
          grounds.some(
            ({ claim }) => claim.period !== first.claim.period || claim.kind !== first.claim.kind,
          )
        ) {
          throw new AppError('NOTICE_CLAIMS_DIFFER', 'A notice is about one period');
        }
        await this.assertDays(tx, first.claim, input);
        const untilOn = addDays(input.lastDay, 1);
        const rows = noticeRows(grounds);
        const id = await storeNotice(tx, {
          input,
          rows,
          untilOn,
          now: this.clock.now(),
          claims: grounds.map(({ claim }) => claim),
          bureauName: first.bureauName,
          basis: grounds.flatMap(({ basis }) => basis),
        });
        for (const { claim } of grounds) {
          await hang(tx, claim, { fromOn: input.fromOn, untilOn });
        }
        tx.audit({
          entity: 'publicNotice',
          entityId: id,
          centerId: null,
          action: 'publish',
          changes: [
            { field: 'number', from: null, to: input.number },
            { field: 'notice_from', from: null, to: input.fromOn },
            { field: 'notice_until', from: null, to: untilOn },
            { field: 'claims', from: null, to: grounds.length },
            { field: 'people', from: null, to: rows.people },
            { field: 'totalFen', from: null, to: rows.amountFen },
          ],
        });
        return id;
      });
    });
  }

  /** It stays readable, marked as withdrawn; its claims need another one before they are paid. */
  async withdraw(scope: Scope, id: string, reason: string): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const notice = await findNotice(tx, id);
      await assertAllAnswered(tx, notice.id);
      const changed = await tx.execute(
        `UPDATE public_notice SET withdrawn_at = ?, withdrawn_reason = ?
         WHERE id = ? AND county_code IN (?) AND withdrawn_at IS NULL`,
        [this.clock.now(), reason, notice.id, scope.countyCodes],
      );
      if (changed === 0) {
        throw new AppError('NOTICE_WITHDRAWN', `Notice ${notice.number} is withdrawn already`, {
          number: notice.number,
        });
      }
      await tx.execute(
        `UPDATE claim c JOIN public_notice_claim p ON p.claim_id = c.id AND p.is_live = 1
         SET c.notice_from = NULL, c.notice_until = NULL, c.version = c.version + 1
         WHERE p.public_notice_id = ? AND c.center_id IN (?) AND c.status = 'NOTICED'`,
        [notice.id, tx.centers],
      );
      await tx.execute(
        'UPDATE public_notice_claim SET is_live = NULL WHERE public_notice_id = ? AND center_id IN (?)',
        [notice.id, tx.centers],
      );
      tx.audit({
        entity: 'publicNotice',
        entityId: notice.id,
        centerId: null,
        action: 'withdraw',
        changes: [{ field: 'number', from: notice.number, to: null }],
        reason,
      });
      return notice.id;
    });
  }

  private async assertDays(tx: Tx, claim: ClaimRow, input: PublishNoticeInput): Promise<void> {
    if (input.fromOn < this.clock.today()) {
      throw new InputError([{ path: 'fromOn', rule: 'notInPast' }]);
    }
    if (input.lastDay < input.fromOn) {
      throw new InputError([{ path: 'lastDay', rule: 'untilBeforeFrom' }]);
    }
    const least = await countyDays(tx, claim.countyCode);
    const days = daysBetween(input.fromOn, input.lastDay) + 1;
    if (least !== null && days < least) {
      throw new AppError('NOTICE_TOO_SHORT', `${days} days, the county asks for ${least}`, {
        days: least,
      });
    }
  }
}

/** What somebody said against a notice does not go away with it. */
async function assertAllAnswered(tx: Tx, noticeId: string): Promise<void> {
  const row = await tx.row<{ count: number }>(
    `SELECT COUNT(*) AS count FROM notice_objection o JOIN public_notice p ON p.id = o.public_notice_id
     WHERE p.id = ? AND p.county_code IN (?) AND o.status = 'OPEN'`,
    [noticeId, tx.scope.countyCodes],
  );
  const count = row?.count ?? 0;
  if (count > 0) {
    throw new AppError('NOTICE_OPEN_OBJECTIONS', `${count} objections are open`, { count });
  }
}

/** A decided claim, locked, with what its decision pays. */
async function groundOf(tx: Tx, claimId: string): Promise<Ground> {
  const claim = await lockClaim(tx, claimId);
  if (claim.status !== 'DECIDED' && claim.status !== 'NOTICED') {
    throw new AppError('CLAIM_STATE', `Claim ${claim.number} is ${claim.status}`, {
      status: claim.status,
      event: 'notice',
    });
  }
  const { lines, programs } = await paidLines(tx, claim);
  const head = await headOf(tx, claim);
  const basis = [...new Set(lines.map(({ program }) => program))].map((program) => {
    const { documentZh, documentEn, clause } = programs(program);
    return { documentZh, documentEn, clause };
  });
  return { claim, lines, basis, centerName: head.centerName, bureauName: head.bureauName };
}

/** A claim whose notice was withdrawn hangs again without another step of its life. */
async function hang(
  tx: Tx,
  claim: ClaimRow,
  days: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
): Promise<void> {
  const set = { notice_from: days.fromOn, notice_until: days.untilOn };
  if (claim.status === 'DECIDED') {
    await step(tx, claim, { event: 'notice', action: 'notice', set });
    return;
  }
  await tx.execute(
    `UPDATE claim SET notice_from = ?, notice_until = ?, version = version + 1 WHERE id = ? AND center_id IN (?)`,
    [days.fromOn, days.untilOn, claim.id, tx.centers],
  );
  tx.audit({
    entity: 'claim',
    entityId: claim.id,
    centerId: claim.centerId,
    action: 'notice',
    changes: Object.entries(set).map(([field, to]) => ({ field, from: null, to })),
  });
}
