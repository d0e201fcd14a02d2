import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError, fen, InputError, type Clock, type LocalDate } from '@yibu/kernel';
import {
  CLOCK,
  FieldCrypto,
  idempotent,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';
import { DataSource } from 'typeorm';

import { findClaim } from '../claims/claim.access.js';
import { NoticeObjectionEntity, type ObjectionSource } from './notice.entities.js';
import type {
  AnswerObjectionInput,
  ClaimObjections,
  EnterObjectionInput,
  NoticeObjectionPage,
  NoticeObjectionsArgs,
  ObjectToNoticeInput,
  OverrideObjectionInput,
} from './notice.graphql.js';
import { findNotice, noticeByCode } from './notice.repository.js';
import { isOpenOn, type NoticeRow } from './notice.view.js';
import type { NoticeBody } from './notice.rows.js';
import { blockedFen } from './objection.block.js';
import { claimObjections, findObjection, listObjections, placeOf } from './objection.queries.js';

/** Of one network address against one notice in a day, and of all addresses together while nobody answered. */
const MAX_PER_ADDRESS = 5;
const MAX_OPEN_ONLINE = 300;
const DAY_MS = 86_400_000;
const NOBODY = '0'.repeat(26);

interface NewObjection {
  readonly rowSeq: number | null;
  readonly source: ObjectionSource;
  readonly receivedOn: LocalDate;
  readonly name: string | null;
  readonly contact: string | null;
  readonly text: string;
  readonly addressIndex: Buffer | null;
  readonly enteredByName: string | null;
}

/** Objections to a notice: taken from anybody, read and answered by the bureau alone. */
@Injectable()
export class ObjectionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: FieldCrypto,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async publicNotice(code: string): Promise<NoticeRow> {
    return await noticeByCode(
      async (sql, parameters) => await this.dataSource.query<NoticeRow[]>(sql, [...parameters]),
      code,
    );
  }

  async list(scope: Scope, args: NoticeObjectionsArgs): Promise<NoticeObjectionPage> {
    return await listObjections(this.unitOfWork.read(scope), this.crypto, args);
  }

  /** What both sides of a claim may know of the objections to it. */
  async ofClaim(scope: Scope, claimId: string): Promise<ClaimObjections> {
    const db = this.unitOfWork.read(scope);
    const claim = await findClaim(db, claimId);
    return {
      items: await claimObjections(db, claim),
      blockedFen: fen(await blockedFen(db, claim)),
    };
  }

  /** From the public page: within the notice period, and not without end from one address. */
  async object(
    input: ObjectToNoticeInput,
    from: { address: string; requestId: string },
  ): Promise<void> {
    const notice = await this.publicNotice(input.code);
    if (!isOpenOn(notice, this.clock.today())) {
      throw new AppError('NOTICE_CLOSED', `Notice ${notice.number} takes no objections today`);
    }
    const addressIndex = await this.crypto.blindIndex(
      notice.countyCode,
      'objection-address',
      from.address,
    );
    await this.unitOfWork.run(strangerAt(notice, from.requestId), async (tx) => {
      await this.assertFew(tx, notice, addressIndex);
      await this.insert(tx, notice, {
        rowSeq: input.rowSeq ?? null,
        source: 'ONLINE',
        receivedOn: this.clock.today(),
        name: input.name.trim(),
        contact: input.contact.trim(),
        text: input.text.trim(),
        addressIndex,
        enteredByName: null,
      });
    });
  }

  /** By phone, on paper or at the counter: the bureau writes it down. */
  async enter(scope: Scope, input: EnterObjectionInput): Promise<string> {
    if (input.receivedOn > this.clock.today()) {
      throw new InputError([{ path: 'receivedOn', rule: 'notInFuture' }]);
    }
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'enterObjection', input: request },
        async () => {
          const notice = await findNotice(tx, input.publicNoticeId);
          return await this.insert(tx, notice, {
            rowSeq: input.rowSeq ?? null,
            source: input.source,
            receivedOn: input.receivedOn,
            name: input.name?.trim() ? input.name.trim() : null,
            contact: input.contact?.trim() ? input.contact.trim() : null,
            text: input.text.trim(),
            addressIndex: null,
            enteredByName: scope.userName,
          });
        },
      );
    });
  }

  /** Rejected, its row is paid; upheld, its row waits until the claim is put right or somebody decides over it. */
  async answer(scope: Scope, input: AnswerObjectionInput): Promise<void> {
    await this.unitOfWork.run(scope, async (tx) => {
      const objection = await findObjection(tx, input.objectionId);
      if (objection.status !== 'OPEN') {
        throw new AppError('OBJECTION_ANSWERED', `Objection ${objection.id} is answered`);
      }
      await tx.update(NoticeObjectionEntity, rowAt(input), {
        status: 'ANSWERED',
        outcome: input.outcome,
        answer: input.answer.trim(),
        answeredByName: scope.userName,
        answeredAt: this.clock.now(),
      });
      tx.audit({
        entity: 'publicNotice',
        entityId: objection.publicNoticeId,
        centerId: null,
        action: 'answerObjection',
        changes: [
          { field: 'row', from: null, to: objection.rowSeq },
          { field: 'outcome', from: null, to: input.outcome },
        ],
        reason: input.answer.slice(0, 500),
      });
    });
  }

  /** The money of the row is paid in spite of the objection, and the trail says why. */
  async override(scope: Scope, input: OverrideObjectionInput): Promise<void> {
    await this.unitOfWork.run(scope, async (tx) => {
      const objection = await findObjection(tx, input.objectionId);
      if (objection.isBlocking !== 1) {
        throw new AppError(
          'OBJECTION_NOT_BLOCKING',
          `Objection ${objection.id} holds nothing back`,
        );
      }
      await tx.update(NoticeObjectionEntity, rowAt(input), {
        overrideReason: input.reason.trim(),
        overriddenByName: scope.userName,
        overriddenAt: this.clock.now(),
      });
      tx.audit({
        entity: 'publicNotice',
        entityId: objection.publicNoticeId,
        centerId: null,
        action: 'overrideObjection',
        changes: [{ field: 'row', from: null, to: objection.rowSeq }],
        reason: input.reason.trim(),
      });
    });
  }

  private async assertFew(tx: Tx, notice: NoticeRow, addressIndex: Buffer): Promise<void> {
    // Those who object at once wait for each other here, so that the limit holds.
    await tx.row('SELECT id FROM public_notice WHERE id = ? FOR UPDATE', [notice.id]);
    const row = await tx.row<{ own: number | null; waiting: number | null }>(
      `SELECT CAST(SUM(address_index = ? AND created_at > ?) AS SIGNED) AS own,
         CAST(SUM(source = 'ONLINE' AND status = 'OPEN') AS SIGNED) AS waiting
       FROM notice_objection WHERE public_notice_id = ?`,
      [addressIndex, new Date(this.clock.now().getTime() - DAY_MS), notice.id],
    );
    if ((row?.own ?? 0) >= MAX_PER_ADDRESS || (row?.waiting ?? 0) >= MAX_OPEN_ONLINE) {
      throw new AppError('NOTICE_TOO_MANY', `Too many objections to ${notice.number}`, {
        max: MAX_PER_ADDRESS,
      });
    }
  }

  private async insert(tx: Tx, notice: NoticeRow, given: NewObjection): Promise<string> {
    const { name, contact, text, ...open } = given;
    if (
      open.rowSeq !== null &&
      placeOf(JSON.parse(notice.body) as NoticeBody, open.rowSeq) === null
    ) {
      throw new InputError([{ path: 'rowSeq', rule: 'isIn' }]);
    }
    const id = newId();
    const seal = async (column: string, value: string): Promise<Buffer> =>
      await this.crypto.encrypt(
        { countyCode: notice.countyCode, table: 'notice_objection', column, rowId: id },
        value,
      );
    await tx.insert(NoticeObjectionEntity, {
      ...open,
      id,
      countyCode: notice.countyCode,
      publicNoticeId: notice.id,
      nameCipher: name === null ? null : await seal('name', name),
      contactCipher: contact === null ? null : await seal('contact', contact),
      textCipher: await seal('text', text),
      status: 'OPEN',
      createdAt: this.clock.now(),
    });
    tx.audit({
      entity: 'publicNotice',
      entityId: notice.id,
      centerId: null,
      action: 'objection',
      changes: [
        { field: 'source', from: null, to: open.source },
        { field: 'row', from: null, to: open.rowSeq },
      ],
    });
    return id;
  }
}

const rowAt = (input: {
  readonly objectionId: string;
  readonly version: number;
}): { id: string; version: number } => ({
  id: input.objectionId,
  version: input.version,
});

/** Somebody without an account: no center, no permission; the trail of the bureau names the page. */
const strangerAt = (notice: NoticeRow, requestId: string): Scope =>
  Object.freeze({
    userId: NOBODY,
    userName: '公示页面',
    organizationId: notice.organizationId,
    organizationKind: 'BUREAU' as const,
    countyCodes: [],
    centerIds: [],
    permissions: new Set<never>(),
    locale: 'zh-CN' as const,
    requestId,
  });
